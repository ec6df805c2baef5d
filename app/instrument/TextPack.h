#pragma once
// The words of one instrument in one language, with where they come from and what their licence allows.
#include "instrument/Instrument.h"

#include <QDate>

namespace serein::instrument {

struct ItemWords {
    QString text;
    QString help;
    QString low;
    QString high;
    QString unit;
};

struct TextPack {
    QString instrument;
    QString instrumentVersion;
    QString language;
    QString version;
    QString provenance; ///< official, validated, unvalidated, placeholder
    QString citation;
    QString note;
    QString licenceHolder;
    QString licenceStatement;
    bool allowsElectronic = false;
    bool allowsExport = false;
    QString onlyStudy; ///< empty: any
    QDate expires;     ///< invalid: never
    QString title;
    QString instruction;
    QString recall;
    QMap<QString, QMap<QString, QString>> choices; ///< list → value text ("0") → words
    QMap<QString, ItemWords> items;
    QMap<QString, QString>
        checks;        ///< flag score → the gentle question asked when it is true; {q4} stands for an answer
    QStringList order; ///< item ids as printed; empty: the instrument's own order
    QJsonObject json;

    [[nodiscard]] QString choiceWords(const Item& item, const Decimal& value) const;
};

} // namespace serein::instrument

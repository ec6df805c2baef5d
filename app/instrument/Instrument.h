#pragma once
// A published scale or structured form as data. Pure values: what the files under instruments/ say, proven by the
// loader.
#include "core/Clock.h"
#include "core/Decimal.h"
#include "core/LocalizedText.h"
#include "instrument/Answer.h"
#include "instrument/Expression.h"

#include <QJsonObject>
#include <QStringList>

namespace serein::instrument {

/// Of an item or score.
struct Codes {
    QString loinc;
    QString cdisc;   ///< test code of the CDISC terminology
    QString sponsor; ///< our own test code, where the terminology has none

    [[nodiscard]] QString testCode() const { return cdisc.isEmpty() ? sponsor : cdisc; }
};

/// Of an instrument.
struct InstrumentCodes {
    QString loinc;
    QString domain;   ///< QS, RS …; empty where the instrument has no category
    QString category; ///< as the CDISC terminology has it, or our own
    bool isSponsors = false;
};

struct Choice {
    Decimal value;
    QString concept_;
    Codes codes;
};

enum class ItemType { Choice, MultiChoice, Number, Scale, Clock, Duration, Date, DateTime, Text, Section, Note };
enum class Direction { None, HigherWorse, HigherBetter };

struct Item {
    QString id;
    ItemType type = ItemType::Note;
    QString concept_;
    QString choiceList;    ///< name in Instrument::choices
    QList<Choice> choices; ///< the list itself, resolved
    QString unit;
    std::optional<Decimal> min;
    std::optional<Decimal> max;
    int decimals = 0;
    int maxLength = 0; ///< text; 0: 10,000
    Direction direction = Direction::None;
    QString display; ///< scale: "nrs" or "vas"
    bool optional = false;
    ExpressionPtr showWhen; ///< null: always
    Codes codes;

    /// False for sections and notes.
    [[nodiscard]] bool asks() const { return type != ItemType::Section && type != ItemType::Note; }
};

struct Band {
    QString id;
    Decimal from;
    LocalizedText label;
};

struct Proration {
    int maxMissing = 0;
    Rounding rounding = Rounding::None;
    QString source;
};

struct Score {
    QString id;
    LocalizedText name;
    ExpressionPtr expression;
    bool isBoolean = false;
    bool isFlag = false;
    Decimal low; ///< numeric scores: the published range
    Decimal high;
    QString rangeNote; ///< why the published range is narrower than the expression's
    Direction direction = Direction::None;
    int decimals = 0;
    std::optional<Proration> proration;
    QMap<QString, QList<Band>> bands; ///< by profile; "" where the same for all
    QString bandsSource;
    Codes codes;

    [[nodiscard]] QList<Band> bandsFor(const QString& profile) const {
        return bands.value(profile, bands.value(QString()));
    }
};

struct AlertRule {
    QString id;
    QString item; ///< fires when this item is answered (or, see below, left unanswered)
    ExpressionPtr when;
    bool whenUnanswered = false; ///< fires at submission or break when the item has no answer
};

struct Source {
    QString citation;
    QString doi;
};

/// A published table of factors, such as doses to morphine equivalents.
struct Conversion {
    QString version;
    QString unit; ///< of what is converted to
    Source source;
    QMap<QString, std::optional<Decimal>> factors; ///< by row; none: the source has no factor, so nothing is converted
};

struct Instrument {
    QString id;
    QString version;
    LocalizedText name;
    QString audience;   ///< self, observer, staff
    QString dataClass;  ///< data, unblinding
    IsoDuration recall; ///< zero: now
    bool recallsNight = false;
    QList<Source> sources;
    QString wordsHolder;    ///< whose the words are, where none ship
    QString wordsStatement; ///< what is known of their licence
    InstrumentCodes codes;
    QMap<QString, Conversion> conversions; ///< by the name expressions use
    QList<Item> items;
    QList<Score> scores;
    QStringList profiles;
    QString defaultProfile;
    QList<AlertRule> alerts;
    QJsonObject json; ///< as read: what is stored and hashed

    [[nodiscard]] const Item* item(const QString& itemId) const; ///< null when there is none
    [[nodiscard]] const Score* score(const QString& scoreId) const;
};

} // namespace serein::instrument

#pragma once
// Test codes and names of an instrument's items and scores: CDISC's, the sponsor's, or made from the item's id where
// a definition has neither.
#include "exporting/Sdtm.h"

namespace serein::exporting {

class SdtmTests {
public:
    explicit SdtmTests(const instrument::Instrument& instrument);
    [[nodiscard]] const SdtmTest& item(const QString& id) const { return *m_items.constFind(id); }
    [[nodiscard]] const SdtmTest& score(const QString& id) const { return *m_scores.constFind(id); }

private:
    SdtmTest make(const instrument::Codes& codes, const QString& id, bool isScore, const QString& words);
    [[nodiscard]] QString code(const QString& id, bool isScore) const;

    const instrument::Instrument& m_instrument;
    QMap<QString, SdtmTest> m_items;
    QMap<QString, SdtmTest> m_scores;
    QSet<QString> m_codes;
    QSet<QString> m_names;
};

} // namespace serein::exporting

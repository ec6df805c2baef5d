#include "exporting/ReconcileFindings.h"

#include "exporting/Sdtm.h"
#include "exporting/SdtmQualifiers.h"
#include "exporting/SdtmTests.h"

namespace serein::exporting {

namespace {

struct SdtmState {
    QString state;
    QString reason;
};
std::optional<SdtmState> stateOfReason(const QString& reason) {
    static const QString declined = QStringLiteral("SUBJECT DECLINED");
    if (reason == declined)
        return SdtmState{QStringLiteral("declined"), {}};
    if (reason.startsWith(declined + QStringLiteral(":")))
        return SdtmState{QStringLiteral("declined"), reason.mid(declined.size() + 2)};
    if (reason == QLatin1String("NOT REACHED"))
        return SdtmState{QStringLiteral("not_reached"), {}};
    if (reason == QLatin1String("LEFT UNANSWERED"))
        return SdtmState{QStringLiteral("unanswered"), {}};
    if (reason == QLatin1String("LOGICALLY SKIPPED ITEM"))
        return SdtmState{QStringLiteral("not_applicable"), {}};
    return std::nullopt;
}

QString testKey(bool isScore, const QString& code, const QString& name) {
    return QStringLiteral("%1 %2 %3").arg(isScore).arg(code, name);
}

/// One participant's rows of a findings dataset, with its SUPP--.
class FindingsReading {
public:
    /// `record` null: of nobody, which is wrong.
    FindingsReading(QString domain, QString usubjid, const Record* record, SdtmIds& ids)
        : m_domain(std::move(domain)), m_usubjid(std::move(usubjid)), m_record(record), m_ids(ids) {}

    [[nodiscard]] Result<Sayings> read(const QList<SdtmRow>& findings, const QList<SdtmRow>& supplemental) {
        for (const SdtmRow& row : supplemental)
            SEREIN_CHECK(qualifier(row));
        for (const SdtmRow& row : findings)
            SEREIN_CHECK(finding(row));
        if (m_record)
            for (const ledger::AssessmentState& assessment : m_record->state.assessments)
                SEREIN_CHECK(ofAssessment(assessment));
        if (!m_qualifiers.isEmpty())
            return wrong(QStringLiteral("%1: a supplemental qualifier belongs to no row").arg(m_qualifiers.firstKey()));
        return m_said;
    }

private:
    [[nodiscard]] QString cell(const SdtmRow& row, const char* name) const {
        return row.value(m_domain + QLatin1String(name));
    }
    [[nodiscard]] QString bare(const char* name) const { return m_domain + QLatin1String(name); }
    [[nodiscard]] QString placeOf(const QString& variable, const QString& value) const {
        return QStringLiteral("%1 %2 %3").arg(m_usubjid, variable, value);
    }

    [[nodiscard]] Result<void> qualifier(const SdtmRow& row) {
        const QString place = placeOf(row.value("IDVAR"), row.value("IDVARVAL"));
        if (row.value("RDOMAIN") != m_domain)
            return wrong(QStringLiteral("%1: it is of another domain").arg(place));
        if (!m_qualifiers[place].add(row))
            return wrong(QStringLiteral("%1: %2 stands there twice").arg(place, row.value("QNAM")));
        return {};
    }

    /// What is said once for all rows of an assessment.
    [[nodiscard]] Result<void> ofAssessment(const ledger::AssessmentState& assessment) {
        const QString place = placeOf(bare("GRPID"), assessment.key.toString());
        if (!m_qualifiers.contains(place))
            return {};
        SdtmQualifiers more = m_qualifiers.take(place);
        if (more.take(bare("STATUS")) != ledger::statusText(assessment.status))
            return wrong(QStringLiteral("%1: its status is not the one of the ledger slice").arg(place));
        for (const char* name :
             {"MODE", "LANG", "PROV", "DEF", "PROFIL", "PLNBEG", "PLNEND", "NIGHT", "WINDOW", "WINRSN", "STDVER"})
            (void)more.take(bare(name));
        if (!more.left().isEmpty())
            return wrong(
                QStringLiteral("%1: %2 is no qualifier of an assessment").arg(place, more.left().constFirst()));
        return {};
    }

    [[nodiscard]] Result<void> finding(const SdtmRow& row) {
        const ledger::AssessmentKey key = ledger::AssessmentKey::fromString(cell(row, "GRPID"));
        const QString place = placeOf(bare("SEQ"), cell(row, "SEQ"));
        if (!m_record)
            return wrong(QStringLiteral("%1: no such participant is in the ledger slice").arg(place));
        if (row.value("DOMAIN") != m_domain || m_rows.contains(place))
            return wrong(QStringLiteral("%1: it is of another domain, or stands there twice").arg(place));
        m_rows.insert(place);
        SdtmQualifiers more = m_qualifiers.take(place);
        SEREIN_CHECK(cell(row, "TESTCD") == m_domain + QStringLiteral("ALL") ? missed(row, *m_record, key, more)
                                                                             : result(row, *m_record, key, more));
        if (!more.left().isEmpty())
            return wrong(QStringLiteral("%1: %2 is no qualifier of this row").arg(place, more.left().constFirst()));
        return {};
    }

    [[nodiscard]] Result<void> missed(const SdtmRow& row, const Record& record, const ledger::AssessmentKey& key,
                                      SdtmQualifiers& more) {
        const QString place = missedKey(record.state.subject, key);
        if (cell(row, "STAT") != QLatin1String("NOT DONE") || !cell(row, "STRESC").isEmpty())
            return wrong(QStringLiteral("%1: it was done").arg(place));
        (void)more.take(bare("REMARK"));
        return say(m_said, place, {cell(row, "REASND"), QStringLiteral("missed")});
    }

    [[nodiscard]] Result<void> result(const SdtmRow& row, const Record& record, const ledger::AssessmentKey& key,
                                      SdtmQualifiers& more) {
        const QString group = QStringLiteral("%1 %2").arg(record.state.subject, key.toString());
        const ledger::AssessmentState* assessment = record.state.assessment(key);
        if (!assessment)
            return wrong(QStringLiteral("%1: the ledger slice has no such assessment").arg(group));
        const instrument::Instrument& instrument = record.definitions.instrument(*assessment);
        const bool isScore = cell(row, "DRVFL") == QLatin1String("Y");
        const QString id =
            m_ids.idOf(instrument, assessment->definition, isScore, cell(row, "TESTCD"), cell(row, "TEST"));
        if (id.isEmpty() || cell(row, "CAT") != sdtmCategory(instrument))
            return wrong(QStringLiteral("%1: the definition has no test %2 of this name and category")
                             .arg(group, cell(row, "TESTCD")));
        const QString place = sayingKey(record.state.subject, key, isScore, id);
        SEREIN_TRY(Said said, saidInRow(row, place, isScore ? nullptr : instrument.item(id), more));
        if (isScore)
            asScore(said, more);
        for (const char* name : {"ORIG", "CORR", "MODE"}) // how it came to be
            (void)more.take(bare(name));
        return say(m_said, place, said);
    }
    [[nodiscard]] Result<Said> saidInRow(const SdtmRow& row, const QString& place, const instrument::Item* item,
                                         SdtmQualifiers& more) const {
        const QString original = more.joined(bare("ORRES"), cell(row, "ORRES"));
        QString standard = more.joined(bare("STRESC"), cell(row, "STRESC"));
        if (standard == cell(row, "ORRES")) // the same text goes on once
            standard = original;
        Said said{sayingValue(item, standard)};
        said.original = original;
        said.number = cell(row, "STRESN");
        said.state = QStringLiteral("answered");
        said.reason = QString();
        const QString reason = more.joined(bare("REASND"), cell(row, "REASND"));
        if (cell(row, "STAT").isEmpty())
            return reason.isEmpty() ? Result<Said>(said) : wrong(QStringLiteral("%1: it was done").arg(place));
        const auto state = stateOfReason(reason);
        if (cell(row, "STAT") != QLatin1String("NOT DONE") || !state)
            return wrong(QStringLiteral("%1: nobody knows such a reason").arg(place));
        said.state = state->state;
        said.reason = state->reason;
        return said;
    }
    void asScore(Said& said, SdtmQualifiers& more) const {
        const QString status = more.take(bare("SCSTAT"));
        said.state = status.isEmpty() ? QStringLiteral("complete") : status;
        said.reason = more.take(bare("BAND"));
    }

    QString m_domain;
    QString m_usubjid;
    const Record* m_record;
    SdtmIds& m_ids;
    QMap<QString, SdtmQualifiers> m_qualifiers; ///< by subject, IDVAR and IDVARVAL
    QSet<QString> m_rows;
    Sayings m_said;
};

} // namespace

QString SdtmIds::idOf(const instrument::Instrument& instrument, const QString& definition, bool isScore,
                      const QString& code, const QString& name) {
    QHash<QString, QString>& ids = m_ids[definition];
    if (ids.isEmpty()) {
        const SdtmTests tests(instrument);
        for (const instrument::Item& item : instrument.items)
            if (item.asks())
                ids.insert(testKey(false, tests.item(item.id).code, tests.item(item.id).name), item.id);
        for (const instrument::Score& score : instrument.scores)
            ids.insert(testKey(true, tests.score(score.id).code, tests.score(score.id).name), score.id);
    }
    return ids.value(testKey(isScore, code, name));
}

Result<Sayings> readFindings(const FindingsOf& whose, const QList<SdtmRow>& findings,
                             const QList<SdtmRow>& supplemental, SdtmIds& ids) {
    return FindingsReading(whose.domain, whose.usubjid, whose.record, ids).read(findings, supplemental);
}

} // namespace serein::exporting

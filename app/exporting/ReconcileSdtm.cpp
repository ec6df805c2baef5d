// SDTM read back from Dataset-JSON and from XPT: findings by subject, group and test code, long texts joined again from
// SUPP--.
#include "exporting/Reconcile.h"
#include "exporting/ReconcileDisposition.h"
#include "exporting/SdtmFiles.h"
#include "exporting/SdtmPlan.h"
#include "exporting/SdtmQualifiers.h"
#include "exporting/SdtmTests.h"

#include <algorithm>

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

/// Ids of items and scores, by definition, code, name and whether it is a score.
class SdtmIds {
public:
    /// Empty: no such test.
    [[nodiscard]] QString idOf(const instrument::Instrument& instrument, const QString& definition, bool isScore,
                               const QString& code, const QString& name) {
        QHash<QString, QString>& ids = m_ids[definition];
        if (ids.isEmpty()) {
            const SdtmTests tests(instrument);
            for (const instrument::Item& item : instrument.items)
                if (item.asks())
                    ids.insert(keyOf(false, tests.item(item.id).code, tests.item(item.id).name), item.id);
            for (const instrument::Score& score : instrument.scores)
                ids.insert(keyOf(true, tests.score(score.id).code, tests.score(score.id).name), score.id);
        }
        return ids.value(keyOf(isScore, code, name));
    }

private:
    static QString keyOf(bool isScore, const QString& code, const QString& name) {
        return QStringLiteral("%1 %2 %3").arg(isScore).arg(code, name);
    }
    QHash<QString, QHash<QString, QString>> m_ids;
};

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

/// Empty: it is left out.
QString domainIn(const SdtmPlan& plan, const QStringList& without, const instrument::Instrument& instrument) {
    const QString domain = plan.domainOf(instrument);
    return without.contains(domain) ? QString() : domain;
}

/// What SDTM can hold of it: missed scales in capitals; in a transport file no blanks at a text's end.
Said heldBySdtm(Said due, bool isTransport) {
    if (due.state == QLatin1String("missed"))
        due.value = due.value.toUpper();
    return isTransport ? unpadded(due) : due;
}

/// All datasets of one of the two formats.
class SdtmReading {
public:
    explicit SdtmReading(bool isTransport)
        : m_isTransport(isTransport), m_ending(isTransport ? QStringLiteral(".xpt") : QStringLiteral(".json")) {}

    [[nodiscard]] Result<void> open(const SdtmPlan& plan, const QStringList& domains, const Files& files) {
        m_plan = &plan;
        for (auto it = files.begin(); it != files.end(); ++it)
            if (it.key().startsWith(sdtmFolder) && it.key().endsWith(m_ending))
                SEREIN_CHECK(table(it.key(), *it));
        if (m_tables.isEmpty())
            return {};
        if (const auto read = subjects(); !read)
            return std::unexpected(read.error().in(fileOf(demographics)));
        m_domains = domains;
        QStringList known{disposition, supplementOf(disposition)};
        for (const QString& domain : domains)
            known << domain << supplementOf(domain);
        for (const QString& name : m_tables.keys())
            if (!known.contains(name))
                m_others += name;
        return {};
    }
    [[nodiscard]] Result<QList<Reading>> of(const Record& record) {
        QList<Reading> readings;
        if (m_tables.isEmpty() && m_usubjids.isEmpty())
            return readings;
        const QString usubjid = m_usubjids.take(record.state.subject);
        if (usubjid.isEmpty())
            return wrong(QStringLiteral("%1: it is missing, and the ledger slice has it").arg(record.state.subject), {},
                         fileOf(demographics));
        for (const QString& domain : std::as_const(m_domains)) {
            const auto said = findings(domain, usubjid, &record);
            if (!said)
                return std::unexpected(said.error().in(fileOf(domain)));
            readings += reading(domain, record, *said);
        }
        SEREIN_CHECK(dispositionOf(record, usubjid));
        return readings;
    }
    [[nodiscard]] Result<void> end() {
        if (!m_usubjids.isEmpty())
            return wrong(twiceOrNobody(m_usubjids.firstKey()), {}, fileOf(demographics));
        for (const QString& domain : std::as_const(m_domains))
            for (const QString& usubjid : m_tables[domain].left() + m_tables[supplementOf(domain)].left())
                if (const auto said = findings(domain, usubjid, nullptr); !said)
                    return std::unexpected(said.error().in(fileOf(domain)));
        if (!m_tables[disposition].left().isEmpty() || !m_tables[supplementOf(disposition)].left().isEmpty())
            return wrong(QStringLiteral("what happened to a participant is not what the ledger slice says"), {},
                         fileOf(disposition));
        if (!m_others.isEmpty())
            return wrong(QStringLiteral("the ledger slice has nothing of the kind"), {}, fileOf(m_others.constFirst()));
        return {};
    }

private:
    static inline const QString demographics = QStringLiteral("DM");
    static inline const QString disposition = QStringLiteral("DS");
    static QString supplementOf(const QString& domain) { return QStringLiteral("SUPP") + domain; }
    static QString twiceOrNobody(const QString& subject) {
        return QStringLiteral("%1: it stands there twice, or no such participant is in the ledger slice").arg(subject);
    }
    [[nodiscard]] QString fileOf(const QString& table) const { return sdtmFolder + table.toLower() + m_ending; }

    [[nodiscard]] Result<void> table(const QString& file, const QByteArray& bytes) {
        auto read = m_isTransport ? SdtmFileRows::ofXpt(bytes) : SdtmFileRows::ofDatasetJson(bytes);
        if (!read)
            return std::unexpected(read.error().in(file));
        const QString name = read->name();
        if (fileOf(name) != file)
            return wrong(QStringLiteral("it holds another dataset"), {}, file);
        m_tables.insert(name, *std::move(read));
        return {};
    }
    /// DM: each participant in one row.
    [[nodiscard]] Result<void> subjects() {
        SdtmFileRows table = m_tables.take(demographics);
        for (const QString& usubjid : table.left()) {
            SEREIN_TRY(const QList<SdtmRow> rows, table.take(usubjid));
            const QString subject = rows.constFirst().value("SUBJID");
            if (rows.size() > 1 || m_usubjids.contains(subject))
                return wrong(twiceOrNobody(subject));
            m_usubjids.insert(subject, usubjid);
        }
        return {};
    }
    [[nodiscard]] Result<Sayings> findings(const QString& domain, const QString& usubjid, const Record* record) {
        SEREIN_TRY(const QList<SdtmRow> rows, m_tables[domain].take(usubjid));
        SEREIN_TRY(const QList<SdtmRow> supplemental, m_tables[supplementOf(domain)].take(usubjid));
        return FindingsReading(domain, usubjid, record, m_ids).read(rows, supplemental);
    }
    [[nodiscard]] Result<void> dispositionOf(const Record& record, const QString& usubjid) {
        SEREIN_TRY(const QList<SdtmRow> rows, m_tables[disposition].take(usubjid));
        SEREIN_TRY(const QList<SdtmRow> supplemental, m_tables[supplementOf(disposition)].take(usubjid));
        const auto same = reconcileDisposition(record, rows, supplemental);
        return same ? same : std::unexpected(same.error().in(fileOf(disposition)));
    }
    [[nodiscard]] Reading reading(const QString& domain, const Record& record, const Sayings& said) const {
        Reading one{fileOf(domain), said};
        one.held = [isTransport = m_isTransport](const Said& due) { return heldBySdtm(due, isTransport); };
        one.mustSay = [this, &record, domain](const Due& due) {
            if (domainIn(*m_plan, record.without, record.definitions.byHash(due.definition)) != domain)
                return false;
            if (due.kind == Due::Kind::Score)
                return !due.said.value.isEmpty(); // one without a value has no row
            return !due.isOpen || due.said.state == QLatin1String("answered") ||
                   due.said.state == QLatin1String("declined");
        };
        return one;
    }

    bool m_isTransport;
    QString m_ending;
    const SdtmPlan* m_plan = nullptr;
    QStringList m_domains;
    QMap<QString, SdtmFileRows> m_tables; ///< by name, upper case
    QMap<QString, QString> m_usubjids;    ///< by subject
    QStringList m_others;                 ///< names of tables that nobody's record has
    SdtmIds m_ids;
};

class SdtmFilesReader : public BackReader {
public:
    Result<void> open(const Records& records, const Everybody& all, const Files& files) override {
        m_plan.emplace(records);
        QStringList domains; // of everything that the slices have
        for (const instrument::Instrument& definition : all.definitions)
            if (const QString domain = domainIn(*m_plan, records.front().without, definition);
                !domain.isEmpty() && !domains.contains(domain))
                domains += domain;
        for (SdtmReading& one : m_readings)
            SEREIN_CHECK(one.open(*m_plan, domains, files));
        return {};
    }
    Result<QList<Reading>> of(const Record& record) override {
        QList<Reading> readings;
        for (SdtmReading& one : m_readings) {
            SEREIN_TRY(const QList<Reading> some, one.of(record));
            readings += some;
        }
        return readings;
    }
    Result<void> end() override {
        for (SdtmReading& one : m_readings)
            SEREIN_CHECK(one.end());
        return {};
    }

private:
    std::optional<SdtmPlan> m_plan;
    std::array<SdtmReading, 2> m_readings{SdtmReading(false), SdtmReading(true)};
};

} // namespace

std::unique_ptr<BackReader> sdtmReader() {
    return std::make_unique<SdtmFilesReader>();
}

} // namespace serein::exporting

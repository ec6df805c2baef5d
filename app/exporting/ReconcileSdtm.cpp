// SDTM read back from Dataset-JSON and from XPT: findings by subject, group and test code, long texts joined again from
// SUPP--.
#include "exporting/Reconcile.h"
#include "exporting/SdtmDisposition.h"
#include "exporting/SdtmFiles.h"
#include "exporting/SdtmFindings.h"
#include "exporting/SdtmPlan.h"
#include "exporting/SdtmReader.h"
#include "exporting/SdtmTests.h"

#include <algorithm>

namespace serein::exporting {

namespace {

using SdtmRow = QMap<QString, QString>;
using SdtmTables = QMap<QString, SdtmRead>; ///< by name, upper case

/// What stands in SUPP-- of one row or one assessment: QNAM to QVAL. Taken one after the other.
class Qualifiers {
public:
    [[nodiscard]] bool add(const SdtmRow& row) {
        const QString name = row.value("QNAM");
        if (m_values.contains(name))
            return false;
        m_values.insert(name, row.value("QVAL"));
        return true;
    }
    /// A text from where it begins: in its own column, or in the qualifier of that name.
    [[nodiscard]] QString joined(const QString& name, QString text) {
        for (int part = 1;; ++part) {
            const QString number = QString::number(part);
            const QString next = name.left(8 - number.size()) + number;
            if (!m_values.contains(next))
                return text;
            text += m_values.take(next);
        }
    }
    [[nodiscard]] QString take(const QString& name) { return joined(name, m_values.take(name)); }
    [[nodiscard]] QStringList left() const { return m_values.keys(); }

private:
    QMap<QString, QString> m_values;
};

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

/// One findings dataset with its SUPP--.
class FindingsReading {
public:
    FindingsReading(QString domain, const QMap<QString, const Record*>& subjects)
        : m_domain(std::move(domain)), m_subjects(subjects) {}

    [[nodiscard]] Result<Sayings> read(const SdtmRead& findings, const SdtmRead& supplemental) {
        for (const SdtmRow& row : supplemental.rows)
            SEREIN_CHECK(qualifier(row));
        for (const SdtmRow& row : findings.rows)
            SEREIN_CHECK(finding(row));
        for (auto it = m_subjects.begin(); it != m_subjects.end(); ++it)
            for (const ledger::AssessmentState& assessment : (*it)->state.assessments)
                SEREIN_CHECK(ofAssessment(it.key(), assessment));
        if (!m_qualifiers.isEmpty())
            return wrong(QStringLiteral("%1: a supplemental qualifier belongs to no row").arg(m_qualifiers.firstKey()));
        return m_said;
    }

private:
    [[nodiscard]] QString cell(const SdtmRow& row, const char* name) const {
        return row.value(m_domain + QLatin1String(name));
    }
    [[nodiscard]] QString bare(const char* name) const { return m_domain + QLatin1String(name); }
    [[nodiscard]] QString placeOf(const QString& usubjid, const QString& variable, const QString& value) const {
        return QStringLiteral("%1 %2 %3").arg(usubjid, variable, value);
    }

    [[nodiscard]] Result<void> qualifier(const SdtmRow& row) {
        const QString place = placeOf(row.value("USUBJID"), row.value("IDVAR"), row.value("IDVARVAL"));
        if (row.value("RDOMAIN") != m_domain)
            return wrong(QStringLiteral("%1: it is of another domain").arg(place));
        if (!m_qualifiers[place].add(row))
            return wrong(QStringLiteral("%1: %2 stands there twice").arg(place, row.value("QNAM")));
        return {};
    }

    /// What is said once for all rows of an assessment.
    [[nodiscard]] Result<void> ofAssessment(const QString& usubjid, const ledger::AssessmentState& assessment) {
        const QString place = placeOf(usubjid, bare("GRPID"), assessment.key.toString());
        if (!m_qualifiers.contains(place))
            return {};
        Qualifiers more = m_qualifiers.take(place);
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
        const Record* record = m_subjects.value(row.value("USUBJID"));
        const ledger::AssessmentKey key = ledger::AssessmentKey::fromString(cell(row, "GRPID"));
        const QString place = placeOf(row.value("USUBJID"), bare("SEQ"), cell(row, "SEQ"));
        if (!record)
            return wrong(QStringLiteral("%1: no such participant is in the ledger slice").arg(place));
        if (row.value("DOMAIN") != m_domain || m_rows.contains(place))
            return wrong(QStringLiteral("%1: it is of another domain, or stands there twice").arg(place));
        m_rows.insert(place);
        Qualifiers more = m_qualifiers.take(place);
        SEREIN_CHECK(cell(row, "TESTCD") == m_domain + QStringLiteral("ALL") ? missed(row, *record, key, more)
                                                                             : result(row, *record, key, more));
        if (!more.left().isEmpty())
            return wrong(QStringLiteral("%1: %2 is no qualifier of this row").arg(place, more.left().constFirst()));
        return {};
    }

    [[nodiscard]] Result<void> missed(const SdtmRow& row, const Record& record, const ledger::AssessmentKey& key,
                                      Qualifiers& more) {
        const QString place = missedKey(record.state.subject, key);
        if (cell(row, "STAT") != QLatin1String("NOT DONE") || !cell(row, "STRESC").isEmpty())
            return wrong(QStringLiteral("%1: it was done").arg(place));
        (void)more.take(bare("REMARK"));
        return say(m_said, place, {cell(row, "REASND"), QStringLiteral("missed")});
    }

    [[nodiscard]] Result<void> result(const SdtmRow& row, const Record& record, const ledger::AssessmentKey& key,
                                      Qualifiers& more) {
        const QString group = QStringLiteral("%1 %2").arg(record.state.subject, key.toString());
        const ledger::AssessmentState* assessment = record.state.assessment(key);
        if (!assessment)
            return wrong(QStringLiteral("%1: the ledger slice has no such assessment").arg(group));
        const instrument::Instrument& instrument = record.definitions.instrument(*assessment);
        const bool isScore = cell(row, "DRVFL") == QLatin1String("Y");
        const QString id = idOf(instrument, isScore, cell(row, "TESTCD"), cell(row, "TEST"));
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
    [[nodiscard]] static QString idOf(const instrument::Instrument& instrument, bool isScore, const QString& code,
                                      const QString& name) {
        const SdtmTests tests(instrument);
        const auto is = [&](const SdtmTest& test) { return test.code == code && test.name == name; };
        if (isScore) {
            for (const instrument::Score& score : instrument.scores)
                if (is(tests.score(score.id)))
                    return score.id;
        } else {
            for (const instrument::Item& item : instrument.items)
                if (item.asks() && is(tests.item(item.id)))
                    return item.id;
        }
        return {};
    }
    [[nodiscard]] Result<Said> saidInRow(const SdtmRow& row, const QString& place, const instrument::Item* item,
                                         Qualifiers& more) const {
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
    void asScore(Said& said, Qualifiers& more) const {
        const QString status = more.take(bare("SCSTAT"));
        said.state = status.isEmpty() ? QStringLiteral("complete") : status;
        said.reason = more.take(bare("BAND"));
    }

    QString m_domain;
    const QMap<QString, const Record*>& m_subjects; ///< by USUBJID
    QMap<QString, Qualifiers> m_qualifiers;         ///< by subject, IDVAR and IDVARVAL
    QSet<QString> m_rows;
    Sayings m_said;
};

/// DM: each participant in one row.
Result<QMap<QString, const Record*>> sdtmSubjects(const Records& records, const SdtmRead& demographics) {
    QMap<QString, const Record*> subjects;
    QStringList known;
    for (const SdtmRow& row : demographics.rows) {
        const Record* record = recordOf(records, row.value("SUBJID"));
        if (!record || known.contains(row.value("SUBJID")) || subjects.contains(row.value("USUBJID")))
            return wrong(QStringLiteral("%1: it stands there twice, or no such participant is in the ledger slice")
                             .arg(row.value("SUBJID")));
        known += row.value("SUBJID");
        subjects.insert(row.value("USUBJID"), record);
    }
    for (const Record& record : records)
        if (!known.contains(record.state.subject))
            return wrong(QStringLiteral("%1: it is missing, and the ledger slice has it").arg(record.state.subject));
    return subjects;
}

/// Empty: it is left out.
QString domainIn(const SdtmPlan& plan, const Record& record, const QString& definition) {
    const QString domain = plan.domainOf(record.definitions.byHash(definition));
    return record.without.contains(domain) ? QString() : domain;
}

/// What SDTM can hold of it: missed scales in capitals; in a transport file no blanks at a text's end.
Said heldBySdtm(Said due, bool isTransport) {
    if (due.state == QLatin1String("missed"))
        due.value = due.value.toUpper();
    return isTransport ? unpadded(due) : due;
}

class SdtmReading {
public:
    SdtmReading(const Records& records, const Files& files, bool isTransport)
        : m_records(records), m_files(files), m_isTransport(isTransport),
          m_ending(isTransport ? QStringLiteral(".xpt") : QStringLiteral(".json")), m_plan(records) {}

    [[nodiscard]] Result<QList<Reading>> read() {
        for (const QString& file : m_files.keys())
            if (file.startsWith(sdtmFolder) && file.endsWith(m_ending))
                SEREIN_CHECK(table(file));
        if (m_tables.isEmpty())
            return QList<Reading>();
        const auto subjects = sdtmSubjects(m_records, m_tables.take(QStringLiteral("DM")));
        if (!subjects)
            return std::unexpected(subjects.error().in(fileOf(QStringLiteral("DM"))));
        QList<Reading> readings;
        for (const QString& domain : domains()) {
            auto said = FindingsReading(domain, *subjects)
                            .read(m_tables.take(domain), m_tables.take(QStringLiteral("SUPP") + domain));
            if (!said)
                return std::unexpected(said.error().in(fileOf(domain)));
            readings += reading(domain, *said);
        }
        SEREIN_CHECK(disposition(*subjects));
        if (!m_tables.isEmpty())
            return wrong(QStringLiteral("the ledger slice has nothing of the kind"), {}, fileOf(m_tables.firstKey()));
        return readings;
    }

private:
    [[nodiscard]] QString fileOf(const QString& table) const { return sdtmFolder + table.toLower() + m_ending; }

    [[nodiscard]] Result<void> table(const QString& file) {
        const auto read = m_isTransport ? readXpt(m_files.value(file)) : readDatasetJson(m_files.value(file));
        if (!read)
            return std::unexpected(read.error().in(file));
        if (fileOf(read->name) != file)
            return wrong(QStringLiteral("it holds another dataset"), {}, file);
        m_tables.insert(read->name, *read);
        return {};
    }
    /// What each participant went through: DS and its SUPP-- say what the slice says, and nothing else.
    [[nodiscard]] Result<void> disposition(const QMap<QString, const Record*>& subjects) {
        QStringList said;
        const SdtmRead events = m_tables.take(QStringLiteral("DS"));
        for (const SdtmRow& row : events.rows)
            said += lineOf({row.value("USUBJID"), row.value("DSSEQ"), row.value("DSTERM"), row.value("DSSTDTC")});
        const SdtmRead more = m_tables.take(QStringLiteral("SUPPDS"));
        for (const SdtmRow& row : more.rows)
            said += lineOf({row.value("USUBJID"), row.value("IDVARVAL"), row.value("QNAM"), row.value("QVAL")});
        QStringList due;
        for (auto it = subjects.begin(); it != subjects.end(); ++it) {
            const SdtmDisposition went = sdtmDisposition(**it);
            for (const SdtmCells& cells : went.rows)
                due += lineOf({it.key(), std::get<Decimal>(cells.value("SEQ")).toString(),
                               std::get<QString>(cells.value("TERM")), std::get<QString>(cells.value("STDTC"))});
            for (const SdtmSupplement& one : went.supplements)
                due += lineOf({it.key(), one.idValue, one.name, one.value});
        }
        said.sort();
        due.sort();
        return said == due ? Result<void>()
                           : wrong(QStringLiteral("what happened to a participant is not what the ledger slice says"),
                                   {}, fileOf(QStringLiteral("DS")));
    }
    /// Without the blanks at an end, which a transport file drops.
    [[nodiscard]] static QString lineOf(QStringList cells) {
        for (QString& cell : cells)
            while (cell.endsWith(u' '))
                cell.chop(1);
        return cells.join(u'\n');
    }
    /// Of everything that the slice has.
    [[nodiscard]] QStringList domains() const {
        QStringList all;
        for (const Record& record : m_records) {
            QStringList hashes;
            for (const ledger::AssessmentState& one : record.state.assessments)
                hashes += one.definition;
            for (const MissedScale& one : missedScales(record))
                hashes += one.definition;
            for (const QString& hash : std::as_const(hashes))
                if (const QString domain = domainIn(m_plan, record, hash); !domain.isEmpty() && !all.contains(domain))
                    all += domain;
        }
        return all;
    }
    [[nodiscard]] Reading reading(const QString& domain, const Sayings& said) const {
        Reading one{fileOf(domain), said};
        one.held = [isTransport = m_isTransport](const Said& due) { return heldBySdtm(due, isTransport); };
        one.mustSay = [plan = m_plan, domain](const Due& due) {
            if (domainIn(plan, *due.record, due.definition) != domain)
                return false;
            if (due.kind == Due::Kind::Score)
                return !due.said.value.isEmpty(); // one without a value has no row
            return !due.isOpen || due.said.state == QLatin1String("answered") ||
                   due.said.state == QLatin1String("declined");
        };
        return one;
    }

    const Records& m_records;
    const Files& m_files;
    bool m_isTransport;
    QString m_ending;
    SdtmPlan m_plan;
    SdtmTables m_tables;
};

} // namespace

Result<QList<Reading>> readSdtmBack(const Records& records, const Files& files) {
    QList<Reading> readings;
    for (const bool isTransport : {false, true}) {
        SEREIN_TRY(const QList<Reading> some, SdtmReading(records, files, isTransport).read());
        readings += some;
    }
    return readings;
}

} // namespace serein::exporting

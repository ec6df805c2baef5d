// SDTM read back from Dataset-JSON and from XPT, one participant's rows after the other's.
#include "exporting/Reconcile.h"
#include "exporting/ReconcileDisposition.h"
#include "exporting/ReconcileFindings.h"
#include "exporting/SdtmFiles.h"
#include "exporting/SdtmPlan.h"

#include <algorithm>
#include <array>

namespace serein::exporting {

namespace {

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
        return readFindings({domain, usubjid, record}, rows, supplemental, m_ids);
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

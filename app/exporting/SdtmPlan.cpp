#include "exporting/SdtmPlan.h"

#include <QVersionNumber>
#include <algorithm>

namespace serein::exporting {

namespace {

constexpr int ownTables = 26; // YA … YZ

bool isOwnTable(const QString& domain) {
    return domain.startsWith(u'Y');
}

/// A moment by the clock: nothing of the window is counted in days.
bool hangsByTheClock(const study::Window& window) {
    const auto isClock = [](const IsoDuration& span) { return span.months == 0 && span.days == 0; };
    if (window.anchor.isEmpty())
        return false;
    return window.offset.time != std::chrono::seconds(0) ||
           (isClock(window.offset) && isClock(window.opens) && isClock(window.closes));
}

} // namespace

/// A site's own forms. Each keeps the letter that its id gives, but for one that is taken. Blinded and full say the
/// same: what is withheld keeps its letter.
class SdtmPlan::Forms {
public:
    void add(const Definitions& definitions) {
        for (const study::Study& study : definitions.studies())
            for (const study::Timepoint& timepoint : study.timepoints)
                for (const QString& id : timepoint.battery)
                    add(id, definitions);
    }
    [[nodiscard]] QMap<QString, QString> domains() const {
        QStringList taken;
        QMap<QString, QString> domains;
        for (auto it = m_own.begin(); it != m_own.end(); ++it) {
            QString domain = *it;
            for (int step = 0; step < ownTables && taken.contains(domain); ++step)
                domain[1] = QChar(u'A' + (domain[1].unicode() - u'A' + 1) % ownTables);
            taken += domain;
            domains.insert(it.key(), domain);
        }
        return domains;
    }

private:
    void add(const QString& id, const Definitions& definitions) {
        if (m_known.contains(id))
            return;
        const QString hash = definitions.latest(id);
        if (!hash.isEmpty())
            m_known.insert(id);
        const QString domain = hash.isEmpty() ? sdtmFormDomain(id) : sdtmDomain(definitions.byHash(hash));
        if (isOwnTable(domain))
            m_own.insert(id, domain);
        else
            m_own.remove(id);
    }

    QMap<QString, QString> m_own;
    QSet<QString> m_known;
};

SdtmPlan::SdtmPlan(const Records& records) {
    QMap<std::pair<QVersionNumber, QString>, study::Study> versions;
    Forms forms;
    for (const Record& record : records) {
        const auto& studies = record.definitions.studies();
        for (auto it = studies.begin(); it != studies.end(); ++it)
            versions.insert({QVersionNumber::fromString(it->version), it.key()}, *it);
        forms.add(record.definitions);
    }
    for (auto it = versions.end(); it != versions.begin();)
        addVisits(*--it);
    m_domains = forms.domains();
}

void SdtmPlan::addVisits(const study::Study& study) {
    qsizetype before = -1;
    for (const study::Timepoint& timepoint : study.timepoints) {
        const Visit visit{timepoint.id, timepoint.label.in(QStringLiteral("en"))};
        qsizetype at = m_visits.indexOf(visit);
        if (at < 0) {
            const auto renamed = std::ranges::find(m_visits, visit.timepoint, &Visit::timepoint);
            at = 1 + (renamed == m_visits.end() ? before : renamed - m_visits.begin());
            m_visits.insert(at, visit);
        }
        before = at;
    }
}

int SdtmPlan::visitNumber(const QString& timepoint, const QString& label) const {
    const qsizetype at = m_visits.indexOf(Visit{timepoint, label});
    return static_cast<int>(at < 0 ? m_visits.size() : at) + 1;
}

QString SdtmPlan::domainOf(const instrument::Instrument& instrument) const {
    const QString domain = sdtmDomain(instrument);
    return isOwnTable(domain) ? m_domains.value(instrument.id, domain) : domain;
}

int sdtmTimeNumber(const study::Study& study, const study::Timepoint& timepoint) {
    if (!hangsByTheClock(timepoint.window))
        return 0;
    int number = 0;
    for (const study::Timepoint& other : study.timepoints) {
        number += hangsByTheClock(other.window) && other.window.anchor == timepoint.window.anchor ? 1 : 0;
        if (other.id == timepoint.id)
            break;
    }
    return number;
}

} // namespace serein::exporting

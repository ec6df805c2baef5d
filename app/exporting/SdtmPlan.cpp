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

SdtmPlan::SdtmPlan(const Records& records) {
    QMap<std::pair<QVersionNumber, QString>, study::Study> versions;
    for (const Record& record : records) {
        const auto& studies = record.definitions.studies();
        for (auto it = studies.begin(); it != studies.end(); ++it)
            versions.insert({QVersionNumber::fromString(it->version), it.key()}, *it);
    }
    for (auto it = versions.end(); it != versions.begin();)
        addVisits(*--it);
    addForms(records);
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

/// Each keeps the letter that its id gives, but for one that is taken. Blinded and full say the same: what is withheld
/// keeps its letter.
void SdtmPlan::addForms(const Records& records) {
    QMap<QString, QString> own;
    QSet<QString> known;
    for (const Record& record : records)
        for (const study::Study& study : record.definitions.studies())
            for (const study::Timepoint& timepoint : study.timepoints)
                for (const QString& id : timepoint.battery) {
                    if (known.contains(id))
                        continue;
                    const QString hash = record.definitions.latest(id);
                    if (!hash.isEmpty())
                        known.insert(id);
                    const QString domain =
                        hash.isEmpty() ? sdtmFormDomain(id) : sdtmDomain(record.definitions.byHash(hash));
                    if (isOwnTable(domain))
                        own.insert(id, domain);
                    else
                        own.remove(id);
                }
    QStringList taken;
    for (auto it = own.begin(); it != own.end(); ++it) {
        QString domain = *it;
        for (int step = 0; step < ownTables && taken.contains(domain); ++step)
            domain[1] = QChar(u'A' + (domain[1].unicode() - u'A' + 1) % ownTables);
        taken += domain;
        m_domains.insert(it.key(), domain);
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

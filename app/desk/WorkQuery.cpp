#include "desk/WorkQuery.h"

#include <algorithm>

namespace serein::desk {

namespace {

vault::WorkStanding standingOf(WorkState state) {
    return static_cast<vault::WorkStanding>(state);
}
static_assert(static_cast<int>(WorkState::Due) == static_cast<int>(vault::WorkStanding::Due) &&
              static_cast<int>(WorkState::NotApplicable) == static_cast<int>(vault::WorkStanding::NotApplicable));

/// In any language of the study: staff read either.
bool holds(const study::Study& study, const LocalizedText& label, const QString& id, const QString& word) {
    return id.contains(word, Qt::CaseInsensitive) || std::ranges::any_of(study.languages, [&](const QString& language) {
               return label.in(language).contains(word, Qt::CaseInsensitive);
           });
}

/// Sites and timepoints that the word names.
void name(vault::SearchWord& word, const study::Study& study, bool withTimepoints) {
    for (const study::Site& site : study.sites)
        if (holds(study, site.label, site.id, word.text) && !word.sites.contains(site.id))
            word.sites.append(site.id);
    for (const study::Timepoint& timepoint : study.timepoints)
        if (withTimepoints && holds(study, timepoint.label, timepoint.id, word.text) &&
            !word.timepoints.contains(timepoint.id))
            word.timepoints.append(timepoint.id);
}

/// A row is shown in the site's own time.
QDateTime local(const QDateTime& instant, const QTimeZone& zone) {
    return instant.isValid() ? instant.toOffsetFromUtc(zone.offsetFromUtc(instant)) : instant;
}

} // namespace

Result<vault::WorkFilter> WorkQuery::filterOf(const WorkSearch& search, bool withTimepoints) const {
    if (m_asked && m_asked->search == search && m_asked->withTimepoints == withTimepoints)
        return m_asked->filter;
    vault::WorkFilter filter;
    constexpr int mostWords = 6; // more than a search needs; each costs a pass
    for (const QString& word : search.text.simplified().split(u' ', Qt::SkipEmptyParts).mid(0, mostWords))
        filter.words.append({word.toLower(), {}, {}});
    if (!filter.words.isEmpty())
        for (const QString& hash : m_vault.deviceState().adopted.keys()) { // whoever follows an older version, too
            SEREIN_TRY(const auto protocol, m_vault.protocol(hash));
            for (vault::SearchWord& word : filter.words)
                name(word, protocol->study, withTimepoints);
        }
    filter.site = search.site;
    filter.timepoint = withTimepoints ? search.timepoint : QString();
    filter.ward = search.ward;
    filter.bed = search.bed;
    filter.withUnblinding = seesUnblinding(m_vault);
    SEREIN_TRY(filter, m_vault.work().narrowed(std::move(filter)));
    m_asked = {search, withTimepoints, filter};
    return filter;
}

Result<std::shared_ptr<const vault::Protocol>> WorkQuery::protocolOf(const QString& study) const {
    return m_vault.protocol(study.isEmpty() ? m_vault.deviceState().study : study);
}

Result<QList<WorkEntry>> WorkQuery::entries(WorkState state, const WorkSearch& search, int offset, int most) const {
    SEREIN_TRY([[maybe_unused]] const vault::Actor actor, actorFor(m_vault, account::Action::ReadParticipants));
    SEREIN_TRY(const vault::WorkFilter filter, filterOf(search));
    SEREIN_TRY(const auto rows, m_vault.work().rows(standingOf(state), filter, m_vault.clock().now(), offset, most));
    QList<WorkEntry> entries;
    for (const vault::WorkRow& row : rows) {
        SEREIN_TRY(const auto protocol, protocolOf(row.study));
        const study::Timepoint* timepoint = protocol->study.timepoint(row.work.timepoint);
        WorkEntry entry{{row.work, row.participant, row.subject, timepoint->label, state}, row.site, row.place};
        entry.planned.opensAt = local(entry.planned.opensAt, protocol->study.zone);
        entry.planned.closesAt = local(entry.planned.closesAt, protocol->study.zone);
        entries.append(entry);
    }
    return entries;
}

Result<QMap<WorkState, int>> WorkQuery::counts(const WorkSearch& search) const {
    SEREIN_TRY([[maybe_unused]] const vault::Actor actor, actorFor(m_vault, account::Action::ReadParticipants));
    SEREIN_TRY(const vault::WorkFilter filter, filterOf(search));
    SEREIN_TRY(const auto found, m_vault.work().counts(filter, m_vault.clock().now()));
    QMap<WorkState, int> counts;
    for (auto it = found.begin(); it != found.end(); ++it)
        counts.insert(static_cast<WorkState>(it.key()), *it);
    return counts;
}

Result<QList<vault::WaitingAlert>> WorkQuery::alerts(const WorkSearch& search, int offset, int most) const {
    SEREIN_TRY([[maybe_unused]] const vault::Actor actor, actorFor(m_vault, account::Action::ReadParticipants));
    SEREIN_TRY(const vault::WorkFilter filter, filterOf(search, false));
    return m_vault.work().alerts(filter, offset, most);
}

Result<bool> WorkQuery::isHidden(const vault::WaitingAlert& alert) const {
    if (seesUnblinding(m_vault))
        return false;
    SEREIN_TRY(const auto protocol, protocolOf(alert.study));
    // An assessment that was voided has no row any more; its instrument still says what it would tell.
    const instrument::Instrument* known = protocol->library.instrument(alert.alert.assessment.instrument);
    if (alert.bodyClass != ledger::BodyClass::Unblinding &&
        (known == nullptr || known->dataClass != QLatin1String("unblinding")))
        return false;
    SEREIN_TRY(const auto participant, m_vault.participant(alert.alert.participant));
    return !seesUnblinding(m_vault, *participant);
}

Result<QList<vault::FoundParticipant>> WorkQuery::participants(const WorkSearch& search, int offset, int most) const {
    SEREIN_TRY([[maybe_unused]] const vault::Actor actor, actorFor(m_vault, account::Action::ReadParticipants));
    SEREIN_TRY(const vault::WorkFilter filter, filterOf(search, false));
    return m_vault.work().participants(filter, offset, most);
}

Result<int> WorkQuery::participantCount(const WorkSearch& search) const {
    SEREIN_TRY([[maybe_unused]] const vault::Actor actor, actorFor(m_vault, account::Action::ReadParticipants));
    SEREIN_TRY(const vault::WorkFilter filter, filterOf(search, false));
    return m_vault.work().participantCount(filter);
}

Result<QString> WorkQuery::nextForm(const QUuid& participant, const QString& timepoint) const {
    SEREIN_TRY([[maybe_unused]] const vault::Actor actor, actorFor(m_vault, account::Action::ReadParticipants));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    SEREIN_TRY(const auto protocol, m_vault.protocolOf(*state));
    const study::Timepoint* known = protocol->study.timepoint(timepoint);
    if (known == nullptr)
        return QString();
    for (const QString& id : known->battery) {
        const instrument::Instrument* instrument = protocol->library.instrument(id);
        const bool forStaff = instrument != nullptr && instrument->audience != QLatin1String("self");
        const bool tells = forStaff && instrument->dataClass == QLatin1String("unblinding");
        if (forStaff && (!tells || seesUnblinding(m_vault, *state)) &&
            ledger::isLeft(*state, instrument, {timepoint, id, state->sequenceOf(timepoint)}))
            return id;
    }
    return QString();
}

} // namespace serein::desk

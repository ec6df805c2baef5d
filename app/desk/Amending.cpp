// The study in force, what it is asked with, who follows it, and by which clock.
#include "desk/Administration.h"

#include "core/Json.h"
#include "study/Words.h"

#include <QRegularExpression>
#include <algorithm>

namespace serein::desk {

using account::Action;

Result<instrument::TextPack> Administration::addPack(const QString& file) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, Action::AdoptStudy));
    SEREIN_TRY(const QJsonValue json, readJson(file));
    const QString id = json[QStringLiteral("instrument")].toString();
    const instrument::Entry* entry = m_vault.library().entry(id);
    if (entry == nullptr)
        return unusable(id.isEmpty() ? QStringLiteral("this is no text pack: it names no instrument")
                                     : QStringLiteral("the study does not use the instrument \"%1\"").arg(id),
                        QStringLiteral("/instrument"), file);
    SEREIN_TRY(instrument::TextPack pack, instrument::parseTextPack(json, entry->instrument, file));
    if (!m_vault.study().languages.contains(pack.language))
        return unusable(QStringLiteral("the study does not ask in the language \"%1\"").arg(pack.language),
                        QStringLiteral("/language"), file);
    if (const QString bar = study::barTo(pack, m_vault.study(), m_vault.clock().now().date()); !bar.isEmpty())
        return unusable(bar, QStringLiteral("/licence"), file);
    if (const instrument::TextPack* same = m_vault.library().pack(id, pack.language);
        same != nullptr && same->json == pack.json)
        return unusable(QStringLiteral("exactly this pack is in use already"), {}, file);
    instrument::Entry with = *entry;
    with.packs.insert(pack.language, pack);
    instrument::Library library = m_vault.library();
    library.add(with);
    SEREIN_CHECK(m_vault.adopt(m_vault.study(), library, actor));
    return pack;
}

Result<Amendment> Administration::readAmendment(const QString& file) const {
    SEREIN_CHECK(actorFor(m_vault, Action::AdoptStudy));
    SEREIN_TRY(Amendment amendment, [&]() -> Result<Amendment> {
        SEREIN_TRY(instrument::Library library, instrument::Library::load(instrument::Library::defaultFolder()));
        const QStringList inForce = m_vault.library().ids();
        for (const QString& id : inForce)
            library.add(*m_vault.library().entry(id));
        SEREIN_TRY(const QJsonValue json, readJson(file));
        SEREIN_TRY(study::Study study, study::parseStudy(json, library, file));
        return Amendment{std::move(study), std::move(library), {}};
    }());
    const study::Study& now = m_vault.study();
    if (amendment.study.id != now.id)
        return unusable(QStringLiteral("this is another study (\"%1\"); a vault holds one").arg(amendment.study.id),
                        QStringLiteral("/id"), file);
    if (amendment.study.json == now.json)
        return unusable(QStringLiteral("this version is in force already"), QStringLiteral("/version"), file);
    const auto adopted = m_vault.deviceState().adopted;
    for (auto it = adopted.begin(); it != adopted.end(); ++it) {
        SEREIN_TRY(const auto protocol, m_vault.protocol(it.key()));
        if (protocol->study.version == amendment.study.version && protocol->study.json != amendment.study.json)
            return unusable(QStringLiteral("the version \"%1\" was in force with another content: an amendment has a "
                                           "number of its own")
                                .arg(amendment.study.version),
                            QStringLiteral("/version"), file);
    }
    SEREIN_CHECK(study::requireWords(amendment.study, amendment.library, m_vault.clock().now().date(), file));
    amendment.changes = studyChanges(now, amendment.study);
    return amendment;
}

Result<void> Administration::amend(const study::Study& study, const instrument::Library& library,
                                   const QString& approval) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, Action::AdoptStudy));
    const bool same = study.json == m_vault.study().json;
    SEREIN_TRY(const QString reference, typedText(approval, QStringLiteral("approval"), mostReason, same));
    return m_vault.adopt(study, library, actor, reference);
}

Result<std::optional<MoveBar>> Administration::barTo(const ledger::ParticipantState& participant) const {
    const study::Study& study = m_vault.study();
    if (participant.handOver)
        return MoveBar::HandedOver;
    if (!requireOpenData(m_vault, participant))
        return MoveBar::DataClosed;
    SEREIN_TRY(const auto follows, m_vault.protocolOf(participant));
    const auto signedIt = [&](const ledger::ConsentState& one) { return one.document == study.consentDocument; };
    if (study.reconsent && study.consentDocument != follows->study.consentDocument &&
        std::ranges::none_of(participant.consents, signedIt))
        return MoveBar::Reconsent;
    const auto has = [&](const ledger::AssessmentKey& key) {
        const study::Timepoint* timepoint = study.timepoint(key.timepoint);
        return timepoint != nullptr && timepoint->battery.contains(key.instrument);
    };
    for (const ledger::AssessmentState& one : participant.assessments)
        if (one.status == ledger::AssessmentStatus::Open && !has(one.key))
            return MoveBar::StillOpen;
    return std::nullopt;
}

Result<QList<Move>> Administration::moves() const {
    SEREIN_TRY(const auto others, m_vault.followingOtherVersions());
    QList<Move> moves;
    for (const vault::Summary& one : others) {
        SEREIN_TRY(const auto state, m_vault.participant(one.id));
        SEREIN_TRY(const auto follows, m_vault.protocolOf(*state));
        SEREIN_TRY(const auto bar, barTo(*state));
        moves.append({one.id, one.subject, follows->study.version, bar});
    }
    return moves;
}

Result<void> Administration::move(const QUuid& participant, const QString& reason) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, Action::MoveStudy));
    SEREIN_TRY(const QString why, typedText(reason, QStringLiteral("reason")));
    SEREIN_TRY(const auto state, m_vault.participant(participant));
    if (state->study == m_vault.deviceState().study)
        return unusable(QStringLiteral("%1 follows the version in force already").arg(state->subject));
    SEREIN_TRY(const auto bar, barTo(*state));
    if (bar == MoveBar::HandedOver)
        return refused(QStringLiteral("the tablet is with %1").arg(state->subject));
    if (bar == MoveBar::DataClosed)
        return refused(QStringLiteral("the data of %1 are frozen or locked").arg(state->subject));
    if (bar == MoveBar::Reconsent)
        return refused(QStringLiteral("%1 has not consented to document %2 yet")
                           .arg(state->subject, m_vault.study().consentDocument));
    if (bar == MoveBar::StillOpen)
        return refused(
            QStringLiteral("%1 has begun an assessment that the version in force no longer has").arg(state->subject));
    SEREIN_CHECK(m_vault.append(participant, {{ledger::StudyMoved{m_vault.deviceState().study, why}}}, actor));
    return {};
}

bool Administration::isClockCheckDue() const {
    const QTimeZone zone = m_vault.study().zone;
    const QDateTime last = m_vault.deviceState().clockCheckedAt;
    return !last.isValid() || last.toTimeZone(zone).date() != m_vault.clock().now().toTimeZone(zone).date();
}

Result<int> Administration::checkClock(const QString& shown) {
    SEREIN_TRY(const vault::Actor actor, actorFor(m_vault, Action::CheckClock));
    // A colon as either keyboard types it.
    static const QRegularExpression form(
        QStringLiteral("^([01]?[0-9]|2[0-3])[:\\x{FF1A}]([0-5][0-9])(?:[:\\x{FF1A}]([0-5][0-9]))?$"));
    const auto read = form.match(shown.trimmed());
    if (!read.hasMatch())
        return unusable(QStringLiteral("write what the clock shows, like 14:05 or 14:05:30"), QStringLiteral("/ward"));
    const QTimeZone zone = m_vault.study().zone;
    QDateTime now = m_vault.clock().now().toTimeZone(zone);
    if (read.captured(3).isEmpty()) // without seconds both are taken by the minute
        now = now.addSecs(-now.time().second()).addMSecs(-now.time().msec());
    const QTime time(read.captured(1).toInt(), read.captured(2).toInt(), read.captured(3).toInt());
    // A clock says no date: of the moments when it shows this, the nearest; in the autumn it shows an hour twice.
    QDateTime ward;
    for (const int day : {-1, 0, 1}) {
        const QDateTime first = localMoment(now.date().addDays(day), time, zone);
        for (const QDateTime& one : {first, first.addSecs(3600)})
            if ((one == first || one.toTimeZone(zone).time() == time) &&
                (!ward.isValid() || std::abs(one.secsTo(now)) < std::abs(ward.secsTo(now))))
                ward = one;
    }
    const int drift = static_cast<int>(ward.secsTo(now));
    SEREIN_CHECK(m_vault.appendToDevice({{ledger::ClockChecked{ward, drift}}}, actor));
    return drift;
}

} // namespace serein::desk

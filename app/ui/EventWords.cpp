#include "ui/EventWords.h"

#include "ui/AnswerWords.h"
#include "ui/AssessmentWords.h"
#include "ui/Words.h"

namespace serein::ui {

using namespace ledger; // NOLINT(google-build-using-namespace): one line for each kind of fact

namespace {

const auto person = QStringLiteral("person");
const auto planned = QStringLiteral("plan");
const auto answers = QStringLiteral("answers");
const auto alerts = QStringLiteral("alerts");
const auto review = QStringLiteral("review");
const auto screen = QStringLiteral("screen");

} // namespace

EventWords::EventWords(const vault::Vault& vault, const vault::Protocol& protocol, const QString& language,
                       bool readsNotes, bool hidesScores)
    : m_vault(vault), m_protocol(protocol), m_language(language), m_readsNotes(readsNotes), m_hidesScores(hidesScores) {
}

EventLine EventWords::lineOf(const Event& event, bool mayRead) {
    if (const auto* opened = std::get_if<AssessmentOpened>(&event.fact))
        remember(opened->assessment.toString(), opened->definition, opened->pack);
    if (const auto* moved = std::get_if<Reassigned>(&event.fact)) {
        if (!moved->content.isEmpty())
            remember(moved->assessment.toString(), moved->content[QLatin1String("definition")].toString(),
                     moved->content[QLatin1String("pack")].toString());
    }
    if (const auto* voided = std::get_if<Voided>(&event.fact);
        voided != nullptr && m_asked.contains(voided->assessment.toString()))
        m_asked.insert(voided->toAssessment.toString(), m_asked.value(voided->assessment.toString()));
    EventLine line = std::visit(*this, event.fact);
    if (!mayRead)
        line = {line.kind, tr("withheld: it would tell the arm"), {}};
    return line;
}

void EventWords::remember(const QString& assessment, const QString& definition, const QString& pack) {
    if (auto instrument = m_vault.instrumentByHash(definition)) {
        Asked asked{*std::move(instrument), {}};
        const instrument::TextPack* own = m_protocol.library.pack(asked.instrument.id, m_language);
        const QString inUse = m_protocol.instruments.value(asked.instrument.id)[QLatin1String("definition")].toString();
        if (own != nullptr && inUse == definition)
            asked.words = *own;
        else if (!pack.isEmpty())
            asked.words = m_vault.packByHash(pack, asked.instrument).value_or(instrument::TextPack());
        m_asked.insert(assessment, asked);
    }
}

QString EventWords::label(const QString& timepoint) const {
    const study::Timepoint* known = m_protocol.study.timepoint(timepoint);
    return known != nullptr ? known->label.in(m_language) : timepoint;
}
QString EventWords::anchor(const QString& id) const {
    const study::Anchor* known = m_protocol.study.anchor(id);
    return known != nullptr ? known->label.in(m_language) : id;
}
QString EventWords::moment(const QDateTime& at) const {
    return Words::moment(at, m_protocol.study.zone);
}
QString EventWords::about(const AssessmentKey& key) const {
    if (key.instrument.isEmpty())
        return label(key.timepoint);
    const auto asked = m_asked.constFind(key.toString());
    const instrument::Instrument* known =
        asked != m_asked.constEnd() ? &asked->instrument : m_protocol.library.instrument(key.instrument);
    const QString name = known != nullptr ? known->name.in(m_language) : key.instrument;
    return tr("%1 · %2", "instrument, timepoint").arg(name, label(key.timepoint));
}
QString EventWords::question(const AssessmentKey& key, const QString& item) const {
    const auto asked = m_asked.constFind(key.toString());
    if (item.isEmpty() || asked == m_asked.constEnd())
        return item;
    const QString text = asked->words.items.value(item).text;
    const instrument::Item* known = asked->instrument.item(item);
    return !text.isEmpty() ? text : known != nullptr ? known->concept_ : item;
}
QString EventWords::answer(const AssessmentKey& key, const QString& item, const QJsonValue& value) const {
    const auto asked = m_asked.constFind(key.toString());
    const instrument::Item* known = asked != m_asked.constEnd() ? asked->instrument.item(item) : nullptr;
    const auto read = known != nullptr ? instrument::answerFromJson(*known, value) : Result<instrument::Answer>();
    if (!read || std::holds_alternative<std::monostate>(*read))
        return tr("no answer");
    if (const auto* declined = std::get_if<instrument::Declined>(&*read))
        return declined->reason.isEmpty() ? tr("declined") : tr("declined: %1").arg(declined->reason);
    const QString words = AnswerWords::of(*known, asked->words, *read);
    return words.isEmpty() ? value.toVariant().toString() : words;
}

EventLine EventWords::unknown() const {
    return {screen, tr("something that this version doesn't know, or whose key is gone")};
}
EventLine EventWords::operator()(const Enrolled& fact) const {
    return {person, tr("Enrolled as %1").arg(fact.subject)};
}
EventLine EventWords::operator()(const Identified& /*fact*/) const {
    return {person, tr("Identity written down (kept apart, not shown here)")};
}
EventLine EventWords::operator()(const Noted& fact) const {
    return {person, m_readsNotes ? tr("Note: %1").arg(fact.text) : tr("A note (withheld)")};
}
EventLine EventWords::operator()(const Consented& fact) const {
    return {person, tr("Consent of %1, document %2, by %3").arg(moment(fact.at), fact.document, fact.by)};
}
EventLine EventWords::operator()(const ScreenFailed& fact) const {
    return {person, tr("Screen failure"), fact.reason};
}
EventLine EventWords::operator()(const Suspended& fact) const {
    return {person, tr("Suspended: %1").arg(fact.cause), fact.reason};
}
EventLine EventWords::operator()(const Resumed& fact) const {
    return {person, tr("Resumed"), fact.reason};
}
EventLine EventWords::operator()(const Withdrawn& fact) const {
    return {person, tr("Withdrawn from: %1 (identity %2)").arg(fact.from.join(QStringLiteral(", ")), fact.identity),
            fact.reason};
}
EventLine EventWords::operator()(const StudyMoved& fact) const {
    const auto protocol = m_vault.protocol(fact.study);
    return {person,
            tr("Follows version %1 of the study from here on").arg(protocol ? (*protocol)->study.version : fact.study),
            fact.reason};
}
EventLine EventWords::operator()(const Located& fact) const {
    return {person, tr("Whereabouts: %1").arg(QStringList{fact.place, fact.ward, fact.bed}.join(u' ').simplified())};
}
EventLine EventWords::operator()(const CallAttempted& fact) const {
    return {planned, tr("Called for %1: reached %2, %3").arg(label(fact.timepoint), fact.reached, fact.outcome),
            fact.remark};
}
EventLine EventWords::operator()(const Unblinded& fact) const {
    return {review, tr("Unblinded (%1): whoever wrote this saw the allocation").arg(fact.manner), fact.reason};
}
EventLine EventWords::operator()(const AnchorSet& fact) const {
    return {planned, tr("%1: %2").arg(anchor(fact.anchor), moment(fact.at))};
}
EventLine EventWords::operator()(const AnchorMoved& fact) const {
    return {planned, tr("%1 postponed to %2").arg(anchor(fact.anchor), moment(fact.at)), fact.reason};
}
EventLine EventWords::operator()(const AnchorCorrected& fact) const {
    return {planned, tr("%1 corrected to %2").arg(anchor(fact.anchor), moment(fact.at)), fact.reason};
}
EventLine EventWords::operator()(const AnchorRevoked& fact) const {
    return {planned, tr("%1 cancelled").arg(anchor(fact.anchor)), fact.reason};
}
EventLine EventWords::operator()(const AnchorRepeated& fact) const {
    return {planned, tr("%1 again: %2").arg(anchor(fact.anchor), moment(fact.at)), fact.reason};
}
EventLine EventWords::operator()(const TimepointRepeated& fact) const {
    return {planned, tr("%1 is asked once more").arg(label(fact.timepoint)), fact.reason};
}
EventLine EventWords::operator()(const Missed& fact) const {
    return {planned, tr("Missed: %1 (%2)").arg(about(fact.assessment), fact.reason), fact.remark};
}
EventLine EventWords::operator()(const HandedOver& fact) const {
    return {planned, tr("Tablet handed over for %1 (%2)").arg(label(fact.timepoint), fact.mode), fact.reason};
}
EventLine EventWords::operator()(const LanguageChosen& fact) const {
    return {screen, tr("Chose %1").arg(languageLabel(fact.language))};
}
EventLine EventWords::operator()(const ReadingPreferred& fact) const {
    return {screen, tr("Text at %1 %").arg(fact.textPercent)};
}
EventLine EventWords::operator()(const EscapeRefused& fact) const {
    return {screen, tr("Tried to leave the screen (%1)").arg(fact.what)};
}
EventLine EventWords::operator()(const HandedBack& /*fact*/) const {
    return {planned, tr("Tablet given back")};
}
EventLine EventWords::operator()(const AssessmentOpened& fact) const {
    return {answers, tr("Began %1 (%2)").arg(about(fact.assessment), fact.mode), fact.reason};
}
EventLine EventWords::operator()(const ItemShown& fact) const {
    return {screen, fact.item.isEmpty() ? tr("Read the review page of %1").arg(about(fact.assessment))
                                        : tr("Was shown: %1").arg(question(fact.assessment, fact.item))};
}
EventLine EventWords::operator()(const Answered& fact) const {
    return {answers, tr("%1 — %2", "question, answer")
                         .arg(question(fact.assessment, fact.item), answer(fact.assessment, fact.item, fact.answer))};
}
EventLine EventWords::operator()(const Submitted& fact) const {
    QStringList scores;
    for (auto it = fact.scores.begin(); !m_hidesScores && it != fact.scores.end(); ++it)
        if (const QJsonValue value = it->toObject()[QLatin1String("value")]; value.isDouble())
            scores.append(QStringLiteral("%1 %2").arg(it.key(), value.toVariant().toString()));
    const QString what = fact.endedEarly ? tr("%1 ended early") : tr("Submitted %1");
    const QString done = what.arg(about(fact.assessment));
    return {answers, scores.isEmpty() ? done : tr("%1; scores: %2").arg(done, scores.join(QStringLiteral(", ")))};
}
EventLine EventWords::operator()(const ModeChanged& fact) const {
    return {answers, tr("%1 goes on as %2").arg(about(fact.assessment), fact.mode)};
}
EventLine EventWords::operator()(const CheckKept& fact) const {
    return {answers, tr("Asked whether the answers fit together, and kept them: %1").arg(about(fact.assessment))};
}
EventLine EventWords::operator()(const Reopened& fact) const {
    return {answers, tr("Reopened %1").arg(about(fact.assessment)), fact.reason};
}
EventLine EventWords::operator()(const Transcribed& fact) const {
    return {answers, tr("Typed in from elsewhere: %1").arg(about(fact.assessment))};
}
EventLine EventWords::operator()(const AlertRaised& fact) const {
    return {alerts, tr("Alert: %1").arg(question(fact.assessment, fact.item))};
}
EventLine EventWords::operator()(const AlertAcknowledged& fact) const {
    return {alerts, tr("Alert acknowledged: %1").arg(fact.action)};
}
EventLine EventWords::operator()(const AlertEscalated& fact) const {
    return {alerts, tr("Nobody had acknowledged the alert: %1 is called").arg(fact.contact)};
}
EventLine EventWords::operator()(const AlertClosed& fact) const {
    return {alerts, tr("Alert closed: %1").arg(fact.outcome)};
}
EventLine EventWords::operator()(const Corrected& fact) const {
    return {review,
            tr("Corrected: %1 — \"%2\" instead of \"%3\"")
                .arg(question(fact.assessment, fact.item), answer(fact.assessment, fact.item, fact.answer),
                     answer(fact.assessment, fact.item, fact.before)),
            fact.reason};
}
EventLine EventWords::operator()(const CorrectionProposed& fact) const {
    return {review,
            tr("Correction proposed: %1 — \"%2\" instead of \"%3\"")
                .arg(question(fact.assessment, fact.item), answer(fact.assessment, fact.item, fact.answer),
                     answer(fact.assessment, fact.item, fact.before)),
            fact.reason};
}
EventLine EventWords::operator()(const CorrectionDeclined& fact) const {
    return {review, tr("Proposed correction declined"), fact.reason};
}
EventLine EventWords::operator()(const Voided& fact) const {
    return {review, tr("Voided: %1").arg(about(fact.assessment)), fact.reason};
}
EventLine EventWords::operator()(const Reassigned& fact) const {
    return {review, tr("Moved here: %1").arg(about(fact.assessment)), fact.reason};
}
EventLine EventWords::operator()(const QueryRaised& fact) const {
    return {review, tr("Query on %1: %2").arg(about(fact.assessment), fact.text)};
}
EventLine EventWords::operator()(const QueryAnswered& fact) const {
    return {review, tr("Query answered: %1").arg(fact.text)};
}
EventLine EventWords::operator()(const QueryClosed& fact) const {
    return {review, tr("Query closed"), fact.text};
}
EventLine EventWords::operator()(const SourceVerified& fact) const {
    return {review, tr("Compared with the source: %1").arg(about(fact.assessment))};
}
EventLine EventWords::operator()(const Signed& fact) const {
    return {review, fact.assessment.instrument.isEmpty()
                        ? tr("Signed the whole record: %1").arg(fact.meaning)
                        : tr("Signed %1: %2").arg(about(fact.assessment), fact.meaning)};
}
EventLine EventWords::operator()(const DataStateChanged& fact) const {
    return {review, tr("Data: %1").arg(AssessmentWords::dataState(fact.state)), fact.reason};
}

} // namespace serein::ui

#include "desk/EventWords.h"

#include "desk/AnswerWords.h"
#include "desk/FactWords.h"
#include "desk/StaffWords.h"
#include "desk/Trends.h"

namespace serein::desk {

using namespace ledger; // NOLINT(google-build-using-namespace): one line for each kind of fact

EventWords::EventWords(const vault::Vault& vault, std::shared_ptr<const vault::Protocol> protocol, QString language,
                       Reader reader, const QHash<QUuid, QString>& subjects)
    : m_vault(vault), m_protocol(std::move(protocol)), m_language(std::move(language)), m_reader(reader),
      m_subjects(subjects), m_readsNotes(vault.user().roleToDo(account::Action::Record).has_value()),
      m_hidesScores(hidesTrends(vault, m_protocol->study)) {}

QStringList EventWords::remembered() {
    return {QString::fromLatin1(AssessmentOpened::kind), QString::fromLatin1(Reassigned::kind),
            QString::fromLatin1(Voided::kind)};
}

void EventWords::remember(const Fact& fact) {
    if (const auto* opened = std::get_if<AssessmentOpened>(&fact))
        remember(opened->assessment.toString(), opened->definition, opened->pack);
    if (const auto* moved = std::get_if<Reassigned>(&fact); moved != nullptr && !moved->content.isEmpty())
        remember(moved->assessment.toString(), moved->content[QLatin1String("definition")].toString(),
                 moved->content[QLatin1String("pack")].toString());
    if (const auto* voided = std::get_if<Voided>(&fact);
        voided != nullptr && m_asked.contains(voided->assessment.toString()))
        m_asked.insert(voided->toAssessment.toString(), m_asked.value(voided->assessment.toString()));
}

void EventWords::remember(const QString& assessment, const QString& definition, const QString& pack) {
    std::optional<instrument::Instrument> instrument;
    const instrument::TextPack* own = nullptr;
    for (const QString& id : m_protocol->library.ids()) // what is in force is read already
        if (m_protocol->instruments[id][QLatin1String("definition")].toString() == definition) {
            instrument = *m_protocol->library.instrument(id);
            own = m_protocol->library.pack(id, m_language);
        }
    if (!instrument) {
        auto stored = m_vault.instrumentByHash(definition);
        if (!stored)
            return;
        instrument = *std::move(stored);
    }
    Asked asked{*instrument, {}};
    if (own != nullptr)
        asked.words = *own;
    else if (!pack.isEmpty())
        asked.words = m_vault.packByHash(pack, asked.instrument).value_or(instrument::TextPack());
    if (m_reader == Reader::File && !asked.words.allowsExport)
        asked.words = {};
    m_asked.insert(assessment, asked);
}

EventLine EventWords::lineOf(const Event& event, bool mayRead) {
    remember(event.fact);
    return mayRead ? std::visit(*this, event.fact) : EventLine{tr("withheld: it would tell the arm")};
}

QString EventWords::label(const QString& timepoint) const {
    const study::Timepoint* known = m_protocol->study.timepoint(timepoint);
    return known != nullptr ? known->label.in(m_language) : timepoint;
}
QString EventWords::anchor(const QString& id) const {
    const study::Anchor* known = m_protocol->study.anchor(id);
    return known != nullptr ? known->label.in(m_language) : id;
}
QString EventWords::moment(const QDateTime& at) const {
    return StaffWords::moment(at, m_protocol->study.zone);
}
QString EventWords::about(const AssessmentKey& key) const {
    if (key.instrument.isEmpty())
        return label(key.timepoint);
    const auto asked = m_asked.constFind(key.toString());
    const instrument::Instrument* known =
        asked != m_asked.constEnd() ? &asked->instrument : m_protocol->library.instrument(key.instrument);
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

QString EventWords::score(const AssessmentKey& key, const QString& id) const {
    const auto asked = m_asked.constFind(key.toString());
    if (asked != m_asked.constEnd())
        for (const instrument::Score& one : asked->instrument.scores)
            if (one.id == id)
                return one.name.in(m_language);
    return id;
}

EventLine EventWords::operator()(const AssessmentOpened& fact) const {
    return {tr("Began %1 (%2)").arg(about(fact.assessment), FactWords::mode(fact.mode)), fact.reason};
}
EventLine EventWords::operator()(const ItemShown& fact) const {
    return {fact.item.isEmpty() ? tr("Read the review page of %1").arg(about(fact.assessment))
                                : tr("Was shown: %1").arg(question(fact.assessment, fact.item))};
}
EventLine EventWords::operator()(const Answered& fact) const {
    return {tr("%1 — %2", "question, answer")
                .arg(question(fact.assessment, fact.item), answer(fact.assessment, fact.item, fact.answer))};
}
EventLine EventWords::operator()(const Submitted& fact) const {
    QStringList scores;
    for (auto it = fact.scores.begin(); !m_hidesScores && it != fact.scores.end(); ++it)
        if (const QJsonValue value = it->toObject()[QLatin1String("value")]; value.isDouble())
            scores.append(
                tr("%1 %2", "score, value").arg(score(fact.assessment, it.key()), value.toVariant().toString()));
    const QString what = fact.endedEarly ? tr("%1 ended early") : tr("Submitted %1");
    const QString done = what.arg(about(fact.assessment));
    return {scores.isEmpty() ? done : tr("%1; scores: %2").arg(done, scores.join(QStringLiteral(", ")))};
}
EventLine EventWords::operator()(const ModeChanged& fact) const {
    return {tr("%1 goes on: %2").arg(about(fact.assessment), FactWords::mode(fact.mode))};
}
EventLine EventWords::operator()(const CheckKept& fact) const {
    return {tr("Asked whether the answers fit together, and kept them: %1").arg(about(fact.assessment))};
}
EventLine EventWords::operator()(const Reopened& fact) const {
    return {tr("Reopened %1").arg(about(fact.assessment)), fact.reason};
}
EventLine EventWords::operator()(const Transcribed& fact) const {
    return {tr("Typed in from elsewhere: %1").arg(about(fact.assessment))};
}
EventLine EventWords::operator()(const AlertRaised& fact) const {
    return {tr("Alert: %1").arg(question(fact.assessment, fact.item))};
}
EventLine EventWords::operator()(const AlertAcknowledged& fact) const {
    return {tr("Alert acknowledged: %1").arg(fact.action)};
}
EventLine EventWords::operator()(const AlertEscalated& fact) const {
    return {tr("Nobody had acknowledged the alert: %1 is called").arg(fact.contact)};
}
EventLine EventWords::operator()(const AlertClosed& fact) const {
    return {tr("Alert closed: %1").arg(fact.outcome)};
}
EventLine EventWords::operator()(const InstructionRead& fact) const {
    return {tr("Instruction read for %1: %2").arg(about(fact.assessment), fact.text)};
}
EventLine EventWords::operator()(const Corrected& fact) const {
    return {tr("Corrected: %1 — \"%2\" instead of \"%3\"")
                .arg(question(fact.assessment, fact.item), answer(fact.assessment, fact.item, fact.answer),
                     answer(fact.assessment, fact.item, fact.before)),
            fact.reason};
}
EventLine EventWords::operator()(const CorrectionProposed& fact) const {
    return {tr("Correction proposed: %1 — \"%2\" instead of \"%3\"")
                .arg(question(fact.assessment, fact.item), answer(fact.assessment, fact.item, fact.answer),
                     answer(fact.assessment, fact.item, fact.before)),
            fact.reason};
}
EventLine EventWords::operator()(const CorrectionDeclined& fact) const {
    return {tr("Proposed correction declined"), fact.reason};
}
EventLine EventWords::operator()(const Voided& fact) const {
    return {tr("Voided: %1").arg(about(fact.assessment)), fact.reason};
}
EventLine EventWords::operator()(const Reassigned& fact) const {
    return {tr("Moved here: %1").arg(about(fact.assessment)), fact.reason};
}
EventLine EventWords::operator()(const QueryRaised& fact) const {
    return {tr("Query on %1: %2").arg(about(fact.assessment), fact.text)};
}
EventLine EventWords::operator()(const QueryAnswered& fact) const {
    return {tr("Query answered: %1").arg(fact.text)};
}
EventLine EventWords::operator()(const QueryClosed& fact) const {
    return {tr("Query closed"), fact.text};
}
EventLine EventWords::operator()(const SourceVerified& fact) const {
    return {tr("Compared with the source: %1").arg(about(fact.assessment))};
}
EventLine EventWords::operator()(const Signed& fact) const {
    return {fact.assessment.instrument.isEmpty() ? tr("Signed the whole record: %1").arg(fact.meaning)
                                                 : tr("Signed %1: %2").arg(about(fact.assessment), fact.meaning)};
}
EventLine EventWords::operator()(const Redacted& fact) const {
    return {fact.keyDestroyed
                ? tr("A free text was redacted: who somebody is stood in it. What it said is gone for good")
                : tr("A free text was redacted: who somebody is stood in it. It is shown to nobody"),
            fact.reason};
}
EventLine EventWords::operator()(const DataStateChanged& fact) const {
    return {tr("Data: %1").arg(StaffWords::dataState(fact.state)), fact.reason};
}

} // namespace serein::desk

#include "ui/FormModel.h"

#include "study/Words.h"
#include "ui/PlanWords.h"
#include "ui/Refusals.h"
#include "ui/StaffForms.h"
#include "ui/Words.h"

namespace serein::ui {

using account::Action;
using namespace std::chrono_literals;

FormModel::FormModel(QObject* parent) : StaffModel(parent) {
    m_typing.setSingleShot(true);
    m_typing.setInterval(1s);
    connect(&m_typing, &QTimer::timeout, this, &FormModel::flush);
    connect(this, &StaffModel::deskChanged, this, [this] {
        if (desk() != nullptr)
            connect(desk(), &DeskModel::closing, this, &FormModel::flush);
    });
}

FormModel::~FormModel() {
    if (m_typing.isActive()) // the page goes before the second is over
        flush();
}

void FormModel::setParticipant(const QString& participant) {
    place(m_participant, participant);
}
void FormModel::setTimepoint(const QString& timepoint) {
    place(m_timepoint, timepoint);
}
void FormModel::setInstrument(const QString& instrument) {
    place(m_instrument, instrument);
}

void FormModel::place(QString& member, const QString& value) {
    if (member == value)
        return;
    member = value;
    m_protocol.reset();
    Q_EMIT placed();
    reload();
}

void FormModel::setReason(const QString& reason) {
    if (reason == m_reason)
        return;
    m_reason = reason;
    if (!m_isKept)
        m_typing.start();
    Q_EMIT placed();
}

desk::FormPlace FormModel::where() const {
    return {.participant = QUuid::fromString(m_participant),
            .timepoint = m_timepoint,
            .instrument = m_instrument,
            .language = language(),
            .reason = m_reason};
}

const instrument::Instrument* FormModel::definition() const {
    return m_protocol ? m_protocol->library.instrument(m_instrument) : nullptr;
}

void FormModel::reload() {
    if (vault() == nullptr) {
        m_protocol.reset();
        m_entered.clear();
        m_kept.clear();
        m_isKept = true;
    } else if (!m_protocol && !m_participant.isEmpty() && !m_timepoint.isEmpty() && !m_instrument.isEmpty()) {
        open();
    }
    Q_EMIT loaded();
}

void FormModel::open() {
    m_trouble.clear();
    const auto kept = desk::Forms(*vault()).kept(where());
    const auto state = vault()->participant(where().participant);
    const auto protocol = state ? vault()->protocolOf(**state) : std::unexpected(state.error());
    if (!kept || !protocol) {
        const Error& error = !kept ? kept.error() : protocol.error();
        const QString known = PlanWords::trouble(error);
        const QString role =
            error.kind == Error::Kind::Refused ? Words::roleRefusal(vault()->user(), Action::Record) : QString();
        m_trouble = !role.isEmpty() ? role : !known.isEmpty() ? known : Words::error(error);
        return;
    }
    m_protocol = *protocol;
    m_kept = *kept;
    m_entered = formEntries(*definition(), m_kept, m_protocol->study.zone);
    m_isKept = true;
}

QVariantList FormModel::items() const {
    if (!m_protocol)
        return {};
    QVariantList rows = formItems(*m_protocol, m_instrument, m_entered, language());
    for (QVariant& one : rows) {
        QVariantMap row = one.toMap();
        const QString id = row.value(QStringLiteral("id")).toString();
        if (isTwice(*definition()->item(id), m_entered.value(id), m_protocol->study.zone)) {
            row.insert(
                QStringLiteral("remark"),
                tr("The clock is put back that night, so this time comes twice. The first of them is recorded."));
            one = row;
        }
    }
    return rows;
}

QString FormModel::instruction() const {
    const instrument::Entry* entry = m_protocol ? m_protocol->library.entry(m_instrument) : nullptr;
    const instrument::TextPack* words = entry != nullptr ? study::wordsFor(*entry, language()) : nullptr;
    return words != nullptr ? words->instruction : QString();
}

QString FormModel::rater() const {
    if (vault() == nullptr)
        return {};
    const auto role = vault()->user().roleToDo(Action::Record);
    return role ? tr("Recorded by %1 (%2)").arg(vault()->user().name, Words::role(*role)) : QString();
}

void FormModel::enter(const QString& item, const QVariant& value) {
    const instrument::Item* asked = definition() != nullptr ? definition()->item(item) : nullptr;
    if (asked == nullptr)
        return;
    m_entered.insert(item, value);
    m_isKept = false;
    if (desk()->errorField() == item)
        desk()->clearMessages();
    if (asked->choices.isEmpty()) {
        m_typing.start();
        Q_EMIT loaded();
    } else {
        flush();
    }
}

bool FormModel::flush() {
    m_typing.stop();
    if (definition() == nullptr || vault() == nullptr || m_isKept)
        return true;
    // What doesn't fit is still being typed: what stood there before is kept until it does.
    instrument::Answers answers = m_kept;
    answers.insert(usableAnswers(*definition(), m_entered, m_protocol->study.zone));
    const auto done = desk::Forms(*vault()).keep(where(), answers);
    if (done) {
        m_kept = answers;
        m_isKept = true;
    } else {
        explain(done.error());
    }
    Q_EMIT loaded();
    return done.has_value();
}

bool FormModel::save() {
    m_typing.stop();
    if (definition() == nullptr || vault() == nullptr)
        return false;
    const auto answers = formAnswers(*definition(), m_entered, m_protocol->study.zone);
    if (!answers)
        return explain(answers.error());
    instrument::Answers all = m_kept;
    all.insert(*answers);
    const auto submitted = desk::Forms(*vault()).submit(where(), all);
    if (!submitted)
        return explain(submitted.error());
    m_isKept = true;
    return desk()->succeed(tr("Saved."));
}

bool FormModel::explain(const Error& error) {
    const QString field = error.faults.isEmpty() ? QString() : error.faults.constFirst().pointer.mid(1);
    const instrument::Item* item = definition()->item(field);
    if (item == nullptr)
        return desk()->fail(Action::Record, error);
    const QString known = PlanWords::trouble(error);
    QString reason = Refusals::inWords(error.faults.constFirst().reason);
    reason[0] = reason[0].toUpper();
    desk()->say(!known.isEmpty()         ? known
                : item->min && item->max ? tr("Please enter a number from %1 to %2. It is not saved yet.")
                                               .arg(item->min->toString(), item->max->toString())
                                         : tr("%1. It is not saved yet.", "what is wrong with an entry").arg(reason),
                field);
    return false;
}

} // namespace serein::ui

#include "ui/InstructionModel.h"

#include <algorithm>

namespace serein::ui {

void InstructionModel::reload() {
    if (vault() == nullptr) {
        m_waiting.clear();
    } else if (m_asked != vault()) {
        m_waiting = desk::Instructing(*vault()).waiting().value_or(QList<desk::Instruction>());
    } else { // from then on only those change whose page is open
        QSet<QUuid> people{QUuid::fromString(desk()->participant().value(QStringLiteral("id")).toString())};
        for (const desk::Instruction& one : std::as_const(m_waiting))
            people.insert(one.participant);
        m_waiting.clear();
        for (const QUuid& participant : std::as_const(people))
            if (!participant.isNull())
                m_waiting += desk::Instructing(*vault()).waitingFor(participant).value_or(QList<desk::Instruction>());
        std::ranges::sort(m_waiting, {}, [](const desk::Instruction& one) { return one.subject; });
    }
    m_asked = vault();
    m_about.clear();
    if (!m_waiting.isEmpty()) {
        const desk::Instruction& first = m_waiting.constFirst();
        const instrument::Instrument* form = vault()->library().instrument(first.assessment.instrument);
        m_about = tr("%1: %2", "a participant and a form")
                      .arg(first.subject, form != nullptr ? form->name.in(language()) : first.assessment.instrument);
    }
    Q_EMIT loaded();
}

QString InstructionModel::text() const {
    return m_waiting.isEmpty() ? QString() : m_waiting.constFirst().text.in(language());
}

bool InstructionModel::read() {
    return !m_waiting.isEmpty() && conclude(desk::Instructing(*vault()).read(m_waiting.constFirst(), language()),
                                            account::Action::Record, tr("Noted that this was read."));
}

} // namespace serein::ui

#include "ui/StudyDataModel.h"

#include "desk/Review.h"
#include "ui/Words.h"

#include <ranges>

namespace serein::ui {

using account::Action;

namespace {

const QString dataOpen = QStringLiteral("open");
const QString dataFrozen = QStringLiteral("frozen");
const QString dataLocked = QStringLiteral("locked");
const QString signing = QStringLiteral("sign");

/// To and from dataLocked is the data manager's.
Action actionOf(const QString& what, const QString& now) {
    return what == signing                           ? Action::Sign
           : what == dataLocked || now == dataLocked ? Action::LockData
                                                     : Action::FreezeData;
}

} // namespace

QString StudyDataModel::stateText() const {
    return vault() != nullptr ? desk::StaffWords::dataState(vault()->deviceState().dataState) : QString();
}

QString StudyDataModel::signature() const {
    if (vault() == nullptr || !vault()->deviceState().signedAt.isValid())
        return {};
    const ledger::DeviceState& device = vault()->deviceState();
    return tr("Signed by %1, %2: %3", "who, when, what it means")
        .arg(device.signedBy, Words::moment(device.signedAt, vault()->study().zone), device.signedMeaning);
}

QVariantList StudyDataModel::acts() const {
    QVariantList rows;
    if (vault() == nullptr)
        return rows;
    const QString now = vault()->deviceState().dataState;
    const auto offer = [&](const QString& what, const QString& label) {
        if (what != now && vault()->user().roleToDo(actionOf(what, now)))
            rows += QVariantMap{{QStringLiteral("id"), what}, {QStringLiteral("label"), label}};
    };
    if (now != dataLocked)
        offer(signing, tr("Sign the study"));
    if (now == dataOpen)
        offer(dataFrozen, tr("Freeze all data"));
    offer(dataLocked, tr("Lock all data"));
    offer(dataOpen, tr("Open all data again"));
    return rows;
}

void StudyDataModel::reload() {
    m_broken.clear();
    m_history.clear();
    if (vault() != nullptr) {
        if (const auto subjects = desk::changedSinceStudySigned(*vault()); subjects && !subjects->isEmpty()) {
            constexpr qsizetype most = 8; // names enough to go and look
            const QString named = subjects->mid(0, most).join(tr(", ", "between subject ids"));
            m_broken = subjects->size() > most ? tr("No longer holds: data changed since, of %1 and others (%2)")
                                                     .arg(named, QString::number(subjects->size()))
                                               : tr("No longer holds: data changed since, of %1").arg(named);
        }
        readHistory();
    }
    Q_EMIT changed();
}

void StudyDataModel::readHistory() {
    const auto events = vault()->events(ledger::deviceStream);
    if (!events)
        return; // the check of everything stored says what is wrong with them
    for (const ledger::Event& event : std::ranges::reverse_view(*events)) {
        const QString by =
            tr("%1 (%2), %3", "name, role, when")
                .arg(event.header.actor, event.header.role, Words::moment(event.header.at, vault()->study().zone));
        const auto add = [&](const QString& what, const QString& words) {
            m_history += QVariantMap{{QStringLiteral("text"), tr("%1 · %2", "what, by whom and when").arg(what, by)},
                                     {QStringLiteral("words"), words}};
        };
        if (const auto* one = std::get_if<ledger::StudySigned>(&event.fact))
            add(tr("Signed"), one->meaning);
        else if (const auto* state = std::get_if<ledger::StudyDataStateChanged>(&event.fact))
            add(desk::StaffWords::dataState(state->state), state->reason);
    }
}

bool StudyDataModel::act(const QString& what, const QString& text, const QString& passphrase) {
    if (vault() == nullptr)
        return false;
    const Action action = actionOf(what, vault()->deviceState().dataState);
    desk::Review review(*vault());
    auto result =
        what == signing ? review.signStudy(text, secretFrom(passphrase)) : review.setStudyDataState(what, text);
    // The page has one field for whatever is written: what a signature means, or why.
    if (!result && !result.error().faults.isEmpty()) {
        QString& pointer = result.error().faults.first().pointer;
        if (pointer == QLatin1String("/reason") || pointer == QLatin1String("/meaning"))
            pointer = QStringLiteral("/text");
    }
    return conclude(result, action, what == signing ? tr("The study is signed.") : tr("Saved."));
}

} // namespace serein::ui

#include "ui/StudyModel.h"

#include "ui/AdminWords.h"
#include "ui/Files.h"
#include "ui/StudyWords.h"
#include "ui/Words.h"

#include <QFileInfo>

namespace serein::ui {

using account::Action;

namespace {

QString barWords(desk::MoveBar bar, const QString& document) {
    switch (bar) {
    case desk::MoveBar::Reconsent:
        return StudyModel::tr("has to consent to document %1 first").arg(document);
    case desk::MoveBar::HandedOver:
        return StudyModel::tr("has the tablet just now");
    case desk::MoveBar::DataClosed:
        return StudyModel::tr("data are frozen or locked");
    case desk::MoveBar::StillOpen:
        return StudyModel::tr("has begun a scale that this version no longer has");
    }
    return {};
}

} // namespace

bool StudyModel::mayAdopt() const {
    return vault() != nullptr && vault()->user().roleToDo(Action::AdoptStudy);
}

bool StudyModel::mayMove() const {
    return vault() != nullptr && vault()->user().roleToDo(Action::MoveStudy);
}

void StudyModel::reload() {
    m_moves.clear();
    if (vault() == nullptr) {
        forgetAmendment();
    } else if (const auto moves = desk::Administration(*vault()).moves(); moves) {
        for (const desk::Move& one : *moves)
            m_moves += QVariantMap{
                {QStringLiteral("id"), idText(one.participant)},
                {QStringLiteral("subject"), one.subject},
                {QStringLiteral("version"), one.version},
                {QStringLiteral("bar"), one.bar ? barWords(*one.bar, vault()->study().consentDocument) : QString()}};
    }
    Q_EMIT changed();
}

QVariantMap StudyModel::study() const {
    if (vault() == nullptr)
        return {};
    const study::Study& now = vault()->study();
    QVariantList timepoints;
    for (const study::Timepoint& one : now.timepoints) {
        QStringList battery;
        for (const QString& id : one.battery)
            battery += StudyWords::instrument(vault()->library(), id, language());
        timepoints += QVariantMap{{QStringLiteral("id"), one.id},
                                  {QStringLiteral("label"), one.label.in(language())},
                                  {QStringLiteral("window"), StudyWords::window(now, one.window, language())},
                                  {QStringLiteral("battery"), battery}};
    }
    return {{QStringLiteral("title"), now.title.in(language())},
            {QStringLiteral("version"), now.version},
            {QStringLiteral("hash"), vault()->deviceState().study},
            {QStringLiteral("zone"), QString::fromLatin1(now.zone.id())},
            {QStringLiteral("timepoints"), timepoints}};
}

QVariantList StudyModel::instruments() const {
    QVariantList all;
    if (vault() == nullptr)
        return all;
    const QStringList ids = vault()->library().ids();
    for (const QString& id : ids) {
        const instrument::Entry& entry = *vault()->library().entry(id);
        QVariantList packs;
        for (const instrument::TextPack& pack : entry.packs)
            packs += QVariantMap{{QStringLiteral("language"), pack.language},
                                 {QStringLiteral("text"), StudyWords::pack(pack)}};
        all += QVariantMap{
            {QStringLiteral("id"), id},
            {QStringLiteral("name"), entry.instrument.name.in(language())},
            {QStringLiteral("version"), entry.instrument.version},
            {QStringLiteral("class"),
             entry.instrument.dataClass == QLatin1String("unblinding") ? tr("would tell the allocation") : QString()},
            {QStringLiteral("hash"), vault()->deviceState().instruments[id][QStringLiteral("definition")].toString()},
            {QStringLiteral("packs"), packs}};
    }
    return all;
}

QVariantMap StudyModel::amendment() const {
    if (!m_amendment || vault() == nullptr)
        return {};
    QStringList changes;
    for (const desk::StudyChange& one : m_amendment->changes)
        changes += StudyWords::change(one, vault()->study(), m_amendment->study, m_amendment->library, language());
    return {{QStringLiteral("version"), m_amendment->study.version},
            {QStringLiteral("title"), m_amendment->study.title.in(language())},
            {QStringLiteral("changes"), changes}};
}

bool StudyModel::end(const Result<void>& result, Action action, const QString& notice) {
    if (conclude(result, action, notice))
        return true;
    if (const QString words = AdminWords::trouble(result.error()); !words.isEmpty())
        desk()->say(words, AdminWords::field(result.error()));
    return false;
}

bool StudyModel::unreadable(const Error& error, const QString& field) {
    if (error.kind == Error::Kind::Refused)
        return conclude(std::unexpected(error), Action::AdoptStudy, {});
    m_faults.clear();
    for (const Fault& fault : error.faults) {
        const QString file = QFileInfo(fault.file).fileName();
        m_faults += fault.pointer.isEmpty()
                        ? tr("%1: %2", "file, fault").arg(file, fault.reason)
                        : tr("%1 at %2: %3", "file, place, fault").arg(file, fault.pointer, fault.reason);
    }
    Q_EMIT amendmentChanged();
    desk()->say(tr("This file can't be used, and nothing was changed. %n fault(s) in it, listed below.", "",
                   static_cast<int>(m_faults.size())),
                field);
    return false;
}

void StudyModel::forgetAmendment() {
    m_amendment.reset();
    m_faults.clear();
    Q_EMIT amendmentChanged();
}

bool StudyModel::addPack(const QString& file) {
    if (vault() == nullptr)
        return false;
    forgetAmendment();
    const auto pack = desk::Administration(*vault()).addPack(localPath(file));
    if (!pack)
        return unreadable(pack.error(), QStringLiteral("pack"));
    return conclude({}, Action::AdoptStudy, tr("In use from now on. %1").arg(StudyWords::pack(*pack)));
}

bool StudyModel::readAmendment(const QString& file) {
    if (vault() == nullptr)
        return false;
    forgetAmendment();
    desk()->clearMessages();
    auto read = desk::Administration(*vault()).readAmendment(localPath(file));
    if (!read)
        return unreadable(read.error(), QStringLiteral("file"));
    m_amendment = *std::move(read);
    Q_EMIT amendmentChanged();
    return true;
}

bool StudyModel::amend(const QString& approval) {
    if (vault() == nullptr || !m_amendment)
        return false;
    const auto amended = desk::Administration(*vault()).amend(m_amendment->study, m_amendment->library, approval);
    const QString notice = tr("Version %1 is in force for whoever is enrolled from now on. Whoever is enrolled already "
                              "follows theirs until they are moved.")
                               .arg(m_amendment->study.version);
    if (amended)
        forgetAmendment();
    return end(amended, Action::AdoptStudy, notice);
}

bool StudyModel::move(const QString& participant, const QString& reason) {
    return vault() != nullptr && end(desk::Administration(*vault()).move(QUuid::fromString(participant), reason),
                                     Action::MoveStudy, tr("Moved to version %1.").arg(vault()->study().version));
}

bool StudyModel::moveAll(const QString& reason) {
    if (vault() == nullptr)
        return false;
    desk::Administration administration(*vault());
    const auto moves = administration.moves();
    if (!moves)
        return conclude(std::unexpected(moves.error()), Action::MoveStudy, {});
    int moved = 0;
    int waiting = 0;
    for (const desk::Move& one : *moves) {
        if (one.bar) {
            ++waiting;
            continue;
        }
        if (const auto done = administration.move(one.participant, reason); !done)
            return end(done, Action::MoveStudy, {});
        ++moved;
    }
    return conclude(
        {}, Action::MoveStudy,
        tr("Moved to version %1: %2. Still waiting: %3.").arg(vault()->study().version).arg(moved).arg(waiting));
}

} // namespace serein::ui

#include "ui/ReviewModel.h"

#include "core/Ids.h"
#include "desk/Desk.h"
#include "ui/AssessmentWords.h"
#include "ui/ParticipantCells.h"
#include "ui/RecordWords.h"
#include "ui/RedactModel.h"
#include "ui/Secrets.h"
#include "ui/StaffForms.h"
#include "ui/StreamWords.h"

namespace serein::ui {

using account::Action;

namespace {

Action actionOf(const QString& what) {
    static const QMap<QString, Action> actions{{QStringLiteral("correct"), Action::Record},
                                               {QStringLiteral("propose"), Action::ProposeCorrection},
                                               {QStringLiteral("approve"), Action::DecideCorrection},
                                               {QStringLiteral("decline"), Action::DecideCorrection},
                                               {QStringLiteral("query"), Action::RaiseQuery},
                                               {QStringLiteral("answer"), Action::AnswerQuery},
                                               {QStringLiteral("close"), Action::RaiseQuery},
                                               {QStringLiteral("verify"), Action::VerifySource},
                                               {QStringLiteral("sign"), Action::Sign},
                                               {QStringLiteral("signRecord"), Action::Sign},
                                               {QStringLiteral("frozen"), Action::FreezeData},
                                               {QStringLiteral("locked"), Action::LockData},
                                               {QStringLiteral("open"), Action::FreezeData},
                                               {QStringLiteral("unblind"), Action::Unblind},
                                               {QStringLiteral("reopen"), Action::Reopen}};
    return actions.value(what, Action::DecideCorrection);
}

} // namespace

void ReviewModel::setParticipant(const QString& participant) {
    m_participant = participant;
    reload();
}

void ReviewModel::open(const QString& timepoint, const QString& instrument, int sequence) {
    m_key = {timepoint, instrument, sequence};
    reload();
}

void ReviewModel::readStream() {
    m_readsStream = true;
    reload();
}

void ReviewModel::setStreamKind(const QString& kind) {
    m_kind = kind;
    reload();
}

QVariantList ReviewModel::streamKinds() const {
    return StreamWords::kinds();
}

void ReviewModel::reload() {
    m_page.clear();
    m_record.clear();
    m_stream.clear();
    if (vault() != nullptr && !m_participant.isEmpty()) {
        const QUuid id = QUuid::fromString(m_participant);
        m_record = RecordWords::of(*vault(), id, language()).value_or(QVariantMap());
        if (!m_key.instrument.isEmpty())
            m_page = AssessmentWords::of(*vault(), id, m_key, language()).value_or(QVariantMap());
        if (m_readsStream)
            m_stream = RedactModel::marked(
                *vault(), id, StreamWords::rows(*vault(), id, language(), m_kind).value_or(QVariantList()));
    }
    Q_EMIT changed();
}

QVariantList ReviewModel::destinations(const QString& subject, const QString& instrument) const {
    QVariantList rows;
    const auto id = vault() != nullptr ? vault()->participantBySubject(subject.trimmed()) : std::unexpected(Error());
    const auto state = id && *id ? vault()->participant(**id) : std::unexpected(Error());
    const auto protocol = state ? vault()->protocolOf(**state) : std::unexpected(Error());
    if (!protocol)
        return rows;
    const ParticipantCells cells(*vault(), **protocol, **state, language());
    for (const study::Timepoint& timepoint : (*protocol)->study.timepoints)
        for (int sequence = 1; sequence <= (*state)->sequenceOf(timepoint.id); ++sequence)
            if (timepoint.battery.contains(instrument) &&
                (*state)->assessment({timepoint.id, instrument, sequence}) == nullptr)
                rows += QVariantMap{{QStringLiteral("id"), QStringLiteral("%1.%2").arg(timepoint.id).arg(sequence)},
                                    {QStringLiteral("label"), cells.label(timepoint, sequence)},
                                    {QStringLiteral("timepoint"), timepoint.id},
                                    {QStringLiteral("sequence"), sequence}};
    return rows;
}

Result<void> ReviewModel::change(bool propose, const QVariantMap& given) {
    const QUuid id = QUuid::fromString(m_participant);
    const QString item = given.value(QStringLiteral("id")).toString();
    SEREIN_TRY(const auto state, vault()->participant(id));
    SEREIN_TRY(const ledger::AssessmentState* assessment, desk::assessmentFor(*vault(), *state, m_key));
    SEREIN_TRY(const instrument::Instrument instrument, vault()->instrumentByHash(assessment->definition));
    SEREIN_TRY(const auto protocol, vault()->protocolOf(*state));
    const auto answers = formAnswers(instrument, {{item, given.value(QStringLiteral("answer"))}}, protocol->study.zone);
    if (!answers)
        return unusable(answers.error().faults.constFirst().reason, QStringLiteral("/answer"));
    const desk::CorrectionOrder order{id, m_key, item, instrument::answerToJson(answers->value(item)),
                                      given.value(QStringLiteral("text")).toString()};
    desk::Review review(*vault());
    if (!propose)
        return review.correct(order);
    SEREIN_CHECK(review.propose(order));
    return {};
}

Result<void> ReviewModel::done(const QString& what, const QVariantMap& given) {
    const auto text = [&](const char* key) { return given.value(QLatin1String(key)).toString(); };
    const QUuid id = QUuid::fromString(m_participant);
    const QUuid about = QUuid::fromString(text("id"));
    desk::Review review(*vault());
    if (what == QLatin1String("correct") || what == QLatin1String("propose"))
        return change(what == QLatin1String("propose"), given);
    if (what == QLatin1String("approve"))
        return review.approve(id, about);
    if (what == QLatin1String("decline"))
        return review.decline(id, about, text("text"));
    if (what == QLatin1String("query")) {
        SEREIN_CHECK(review.raiseQuery(id, m_key, text("id"), text("text")));
        return {};
    }
    if (what == QLatin1String("answer"))
        return review.answerQuery(id, about, text("text"));
    if (what == QLatin1String("close"))
        return review.closeQuery(id, about, text("text"));
    if (what == QLatin1String("verify"))
        return review.verifySource(id, m_key);
    if (what == QLatin1String("void"))
        return review.voidAssessment(id, m_key, text("text"));
    if (what == QLatin1String("reopen"))
        return desk::Desk(*vault()).reopen(id, m_key, text("text"));
    if (what == QLatin1String("unblind"))
        return review.unblind(id, text("manner"), text("text"));
    if (what == QLatin1String("reassign") || what == QLatin1String("place")) {
        SEREIN_TRY(const auto target, vault()->participantBySubject(text("subject").trimmed()));
        if (!target)
            return unusable(QStringLiteral("nobody is enrolled under this subject id"), QStringLiteral("/subject"));
        const desk::Destination to{*target, text("timepoint"), given.value(QStringLiteral("sequence"), 1).toInt()};
        return what == QLatin1String("place") ? review.place(id, about, to, text("text"))
                                              : review.reassign(id, m_key, to, text("text"));
    }
    return review.setDataState(id, what, text("text"));
}

bool ReviewModel::act(const QString& what, const QVariantMap& given) {
    return vault() != nullptr && end(what, done(what, given));
}

bool ReviewModel::sign(const QString& what, const QString& meaning, const QString& passphrase) {
    if (vault() == nullptr)
        return false;
    const QUuid id = QUuid::fromString(m_participant);
    desk::Review review(*vault());
    return end(what, what == QLatin1String("signRecord") ? review.signRecord(id, meaning, secretFrom(passphrase))
                                                         : review.sign(id, m_key, meaning, secretFrom(passphrase)));
}

bool ReviewModel::end(const QString& what, Result<void> result) {
    // The page has one field for whatever is written: a reason, a question, a meaning.
    if (!result && !result.error().faults.isEmpty()) {
        QString& pointer = result.error().faults.first().pointer;
        if (pointer == QLatin1String("/reason") || pointer == QLatin1String("/meaning"))
            pointer = QStringLiteral("/text");
    }
    return conclude(result, actionOf(what),
                    what == QLatin1String("reopen") ? tr("Reopened. Hand the tablet over again to go on.")
                                                    : tr("Saved."));
}

} // namespace serein::ui

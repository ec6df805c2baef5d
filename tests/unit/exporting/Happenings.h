#pragma once
// What may happen to data after they were given, by name, done as the desk does it; and that none of it takes anything
// out of the ledger.
#include "desk/Alerting.h"
#include "desk/Review.h"
#include "desk/Standing.h"
#include "exporting/Bundle.h"
#include "support/ReviewVault.h"

#include <QDir>

namespace serein::test {

inline const ledger::AssessmentKey sleep2{QStringLiteral("POD2"), QStringLiteral("nrs-sleep"), 1};
inline const ledger::AssessmentKey pain2{QStringLiteral("POD2"), QStringLiteral("nrs-pain"), 1};

/// What went wrong, or nothing.
QString ok(const auto& result) {
    return result ? QString() : result.error().toString();
}

struct Happenings : ReviewVault {
    /// Does it to the first participant; what went wrong, or nothing.
    QString happen(const QString& what) {
        for (const auto& step : {&Happenings::inReview, &Happenings::inStanding, &Happenings::inAsking})
            if (const std::optional<QString> done = (this->*step)(what))
                return *done;
        return QStringLiteral("nobody knows how to do it: ") + what;
    }
    /// The files of a bundle; none: all formats.
    [[nodiscard]] exporting::Files bundle(const QString& audience = QStringLiteral("full"),
                                          const QStringList& formats = {}) const {
        [[maybe_unused]] const auto named =
            vault->checkpoint(first, {QStringLiteral("dana"), QStringLiteral("dataManager")});
        const auto files = exporting::buildBundle(*vault, first, audience, formats);
        return files ? *files : exporting::Files();
    }
    /// Hashes of the events of everybody, stream by stream.
    [[nodiscard]] QList<QList<QByteArray>> ledgerNow() const {
        QList<QList<QByteArray>> streams;
        for (const QUuid& participant : {first, second}) {
            QList<QByteArray> hashes;
            const auto stream = vault->stream(idText(participant));
            for (qsizetype i = 0; stream && i < stream->size(); ++i)
                hashes.append(stream->at(i).hash);
            streams.append(hashes);
        }
        return streams;
    }
    /// Every event that was there is there still, byte for byte and in its place; what was done was added; the
    /// projections are those of the ledger; and a bundle with every format is worked out again from its slice. What is
    /// not so, or nothing.
    QString lostOrUnverified(const QList<QList<QByteArray>>& before) {
        const QList<QList<QByteArray>> now = ledgerNow();
        for (qsizetype i = 0; i < before.size(); ++i)
            if (before[i].isEmpty() || now[i].first(std::min(now[i].size(), before[i].size())) != before[i])
                return QStringLiteral("an event that was there is not there any more");
        if (now[0].size() <= before[0].size())
            return QStringLiteral("nothing was added to the ledger");
        if (const auto verified = vault->verify(); !verified)
            return ok(verified);
        const auto digest = vault->projectionDigest();
        if (const auto rebuilt = vault->rebuild(); !digest || !rebuilt || *rebuilt != *digest)
            return QStringLiteral("the projections are not those of the ledger");
        as(QStringLiteral("dana"));
        const QString out = folder.filePath(QStringLiteral("out"));
        QDir().mkpath(out);
        const auto made =
            exporting::exportParticipant(*vault, {first, QStringLiteral("full"), out, {}, QStringLiteral("an audit")});
        return made ? ok(exporting::verifyBundle(made->path,
                                                 {folder.filePath(QStringLiteral("vault/device-key.json")), {}}))
                    : ok(made);
    }
    void say(const ledger::Fact& fact) const {
        write(first, {fact}, {QStringLiteral("nora"), QStringLiteral("nurse")});
    }
    [[nodiscard]] desk::Review deskOf(const char* name) {
        as(QString::fromLatin1(name));
        return desk::Review(*vault);
    }

private:
    QString change(const char* item, const QJsonValue& answer) {
        const auto proposal = deskOf("nora").propose({first, mood, QString::fromLatin1(item), answer, "misread"});
        return proposal ? ok(deskOf("iris").approve(first, *proposal)) : ok(proposal);
    }
    QString signAll() { return ok(deskOf("iris").signRecord(first, "complete", crypto::Secret(passphrase))); }
    QString sign() { return ok(deskOf("iris").sign(first, mood, "reviewed", crypto::Secret(passphrase))); }

    /// What is done to data: nothing where it is not one of these.
    std::optional<QString> inReview(const QString& what) {
        if (what == "correction")
            return change("q1", 3);
        if (what == "proposal")
            return ok(deskOf("nora").propose({first, mood, "q1", 3, "misread"}));
        if (what == "moved away")
            return ok(deskOf("iris").reassign(first, mood, {second, "BL"}, "swapped"));
        if (what == "moved here") {
            give(second, pain2, {{"rest", 2}, {"movement", 5}}, "self", "2026-11-22T07:00+08:00");
            return ok(deskOf("iris").reassign(second, pain2, {first, "POD2"}, "swapped"));
        }
        if (what == "nobody's")
            return ok(deskOf("iris").voidAssessment(first, mood, "a trial of the tablet"));
        if (what == "query")
            return ok(deskOf("mona").raiseQuery(first, mood, "q1", "Is this right?"));
        if (what == "query about the whole")
            return ok(deskOf("mona").raiseQuery(first, mood, {}, "Who read it aloud?"));
        if (what == "answered")
            return ok(deskOf("nora").answerQuery(first, state(first)->queries.firstKey(), "She said so twice"));
        if (what == "closed")
            return ok(deskOf("mona").closeQuery(first, state(first)->queries.firstKey(), "Thank you"));
        if (what == "query answered" || what == "query closed")
            return both("query", what == "query answered" ? "answered" : "answered and closed");
        if (what == "answered and closed")
            return both("answered", "closed");
        if (what == "verified")
            return ok(deskOf("mona").verifySource(first, mood));
        if (what == "signature")
            return sign();
        if (what == "record signed")
            return signAll();
        if (what == "broken signature")
            return both("record signed", "correction");
        if (what == "broken signature of a scale")
            return both("signature", "correction");
        if (what == "freeze" || what == "lock" || what == "unlock")
            return ok(deskOf("dana").setDataState(first,
                                                  what == "freeze" ? "frozen"
                                                  : what == "lock" ? "locked"
                                                                   : "open",
                                                  what == "unlock" ? "a sheet turned up" : "clean"));
        if (what == "locked and unlocked")
            return both("lock", "unlock");
        if (what == "unblinded")
            return ok(deskOf("iris").unblind(first, "emergency", "convulsions"));
        return std::nullopt;
    }
    /// Where they stand in the study.
    std::optional<QString> inStanding(const QString& what) {
        const auto withdraw = [this](const QStringList& from, const char* reason) {
            as(QStringLiteral("iris"));
            return ok(desk::Standing(*vault).withdraw(first, {from, "participant", QString::fromLatin1(reason)}));
        };
        if (what == "withdrawn from the drug")
            return withdraw({"studyDrug"}, "tired of it");
        if (what == "calls too")
            return withdraw({"calls"}, "");
        if (what == "withdrawn from calls too")
            return both("withdrawn from the drug", "calls too");
        if (what == "withdrawn from what is asked")
            return withdraw({"questionnaires", "calls"}, "moves abroad");
        if (what == "records too, two days later") {
            clock.set(*parseInstant(QStringLiteral("2026-11-23T09:00+08:00")));
            return withdraw({"records"}, "");
        }
        if (what == "withdrawn from records later")
            return both("withdrawn from what is asked", "records too, two days later");
        if (what == "withdrawn from everything")
            return withdraw({"studyDrug", "questionnaires", "calls", "records"}, "");
        if (what == "forgotten") {
            as(QStringLiteral("iris"));
            return ok(desk::Standing(*vault).withdraw(
                first, {{}, "representative", "wants to be forgotten", "destroyed", state(first)->subject}));
        }
        if (what == "withdrawn from what is asked, then forgotten")
            return both("withdrawn from what is asked", "forgotten");
        if (what == "forgotten at once") {
            as(QStringLiteral("iris"));
            return ok(desk::Standing(*vault).withdraw(
                first,
                {{"questionnaires", "calls"}, "participant", "moves abroad", "destroyed", state(first)->subject}));
        }
        if (what == "suspended" || what == "resumed") {
            as(QStringLiteral("iris"));
            return ok(what == "suspended" ? desk::Standing(*vault).suspend(first, "icu", "ventilated")
                                          : desk::Standing(*vault).resume(first, "back on the ward"));
        }
        if (what == "suspended and resumed")
            return both("suspended", "resumed");
        if (what == "screen failure") {
            say(ledger::ScreenFailed{"haemoglobin too low"});
            return QString();
        }
        if (what == "reconsent") {
            const auto consent = [this](const char* document, const char* at, const char* occasion) {
                say(ledger::Consented{document, *parseInstant(QString::fromLatin1(at)), "participant", occasion});
            };
            consent("1.0", "2026-11-20T09:00+08:00", "initial");
            consent("2.0", "2026-11-21T08:45+08:00", "amendment");
            return QString();
        }
        return std::nullopt;
    }
    /// What was asked, or not, and what the answers called for.
    std::optional<QString> inAsking(const QString& what) {
        if (what == "missed")
            say(ledger::Missed{{"POD2", "", 1}, "asleep", "deeply"});
        else if (what == "missed by itself")
            say(ledger::Missed{sleep2, "refused", ""});
        else if (what == "missed by death")
            say(ledger::Missed{{"POD7", "", 1}, "died", ""});
        else if (what == "missed taken back")
            say(ledger::MissedTakenBack{{"POD2", "", 1}, "woke up at nine"});
        else if (what == "missed, not so")
            return both("missed", "missed taken back");
        else if (what == "early" || what == "late") {
            // The window: from 06:00 until before 10:00.
            say(ledger::HandedOver{"POD2", 1, "self", "en", {}, {}, "theatre at that hour"});
            give(first, sleep2, {{"q1", 3}}, "self",
                 what == "early" ? "2026-11-22T05:59:59+08:00" : "2026-11-22T10:00+08:00");
        } else if (what == "telephone") {
            give(first, sleep2, {{"q1", 3}}, "telephone", "2026-11-22T07:00+08:00");
            say(ledger::CallAttempted{"POD2", 1, "relative", "callAgain", "at work until noon"});
        } else if (what == "read aloud from the second question")
            readAloud();
        else if (what == "alert")
            return change("q9", 1);
        else if (what == "alert closed")
            return both("alert", "its alert closed");
        else if (what == "its alert closed") {
            const QUuid alert = state(first)->alerts.firstKey();
            say(ledger::AlertAcknowledged{alert, "talked with her"});
            say(ledger::AlertClosed{alert, "seen by psychiatry"});
        } else if (what == "alert escalated") {
            const QString wrong = change("q9", 1);
            clock.set(*parseInstant(QStringLiteral("2026-11-21T10:00+08:00"))); // an hour later, as the study allows
            return wrong + ok(desk::Alerting(*vault).escalateOverdue());
        } else
            return std::nullopt;
        return QString();
    }
    QString both(const QString& one, const QString& other) {
        const QString wrong = happen(one);
        return wrong.isEmpty() ? happen(other) : wrong;
    }
    void readAloud() {
        clock.set(*parseInstant(QStringLiteral("2026-11-22T07:00+08:00")));
        const QJsonObject adopted = vault->deviceState().instruments.value(pain2.instrument).toObject();
        const instrument::Instrument& scale = *library.instrument(pain2.instrument);
        const instrument::Answers answers{{"rest", *instrument::answerFromJson(*scale.item("rest"), 2)},
                                          {"movement", *instrument::answerFromJson(*scale.item("movement"), 5)}};
        write(first,
              {ledger::AssessmentOpened{pain2,
                                        adopted["definition"].toString(),
                                        adopted["packs"].toObject()["en"].toString(),
                                        "en",
                                        {},
                                        false,
                                        "self"},
               ledger::Answered{pain2, "rest", 2}, ledger::ModeChanged{pain2, "interview", "movement"},
               ledger::Answered{pain2, "movement", 5},
               ledger::Submitted{pain2,
                                 instrument::scoresToJson(instrument::score(scale, answers, {})),
                                 QString::fromLatin1(instrument::engineVersion),
                                 false,
                                 {}}},
              vault::participantActor);
    }
};

} // namespace serein::test

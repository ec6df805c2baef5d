#pragma once
// A vault with a person for each role, a study that keeps the arm from investigators and nurses, and one participant
// with a submitted scale and a filled-in form of class unblinding.
#include "core/Ids.h"
#include "instrument/Scoring.h"
#include "support/TestVault.h"

#include <QJsonArray>

namespace serein::test {

inline const QString sentinel = QStringLiteral("Quetzalcoatlamine"); ///< the drug that nobody blinded may read of
inline const ledger::AssessmentKey mood{QStringLiteral("BL"), QStringLiteral("phq9"), 1};
inline const ledger::AssessmentKey sleep1{QStringLiteral("POD1"), QStringLiteral("nrs-sleep"), 1};
inline const ledger::AssessmentKey drug{QStringLiteral("POD1"), QStringLiteral("treatment"), 1};

/// The demonstration study, in which what was given is written down on day 1 and kept from investigators and nurses.
inline study::Study blindedStudy(const instrument::Library& library) {
    QJsonObject json =
        readJson(instrument::Library::defaultFolder() + QStringLiteral("/studies/demo.json"))->toObject();
    QJsonArray timepoints = json[QLatin1String("timepoints")].toArray();
    for (auto&& one : timepoints) {
        QJsonObject timepoint = one.toObject();
        if (timepoint[QLatin1String("id")] == QLatin1String("POD1")) {
            QJsonArray battery = timepoint[QLatin1String("battery")].toArray();
            battery.append(QJsonObject{{QStringLiteral("instrument"), QStringLiteral("treatment")}});
            timepoint.insert(QStringLiteral("battery"), battery);
            one = timepoint;
        }
    }
    json.insert(QStringLiteral("timepoints"), timepoints);
    QJsonObject blinding = json[QLatin1String("blinding")].toObject();
    blinding.insert(QStringLiteral("seesUnblinding"),
                    QJsonArray{QStringLiteral("unblindedNurse"), QStringLiteral("dataManager")});
    json.insert(QStringLiteral("blinding"), blinding);
    auto study = study::parseStudy(json, library);
    if (!study)
        qFatal("%s", qPrintable(study.error().toString()));
    return *study;
}

struct ReviewVault : TestVault {
    QUuid first;
    QUuid second;

    ReviewVault() : TestVault({account::Role::Administrator}, shippedLibrary(), blindedStudy) {
        clock.set(*parseInstant(QStringLiteral("2026-11-21T09:00+08:00")));
        using enum account::Role;
        for (const auto& [name, role] :
             QList<std::pair<QString, account::Role>>{{QStringLiteral("nora"), Nurse},
                                                      {QStringLiteral("uma"), UnblindedNurse},
                                                      {QStringLiteral("iris"), Investigator},
                                                      {QStringLiteral("ivan"), Investigator},
                                                      {QStringLiteral("dana"), DataManager},
                                                      {QStringLiteral("mona"), Monitor}})
            if (!desk().addAccount(name, {role}, crypto::Secret(passphrase), cheap))
                qFatal("no account for %s", qPrintable(name));
        first = participant(QStringLiteral("SYN-001"), QStringLiteral("SECRETNAMEONE"));
        second = participant(QStringLiteral("SYN-002"), QStringLiteral("SECRETNAMETWO"));
        // PHQ-9 with one point a question for the first four: a total of 4.
        QJsonObject four;
        for (int item = 1; item <= 10; ++item)
            four.insert(QStringLiteral("q%1").arg(item), item <= 4 ? 1 : 0);
        give(first, mood, four, QStringLiteral("self"), QStringLiteral("2026-11-20T10:00+08:00"));
        give(first, sleep1, {{QStringLiteral("q1"), 7}}, QStringLiteral("self"),
             QStringLiteral("2026-11-21T07:00+08:00"));
        give(first, drug, givenDrug(), QStringLiteral("staff"), QStringLiteral("2026-11-21T07:30+08:00"));
        clock.set(*parseInstant(QStringLiteral("2026-11-21T09:00+08:00")));
    }

    static QJsonObject givenDrug() {
        return {{QStringLiteral("purpose"), 1},
                {QStringLiteral("drug"), 8},
                {QStringLiteral("drug_name"), sentinel},
                {QStringLiteral("dose"), 25},
                {QStringLiteral("dose_unit"), 1},
                {QStringLiteral("weight_kg"), 60},
                {QStringLiteral("route"), 1},
                {QStringLiteral("mode"), 1},
                {QStringLiteral("start"), QStringLiteral("2026-11-20T08:40:00.000+08:00")}};
    }

    /// Whoever sits at the desk from here on.
    void as(const QString& name) {
        if (vault->user().name == name)
            return;
        if (const auto opened = reopen(name); !opened)
            qFatal("%s", qPrintable(opened.error().toString()));
    }
    [[nodiscard]] std::shared_ptr<const ledger::ParticipantState> state(const QUuid& id) const {
        return *vault->participant(id);
    }
    /// Written as the session or the desk writes it; null answers are left out.
    void give(const QUuid& id, const ledger::AssessmentKey& key, const QJsonObject& values, const QString& mode,
              const QString& at) {
        clock.set(*parseInstant(at));
        const instrument::Instrument& scale = *library.instrument(key.instrument);
        const QJsonObject adopted = vault->deviceState().instruments.value(key.instrument).toObject();
        const QString profile = vault->study().profiles.value(key.instrument, scale.defaultProfile);
        QList<ledger::Fact> facts{ledger::AssessmentOpened{
            key, adopted.value(QLatin1String("definition")).toString(),
            adopted.value(QLatin1String("packs")).toObject().value(QLatin1String("en")).toString(),
            QStringLiteral("en"), profile, false, mode}};
        instrument::Answers answers;
        for (auto it = values.begin(); it != values.end(); ++it) {
            const auto answer = instrument::answerFromJson(*scale.item(it.key()), *it);
            if (!answer)
                qFatal("%s", qPrintable(answer.error().toString()));
            answers.insert(it.key(), *answer);
            facts.append(ledger::Answered{key, it.key(), *it});
        }
        facts.append(ledger::Submitted{key,
                                       instrument::scoresToJson(instrument::score(scale, answers, {profile, false})),
                                       QString::fromLatin1(instrument::engineVersion),
                                       false,
                                       {}});
        write(id, facts,
              mode == QLatin1String("staff") ? vault::Actor{QStringLiteral("uma"), QStringLiteral("unblindedNurse")}
                                             : vault::participantActor,
              ledger::classFrom(scale.dataClass));
    }
    void write(const QUuid& id, const QList<ledger::Fact>& facts, const vault::Actor& actor,
               std::optional<ledger::BodyClass> bodyClass = std::nullopt) const {
        QList<vault::Draft> drafts;
        for (const ledger::Fact& fact : facts)
            drafts.append({fact, bodyClass});
        if (const auto written = vault->append(id, drafts, actor); !written)
            qFatal("%s", qPrintable(written.error().toString()));
    }

private:
    QUuid participant(const QString& subject, const QString& name) const {
        const auto at = [](const char* text) { return *parseInstant(QString::fromLatin1(text)); };
        const auto id =
            vault->enrol({{ledger::Enrolled{subject, vault->deviceState().study, QStringLiteral("en"), true}},
                          {ledger::Identified{QStringLiteral("1957"), name, QStringLiteral("PHONE4711"), {}}},
                          {ledger::AnchorSet{QStringLiteral("consent"), at("2026-11-20T09:00+08:00")}},
                          {ledger::AnchorSet{QStringLiteral("incision"), at("2026-11-20T11:30+08:00")}}},
                         {QStringLiteral("nora"), QStringLiteral("nurse")});
        if (!id)
            qFatal("%s", qPrintable(id.error().toString()));
        return *id;
    }
};

/// What is refused, and how.
#define VERIFY_REFUSED(expression, words)                                                                              \
    do {                                                                                                               \
        const auto& done = (expression);                                                                               \
        QVERIFY(!done);                                                                                                \
        QVERIFY2(done.error().toString().contains(QLatin1String(words)), qPrintable(done.error().toString()));         \
    } while (false)

} // namespace serein::test

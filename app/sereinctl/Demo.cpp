#include "sereinctl/Demo.h"

#include "account/Passphrases.h"
#include "core/Json.h"
#include "desk/Alerting.h"
#include "desk/Desk.h"
#include "sereinctl/Commands.h"
#include "sereinctl/DemoAnswers.h"
#include "session/Battery.h"

#include <CLI/CLI.hpp>
#include <QDir>
#include <QJsonObject>

namespace serein::ctl {

namespace {

const QString user = QStringLiteral("demo");

QByteArray newPassphrase() {
    const crypto::Secret proposed = account::proposePassphrase();
    return proposed.view().toByteArray();
}

class Demonstration {
public:
    Demonstration(vault::Vault& vault, FixedClock& clock, const DemoPlan& plan, quint64 seed)
        : m_vault(vault), m_desk(vault), m_clock(clock), m_plan(plan), m_dice(seed), m_ids(plan.people.size()) {}

    Result<void> run() {
        for (const DemoTask& task : m_plan.tasks) {
            const QTimeZone zone = m_vault.study().zone;
            m_clock.set(task.at.toOffsetFromUtc(zone.offsetFromUtc(task.at)));
            SEREIN_CHECK(perform(task));
        }
        return {};
    }

private:
    Result<void> perform(const DemoTask& task) {
        QUuid& participant = m_ids[task.person];
        switch (task.deed) {
        case DemoDeed::Enrol: {
            const DemoPerson& person = m_plan.people.at(task.person);
            SEREIN_TRY(participant, m_desk.enrol({person.subject,
                                                  person.language,
                                                  person.yearOfBirth,
                                                  QStringLiteral("Synthetic ") + person.subject,
                                                  {},
                                                  {}}));
            return {};
        }
        case DemoDeed::SetAnchor:
            return m_desk.setAnchor(participant, task.name, task.anchorAt);
        case DemoDeed::Record:
            return enter(participant, task);
        case DemoDeed::AnswerOnTablet:
        case DemoDeed::BreakOff:
            return answerOnTablet(participant, task);
        case DemoDeed::Acknowledge:
            break;
        }
        return acknowledge(participant);
    }

    instrument::Answers invent(const instrument::Instrument& instrument, const DemoTask& task, bool firesAlert) {
        return inventAnswers(instrument, m_vault.study().alerts.value(instrument.id),
                             m_plan.people.at(task.person).burden, firesAlert, m_dice);
    }

    Result<void> enter(const QUuid& participant, const DemoTask& task) {
        bool firesAlert = task.firesAlert; // by the first instrument that has one
        for (const QString& id : m_vault.study().timepoint(task.name)->battery) {
            const instrument::Answers answers = invent(*m_vault.library().instrument(id), task, firesAlert);
            firesAlert = false;
            SEREIN_CHECK(m_desk.record({participant, task.name, id, 1, QStringLiteral("paper"), answers,
                                        m_plan.people.at(task.person).language, answers}));
            m_clock.advance(std::chrono::seconds(40));
        }
        return {};
    }

    /// Question by question, as on the screen. Who breaks off gives the tablet back after the first instrument.
    Result<void> answerOnTablet(const QUuid& participant, const DemoTask& task) {
        const DemoPerson& person = m_plan.people.at(task.person);
        SEREIN_CHECK(m_desk.handOver({.participant = participant,
                                      .timepoint = task.name,
                                      .secondIdentifier = person.yearOfBirth,
                                      .language = person.language}));
        SEREIN_TRY(const auto battery, session::Battery::resume(m_vault, participant));
        instrument::Answers answers;
        while (battery->stage() != session::Stage::Closing) {
            m_clock.advance(std::chrono::milliseconds(2500 + m_dice.below(4000)));
            if (battery->stage() == session::Stage::Breath) {
                if (task.deed == DemoDeed::BreakOff && battery->instrumentNumber() > 1)
                    break;
                answers = invent(battery->instrument(), task, task.firesAlert);
                SEREIN_CHECK(battery->begin());
            } else if (battery->stage() == session::Stage::Review) {
                SEREIN_CHECK(battery->submit());
            } else {
                if (battery->item().asks())
                    SEREIN_CHECK(battery->give(answers.value(battery->item().id)));
                SEREIN_CHECK(battery->next());
            }
        }
        SEREIN_CHECK(battery->pause());
        return m_desk.takeBack(user, QStringLiteral("pin"));
    }

    Result<void> acknowledge(const QUuid& participant) {
        SEREIN_TRY(const QList<ledger::AlertState> alerts, m_vault.openAlerts());
        for (const ledger::AlertState& alert : alerts)
            if (alert.participant == participant)
                SEREIN_CHECK(desk::Alerting(m_vault).acknowledge(
                    participant, alert.id, QStringLiteral("Demonstration: talked with the participant")));
        return {};
    }

    vault::Vault& m_vault;
    desk::Desk m_desk;
    FixedClock& m_clock;
    const DemoPlan& m_plan;
    Dice m_dice;
    QList<QUuid> m_ids;
};

Result<int> fill(const vault::Place& place, crypto::Secret passphrase, const DemoOrder& order) {
    SEREIN_TRY(const instrument::Library library, shippedLibrary());
    const QString file = QDir(instrument::Library::defaultFolder()).filePath(QStringLiteral("studies/demo.json"));
    SEREIN_TRY(const study::Study study, readStudy(file, library));
    const DemoPlan plan = planDemo(study, order.participants, order.seed, order.now);
    FixedClock clock(plan.tasks.constFirst().at.addDays(-1));
    vault::Creation creation;
    creation.study = study;
    creation.library = &library;
    creation.administrator = user;
    creation.roles = QList<account::Role>(std::begin(account::allRoles), std::end(account::allRoles));
    creation.passphrase = std::move(passphrase);
    creation.synthetic = true;
    creation.ids = IdSource(order.seed);
    SEREIN_TRY(const auto vault, vault::Vault::create(place, std::move(creation), clock));
    SEREIN_CHECK(Demonstration(*vault, clock, plan, order.seed).run());
    SEREIN_TRY(const QList<ledger::AlertState> alerts, vault->openAlerts());
    return static_cast<int>(alerts.size());
}

Result<Output> demo(Context& context, DemoOrder order) {
    SEREIN_TRY(const Clock* const clock, context.clock());
    order.now = clock->now();
    order.now = order.now.addMSecs(-(order.now.toMSecsSinceEpoch() % 60000)); // people write down minutes
    SEREIN_TRY(const DemoMade made, makeDemo(order));
    return Output{QJsonObject{{QStringLiteral("vault"), made.vault},
                              {QStringLiteral("state"), made.state},
                              {QStringLiteral("user"), user},
                              {QStringLiteral("passphraseFile"), made.passphraseFile},
                              {QStringLiteral("participants"), order.participants},
                              {QStringLiteral("openAlerts"), made.openAlerts}},
                  {QStringLiteral("synthetic vault in %1, state in %2").arg(made.vault, made.state),
                   QStringLiteral("user %1, every role; passphrase in %2").arg(user, made.passphraseFile)}};
}

} // namespace

Result<DemoMade> makeDemo(const DemoOrder& order) {
    const QDir folder(order.folder);
    const bool existed = folder.exists();
    if (existed && !folder.isEmpty())
        return unusable(QStringLiteral("the folder is not empty"), {}, order.folder);
    if (!QDir().mkpath(order.folder))
        return storageFailed(QStringLiteral("the folder cannot be made"), order.folder);
    const QString state = qEnvironmentVariable("SEREIN_STATE_DIR", folder.filePath(QStringLiteral("state")));
    const DemoMade made{folder.filePath(QStringLiteral("vault")), state,
                        folder.filePath(QStringLiteral("passphrase.txt")), 0};
    QByteArray passphrase = newPassphrase();
    const auto kept = writeFile(made.passphraseFile, passphrase + '\n', true);
    const auto alerts =
        kept ? fill({made.vault, made.state}, crypto::Secret(passphrase), order) : std::unexpected(kept.error());
    crypto::wipe(passphrase);
    if (!alerts) {
        for (const QString& part : folder.entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
            QDir(folder.filePath(part)).removeRecursively();
            QFile::remove(folder.filePath(part));
        }
        if (!existed)
            QDir().rmdir(order.folder);
        return std::unexpected(alerts.error());
    }
    return DemoMade{made.vault, made.state, made.passphraseFile, *alerts};
}

void addDemoCommand(CLI::App& app, Command& chosen) {
    struct Given {
        std::string folder;
        int participants = 24;
        quint64 seed = 7;
    };
    const auto given = std::make_shared<Given>();
    CLI::App* const making = app.add_subcommand("demo", "a marked, synthetic vault with user demo");
    making->add_option("DIR", given->folder, "absent or empty folder")->required();
    making->add_option("--participants", given->participants, "how many (default 24)")->check(CLI::Range(1, 999));
    making->add_option("--seed", given->seed, "same seed and --at, same content (default 7)");
    making->callback([&chosen, given] {
        chosen = [given](Context& context) {
            return demo(context, {text(given->folder), given->participants, given->seed, {}});
        };
    });
}

} // namespace serein::ctl

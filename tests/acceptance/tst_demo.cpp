// The demonstration: marked as synthetic, every state to be seen, and the same for the same seed and moment.
#include "Programs.h"
#include "exporting/BundleFiles.h"

using namespace serein::test;

class TestDemo : public QObject {
    Q_OBJECT
    static constexpr auto now = "2026-11-20T14:05+08:00";
    Bench m_bench;

    /// Each with a state folder of its own: the same seed and moment make the same vault id.
    Ran ctl(const QString& name, const QStringList& arguments) const {
        QProcessEnvironment environment = m_bench.environment;
        environment.insert("SEREIN_STATE_DIR", m_bench.path(name + "-state"));
        return runProgram(SEREINCTL, arguments, environment);
    }
    Ran make(const QString& name, const QStringList& more = {}) const {
        return ctl(name, QStringList{"demo", m_bench.path(name), "--at", now, "--json"} + more);
    }
    Ran as(const QString& name, const QStringList& command) const {
        return ctl(name, QStringList{"--vault", m_bench.path(name + "/vault"), "--user", "demo", "--passphrase-file",
                                     m_bench.path(name + "/passphrase.txt"), "--at", now, "--json"} +
                             command);
    }
    /// Every participant's answers, as exported.
    QByteArray answers(const QString& name) const {
        QByteArray all;
        const Ran exported =
            as(name, {"export", "--all", "-o", m_bench.path(name + "-out"), "--unsealed", "--reason", "to compare"});
        for (const QJsonValue one : exported.array())
            if (const auto bundle = serein::exporting::readBundle(one["path"].toString(), {}))
                all += bundle->files.value(serein::exporting::answersFile);
        return all;
    }

private Q_SLOTS:
    void sameSeedAndMoment_giveTheSameContent() {
        for (const char* name : {"one", "two"}) {
            const Ran made = make(name, {"--participants", "5", "--seed", "11"});
            QVERIFY2(made.status == 0, made.said());
        }
        QVERIFY(make("other", {"--participants", "5", "--seed", "12"}).status == 0);
        const QByteArray people = as("one", {"participant", "list"}).out;
        QCOMPARE(as("two", {"participant", "list"}).out, people);
        QVERIFY(as("other", {"participant", "list"}).out != people);
        QCOMPARE(as("two", {"worklist"}).out, as("one", {"worklist"}).out);
        const QByteArray given = answers("one");
        QVERIFY(given.count('\n') > 50);
        QCOMPARE(answers("two"), given);
        QVERIFY(answers("other") != given);
    }
    void demo_showsEveryState_andIsWhole() {
        const Ran made = make("demo");
        QVERIFY2(made.status == 0, made.said());
        QCOMPARE(made.object()["participants"].toInt(), 24);
        QCOMPARE(made.object()["openAlerts"].toInt(), 1);
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(m_bench.path("demo/passphrase.txt")) & others, QFile::Permissions());
        QMap<QString, int> states;
        for (const QJsonValue row : as("demo", {"worklist"}).array())
            ++states[row["state"].toString()];
        for (const char* state : {"due", "overdue", "upcoming", "unscheduled", "done"})
            QVERIFY2(states.value(state) > 0, state);
        const QJsonArray people = as("demo", {"participant", "list"}).array();
        QCOMPARE(people.size(), 24);
        for (const QJsonValue one : people)
            QVERIFY(one["synthetic"].toBool());
        const Ran verified = as("demo", {"vault", "verify"});
        QVERIFY2(verified.status == 0, verified.said());
        QVERIFY(as("demo", {"vault", "rebuild"}).object()["identical"].toBool());
    }
    void withoutAStateFolder_itKeepsItsOwnBeside() {
        QProcessEnvironment bare = m_bench.environment;
        bare.remove("SEREIN_STATE_DIR");
        const Ran made =
            runProgram(SEREINCTL, {"demo", m_bench.path("bare"), "--participants", "1", "--at", now}, bare);
        QVERIFY2(made.status == 0, made.said());
        QVERIFY(!QDir(m_bench.path("bare/state")).isEmpty());
        QVERIFY(make("bare").status == 2); // in use
    }
};

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"

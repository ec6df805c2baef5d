// The hand-over as the nurse's page asks for it: who this is, before anything is written about them; then how they are.
#include "UiVault.h"
#include "ui/DeskModel.h"

#include <QFile>

using namespace serein;
using namespace serein::test;

class TestHandOver : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    /// A study whose baseline asks staff how the participant is.
    QString studyFile() {
        QByteArray json = *readFile(QStringLiteral(SEREIN_SOURCE_DIR "/tests/fixtures/new-scale/study.json"));
        json.replace("[{\"instrument\": \"warmth\"}]",
                     "[{\"instrument\": \"nrs-sleep\"}, {\"instrument\": \"state-at-assessment\"}]");
        json.replace(
            "\"lockAfter\": \"PT30M\"",
            "\"lockAfter\": \"PT30M\", \"state\": {\"instrument\": \"state-at-assessment\", \"adviseAgainst\": "
            "{\"score\": \"fit_to_answer\", \"operator\": \"lt\", \"cut\": 1}}");
        const QString path = m_folder.filePath(QStringLiteral("study.json"));
        [&] { QVERIFY(writeFile(path, json)); }();
        return path;
    }
    static QVariantMap order(const UiVault& site, const QString& born, const QString& alertness) {
        return {{QStringLiteral("participant"), idText(site.first)},
                {QStringLiteral("timepoint"), QStringLiteral("BL")},
                {QStringLiteral("secondIdentifier"), born},
                {QStringLiteral("mode"), QStringLiteral("self")},
                {QStringLiteral("language"), QStringLiteral("en")},
                {QStringLiteral("state"), QVariantMap{{QStringLiteral("mode"), QStringLiteral("1")},
                                                      {QStringLiteral("alertness"), alertness},
                                                      {QStringLiteral("sedated"), QStringLiteral("0")},
                                                      {QStringLiteral("concentration"), QStringLiteral("0")},
                                                      {QStringLiteral("language"), QStringLiteral("0")}}}};
    }
    static bool isStateRecorded(const UiVault& site) {
        const auto state = *site.vault->participant(site.first);
        return state->assessment({QStringLiteral("BL"), QStringLiteral("state-at-assessment"), 1}) != nullptr;
    }

private Q_SLOTS:
    void somebodyElse_isRefusedBeforeAnythingIsWritten() {
        UiVault site(studyFile());
        ui::DeskModel desk(nullptr);
        desk.open(site.vault.get(), QStringLiteral("en"));
        QCOMPARE(desk.stateForm(idText(site.first), QStringLiteral("BL")), QStringLiteral("state-at-assessment"));
        QVERIFY(!desk.handOver(order(site, QStringLiteral("1968"), QStringLiteral("0"))));
        QCOMPARE(desk.errorField(), QStringLiteral("secondIdentifier"));
        QVERIFY(!isStateRecorded(site));
        QVERIFY(desk.handOver(order(site, QStringLiteral("1957"), QStringLiteral("0"))));
        QVERIFY(isStateRecorded(site));
    }
    void drowsyParticipant_isAdvisedAgainst_once() {
        UiVault site(studyFile());
        ui::DeskModel desk(nullptr);
        desk.open(site.vault.get(), QStringLiteral("en"));
        QVariantMap asked = order(site, QStringLiteral("1957"), QStringLiteral("1"));
        QVERIFY(!desk.handOver(asked));
        QCOMPARE(desk.errorField(), QStringLiteral("state"));
        asked.insert(QStringLiteral("despite"), true);
        QVERIFY(desk.handOver(asked));
    }
};

QTEST_GUILESS_MAIN(TestHandOver)
#include "tst_hand_over.moc"

// A scale that the program has never seen, as data beside the shipped ones: the participant is asked it.
#include "UiVault.h"
#include "ui/PatientModel.h"

using namespace serein;
using namespace serein::test;
using ui::PatientModel;

class TestNewScale : public QObject {
    Q_OBJECT
    const QString m_fixture = QStringLiteral(SEREIN_SOURCE_DIR "/tests/fixtures/new-scale/");

private Q_SLOTS:
    void newScale_isAskedAndScored() {
        UiVault site(m_fixture + QStringLiteral("study.json"), m_fixture + QStringLiteral("warmth"));
        site.handOver(site.first, QStringLiteral("1957"));
        PatientModel model(nullptr);
        QVERIFY(model.open(site.vault.get(), site.first));
        QCOMPARE(model.title(), QStringLiteral("Are you warm?"));
        model.begin();
        QCOMPARE(model.question(), QStringLiteral("Are your hands warm?"));
        QCOMPARE(model.options().size(), 3);
        model.give(2);
        model.next();
        QCOMPARE(model.question(), QStringLiteral("Are your feet cold?"));
        model.give(0);
        model.next();
        model.submit();
        QCOMPARE(model.page(), PatientModel::Page::Closing);
        const auto state = site.vault->participant(site.first);
        const auto* done = (*state)->assessment({QStringLiteral("BL"), QStringLiteral("warmth"), 1});
        QVERIFY(done);
        QCOMPARE(done->scores.value(QStringLiteral("total")).toObject().value(QStringLiteral("value")).toInt(), 4);
    }
};

QTEST_GUILESS_MAIN(TestNewScale)
#include "tst_new_scale.moc"

#include "UiVault.h"
#include "ui/PatientModel.h"

#include <QMetaProperty>
#include <QSignalSpy>
#include <csignal>
#include <sys/resource.h>

using namespace serein;
using namespace serein::test;
using ui::PatientModel;

namespace {

/// While it lives no file can grow: the disk is full.
class FullDisk {
public:
    FullDisk() {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit none{0, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before{};
};

/// Everything QML could read of the model, as text.
QString everythingShown(const PatientModel& model) {
    QVariantMap all;
    const QMetaObject* meta = model.metaObject();
    for (int i = 0; i < meta->propertyCount(); ++i)
        all.insert(QString::fromLatin1(meta->property(i).name()), meta->property(i).read(&model));
    return QString::fromUtf8(canonicalJson(QJsonObject::fromVariantMap(all)));
}

/// From a breath to the review page, everything answered with the lowest choice.
void answerInstrument(PatientModel& model) {
    model.begin();
    while (model.page() == PatientModel::Page::Item) {
        if (model.itemType() == QStringLiteral("choice"))
            model.give(model.options().constFirst().toMap().value(QStringLiteral("value")));
        else if (model.itemType() == QStringLiteral("scale"))
            model.give(model.scaleMin());
        model.next();
    }
}

} // namespace

class TestPatientModel : public QObject {
    Q_OBJECT

    UiVault m_site;

private Q_SLOTS:
    void initTestCase() { m_site.handOver(m_site.first, QStringLiteral("1957")); }

    void withoutBattery_everythingIsEmpty() {
        const PatientModel model(nullptr);
        QCOMPARE(model.page(), PatientModel::Page::None);
        QVERIFY(model.question().isEmpty() && model.options().isEmpty() && model.review().isEmpty() &&
                model.calmText().isEmpty());
        QVERIFY(!model.answer().isValid());
    }

    void participantWithoutHandOver_isRefusedInWords() {
        PatientModel model(nullptr);
        QVERIFY(!model.open(m_site.vault.get(), m_site.second));
        QVERIFY(!model.trouble().isEmpty());
        QCOMPARE(model.page(), PatientModel::Page::None);
    }

    void firstItem_isBlank_andAnswersStayOnThePage() {
        PatientModel model(nullptr);
        QVERIFY(model.open(m_site.vault.get(), m_site.first));
        QCOMPARE(model.page(), PatientModel::Page::Breath);
        QCOMPARE(model.instrumentCount(), 6);
        model.begin();
        QCOMPARE(model.itemId(), QStringLiteral("q1"));
        QVERIFY(!model.answered() && !model.answer().isValid() && !model.canGoBack());
        QSignalSpy moved(&model, &PatientModel::pageChanged);
        QSignalSpy answered(&model, &PatientModel::answerChanged);
        model.give(2);
        QCOMPARE(moved.size(), 0);
        QCOMPARE(answered.size(), 1);
        QCOMPARE(model.answer().toInt(), 2);
        model.next();
        QCOMPARE(moved.size(), 1);
        QVERIFY(model.canGoBack());
        QCOMPARE(model.itemNumber(), 2);
        model.back();
        QCOMPARE(model.answer().toInt(), 2);
    }

    void declinedItem_isNoAnswer() {
        PatientModel model(nullptr);
        QVERIFY(model.open(m_site.vault.get(), m_site.first));
        model.decline();
        QVERIFY(model.declined() && !model.answered() && !model.answer().isValid());
        model.give(1);
        QVERIFY(model.answered() && !model.declined());
    }

    void answerOutsideTheChoices_isNotSaved() {
        PatientModel model(nullptr);
        QVERIFY(model.open(m_site.vault.get(), m_site.first));
        model.give(17);
        QVERIFY(!model.trouble().isEmpty());
        QCOMPARE(model.answer().toInt(), 1);
        model.give(1);
        QVERIFY(model.trouble().isEmpty());
    }

    void failedCommit_showsTrouble_andKeepsTheAnswerUnpainted() {
        PatientModel model(nullptr);
        QVERIFY(model.open(m_site.vault.get(), m_site.first));
        QSignalSpy answered(&model, &PatientModel::answerChanged);
        {
            const FullDisk full;
            model.give(3);
            model.next();
        }
        QVERIFY(!model.trouble().isEmpty());
        QCOMPARE(answered.size(), 0);
        QCOMPARE(model.answer().toInt(), 1);
        QCOMPARE(model.itemId(), QStringLiteral("q1"));
        model.give(0);
        QVERIFY(model.trouble().isEmpty());
        QCOMPARE(model.answer().toInt(), 0);
    }

    void review_namesEveryQuestion_andLeadsBackToOne() {
        PatientModel model(nullptr);
        QVERIFY(model.open(m_site.vault.get(), m_site.first));
        while (model.page() == PatientModel::Page::Item) {
            model.give(0);
            model.next();
        }
        QCOMPARE(model.page(), PatientModel::Page::Review);
        QCOMPARE(model.review().size(), 9);
        QCOMPARE(model.review().constFirst().toMap().value(QStringLiteral("answer")).toString(),
                 QStringLiteral("Not at all"));
        model.goTo(QStringLiteral("q9"));
        QCOMPARE(model.itemId(), QStringLiteral("q9"));
        QVERIFY(model.calmText().isEmpty());
        model.give(1);
        QCOMPARE(model.calmText(), m_site.vault->study().alertText.in(QStringLiteral("en")));
        model.next();
        QCOMPARE(model.page(), PatientModel::Page::Review);
        model.submit();
        QCOMPARE(model.page(), PatientModel::Page::Breath);
        QCOMPARE(model.instrumentNumber(), 2);
    }

    void onlyThisParticipant_isEverShown() {
        PatientModel model(nullptr);
        QVERIFY(model.open(m_site.vault.get(), m_site.first));
        const QStringList foreign{QStringLiteral("SYN-002"), QStringLiteral("Zweite"), QStringLiteral("1968"),
                                  idText(m_site.second)};
        const auto check = [&] {
            const QString shown = everythingShown(model);
            for (const QString& word : foreign)
                QVERIFY2(!shown.contains(word), qPrintable(word));
        };
        double progress = -1;
        while (model.page() != PatientModel::Page::Closing) {
            check();
            QVERIFY(model.progress() > progress);
            progress = model.progress();
            answerInstrument(model);
            check();
            model.submit();
        }
        check();
        QCOMPARE(model.progress(), 1.0);
    }

    void closedModel_forgetsEverything() {
        PatientModel model(nullptr);
        QVERIFY(model.open(m_site.vault.get(), m_site.first));
        model.close();
        QCOMPARE(model.page(), PatientModel::Page::None);
        QVERIFY(!everythingShown(model).contains(QStringLiteral("thank"), Qt::CaseInsensitive));
    }
};

QTEST_GUILESS_MAIN(TestPatientModel)
#include "tst_patient_model.moc"

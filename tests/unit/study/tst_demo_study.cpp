#include "core/Json.h"
#include "study/Study.h"

#include <QTest>

using namespace serein;
using namespace serein::study;

class TestDemoStudy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void demo_loadsWithoutAFault() {
        const auto library = instrument::Library::load(QStringLiteral(SEREIN_SOURCE_DIR "/instruments"));
        QVERIFY2(library, library ? "" : qPrintable(library.error().toString()));
        const QString file = QStringLiteral(SEREIN_SOURCE_DIR "/instruments/studies/demo.json");
        const auto json = readJson(file);
        QVERIFY2(json, json ? "" : qPrintable(json.error().toString()));
        const auto study = parseStudy(*json, *library, file);
        QVERIFY2(study, study ? "" : qPrintable(study.error().toString()));
        QVERIFY(study->isDemonstration);
        QStringList ids;
        for (const Timepoint& timepoint : study->timepoints)
            ids += timepoint.id;
        QCOMPARE(ids, QStringList({"BL", "PACU", "POD1", "POD2", "POD3", "POD7", "POD30"}));
        QCOMPARE(study->languages.contains("zh-CN"), true);
        QCOMPARE(study->alerts.keys(), QStringList({"asq", "phq9"}));
        // What the plan stretches it declares: nothing is left to warn about.
        QCOMPARE(recallWarnings(*study, *library), QStringList());
    }
};

QTEST_APPLESS_MAIN(TestDemoStudy)
#include "tst_demo_study.moc"

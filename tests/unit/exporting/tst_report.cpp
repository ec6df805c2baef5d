// The report as other programs read it: its text in either language, its fonts, its pages.
#include "Readers.h"
#include "Ward.h"
#include "exporting/Report.h"

#include <QRegularExpression>

using namespace serein;
using namespace serein::exporting;
using fixture::Kept;
using fixture::Ward;

class TestReport : public QObject {
    Q_OBJECT

    static void fill(Ward& ward) {
        ward.enrol();
        ward.now("2026-11-18T20:00+08:00");
        ward.give({"BL", "gad7", 1}, {{"q1", 1}, {"q2", 2}, {"q3", 0}, {"q4", 0}, {"q5", 3}, {"q6", 0}, {"q7", 1}});
        ward.give({"BL", "nrs-sleep", 1}, {{"q1", 3}});
        ward.now("2026-11-21T07:00+08:00");
        ward.give({"POD1", "nrs-sleep", 1}, {{"q1", QJsonObject{{"declined", true}}}});
        ward.now("2026-11-22T07:00+08:00");
        ward.give({"POD2", "nrs-sleep", 1}, {{"q1", 6}});
        ward.happen(ledger::Corrected{{"POD2", "nrs-sleep", 1},
                                      "q1",
                                      6,
                                      5,
                                      "misheard",
                                      QJsonObject{{"value", QJsonObject{{"value", 5}, {"status", "complete"}}}},
                                      "1",
                                      {}},
                    "ida", "investigator");
    }
    /// Of the PDF, without spaces and line breaks; \f ends a page.
    static QString textOf(const QByteArray& pdf) {
        const QTemporaryDir folder;
        readers::unpack({{"report.pdf", pdf}}, folder);
        const auto ran = readers::run("pdftotext", {"-raw", "-enc", "UTF-8", folder.filePath("report.pdf"), "-"});
        return QString::fromUtf8(ran.out).remove(QRegularExpression("[ \\n\\t]"));
    }

private Q_SLOTS:
    void initTestCase() {
        if (!readers::has("pdftotext"))
            QSKIP("pdftotext is not installed: deploy/test installs it");
    }
    void chinese_isSearchableAndRight() {
        Ward ward;
        fill(ward);
        const Kept kept(ward);
        const auto made = report(kept.record(), "zh-CN");
        QVERIFY2(made, qPrintable(made ? QString() : made.error().toString()));
        const QString text = textOf(made->pdf);
        for (const char* words : {"受试者报告", "SYN-001", "时间线", "得分", "回答", "更正", "misheard", "稽查轨迹摘录",
                                  "拒绝回答", "窗口内"})
            QVERIFY2(text.contains(QString::fromUtf8(words)), words);
        QVERIFY(text.contains(QStringLiteral("第1页，共%1页").arg(made->pages)));
        QCOMPARE(text.count('\f'), made->pages);
    }
    void english_holdsAnswersScoresAndGaps() {
        Ward ward;
        fill(ward);
        const Kept kept(ward);
        const auto made = report(kept.record(), "en");
        QVERIFY(made);
        const QString text = textOf(made->pdf);
        const instrument::TextPack& words = *ward.library.pack("gad7", "en");
        QVERIFY(text.contains(QString(words.items.value("q5").text).remove(' ')));
        QVERIFY(text.contains(QString(words.choiceWords(*ward.library.instrument("gad7")->item("q5"), 3)).remove(' ') +
                              "(3)"));
        QVERIFY(text.contains("BL:3POD1:missingPOD2:")); // the course, with its gap
        QVERIFY(text.contains("Page1of"));
        QVERIFY(text.contains("Syntheticdata"));
    }
    void everyAnswerAndScore_standsInTheText_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << "en";
        QTest::newRow("Chinese") << "zh-CN";
    }
    /// The question, then what was answered: choices with their number, other types as they were given.
    void everyAnswerAndScore_standsInTheText() {
        QFETCH(QString, language);
        Ward ward;
        fill(ward);
        Ward::How how;
        how.language = language;
        ward.now("2026-11-19T20:00+08:00");
        ward.give({"BL", "phq9", 1},
                  {{"q1", 0}, {"q2", 1}, {"q3", 2}, {"q4", 3}, {"q5", 0}, {"q6", 1}, {"q7", 2}, {"q8", 3}, {"q9", 0}},
                  how);
        ward.give({"BL", "gad7", 2}, {{"q1", 0}, {"q2", 1}, {"q3", 2}, {"q4", 3}, {"q5", 0}, {"q6", 1}, {"q7", 2}},
                  how);
        const Kept kept(ward);
        const QString text = textOf(report(kept.record(), language)->pdf);
        int answers = 0;
        for (const ledger::AssessmentState& one : kept.state.assessments) {
            const instrument::Instrument& scale = kept.definitions.instrument(one);
            const instrument::TextPack* pack = ward.library.pack(scale.id, language);
            if (!pack || !pack->allowsExport || one.language != language)
                continue;
            for (const instrument::Item& item : scale.items) {
                const auto given = Decimal::fromJson(one.answers.value(item.id).value);
                if (!given)
                    continue;
                QString words = pack->items.value(item.id).text;
                words += item.choices.isEmpty()
                             ? given->toString()
                             : QStringLiteral("%1(%2)").arg(pack->choiceWords(item, *given), given->toString());
                words.remove(QRegularExpression("[ \\n\\t]"));
                QVERIFY2(text.contains(words), qPrintable(words));
                ++answers;
            }
            for (const instrument::Score& score : scale.scores) {
                const auto value = Decimal::fromJson(one.scores.value(score.id).toObject().value("value"));
                QString words = score.name.in(language) + (value ? value->toString() : QString());
                words.remove(' ');
                QVERIFY2(text.contains(words), qPrintable(words));
            }
        }
        QVERIFY(answers >= 9 + 7);
    }
    void fonts_areEmbedded() {
        if (!readers::has("pdffonts"))
            QSKIP("pdffonts is not installed: deploy/test installs it");
        Ward ward;
        fill(ward);
        const Kept kept(ward);
        const QTemporaryDir folder;
        readers::unpack({{"report.pdf", report(kept.record(), "zh-CN")->pdf}}, folder);
        const QStringList lines = QString::fromUtf8(readers::run("pdffonts", {folder.filePath("report.pdf")}).out)
                                      .split('\n', Qt::SkipEmptyParts);
        QVERIFY(lines.size() > 2);
        for (const QString& line : lines.sliced(2)) // NAME TYPE ENCODING EMB SUB UNI OBJECT
            QVERIFY2(QRegularExpression("yes +(yes|no) +yes +\\d+ +\\d+ *$").match(line).hasMatch(), qPrintable(line));
    }
    void pages_areA4() {
        if (!readers::has("pdfinfo"))
            QSKIP("pdfinfo is not installed: deploy/test installs it");
        Ward ward;
        fill(ward);
        const Kept kept(ward);
        const QTemporaryDir folder;
        const auto made = report(kept.record(), "en");
        readers::unpack({{"report.pdf", made->pdf}}, folder);
        const QString said = QString::fromUtf8(
            readers::run("pdfinfo", {"-f", "1", "-l", QString::number(made->pages), folder.filePath("report.pdf")})
                .out);
        QCOMPARE(said.count(QRegularExpression("Page +[0-9]+ size: +595[.0-9]* x 84[12][.0-9]* pts \\(A4\\)")),
                 made->pages);
    }
    void alert_itsEnd_andACharacterFromAnotherPlane_standInTheText() {
        Ward ward;
        ward.enrol();
        ward.now("2026-11-18T20:00+08:00");
        const ledger::AssessmentKey mood{"BL", "phq9", 1};
        ward.give(mood, {{"q9", 1}});
        const auto raised = ward.happen(ledger::AlertRaised{mood, "item9_positive", "q9"}).id;
        ward.happen(ledger::AlertAcknowledged{raised, "talked with her 🙂"}, "nora", "nurse");
        ward.happen(ledger::AlertClosed{raised, "seen by psychiatry"}, "ida", "investigator");
        const QString text = textOf(report(Kept(ward).record(), "en")->pdf);
        for (const char* words : {"talkedwithher🙂", "seenbypsychiatry"})
            QVERIFY2(text.contains(QString::fromUtf8(words)), words);
    }
    void sameRecord_sameBytes() {
        Ward ward;
        fill(ward);
        const Kept kept(ward);
        QCOMPARE(report(kept.record(), "en")->pdf, report(kept.record(), "en")->pdf);
    }
    void blinded_saysThatSomethingIsWithheld_andNotWhat() {
        Ward ward;
        fill(ward);
        ward.happen(ledger::Unblinded{"emergency", "the SENTINEL was given"}, "ida", "investigator",
                    ledger::BodyClass::Unblinding);
        const QString blinded = textOf(report(Kept(ward, "blinded").record(), "en")->pdf);
        QVERIFY(!blinded.contains("SENTINEL"));
        QVERIFY(blinded.contains("withheldfromthisaudience"));
        QVERIFY(textOf(report(Kept(ward, "full").record(), "en")->pdf).contains("SENTINEL"));
    }
    void longNote_goesOnOverPages() {
        Ward ward;
        ward.makeRoomForLongTexts();
        ward.enrol();
        QString note;
        while (note.size() < 9990)
            note += QStringLiteral("疼%1 ").arg(note.size());
        ward.give({"BL", "psqi", 1}, {{"q5j_text", note}});
        const QString text = textOf(report(Kept(ward).record(), "en")->pdf);
        QVERIFY(text.contains(QStringLiteral("疼0疼3")));
        const QString last = note.trimmed().section(' ', -1);
        QVERIFY2(text.contains(last), qPrintable(last));
    }
};

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"

// Rules told in words, and the pack that has none.
#include "instrument/InWords.h"
#include "instrument/Placeholder.h"
#include "unit/instrument/Definitions.h"

using namespace serein;
using namespace serein::instrument;

class TestInWords : public QObject {
    Q_OBJECT

    static QString words(const QByteArray& expression) {
        const QByteArray more = R"("profiles": ["a", "b"], "defaultProfile": "a",
            "conversions": {"mg": {"version": "1.0.0", "unit": "mg", "source": {"citation": "none"}, "rows": {"x": {"factor": "2"}}}})";
        QList<Fault> faults;
        return inWords(*readDefinitionExpression(expression, more, faults));
    }
    static ExpressionPtr readDefinitionExpression(const QByteArray& expression, const QByteArray& more,
                                                  QList<Fault>& faults) {
        const QByteArray items =
            fourPointItems(5) +
            R"(, {"id": "bed", "type": "clock", "concept": "bed"}, {"id": "rise", "type": "clock", "concept": "rise"},
            {"id": "given", "type": "multiChoice", "choices": "four", "concept": "given"})";
        Q_UNUSED(faults)
        const bool isBoolean = expression.startsWith(R"({"bool":)");
        const QByteArray tree = isBoolean ? expression.mid(8).chopped(1) : expression;
        const auto json =
            parseJson(definition(items, scoreOf(tree, isBoolean ? "\"boolean\"" : "[0, 1]"), more)).value();
        Instrument instrument;
        // The range is not the matter here, so the tree is taken from wherever the loader's faults leave it.
        const auto parsedOne = parseInstrument(json);
        if (parsedOne)
            return parsedOne->scores.first().expression;
        const QString stated = QStringLiteral("but its expression gives ");
        const QString reason = parsedOne.error().faults.first().reason;
        const QString computed =
            reason.mid(reason.indexOf(stated) + stated.size()).section(QStringLiteral(" in profile"), 0, 0);
        return parsed(definition(items, scoreOf(tree, computed.toUtf8()), more)).scores.first().expression;
    }

private Q_SLOTS:
    void everyOperator_hasItsWords_data() {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* expression, const char* expected) {
            QTest::newRow(expected) << QByteArray(expression) << QString::fromUtf8(expected);
        };
        row(R"({"sum": [{"item": "q1"}, {"item": "q2"}]})", "q1 + q2");
        row(R"({"sum": [{"item": "q1"}, {"item": "q2"}, {"item": "q3"}, {"item": "q5"}]})", "the sum of q1 … q3, q5");
        row(R"({"mean": [{"item": "q1"}, {"item": "q2"}, {"item": "q3"}]})", "the mean of q1 … q3");
        row(R"({"min": [{"item": "q1"}, 2]})", "the least of q1, 2");
        row(R"({"max": [{"item": "q1"}, 2]})", "the greatest of q1, 2");
        row(R"({"reverse": {"of": {"item": "q1"}, "low": 0, "high": 3}})", "3 − q1");
        row(R"({"scale": {"of": {"item": "q1"}, "by": "1.25", "round": "floor"}})", "q1 × 1.25, the whole part");
        row(R"({"scale": {"of": {"item": "q1"}, "by": "1/3", "add": 1, "round": "halfUp", "digits": 2}})",
            "q1 ÷ 3 + 1, rounded half up to 2 places");
        row(R"({"band": {"of": {"item": "q1"}, "steps": [{"upTo": 0, "value": 0}, {"below": 3, "value": 1}, {"value": 2}]}})",
            "0 if q1 ≤ 0; 1 if < 3; else 2");
        row(R"({"elapsed": {"from": "bed", "to": "rise"}})", "minutes from bed to rise");
        row(R"({"convert": {"of": {"item": "q1"}, "table": "mg", "row": "x"}})", "q1 × the mg factor of x");
        row(R"({"count": [{"ge": [{"item": "q1"}, 2]}, {"lt": [{"item": "q2"}, 1]}]})",
            "how many of [q1 ≥ 2, q2 < 1] hold");
        row(R"({"first": [{"item": "q1"}, {"item": "q2"}]})", "the first there is of q1, q2");
        row(R"({"when": {"if": {"eq": [{"item": "q1"}, 1]}, "then": {"item": "q2"}, "else": {"missing": true}}})",
            "q2 if q1 = 1, else missing");
        row(R"({"profile": {"a": {"item": "q1"}, "b": {"item": "q2"}}})", "in profile a: q1 | in profile b: q2");
        row(R"({"bool":{"all": [{"ne": [{"item": "q1"}, 1]}, {"any": [{"answered": "q2"}, {"le": [{"item": "q3"}, 1]}]}]}})",
            "q1 ≠ 1 and (q2 is answered or q3 ≤ 1)");
        row(R"({"bool":{"atLeast": {"n": 2, "of": [{"gt": [{"item": "q1"}, 1]}, {"gt": [{"item": "q2"}, 1]}]}}})",
            "at least 2 of [q1 > 1, q2 > 1]");
        row(R"({"bool":{"not": {"includes": {"item": "given", "value": 2}}}})", "not given includes 2");
    }
    void everyOperator_hasItsWords() {
        QFETCH(QByteArray, expression);
        QTEST(words(expression), "expected");
    }

    void placeholder_fitsEveryInstrumentAndSaysWhatItIs() {
        const auto library = Library::load(Library::defaultFolder());
        for (const QString& id : library->ids())
            for (const char* language : {"en", "zh-CN"}) {
                const Instrument& instrument = *library->instrument(id);
                const auto pack = parseTextPack(placeholderPack(instrument, language), instrument, id);
                QVERIFY2(pack, qUtf8Printable(pack ? QString() : pack.error().toString()));
                QCOMPARE(pack->provenance, QString("placeholder"));
            }
        const TextPack pack =
            *parseTextPack(placeholderPack(*library->instrument("psqi"), "en"), *library->instrument("psqi"));
        QCOMPARE(pack.items.value("q3").text, QString("Item 3, wording supplied by the site"));
    }
};

QTEST_APPLESS_MAIN(TestInWords)
#include "tst_in_words.moc"

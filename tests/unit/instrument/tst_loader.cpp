// Every kind of broken definition and pack: one fault, at its place, in words that say what to mend.
#include "unit/instrument/Definitions.h"

#include <QRegularExpression>

using namespace serein;
using namespace serein::instrument;

namespace {

const QByteArray two = fourPointItems(2);
const QByteArray total = scoreOf(sumOf(2), "[0, 6]");
const QByteArray first = scoreOf(R"({"item": "q1"})", "[0, 3]");
const QByteArray clocks =
    R"({"id": "bed", "type": "clock", "concept": "bed"}, {"id": "slept", "type": "duration", "min": 0, "max": 60, "concept": "slept"})";
const QByteArray profiles = R"("profiles": ["a", "b"], "defaultProfile": "a")";

QByteArray scored(const QByteArray& expression, const QByteArray& range, const QByteArray& more = {}) {
    return definition(two, scoreOf(expression, range, more));
}
QByteArray banded(const QByteArray& bands) {
    return scored(sumOf(2), "[0, 6]", R"("bandsSource": "none", "bands": )" + bands);
}
QByteArray steps(const QByteArray& list) {
    return scored(R"({"band": {"of": {"item": "q1"}, "steps": )" + list + "}}", "[0, 3]");
}
QByteArray replaced(QByteArray json, const QByteArray& from, const QByteArray& to) {
    if (!json.contains(from))
        qFatal("nothing to replace: %s", from.constData());
    return json.replace(from, to);
}

const QByteArray pack =
    R"({"schema": "serein-text/1", "instrument": "test", "instrumentVersion": "1.0.0", "language": "en",
    "version": "1.0.0", "provenance": {"kind": "unvalidated"},
    "licence": {"holder": "us", "statement": "free", "allows": {"electronic": true, "exportWording": true, "study": null, "expires": null}},
    "title": "Test", "recall": "Now", "choices": {"four": {"0": "none", "1": "a little", "2": "some", "3": "much"}},
    "items": {"q1": {"text": "One"}, "q2": {"text": "Two"}}, "order": ["q2", "q1"]})";

} // namespace

class TestLoader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void soundDefinition_isRead() {
        const Instrument instrument = parsed(definition(two, total));
        QCOMPARE(instrument.items.size(), 2);
        QCOMPARE(instrument.item("q2")->choices.size(), 4);
        QCOMPARE(instrument.score("s")->high, Decimal(6));
        QCOMPARE(instrument.recall.days, 14);
        QCOMPARE(instrument.item("q3"), nullptr);
    }

    void brokenDefinition_isRefusedWithPlaceAndReason_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const QByteArray& json, const char* pointer, const char* reason) {
            QTest::newRow(name) << json << QString(pointer) << QString::fromUtf8(reason);
        };
        // its shape
        row("not an object", "[]", "", "not an object");
        row("unknown key", definition(two, total, R"("extra": 1)"), "/extra", "unknown key");
        row("key missing", replaced(definition(two, total), R"("audience": "self",)", ""), "/audience", "is missing");
        row("wrong audience", replaced(definition(two, total), R"("self")", R"("nurse")"), "/audience",
            R"(none of "self", "observer", "staff")");
        row("other format", replaced(definition(two, total), "instrument/1", "instrument/9"), "/schema",
            R"(not "serein-instrument/1")");
        row("item id in capitals", replaced(definition(two, first), R"("id": "q2")", R"("id": "Q2")"), "/items/1/id",
            R"(not written like "q1" or "pain_now")");
        row("choice item without a list",
            replaced(definition(two, total), R"("choices": "four", "concept": "c2")", R"("concept": "c2")"),
            "/items/1/choices", "is missing");
        row("two operators", scored(R"({"sum": [1], "mean": [1]})", "[0, 6]"), "/scores/0/expression",
            "has more than 1 operator");
        row("unknown operator", scored(R"({"median": [1]})", "[0, 6]"), "/scores/0/expression/median", "unknown key");
        row("profiles without a default", definition(two, total, R"("profiles": ["a", "b"])"), "/defaultProfile",
            "is missing");
        row("recall is no duration", replaced(definition(two, total), "P2W", "two weeks"), "/recall/period",
            "not an ISO 8601 duration such as P2W");
        // items
        row("item twice", replaced(definition(two, first), R"("id": "q2")", R"("id": "q1")"), "/items/1/id",
            "the id \"q1\" stands twice");
        row("concept twice", replaced(definition(two, total), R"("concept": "c2")", R"("concept": "c1")"),
            "/items/1/concept", "the concept \"c1\" stands twice");
        row("unknown list",
            replaced(definition(two, total), R"("choices": "four", "concept": "c2")",
                     R"("choices": "five", "concept": "c2")"),
            "/items/1/choices", "no list of choices \"five\"");
        row("value twice", replaced(definition(two, total), R"("value": 3)", R"("value": 2)"), "/choices/four/3/value",
            "the value 2 stands twice in this list");
        row("choice concept twice", replaced(definition(two, total), R"("concept": "d")", R"("concept": "c")"),
            "/choices/four/3/concept", "the concept \"c\" stands twice in this list");
        row("maximum not above minimum",
            definition(two + R"(, {"id": "n", "type": "number", "min": 5, "max": 5, "concept": "n"})", total),
            "/items/2/max", "not greater than min");
        row("bound too exact",
            definition(two + R"(, {"id": "n", "type": "number", "min": 0.5, "concept": "n"})", total), "/items/2/min",
            "has more places after the point than its answers may have");
        row("key of another type",
            definition(two + R"(, {"id": "n", "type": "clock", "min": 5, "concept": "n"})", total), "/items/2/min",
            "means nothing on an item of this type");
        row("branch on a later item",
            replaced(definition(two, total), R"("concept": "c1"})",
                     R"("concept": "c1", "showWhen": {"answered": "q2"}})"),
            "/items/0/showWhen", "depends on item \"q2\", which does not come before this one");
        row("branch on itself through a score",
            replaced(definition(two, total), R"("concept": "c2"})",
                     R"("concept": "c2", "showWhen": {"gt": [{"score": "s"}, 1]}})"),
            "/items/1/showWhen", "depends on item \"q2\", which does not come before this one");
        row("branch on a number",
            replaced(definition(two, total), R"("concept": "c2"})", R"("concept": "c2", "showWhen": {"item": "q1"}})"),
            "/items/1/showWhen", "a number where true or false is wanted");
        // expressions
        row("unknown item", scored(R"({"sum": [{"item": "q1"}, {"item": "q9"}]})", "[0, 6]"),
            "/scores/0/expression/sum/1/item", "no item \"q9\"");
        row("unknown score", scored(R"({"score": "t"})", "[0, 6]"), "/scores/0/expression/score", "no score \"t\"");
        row("boolean in a sum", scored(R"({"sum": [{"item": "q1"}, {"answered": "q2"}]})", "[0, 6]"),
            "/scores/0/expression/sum/1", "true or false where a number is wanted");
        row("number in any", scored(R"({"any": [{"item": "q1"}]})", "\"boolean\""), "/scores/0/expression/any/0",
            "a number where true or false is wanted");
        row("number as condition", scored(R"({"when": {"if": 1, "then": 0, "else": 6}})", "[0, 6]"),
            "/scores/0/expression/when/if", "a number where true or false is wanted");
        row("boolean compared", scored(R"({"eq": [{"answered": "q1"}, 1]})", "\"boolean\""),
            "/scores/0/expression/eq/0", "true or false where a number is wanted");
        row("number as boolean score", scored(sumOf(2), "\"boolean\""), "/scores/0/expression",
            "a number where true or false is wanted");
        row("boolean as number score", scored(R"({"answered": "q1"})", "[0, 1]"), "/scores/0/expression",
            "true or false where a number is wanted");
        row("elapsed from a duration",
            definition(clocks, scoreOf(R"({"elapsed": {"from": "slept", "to": "bed"}})", "[0, 1439]")),
            "/scores/0/expression/elapsed/from", "item \"slept\" is no clock time");
        row("a text as a number",
            definition(two + R"(, {"id": "t", "type": "text", "concept": "t"})", scoreOf(R"({"item": "t"})", "[0, 6]")),
            "/scores/0/expression/item", "item \"t\" has no number");
        row("a section answered",
            definition(two + R"(, {"id": "t", "type": "section"})", scoreOf(R"({"answered": "t"})", "\"boolean\"")),
            "/scores/0/expression/answered", "item \"t\" asks nothing");
        row("score on itself", scored(R"({"sum": [{"score": "s"}, 1]})", "[0, 6]"), "/scores/0/expression",
            "the score \"s\" depends on itself");
        row("profile left out", definition(two, scoreOf(R"({"profile": {"a": {"item": "q1"}}})", "[0, 3]"), profiles),
            "/scores/0/expression/profile", "nothing for profile \"b\"");
        row("unknown profile",
            definition(two, scoreOf(R"({"profile": {"a": 0, "b": 3, "c": 3}})", "[0, 3]", R"("rangeNote": "x")"),
                       profiles),
            "/scores/0/expression/profile/c", "no profile \"c\"");
        row("unknown default", definition(two, total, R"("profiles": ["a", "b"], "defaultProfile": "c")"),
            "/defaultProfile", "no profile \"c\"");
        row("division by zero in a fraction",
            scored(R"({"scale": {"of": {"item": "q1"}, "by": "1/0"}})", "[0, 6]", R"("rangeNote": "x")"),
            "/scores/0/expression/scale/by", "not an exact number");
        // steps
        row("steps fall", steps(R"([{"below": 2, "value": 0}, {"below": 1, "value": 1}, {"value": 3}])"),
            "/scores/0/expression/band/steps/1", "the bounds do not rise");
        row("step left empty", steps(R"([{"upTo": 1, "value": 0}, {"below": 1, "value": 0}, {"value": 3}])"),
            "/scores/0/expression/band/steps/1", "the bounds do not rise");
        row("last step bounded", steps(R"([{"below": 2, "value": 0}, {"upTo": 3, "value": 3}])"),
            "/scores/0/expression/band/steps/1", "the last step has no bound: values above it would have no step");
        row("open step in between", steps(R"([{"value": 0}, {"value": 3}])"), "/scores/0/expression/band/steps/0",
            "only the last step has no bound: the steps after it are never reached");
        row("below and upTo", steps(R"([{"below": 2, "upTo": 2, "value": 0}, {"value": 3}])"),
            "/scores/0/expression/band/steps/0", "a step has \"below\" or \"upTo\", not both");
        // ranges
        row("range too wide", scored(sumOf(2), "[0, 7]"), "/scores/0/range",
            "stated as [0, 7], but its expression gives [0, 6]");
        row("range too narrow without a note", scored(sumOf(2), "[0, 5]"), "/scores/0/range",
            "stated as [0, 5], but its expression gives [0, 6]");
        row("note does not excuse a wider range", scored(sumOf(2), "[0, 7]", R"("rangeNote": "x")"), "/scores/0/range",
            "stated as [0, 7], but its expression gives [0, 6]");
        row("range upside down", scored(sumOf(2), "[6, 0]"), "/scores/0/range",
            "the low end is not below the high end");
        row("mean", scored(sumOf(2, "mean"), "[0, 6]"), "/scores/0/range",
            "stated as [0, 6], but its expression gives [0, 3]");
        row("ratio without a bound", definition(clocks, scoreOf(R"({"ratio": [60, {"item": "slept"}]})", "[1, 60]")),
            "/scores/0/range", "stated as [1, 60], but its expression gives [1, ∞)");
        row("one profile differs",
            definition(two,
                       scoreOf(R"({"profile": {"a": {"item": "q1"}, "b": {"min": [{"item": "q1"}, 2]}}})", "[0, 3]"),
                       profiles),
            "/scores/0/range", "stated as [0, 3], but its expression gives [0, 2] in profile \"b\"");
        row("score twice", definition(two, total + ", " + total), "/scores/1/id", "the id \"s\" stands twice");
        row("flag with numbers", scored(sumOf(2), "[0, 6]", R"("flag": true)"), "/scores/0/flag",
            "a flag's range is \"boolean\"");
        // bands
        row("first band too high", banded(R"([{"id": "a", "from": 1, "label": {"en": "a"}}])"),
            "/scores/0/bands/0/from", "the first band does not start at the range's low end, 0");
        row("bands fall",
            banded(R"([{"id": "a", "from": 0, "label": {"en": "a"}}, {"id": "b", "from": 0, "label": {"en": "b"}}])"),
            "/scores/0/bands/1/from", "not above the band before it");
        row("band out of range",
            banded(R"([{"id": "a", "from": 0, "label": {"en": "a"}}, {"id": "b", "from": 7, "label": {"en": "b"}}])"),
            "/scores/0/bands/1/from", "above the range's high end, 6");
        row("band twice",
            banded(R"([{"id": "a", "from": 0, "label": {"en": "a"}}, {"id": "a", "from": 3, "label": {"en": "b"}}])"),
            "/scores/0/bands/1/id", "the id \"a\" stands twice");
        row("bands of an unknown profile", banded(R"({"c": [{"id": "a", "from": 0, "label": {"en": "a"}}]})"),
            "/scores/0/bands/c", "no profile \"c\"");
        row("bands of a boolean",
            scored(R"({"answered": "q1"})", "\"boolean\"",
                   R"("bandsSource": "x", "bands": [{"id": "a", "from": 0, "label": {"en": "a"}}])"),
            "/scores/0/bands", "a boolean score has no bands");
        // proration
        row("proration of more than a sum",
            scored(R"({"scale": {"of": {"item": "q1"}, "by": 2}})", "[0, 6]",
                   R"("prorate": {"maxMissing": 1, "round": "none", "source": "x"})"),
            "/scores/0/prorate", "stands only on a plain sum or mean of items");
        row("all may be missing",
            scored(sumOf(2), "[0, 6]", R"("prorate": {"maxMissing": 2, "round": "none", "source": "x"})"),
            "/scores/0/prorate/maxMissing", "not less than the number of items");
        row("prorated items differ",
            definition(two + ", " + clocks, scoreOf(R"({"sum": [{"item": "q1"}, {"item": "slept"}]})", "[0, 63]",
                                                    R"("prorate": {"maxMissing": 1, "round": "none", "source": "x"})")),
            "/scores/0/prorate", "its items do not share one range");
        // alerts
        row("alert on an unknown item",
            definition(two, total, R"("alerts": [{"id": "a", "item": "q9", "when": {"answered": "q1"}}])"),
            "/alerts/0/item", "no item \"q9\"");
        row("alert on a number",
            definition(two, total, R"("alerts": [{"id": "a", "item": "q1", "when": {"item": "q1"}}])"),
            "/alerts/0/when", "a number where true or false is wanted");
        row("alert twice",
            definition(
                two, total,
                R"("alerts": [{"id": "a", "item": "q1", "when": {"answered": "q1"}}, {"id": "a", "item": "q1", "when": {"answered": "q1"}}])"),
            "/alerts/1/id", "the id \"a\" stands twice");
    }
    void brokenDefinition_isRefusedWithPlaceAndReason() {
        QFETCH(QByteArray, json);
        QFETCH(QString, pointer);
        QFETCH(QString, reason);
        const auto instrument = parseInstrument(parseJson(json).value(), "f.json");
        QVERIFY(!instrument);
        QCOMPARE(instrument.error().kind, Error::Kind::Unusable);
        QVERIFY2(instrument.error().faults == QList{(Fault{"f.json", pointer, reason})},
                 qUtf8Printable(instrument.error().toString()));
    }

    void everyFault_isReportedAtOnce() {
        const QByteArray json =
            definition(replaced(two, R"("choices": "four", "concept": "c2")", R"("choices": "five", "concept": "c1")"),
                       scoreOf(R"({"sum": [{"item": "q8"}, {"item": "q9"}]})", "[0, 6]"), R"("extra": 1, "more": 2)");
        const auto instrument = parseInstrument(parseJson(json).value());
        QStringList places;
        for (const Fault& fault : instrument.error().faults)
            places.append(fault.pointer);
        places.sort();
        QCOMPARE(places, (QStringList{"/extra", "/items/1/choices", "/items/1/concept", "/more",
                                      "/scores/0/expression/sum/0/item", "/scores/0/expression/sum/1/item"}));
    }
    void twoScoresOnEachOther_areBothNamed() {
        const auto instrument = parseInstrument(
            parseJson(
                definition(two, R"({"id": "a", "name": {"en": "A"}, "expression": {"score": "b"}, "range": [0, 3]},
            {"id": "b", "name": {"en": "B"}, "expression": {"score": "a"}, "range": [0, 3]})"))
                .value());
        QCOMPARE(instrument.error().faults.size(), 2);
        QCOMPARE(instrument.error().faults.first().reason, QString("the score \"a\" depends on itself"));
    }
    void narrowerRange_needsItsNote() {
        QVERIFY(parseInstrument(parseJson(scored(sumOf(2), "[0, 5]", R"("rangeNote": "why")")).value()));
    }
    void endlessText_isRefusedWithoutHarm() {
        const QByteArray json = replaced(definition(two, total), "\"test\"", "\"" + QByteArray(1000000, 'a') + "\"");
        const auto instrument = parseInstrument(parseJson(json).value());
        QCOMPARE(instrument.error().faults.first().pointer, QString("/id"));
    }

    void soundPack_isRead() {
        const Instrument instrument = parsed(definition(two, total));
        const auto read = parseTextPack(parseJson(pack).value(), instrument);
        QVERIFY2(read, qUtf8Printable(read ? QString() : read.error().toString()));
        QCOMPARE(read->choiceWords(*instrument.item("q1"), Decimal(2)), QString("some"));
        QCOMPARE(read->items.value("q2").text, QString("Two"));
        QCOMPARE(read->order, (QStringList{"q2", "q1"}));
        QVERIFY(read->allowsElectronic);
        QVERIFY(!read->expires.isValid());
    }

    void brokenPack_isRefusedWithPlaceAndReason_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const char* from, const QByteArray& to, const char* pointer,
                            const char* reason) {
            QTest::newRow(name) << replaced(pack, from, to) << QString(pointer) << QString::fromUtf8(reason);
        };
        row("other instrument", R"("instrument": "test")", R"("instrument": "phq9")", "/instrument",
            "not \"test\", whose words these should be");
        row("other version", R"("instrumentVersion": "1.0.0")", R"("instrumentVersion": "1.0.1")", "/instrumentVersion",
            "the instrument's version is 1.0.0");
        row("item without words", R"("q2": {"text": "Two"})", R"("q2": {"text": " Two"}, "q3": {"text": "Three"})",
            "/items/q3", "the instrument has no item \"q3\"");
        row("item left out", R"(, "q2": {"text": "Two"})", "", "/items/q2", "item \"q2\" has no words");
        row("empty words", R"({"text": "Two"})", R"({"text": ""})", "/items/q2/text", "is empty");
        row("choice left out", R"(, "3": "much")", "", "/choices/four/3", "the choice has no words");
        row("choice too many", R"("3": "much")", R"("3": "much", "4": "very much")", "/choices/four/4",
            "the instrument has no such choice");
        row("order incomplete", R"(["q2", "q1"])", R"(["q2"])", "/order", "item \"q1\" is left out");
        row("order with one twice", R"(["q2", "q1"])", R"(["q2", "q1", "q2"])", "/order/2", "item \"q2\" stands twice");
        row("order with an unknown one", R"(["q2", "q1"])", R"(["q2", "q1", "q3"])", "/order/2",
            "the instrument has no item \"q3\"");
        row("control character", R"("One")", R"("One\u0007")", "/items/q1/text", "has a control character");
        row("direction override", R"("One")", R"("One\u202e")", "/items/q1/text",
            "has a character that overrides the writing direction");
        row("isolate", R"("Now")", R"("Now\u2066")", "/recall", "has a character that overrides the writing direction");
        row("markup", R"("One")", R"("<b>One</b>")", "/items/q1/text", "has markup: plain text only");
        row("image", R"("some")", R"("some <img src=x>")", "/choices/four/2", "has markup: plain text only");
        row("too long", R"("One")", '"' + QByteArray(2001, 'x') + '"', "/items/q1/text", "longer than 2000 characters");
        row("validated without a citation", R"({"kind": "unvalidated"})", R"({"kind": "validated"})",
            "/provenance/citation", "is missing");
        row("30 February", R"("expires": null)", R"("expires": "2026-02-30")", "/licence/allows/expires",
            "not a date such as 2026-11-20");
        row("no title", R"("title": "Test", )", "", "/title", "is missing");
    }
    void brokenPack_isRefusedWithPlaceAndReason() {
        QFETCH(QByteArray, json);
        QFETCH(QString, pointer);
        QFETCH(QString, reason);
        const auto read = parseTextPack(parseJson(json).value(), parsed(definition(two, total)), "text.en.json");
        QVERIFY(!read);
        QVERIFY2(read.error().faults == QList{(Fault{"text.en.json", pointer, reason})},
                 qUtf8Printable(read.error().toString()));
    }
    void lessThanSign_isNoMarkup() {
        const auto read = parseTextPack(parseJson(replaced(pack, R"("One")", R"("Fewer than 5 (< 5)?")")).value(),
                                        parsed(definition(two, total)));
        QVERIFY(read);
    }
    void scaleWithoutItsEnds_isRefused() {
        const Instrument instrument = parsed(definition(
            R"({"id": "q1", "type": "scale", "min": 0, "max": 10, "direction": "higherWorse", "display": "nrs", "concept": "c"})",
            scoreOf(R"({"item": "q1"})", "[0, 10]")));
        QByteArray json =
            replaced(pack, R"("items": {"q1": {"text": "One"}, "q2": {"text": "Two"}}, "order": ["q2", "q1"])",
                     R"("items": {"q1": {"text": "One"}})");
        json = replaced(json, R"("choices": {"four": {"0": "none", "1": "a little", "2": "some", "3": "much"}},)", "");
        const auto read = parseTextPack(parseJson(json).value(), instrument);
        QVERIFY(!read);
        QCOMPARE(read.error().faults.first().pointer, QString("/items/q1"));
    }
    void shippedStudy_matchesItsSchema() {
        const auto study = readJson(Library::defaultFolder() + "/studies/demo.json");
        QVERIFY(study);
        for (const Fault& fault : schemaFaults("study", *study, "demo.json"))
            QFAIL(qUtf8Printable(fault.toString()));
    }
    // The examples are what a message shows in place of a pattern.
    void everyPatternOfASchema_hasExamplesThatMatch() {
        for (const char* name : {"instrument", "text", "cases", "study"}) {
            const auto schema = readJson(Library::defaultFolder() + "/schema/" + name + ".schema.json");
            QVERIFY(schema);
            proveExamples(*schema);
        }
    }
    void unknownSchema_isAFault() { QCOMPARE(schemaFaults("none", QJsonValue(1), {}).size(), 1); }

private:
    static void proveExamples(const QJsonValue& schema) {
        for (const auto part : schema.toArray())
            proveExamples(part);
        const QJsonObject object = schema.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            if (it.key() != "examples")
                proveExamples(it.value());
        if (!object.value("pattern").isString())
            return;
        const QRegularExpression pattern(object.value("pattern").toString());
        const QJsonArray examples = object.value("examples").toArray();
        QVERIFY2(!examples.isEmpty(), qUtf8Printable(pattern.pattern()));
        for (const auto example : examples)
            QVERIFY2(!example.isString() || pattern.match(example.toString()).hasMatch(),
                     qUtf8Printable(example.toString()));
    }
};

QTEST_GUILESS_MAIN(TestLoader)
#include "tst_loader.moc"

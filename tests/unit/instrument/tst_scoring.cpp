// Expected values come from the published rules named in each test, worked by hand.
#include "unit/instrument/Definitions.h"

using namespace serein;
using namespace serein::instrument;

namespace {

QByteArray phq9Like() {
    return definition(
        fourPointItems(9),
        scoreOf(sumOf(9), "[0, 27]",
                R"("prorate": {"maxMissing": 2, "round": "halfUp", "source": "APA"}, "bandsSource": "Kroenke 2001",
            "bands": [{"id": "minimal", "from": 0, "label": {"en": "m"}}, {"id": "mild", "from": 5, "label": {"en": "m"}},
                      {"id": "moderate", "from": 10, "label": {"en": "m"}}, {"id": "moderatelySevere", "from": 15, "label": {"en": "m"}}])"),
        R"("alerts": [{"id": "item9", "item": "q9", "when": {"ge": [{"item": "q9"}, 1]}, "whenUnanswered": true}])");
}

const QByteArray sleepItems = R"(
    {"id": "bed", "type": "clock", "concept": "bed"}, {"id": "rise", "type": "clock", "concept": "rise"},
    {"id": "slept", "type": "duration", "min": 0, "max": 1440, "concept": "slept"},
    {"id": "q", "type": "choice", "choices": "four", "concept": "q"},
    {"id": "comment", "type": "text", "concept": "comment", "optional": true})";

/// The score "s" of an expression over the items of a sleep form.
QJsonValue valueOf(const QByteArray& expression, const QByteArray& range, const QByteArray& answers,
                   const QByteArray& more = {}, const QString& profile = {}) {
    const Instrument instrument =
        parsed(definition(sleepItems, scoreOf(expression, range, R"("rangeNote": "test")"), more));
    return scoreToJson(score(instrument, answersFrom(instrument, answers), {profile, false}).value("s")).value("value");
}

} // namespace

class TestScoring : public QObject {
    Q_OBJECT

    /// Three yes/no items, a multiple choice and two doses with a table that lacks one of them.
    static QJsonValue ofForm(const QByteArray& expression, const QByteArray& range, const QByteArray& answers) {
        const QByteArray items = R"({"id": "a", "type": "choice", "choices": "four", "concept": "a"},
            {"id": "b", "type": "choice", "choices": "four", "concept": "b"}, {"id": "c", "type": "choice", "choices": "four", "concept": "c"},
            {"id": "given", "type": "multiChoice", "choices": "four", "concept": "given"},
            {"id": "dose", "type": "number", "min": 0, "max": 100, "concept": "dose"})";
        const QByteArray table =
            R"("conversions": {"weak": {"version": "1.0.0", "unit": "mg", "source": {"citation": "none"},
            "rows": {"known": {"factor": "1/3"}, "unknown": {"factor": null}}}})";
        const Instrument form = parsed(definition(items, scoreOf(expression, range, R"("rangeNote": "test")"), table));
        return scoreToJson(score(form, answersFrom(form, answers)).value("s")).value("value");
    }

private Q_SLOTS:
    void atLeast_isDecidedOnceTheRestCannotMatter_data() {
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QJsonValue>("expected");
        const QJsonValue missing = QJsonValue::Null;
        QTest::newRow("two of two") << QByteArray(R"({"a":1,"b":1,"c":0})") << QJsonValue(true);
        QTest::newRow("two, third open") << QByteArray(R"({"a":1,"b":1})") << QJsonValue(true);
        QTest::newRow("one, third open") << QByteArray(R"({"a":1,"b":0})") << missing;
        QTest::newRow("none, third open") << QByteArray(R"({"a":0,"b":0})") << QJsonValue(false);
        QTest::newRow("one of three") << QByteArray(R"({"a":1,"b":0,"c":0})") << QJsonValue(false);
        QTest::newRow("nothing answered") << QByteArray("{}") << missing;
    }
    void atLeast_isDecidedOnceTheRestCannotMatter() {
        QFETCH(QByteArray, answers);
        QFETCH(QJsonValue, expected);
        QCOMPARE(
            ofForm(
                R"({"atLeast": {"n": 2, "of": [{"ge": [{"item": "a"}, 1]}, {"ge": [{"item": "b"}, 1]}, {"ge": [{"item": "c"}, 1]}]}})",
                "\"boolean\"", answers),
            expected);
    }
    void includes_looksIntoAMultipleChoice() {
        const QByteArray includes = R"({"includes": {"item": "given", "value": 2}})";
        QCOMPARE(ofForm(includes, "\"boolean\"", R"({"given": [0, 2]})"), QJsonValue(true));
        QCOMPARE(ofForm(includes, "\"boolean\"", R"({"given": [1]})"), QJsonValue(false));
        QCOMPARE(ofForm(includes, "\"boolean\"", "{}"), QJsonValue(QJsonValue::Null));
        QCOMPARE(ofForm(includes, "\"boolean\"", R"({"given": []})"), QJsonValue(QJsonValue::Null));
    }
    void convert_refusesWhatTheTableLacks() {
        const QByteArray known = R"({"convert": {"of": {"item": "dose"}, "table": "weak", "row": "known"}})";
        QCOMPARE(ofForm(known, "[0, 33]", R"({"dose": 30})"), QJsonValue(10)); // a third, exactly
        QCOMPARE(ofForm(known, "[0, 33]", "{}"), QJsonValue(QJsonValue::Null));
        const QByteArray either = R"({"when": {"if": {"ge": [{"item": "a"}, 1]}, "then": {"item": "dose"},
            "else": {"convert": {"of": {"item": "dose"}, "table": "weak", "row": "unknown"}}}})";
        QCOMPARE(ofForm(either, "[0, 100]", R"({"a": 1, "dose": 30})"), QJsonValue(30));
        QCOMPARE(ofForm(either, "[0, 100]", R"({"a": 0, "dose": 30})"), QJsonValue(QJsonValue::Null));
    }
    void missing_isWhatTheRuleLeavesUnscored() {
        const QByteArray rule =
            R"({"when": {"if": {"ge": [{"item": "a"}, 1]}, "then": {"item": "a"}, "else": {"missing": true}}})";
        QCOMPARE(ofForm(rule, "[1, 3]", R"({"a": 2})"), QJsonValue(2));
        QCOMPARE(ofForm(rule, "[1, 3]", R"({"a": 0})"), QJsonValue(QJsonValue::Null));
    }

    void
    phq9_missingItems_followTheApaRule_data() { // APA severity measure: raw × 9 ÷ answered; three missing: no score
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<bool>("prorate");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const char* answers, bool prorate, const char* expected) {
            QTest::newRow(name) << QByteArray(answers) << prorate << QByteArray(expected);
        };
        row("complete", R"({"q1":1,"q2":1,"q3":1,"q4":1,"q5":1,"q6":0,"q7":0,"q8":0,"q9":0})", true,
            R"({"band":"mild","status":"complete","value":5})");
        row("one missing, 4 × 9 / 8 = 4.5 rounds up", R"({"q1":1,"q2":1,"q3":1,"q4":1,"q5":0,"q6":0,"q7":0,"q8":0})",
            true, R"({"band":"mild","status":"prorated","value":5})");
        row("two missing, 13 × 9 / 7 = 16.7", R"({"q1":3,"q2":3,"q3":3,"q4":3,"q5":1,"q6":0,"q7":0})", true,
            R"({"band":"moderatelySevere","status":"prorated","value":17})");
        row("two missing, not asked for", R"({"q1":3,"q2":3,"q3":3,"q4":3,"q5":1,"q6":0,"q7":0})", false,
            R"({"status":"missing","value":null})");
        row("three missing", R"({"q1":3,"q2":3,"q3":3,"q4":3,"q5":1,"q6":0})", true,
            R"({"status":"missing","value":null})");
        row("declined counts as missing", R"({"q1":3,"q2":3,"q3":3,"q4":3,"q5":1,"q6":0,"q7":{"declined":true}})", true,
            R"({"status":"missing","value":null})");
        row("nothing answered", "{}", true, R"({"status":"missing","value":null})");
    }
    void phq9_missingItems_followTheApaRule() {
        QFETCH(QByteArray, answers);
        QFETCH(bool, prorate);
        QFETCH(QByteArray, expected);
        const Instrument instrument = parsed(phq9Like());
        const auto scores = score(instrument, answersFrom(instrument, answers), {{}, prorate});
        QCOMPARE(canonicalJson(scoreToJson(scores.value("s"))), expected);
    }

    void proratedMean_isTheMeanOfTheAnswered() {
        const Instrument instrument = parsed(definition(
            fourPointItems(4), scoreOf(sumOf(4, "mean"), "[0, 3]",
                                       R"("prorate": {"maxMissing": 2, "round": "none", "source": "half rule"})")));
        const auto scores = score(instrument, answersFrom(instrument, R"({"q1": 3, "q2": 2})"), {{}, true});
        QCOMPARE(scoreToJson(scores.value("s")).value("value"), QJsonValue(2.5));
    }

    void expression_givesThePublishedValue_data() {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const char* expression, const char* range, const char* answers,
                            const char* expected) {
            QTest::newRow(name) << QByteArray(expression) << QByteArray(range) << QByteArray(answers)
                                << QByteArray(expected);
        };
        const char* inBed = R"({"elapsed": {"from": "bed", "to": "rise"}})";
        row("22:00 to 06:00 crosses midnight: 8 h", inBed, "[0, 1439]", R"({"bed":"22:00","rise":"06:00"})", "480");
        row("00:30 to 08:00 does not", inBed, "[0, 1439]", R"({"bed":"00:30","rise":"08:00"})", "450");
        row("the same time is no time in bed", inBed, "[0, 1439]", R"({"bed":"22:00","rise":"22:00"})", "0");
        row("one minute short of a day", inBed, "[0, 1439]", R"({"bed":"08:00","rise":"07:59"})", "1439");
        const char* efficiency =
            R"({"scale": {"of": {"ratio": [{"item": "slept"}, {"elapsed": {"from": "bed", "to": "rise"}}]}, "by": 100}})";
        row("7 of 8 h are 87.5 %", efficiency, "[0, 144000]", R"({"bed":"22:00","rise":"06:00","slept":420})", "87.5");
        row("time in bed 0: no efficiency", efficiency, "[0, 144000]", R"({"bed":"22:00","rise":"22:00","slept":420})",
            "null");
        row("more sleep than time in bed is over 100 %", efficiency, "[0, 144000]",
            R"({"bed":"00:00","rise":"06:00","slept":420})", "116.666667");
        const char* latency =
            R"({"band": {"of": {"item": "slept"}, "steps": [{"upTo": 15, "value": 0}, {"upTo": 30, "value": 1}, {"upTo": 60, "value": 2}, {"value": 3}]}})";
        row("15 min is 0", latency, "[0, 3]", R"({"slept":15})", "0");
        row("16 min is 1", latency, "[0, 3]", R"({"slept":16})", "1");
        row("60 min is 2", latency, "[0, 3]", R"({"slept":60})", "2");
        row("61 min is 3", latency, "[0, 3]", R"({"slept":61})", "3");
        const char* below =
            R"({"band": {"of": {"item": "slept"}, "steps": [{"below": 300, "value": 3}, {"value": 0}]}})";
        row("below leaves its bound to the next step", below, "[0, 3]", R"({"slept":300})", "0");
        row("below takes what is under it", below, "[0, 3]", R"({"slept":299})", "3");
        const char* other =
            R"({"when": {"if": {"all": [{"answered": "q"}, {"answered": "comment"}]}, "then": {"item": "q"}, "else": 0}})";
        row("5j with its comment counts", other, "[0, 3]", R"({"q":3,"comment":"noise"})", "3");
        row("5j without a comment counts 0", other, "[0, 3]", R"({"q":3})", "0");
        row("5j with an empty comment counts 0", other, "[0, 3]", R"({"q":3,"comment":""})", "0");
        const char* index = R"({"scale": {"of": {"sum": [{"item": "slept"}, 0]}, "by": "1.25", "round": "floor"}})";
        row("Zung index is floored: 35 × 1.25 = 43.75", index, "[0, 1800]", R"({"slept":35})", "43");
        row("reverse", R"({"reverse": {"of": {"item": "q"}, "low": 0, "high": 3}})", "[0, 3]", R"({"q":1})", "2");
        row("a sum with a part missing is missing", R"({"sum": [{"item": "q"}, {"item": "slept"}]})", "[0, 1443]",
            R"({"q":1})", "null");
        row("min", R"({"min": [{"item": "q"}, 2]})", "[0, 2]", R"({"q":3})", "2");
        row("max", R"({"max": [{"item": "q"}, 2]})", "[2, 3]", R"({"q":1})", "2");
        row("first skips what is missing", R"({"first": [{"item": "q"}, 0]})", "[0, 3]", "{}", "0");
        row("count", R"({"count": [{"ge": [{"item": "q"}, 2]}, {"answered": "slept"}]})", "[0, 2]", R"({"q":3})", "1");
        row("count with a part missing", R"({"count": [{"ge": [{"item": "q"}, 2]}, {"answered": "slept"}]})", "[0, 2]",
            "{}", "null");
        row("any: one true decides", R"({"any": [{"ge": [{"item": "q"}, 2]}, {"ge": [{"item": "slept"}, 1]}]})",
            "\"boolean\"", R"({"q":2})", "true");
        row("any: missing leaves it open", R"({"any": [{"ge": [{"item": "q"}, 2]}, {"ge": [{"item": "slept"}, 1]}]})",
            "\"boolean\"", R"({"q":1})", "null");
        row("all: one false decides", R"({"all": [{"ge": [{"item": "q"}, 2]}, {"ge": [{"item": "slept"}, 1]}]})",
            "\"boolean\"", R"({"q":1})", "false");
        row("all: missing leaves it open", R"({"all": [{"ge": [{"item": "q"}, 2]}, {"ge": [{"item": "slept"}, 1]}]})",
            "\"boolean\"", R"({"q":2})", "null");
        row("not of missing", R"({"not": {"eq": [{"item": "q"}, 2]}})", "\"boolean\"", "{}", "null");
        row("not answered is never missing", R"({"not": {"answered": "q"}})", "\"boolean\"",
            R"({"q":{"declined":true}})", "true");
        row("when on missing", R"({"when": {"if": {"gt": [{"item": "q"}, 1]}, "then": 1, "else": 0}})", "[0, 1]", "{}",
            "null");
        row("comparisons are exact",
            R"({"eq": [{"scale": {"of": {"item": "q"}, "by": "1/3"}}, {"ratio": [{"item": "q"}, 3]}]})", "\"boolean\"",
            R"({"q":1})", "true");
    }
    void expression_givesThePublishedValue() {
        QFETCH(QByteArray, expression);
        QFETCH(QByteArray, range);
        QFETCH(QByteArray, answers);
        QFETCH(QByteArray, expected);
        QCOMPARE(canonicalJson(valueOf(expression, range, answers)), expected);
    }

    void profile_picksTheRule() { // PSQI, exactly 7 h: Pitt sheet ≥ 7 → 0, the 1989 print > 7 → 1
        const QByteArray expression =
            R"({"profile": {"pitt": {"band": {"of": {"item": "slept"}, "steps": [{"below": 420, "value": 1}, {"value": 0}]}},
            "print": {"band": {"of": {"item": "slept"}, "steps": [{"upTo": 420, "value": 1}, {"value": 0}]}}}})";
        const QByteArray profiles = R"("profiles": ["pitt", "print"], "defaultProfile": "pitt")";
        QCOMPARE(valueOf(expression, "[0, 1]", R"({"slept": 420})", profiles), QJsonValue(0));
        QCOMPARE(valueOf(expression, "[0, 1]", R"({"slept": 420})", profiles, "print"), QJsonValue(1));
        QCOMPARE(valueOf(expression, "[0, 1]", R"({"slept": 420})", profiles, "unknown"), QJsonValue(QJsonValue::Null));
    }

    void bandsFollowTheProfile() {
        const Instrument instrument = parsed(definition(fourPointItems(1),
                                                        scoreOf(R"({"item": "q1"})", "[0, 3]",
                                                                R"("bandsSource": "test", "bands": {
              "a": [{"id": "low", "from": 0, "label": {"en": "l"}}, {"id": "high", "from": 2, "label": {"en": "h"}}],
              "b": [{"id": "low", "from": 0, "label": {"en": "l"}}, {"id": "high", "from": 3, "label": {"en": "h"}}]})"),
                                                        R"("profiles": ["a", "b"], "defaultProfile": "a")"));
        const Answers answers = answersFrom(instrument, R"({"q1": 2})");
        QCOMPARE(score(instrument, answers).value("s").band, QString("high"));
        QCOMPARE(score(instrument, answers, {"b", false}).value("s").band, QString("low"));
    }

    void hiddenItem_doesNotCount() {
        const Instrument instrument = parsed(definition(
            R"({"id": "q1", "type": "choice", "choices": "four", "concept": "c1"},
            {"id": "q2", "type": "choice", "choices": "four", "concept": "c2", "showWhen": {"ge": [{"item": "q1"}, 1]}},
            {"id": "q3", "type": "choice", "choices": "four", "concept": "c3", "showWhen": {"answered": "q2"}})",
            scoreOf(sumOf(3), "[0, 9]"),
            R"("alerts": [{"id": "a", "item": "q2", "when": {"ge": [{"item": "q2"}, 1]}, "whenUnanswered": true}])"));
        const auto answers = [&](const char* json) { return answersFrom(instrument, json); };
        QCOMPARE(visibleItems(instrument, answers("{}")), QStringList{"q1"}); // a missing condition hides
        QCOMPARE(visibleItems(instrument, answers(R"({"q1":1})")), (QStringList{"q1", "q2"}));
        QCOMPARE(visibleItems(instrument, answers(R"({"q1":0,"q2":3,"q3":3})")),
                 QStringList{"q1"}); // hides what hangs on it too
        QCOMPARE(score(instrument, answers(R"({"q1":0,"q2":3,"q3":3})")).value("s").status, ScoreStatus::Missing);
        QCOMPARE(score(instrument, answers(R"({"q1":1,"q2":3,"q3":3})")).value("s").value, Value(Decimal(7)));
        QVERIFY(alertsOnAnswer(instrument, answers(R"({"q1":0,"q2":3})"), "q2").isEmpty());
        QVERIFY(alertsOnUnanswered(instrument, answers(R"({"q1":0})")).isEmpty());
        QCOMPARE(alertsOnUnanswered(instrument, answers(R"({"q1":1})")), QStringList{"a"});
    }

    void alert_firesOnEntry_orWhenLeftOut() {
        const Instrument instrument = parsed(phq9Like());
        const auto answers = [&](const char* json) { return answersFrom(instrument, json); };
        QCOMPARE(alertsOnAnswer(instrument, answers(R"({"q9":1})"), "q9"),
                 QStringList{"item9"}); // the rest may be missing
        QVERIFY(alertsOnAnswer(instrument, answers(R"({"q9":0})"), "q9").isEmpty());
        QVERIFY(alertsOnAnswer(instrument, answers(R"({"q8":3,"q9":1})"), "q8").isEmpty());
        QVERIFY(alertsOnUnanswered(instrument, answers(R"({"q9":0})")).isEmpty());
        QCOMPARE(alertsOnUnanswered(instrument, answers("{}")), QStringList{"item9"});
        QCOMPARE(alertsOnUnanswered(instrument, answers(R"({"q9":{"declined":true}})")), QStringList{"item9"});
    }

    void scoreNamedByAnother_isTakenBeforeProration() {
        const Instrument instrument = parsed(definition(
            fourPointItems(3),
            scoreOf(sumOf(3), "[0, 9]", R"("prorate": {"maxMissing": 1, "round": "halfUp", "source": "test"})") +
                R"(, {"id": "positive", "name": {"en": "P"}, "expression": {"ge": [{"score": "s"}, 5]}, "range": "boolean"})"));
        const auto scores = score(instrument, answersFrom(instrument, R"({"q1": 3, "q2": 3})"), {{}, true});
        QCOMPARE(scores.value("s").status, ScoreStatus::Prorated);
        QCOMPARE(scores.value("positive").status, ScoreStatus::Missing);
    }

private:
    using Value = std::variant<std::monostate, Decimal, bool>;
};

QTEST_APPLESS_MAIN(TestScoring)
#include "tst_scoring.moc"

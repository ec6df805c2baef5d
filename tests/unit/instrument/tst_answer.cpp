#include "unit/instrument/Definitions.h"

#include <rapidcheck.h>

using namespace serein;
using namespace serein::instrument;

namespace {

const QByteArray everyType = R"(
    {"id": "one", "type": "choice", "choices": "four", "concept": "one"},
    {"id": "many", "type": "multiChoice", "choices": "four", "concept": "many"},
    {"id": "dose", "type": "number", "min": 0, "max": 10, "decimals": 2, "concept": "dose"},
    {"id": "nrs", "type": "scale", "min": 0, "max": 10, "direction": "higherWorse", "display": "nrs", "concept": "nrs"},
    {"id": "bed", "type": "clock", "concept": "bed"},
    {"id": "slept", "type": "duration", "min": 0, "max": 1440, "concept": "slept"},
    {"id": "born", "type": "date", "concept": "born"},
    {"id": "at", "type": "datetime", "concept": "at"},
    {"id": "why", "type": "text", "maxLength": 5, "concept": "why"},
    {"id": "part", "type": "section"})";

QJsonValue json(const QByteArray& text) {
    return parseJson(text).value();
}

} // namespace

class TestAnswer : public QObject {
    Q_OBJECT
    const Instrument m_instrument = parsed(definition(everyType, scoreOf(R"({"item": "one"})", "[0, 3]")));

    Result<Answer> read(const QString& item, const QByteArray& text) const {
        return answerFromJson(*m_instrument.item(item), json(text));
    }

private Q_SLOTS:
    void answer_readsBackAsWritten_data() {
        QTest::addColumn<QString>("item");
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char* name, const char* item, const QByteArray& given, const QByteArray& written) {
            QTest::newRow(name) << QString(item) << given << written;
        };
        row("choice", "one", "2", "2");
        row("several choices", "many", "[1,3]", "[1,3]");
        row("no choice at all is no answer", "many", "[]", "null");
        row("decimal", "dose", "0.25", "0.25");
        row("scale", "nrs", "10", "10");
        row("midnight", "bed", "\"00:00\"", "\"00:00\"");
        row("bed time", "bed", "\"22:30\"", "\"22:30\"");
        row("minutes", "slept", "450", "450");
        row("ISO duration", "slept", "\"PT7H30M\"", "450");
        row("a whole day", "slept", "\"P1D\"", "1440");
        row("date", "born", "\"2026-11-20\"", "\"2026-11-20\"");
        row("datetime stays as written", "at", "\"2026-11-20T14:05+08:00\"", "\"2026-11-20T14:05+08:00\"");
        row("text", "why", "\"pain\"", "\"pain\"");
        row("an empty text is no answer", "why", "\"\"", "null");
        row("unanswered", "one", "null", "null");
        row("declined", "one", R"({"declined":true})", R"({"declined":true})");
        row("declined with a reason", "bed", R"({"declined":true,"reason":"tired"})",
            R"({"declined":true,"reason":"tired"})");
        row("null to a section", "part", "null", "null");
    }
    void answer_readsBackAsWritten() {
        QFETCH(QString, item);
        QFETCH(QByteArray, given);
        QFETCH(QByteArray, written);
        const auto answer = read(item, given);
        QVERIFY2(answer, qUtf8Printable(answer ? QString() : answer.error().toString()));
        QCOMPARE(canonicalJson(answerToJson(*answer)), written);
    }

    void unfitAnswer_isRefused_data() {
        QTest::addColumn<QString>("item");
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const char* item, const QByteArray& given, const char* reason) {
            QTest::newRow(name) << QString(item) << given << QString(reason);
        };
        row("no such choice", "one", "4", "none of this item's choices");
        row("text for a choice", "one", "\"2\"", "none of this item's choices");
        row("between choices", "one", "1.5", "none of this item's choices");
        row("one for several", "many", "1", "not a list of choices");
        row("twice", "many", "[1,1]", "the choice stands twice");
        row("below", "dose", "-0.01", "less than 0");
        row("above", "nrs", "11", "more than 10");
        row("too exact", "dose", "0.125", "more than 2 places after the point");
        row("not whole", "nrs", "5.5", "not a whole number");
        row("24:00", "bed", "\"24:00\"", "not a clock time from 00:00 to 23:59");
        row("12-hour clock", "bed", "\"8:00 PM\"", "not a clock time from 00:00 to 23:59");
        row("one digit", "bed", "\"8:00\"", "not a clock time from 00:00 to 23:59");
        row("line break after the clock", "bed", "\"08:00\\n\"", "not a clock time from 00:00 to 23:59");
        row("hours without a unit", "slept", "\"4hrs\"", "not a duration: minutes, or ISO 8601 such as PT7H30M");
        row("negative", "slept", "-5", "not a duration: minutes, or ISO 8601 such as PT7H30M");
        row("a month", "slept", "\"P1M\"", "not a duration: minutes, or ISO 8601 such as PT7H30M");
        row("half a minute", "slept", "\"PT30S\"", "not a whole number");
        row("more than a day", "slept", "\"PT24H1M\"", "more than 1440");
        row("huge", "slept", "\"P99999999D\"", "not a duration: minutes, or ISO 8601 such as PT7H30M");
        row("30 February", "born", "\"2026-02-30\"", "not a date such as 2026-11-20");
        row("no offset", "at", "\"2026-11-20T14:05\"", "not a time with its offset such as 2026-11-20T14:05+08:00");
        row("long text", "why", "\"sixsix\"", "longer than 5 characters");
        row("control character", "why", "\"a\\u0007\"", "has control characters");
        row("number for a text", "why", "5", "not a text");
        row("boolean", "one", "true", "none of this item's choices");
        row("not declined", "one", R"({"declined":false})", "an object here is {\"declined\": true, \"reason\": text}");
        row("odd object", "one", R"({"declined":true,"x":1})",
            "unknown key; an object here is {\"declined\": true, \"reason\": text}");
        row("a section", "part", "1", "this item asks nothing");
    }
    void unfitAnswer_isRefused() {
        QFETCH(QString, item);
        QFETCH(QByteArray, given);
        QFETCH(QString, reason);
        const auto answer = read(item, given);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Unusable);
        QCOMPARE(answer.error().faults.first().reason, reason);
    }

    void declined_isNeitherAnsweredNorANumber() {
        QVERIFY(!isAnswered(Declined{"tired"}));
        QVERIFY(!isAnswered(Answer()));
        QVERIFY(!isAnswered(AnswerValue(QString())));
        QVERIFY(isAnswered(AnswerValue(Decimal(0))));
        const auto scores = score(m_instrument, answersFrom(m_instrument, R"({"one": {"declined": true}})"));
        QCOMPARE(scores.value("s").status, ScoreStatus::Missing);
        QVERIFY(std::holds_alternative<std::monostate>(scores.value("s").value));
    }

    void clock_roundTripsForEveryMinute() {
        for (int minute = 0; minute < 1440; ++minute) {
            const Answer answer{AnswerValue(ClockTime{minute})};
            QCOMPARE(*answerFromJson(*m_instrument.item("bed"), answerToJson(answer)), answer);
        }
    }
    void number_roundTrips() {
        QVERIFY(rc::check([&] {
            const int hundredths = *rc::gen::inRange(0, 1001);
            const Answer answer{AnswerValue(Decimal(hundredths) / Decimal(100))};
            RC_ASSERT(*answerFromJson(*m_instrument.item("dose"), answerToJson(answer)) == answer);
        }));
    }
};

QTEST_APPLESS_MAIN(TestAnswer)
#include "tst_answer.moc"

#pragma once
// Small definitions for tests, written where the rule is tested.
#include "core/Json.h"
#include "instrument/Library.h"

#include <QJsonArray>
#include <QTest>

namespace serein::instrument {

/// A definition with the given choices, items, scores and further keys (JSON text, each may be empty).
inline QByteArray definition(const QByteArray& items, const QByteArray& scores, const QByteArray& more = {}) {
    return R"({"schema": "serein-instrument/1", "id": "test", "version": "1.0.0", "name": {"en": "Test"}, "audience": "self",
        "class": "data", "recall": {"period": "P2W"}, "sources": [{"citation": "none"}],
        "choices": {"four": [{"value": 0, "concept": "a"}, {"value": 1, "concept": "b"}, {"value": 2, "concept": "c"}, {"value": 3, "concept": "d"}]},
        "items": [)" +
           items + R"(], "scores": [)" + scores + "]" + (more.isEmpty() ? "" : ", " + more) + "}";
}

/// `count` choice items q1 … of the list "four".
inline QByteArray fourPointItems(int count) {
    QByteArrayList items;
    for (int number = 1; number <= count; ++number)
        items += R"({"id": "q)" + QByteArray::number(number) +
                 R"(", "type": "choice", "choices": "four", "concept": "c)" + QByteArray::number(number) + "\"}";
    return items.join(", ");
}

/// {"sum": [q1 … qN]}
inline QByteArray sumOf(int count, const QByteArray& op = "sum") {
    QByteArrayList items;
    for (int number = 1; number <= count; ++number)
        items += R"({"item": "q)" + QByteArray::number(number) + "\"}";
    return "{\"" + op + "\": [" + items.join(", ") + "]}";
}

inline QByteArray scoreOf(const QByteArray& expression, const QByteArray& range, const QByteArray& more = {}) {
    return R"({"id": "s", "name": {"en": "S"}, "expression": )" + expression + R"(, "range": )" + range +
           (more.isEmpty() ? "" : ", " + more) + "}";
}

inline Instrument parsed(const QByteArray& json) {
    const auto instrument = parseInstrument(parseJson(json).value());
    if (!instrument)
        qFatal("%s", qUtf8Printable(instrument.error().toString()));
    return *instrument;
}

inline Answers answersFrom(const Instrument& instrument, const QByteArray& json) {
    Answers answers;
    const QJsonObject object = parseJson(json).value().toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        answers.insert(it.key(), answerFromJson(*instrument.item(it.key()), it.value()).value());
    return answers;
}

} // namespace serein::instrument

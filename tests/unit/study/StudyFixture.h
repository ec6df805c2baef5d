#pragma once
// A small study and the library it refers to, for tests that break one thing at a time.
#include "core/Json.h"
#include "study/Study.h"

#include <QJsonArray>

namespace serein::study::fixture {

inline instrument::TextPack words(const QString& language, const QString& provenance = "official") {
    instrument::TextPack pack;
    pack.language = language;
    pack.provenance = provenance;
    pack.allowsElectronic = true;
    return pack;
}

inline instrument::Entry scale(const QString& id, const char* recall, int high, instrument::Direction direction) {
    instrument::Entry entry;
    entry.instrument.id = id;
    entry.instrument.audience = "self";
    entry.instrument.recall = *IsoDuration::fromString(recall);
    instrument::Score total;
    total.id = "total";
    total.high = high;
    total.direction = direction;
    entry.instrument.scores = {total};
    for (const char* language : {"en", "zh-CN"})
        entry.packs.insert(language, words(language));
    return entry;
}

/// phq9 (two weeks, alert item9, proration), ais (one night), quality (higher is better), cam (boolean, by observers),
/// psqi (two profiles, no words).
inline instrument::Library library() {
    using instrument::Direction;
    instrument::Library all;
    auto phq9 = scale("phq9", "P2W", 27, Direction::HigherWorse);
    phq9.instrument.alerts = {
        instrument::AlertRule{.id = "item9", .item = "q9", .when = nullptr, .whenUnanswered = true}};
    phq9.instrument.scores[0].proration = instrument::Proration{2, instrument::Rounding::HalfUp, "published"};
    all.add(phq9);
    all.add(scale("ais", "P1D", 24, Direction::HigherWorse));
    auto quality = scale("quality", "PT0S", 10, Direction::HigherBetter);
    quality.instrument.recallsNight = true;
    all.add(quality);
    auto cam = scale("cam", "P1D", 0, Direction::None);
    cam.instrument.audience = "observer";
    cam.instrument.scores[0].isBoolean = true;
    all.add(cam);
    auto psqi = scale("psqi", "P1M", 21, Direction::HigherWorse);
    psqi.instrument.profiles = QStringList{"pitt", "print"};
    psqi.packs.remove("zh-CN");
    all.add(psqi);
    return all;
}

inline QJsonValue study() {
    return *parseJson(R"({"schema": "serein-study/1", "id": "small", "version": "1.0.0", "title": {"en": "Small"},
      "sources": [{"citation": "made for tests"}], "purpose": "trial", "zone": "Europe/Berlin", "languages": ["zh-CN", "en"],
      "subject": {"pattern": "SYN-[0-9]{3}", "example": "SYN-001"},
      "secondIdentifier": {"label": {"en": "Year of birth"}, "pattern": "[0-9]{4}", "example": "1957"},
      "anchors": [{"id": "incision", "label": {"en": "Incision"}}, {"id": "surgeryEnd", "label": {"en": "End"}}], "dayZero": "incision",
      "timepoints": [
        {"id": "BL", "label": {"en": "Baseline"}, "window": {"anchor": "incision", "offset": "PT0S", "opens": "-P3D", "closes": "PT0S"},
         "battery": [{"instrument": "phq9"}]},
        {"id": "POD1", "label": {"en": "Day 1"}, "window": {"day": 1, "from": "06:00", "to": "10:00"}, "night": true,
         "battery": [{"instrument": "ais"}, {"instrument": "quality"}, {"instrument": "cam"}]},
        {"id": "POD30", "label": {"en": "Day 30"}, "window": {"day": 30, "spread": "P3D"}, "battery": [{"instrument": "phq9"}]}],
      "endpoints": [{"id": "psd", "label": {"en": "PSD"}, "source": "made for tests", "join": "any", "nights": "any", "timepoints": ["POD1"],
        "criteria": [{"instrument": "ais", "score": "total", "operator": "ge", "cut": 6},
                     {"instrument": "quality", "score": "total", "operator": "lt", "cut": 4},
                     {"instrument": "cam", "score": "total", "operator": "ge", "cut": 1}]},
        {"id": "depressed", "label": {"en": "Depressed"}, "source": "made for tests", "timepoints": ["POD30"],
         "criteria": [{"instrument": "phq9", "score": "total", "operator": "ge", "cut": 10}]}],
      "alerts": [{"instrument": "phq9", "alert": "item9"}],
      "alertPolicy": {"text": {"en": "Thank you", "zh-CN": "谢谢"}, "contact": {"en": "On call", "zh-CN": "值班"}, "acknowledgeWithin": "PT1H"},
      "blinding": {"seesUnblinding": ["investigator"]}, "decline": {"reason": "optional"},
      "handOver": {"idleCoverAfter": "PT2M", "lockAfter": "PT30M"},
      "proration": [{"instrument": "phq9"}], "profiles": {}})");
}

/// `json` with the value at `pointer` replaced; an undefined value removes it, an index at the end appends.
inline QJsonValue with(const QJsonValue& json, const QString& pointer, const QJsonValue& value) {
    if (pointer.isEmpty())
        return value;
    const QString step = pointer.section(u'/', 1, 1);
    const QString rest = pointer.mid(step.size() + 1);
    if (json.isArray()) {
        QJsonArray array = json.toArray();
        const QJsonValue changed = with(array.at(step.toInt()), rest, value);
        if (step.toInt() == array.size())
            array.append(changed);
        else
            array.replace(step.toInt(), changed);
        return array;
    }
    QJsonObject object = json.toObject();
    const QJsonValue changed = with(object.value(step), rest, value);
    if (changed.isUndefined())
        object.remove(step);
    else
        object.insert(step, changed);
    return object;
}

} // namespace serein::study::fixture

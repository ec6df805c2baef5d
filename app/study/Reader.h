#pragma once
// From JSON to a Study's values: types, durations, clocks, patterns, duplicate ids. Internal to this room; parseStudy
// is the door.
#include "core/Faults.h"
#include "study/Study.h"

namespace serein::study {

/// Reads what it can. Lists keep the length and order of their JSON, so that an index in the study is an index in the
/// file.
[[nodiscard]] Study readStudy(const QJsonObject& json, Faults& faults);
/// The window of one timepoint; faults where it could not open before it closes.
[[nodiscard]] Window readWindow(const QJsonObject& json, const QString& pointer, Faults& faults);
/// Zero where the value is absent.
[[nodiscard]] IsoDuration readDuration(const QJsonValue& value, const QString& pointer, Faults& faults);
[[nodiscard]] QStringList readTexts(const QJsonValue& value);

} // namespace serein::study

#pragma once
// A record with whatever is hard to carry, and its files in every format that can be read back.
#include "Ward.h"
#include "exporting/Fhir.h"
#include "exporting/Odm.h"
#include "exporting/Redcap.h"
#include "exporting/SdtmFiles.h"
#include "exporting/StatTables.h"
#include "exporting/Tables.h"

namespace serein::exporting::fixture {

inline const QString awkward = QStringLiteral("=cmd|'/c calc'!A1, \"很疼\"\n'🙂' ＋1");

inline Files filesOf(const Records& records) {
    const auto files = formatFiles(records, {"csv", "redcap", "sav", "dta", "fhir", "odm", "dataset-json", "xpt"});
    if (!files)
        qFatal("%s", qPrintable(files.error().toString()));
    return *files;
}

/// One night of the PSQI with whatever is hard to carry, one anxiety score that ended early, one in Chinese.
inline void fill(Ward& ward) {
    ward.makeRoomForLongTexts();
    ward.enrol();
    ward.now("2026-11-18T20:00+08:00");
    ward.give({"BL", "psqi", 1}, {{"q1", "23:15"},
                                  {"q2", 20},
                                  {"q3", "06:45"},
                                  {"q4", 400},
                                  {"q5a", 1},
                                  {"q5b", QJsonObject{{"declined", true}, {"reason", awkward}}},
                                  {"q5j_text", awkward + QString(9900, QChar(0x75bc))},
                                  {"q5j", 2}});
    Ward::How early;
    early.notReached = {"q3", "q4", "q5", "q6", "q7"};
    ward.give({"BL", "gad7", 1}, {{"q1", 1}, {"q2", 2}}, early);
    Ward::How chinese;
    chinese.language = "zh-CN";
    chinese.mode = "telephone";
    ward.give({"BL", "phq9", 1},
              {{"q1", 0}, {"q2", 0}, {"q3", 0}, {"q4", 0}, {"q5", 0}, {"q6", 0}, {"q7", 0}, {"q8", 0}, {"q9", 0}},
              chinese);
}

} // namespace serein::exporting::fixture

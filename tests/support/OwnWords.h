#pragma once
// The made-up instrument of tests/fixtures/own-words (free text, a moment) as the only question of a study.
#include "core/Json.h"
#include "instrument/Library.h"
#include "study/Study.h"

namespace serein::test {

inline instrument::Library ownWordsLibrary() {
    auto library = *instrument::Library::load(instrument::Library::defaultFolder());
    const auto entry = instrument::Library::loadEntry(QStringLiteral(SEREIN_SOURCE_DIR "/tests/fixtures/own-words"));
    if (!entry)
        qFatal("%s", qPrintable(entry.error().toString()));
    library.add(*entry);
    return library;
}

inline study::Study ownWordsStudy(const instrument::Library& library, const QByteArray& zone = "Asia/Shanghai") {
    QByteArray json = *readFile(QStringLiteral(SEREIN_SOURCE_DIR "/tests/fixtures/new-scale/study.json"));
    json.replace("warmth", "own-words").replace(R"(["en", "zh-CN"])", R"(["en"])").replace("Asia/Shanghai", zone);
    const auto study = study::parseStudy(*parseJson(json), library);
    if (!study)
        qFatal("%s", qPrintable(study.error().toString()));
    return *study;
}

} // namespace serein::test

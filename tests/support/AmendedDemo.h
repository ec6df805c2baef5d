#pragma once
// The demonstration study as its next version, changed here and there.
#include "support/TestVault.h"

#include <QJsonObject>

namespace serein::test {

inline QJsonObject
amendedDemo(const instrument::Library& library, const std::function<void(QJsonObject&)>& change = [](QJsonObject&) {}) {
    QJsonObject json = demoStudy(library).json;
    json.insert(QStringLiteral("version"), QStringLiteral("1.1.0"));
    change(json);
    return json;
}

/// In force from here on; whoever is enrolled still follows the version before.
[[nodiscard]] inline Result<void> amendDemo(TestVault& site, const std::function<void(QJsonObject&)>& change) {
    SEREIN_TRY(const study::Study study, study::parseStudy(amendedDemo(site.library, change), site.library));
    return site.desk().amend(study, site.library);
}

} // namespace serein::test

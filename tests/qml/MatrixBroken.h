#pragma once
// Pages broken on purpose, one for each thing the matrix says it would notice.
#include "MatrixScene.h"

#include <QString>
#include <functional>

namespace serein::matrix {

struct Breakage {
    const char* name;
    const char* fault;                             ///< words of the report that must come
    std::function<void(QQuickItem* page)> breakIt; ///< a question with four options, otherwise whole
};

[[nodiscard]] QList<Breakage> breakages();

// How a page is broken; each ends the process where it can't be.
/// On the page or hidden in it.
[[nodiscard]] QQuickItem* named(QQuickItem* page, const char* name);
void set(QObject* item, const char* property, const QVariant& value);
/// One more item over everything on the page; Serein.Theme and Serein.Controls are imported.
void lay(QQuickItem* page, const char* document);

} // namespace serein::matrix

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

} // namespace serein::matrix

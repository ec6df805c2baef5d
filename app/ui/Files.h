#pragma once
// Files and folders as staff name them.
#include <QUrl>

namespace serein::ui {

/// A file dialog gives a URL, a text field a path.
[[nodiscard]] inline QString localPath(const QString& given) {
    const QString text = given.trimmed();
    return text.startsWith(QStringLiteral("file:")) ? QUrl(text).toLocalFile() : text;
}

} // namespace serein::ui

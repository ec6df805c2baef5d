#include "core/Result.h"

namespace serein {

namespace {

/// One fault is one line, whatever stands in the file that it quotes.
QString onOneLine(const QString& text) {
    QString line;
    for (const QChar c : text) {
        const bool breaks = c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
                            c.category() == QChar::Separator_Paragraph;
        line += breaks ? QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QChar(u'0')) : QString(c);
    }
    return line;
}

} // namespace

QString Fault::toString() const {
    QString text = QStringLiteral("error: ");
    if (!file.isEmpty())
        text += line > 0 ? QStringLiteral("%1:%2: ").arg(file).arg(line) : file + QStringLiteral(": ");
    if (!pointer.isEmpty())
        text += pointer + QStringLiteral(": ");
    return onOneLine(text + reason);
}

int Error::exitStatus() const {
    switch (kind) {
    case Kind::Wrong:
        return 1;
    case Kind::Unusable:
    case Kind::Storage:
        return 2;
    case Kind::Refused:
        return 3;
    }
    return 2;
}

QString Error::toString() const {
    QStringList lines;
    for (const Fault& fault : faults)
        lines += fault.toString();
    return lines.join(u'\n');
}

Error Error::in(const QString& file) const {
    Error named = *this;
    for (Fault& fault : named.faults)
        if (fault.file.isEmpty())
            fault.file = file;
    return named;
}

std::unexpected<Error> unusable(const QString& reason, const QString& pointer, const QString& file) {
    return std::unexpected(Error{Error::Kind::Unusable, {Fault{file, pointer, reason}}});
}

std::unexpected<Error> refused(const QString& reason) {
    return std::unexpected(Error{Error::Kind::Refused, {Fault{{}, {}, reason}}});
}

std::unexpected<Error> wrong(const QString& reason, const QString& pointer, const QString& file) {
    return std::unexpected(Error{Error::Kind::Wrong, {Fault{file, pointer, reason}}});
}

std::unexpected<Error> storageFailed(const QString& reason, const QString& file) {
    return std::unexpected(Error{Error::Kind::Storage, {Fault{file, {}, reason}}});
}

} // namespace serein

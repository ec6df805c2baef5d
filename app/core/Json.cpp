#include "core/Json.h"

#include "core/Writing.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QSet>
#include <algorithm>
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace serein {

namespace {

constexpr qsizetype largestDocument = qsizetype(16) << 20;
constexpr int deepestNesting = 64;

/// Walks a document that QJson already accepted, only to see what QJson hides: keys that occur twice, control
/// characters inside a text.
class Hidden {
public:
    Hidden(const QByteArray& bytes, const QString& file) : m_bytes(bytes), m_file(file) {}

    QList<Fault> find() {
        value({}, 0);
        return m_faults;
    }

private:
    void skipSpace() {
        while (m_at < m_bytes.size() && QByteArrayView(" \t\r\n").contains(m_bytes[m_at]))
            ++m_at;
    }
    char peek() {
        skipSpace();
        return m_at < m_bytes.size() ? m_bytes[m_at] : '\0';
    }
    /// The text as written, its quotes with it; at the opening one.
    QByteArrayView string() {
        const qsizetype from = m_at++;
        for (; m_at < m_bytes.size() && m_bytes[m_at] != '"'; m_at += m_bytes[m_at] == '\\' ? 2 : 1)
            if (static_cast<unsigned char>(m_bytes[m_at]) < 0x20)
                controls();
        ++m_at;
        return QByteArrayView(m_bytes).sliced(from, std::min(m_at, m_bytes.size()) - from);
    }
    /// The first of a document: a text that goes on over many lines is one mistake.
    void controls() {
        if (m_hasControl)
            return;
        m_hasControl = true;
        m_faults.append(
            {m_file,
             {},
             QStringLiteral("not JSON: a control character inside a text; a line break is written \\n, a tab \\t"),
             static_cast<int>(m_bytes.left(m_at).count('\n')) + 1});
    }
    static QString decoded(QByteArrayView quoted) {
        if (!quoted.contains('\\'))
            return QString::fromUtf8(quoted.sliced(1, quoted.size() - 2));
        return QJsonDocument::fromJson('[' + quoted.toByteArray() + ']').array().at(0).toString();
    }
    void value(const QString& pointer, int depth) {
        if (depth > deepestNesting) {
            if (!m_tooDeep)
                m_faults.append({m_file, pointer, QStringLiteral("nested deeper than %1 levels").arg(deepestNesting)});
            m_tooDeep = true;
            m_at = m_bytes.size();
            return;
        }
        switch (peek()) {
        case '{':
            object(pointer, depth);
            break;
        case '[':
            array(pointer, depth);
            break;
        case '"':
            string();
            break;
        default:
            while (m_at < m_bytes.size() && !QByteArrayView(",]} \t\r\n").contains(m_bytes[m_at]))
                ++m_at;
        }
    }
    void object(const QString& pointer, int depth) {
        QSet<QString> seen;
        ++m_at;
        while (peek() == '"') {
            const QString key = decoded(string());
            const QString place = pointerTo(pointer, key);
            if (seen.contains(key))
                m_faults.append({m_file, place, QStringLiteral("the key stands twice in this object")});
            seen.insert(key);
            if (peek() == ':')
                ++m_at;
            value(place, depth + 1);
            if (peek() == ',')
                ++m_at;
        }
        ++m_at;
    }
    void array(const QString& pointer, int depth) {
        ++m_at;
        for (qsizetype index = 0; m_at < m_bytes.size() && peek() != ']'; ++index) {
            value(pointerTo(pointer, index), depth + 1);
            if (peek() == ',')
                ++m_at;
        }
        ++m_at;
    }

    const QByteArray& m_bytes;
    const QString& m_file;
    qsizetype m_at = 0;
    bool m_tooDeep = false;
    bool m_hasControl = false;
    QList<Fault> m_faults;
};

/// What to look for. Qt stops where an object or list cannot go on, whatever stands there instead: a comment, a second
/// comma, nothing.
QString wordsOf(QJsonParseError::ParseError error) {
    switch (error) {
    case QJsonParseError::UnterminatedObject:
        return QStringLiteral("an object goes on with a comma, a key in double quotes or }");
    case QJsonParseError::MissingNameSeparator:
        return QStringLiteral("after a key stands a colon");
    case QJsonParseError::UnterminatedArray:
    case QJsonParseError::MissingValueSeparator:
        return QStringLiteral("a list goes on with a comma or ]");
    case QJsonParseError::IllegalValue:
    case QJsonParseError::IllegalNumber:
        return QStringLiteral("neither a text in double quotes nor a number nor true, false or null");
    case QJsonParseError::IllegalEscapeSequence:
        return QStringLiteral("after a backslash in a text stands one of \"\\/bfnrt or u and four digits");
    case QJsonParseError::IllegalUTF8String:
        return QStringLiteral("not UTF-8");
    case QJsonParseError::UnterminatedString:
        return QStringLiteral("a text has no closing quote");
    case QJsonParseError::MissingObject:
        return QStringLiteral("a comma with nothing after it");
    case QJsonParseError::DeepNesting:
        return QStringLiteral("nested too deep");
    default:
        return QStringLiteral("cannot be read");
    }
}

} // namespace

Result<QJsonValue> parseJson(const QByteArray& bytes, const QString& file) {
    if (bytes.size() > largestDocument)
        return unusable(QStringLiteral("larger than 16 MiB"), {}, file);
    // RFC 8259 wants them escaped; QJsonDocument lets one pass that follows a backslash.
    const auto control =
        std::ranges::find_if(bytes, [](char c) { return c > '\0' && c < ' ' && c != '\t' && c != '\n' && c != '\r'; });
    if (control != bytes.end()) {
        const int line = static_cast<int>(std::count(bytes.begin(), control, '\n')) + 1;
        return std::unexpected(
            Error{Error::Kind::Unusable, {Fault{file, {}, QStringLiteral("not JSON: a control character"), line}}});
    }
    // QJsonDocument takes only objects and arrays at the top; wrapped in an array, any value will do.
    QJsonParseError fault;
    const auto document = QJsonDocument::fromJson("[" + bytes + "]", &fault);
    if (fault.error != QJsonParseError::NoError) {
        const int line = static_cast<int>(bytes.left(std::max(0, fault.offset - 1)).count('\n')) + 1;
        // Of UTF-16 every other byte is zero.
        const QString words = bytes.contains('\0') ? QStringLiteral("not UTF-8") : wordsOf(fault.error);
        return std::unexpected(
            Error{Error::Kind::Unusable, {Fault{file, {}, QStringLiteral("not JSON: ") + words, line}}});
    }
    if (document.array().size() != 1)
        return unusable(QStringLiteral("not one JSON value"), {}, file);
    if (auto faults = Hidden(bytes, file).find(); !faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Unusable, std::move(faults)});
    return document.array().at(0);
}

Result<QJsonValue> readJson(const QString& path) {
    SEREIN_TRY(const QByteArray bytes, readFile(path));
    return parseJson(bytes, path);
}

Result<QByteArray> readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return storageFailed(QStringLiteral("cannot be read: ") + file.errorString(), path);
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return storageFailed(QStringLiteral("cannot be read: ") + file.errorString(), path);
    return bytes;
}

Result<void> writeFile(const QString& path, const QByteArray& bytes, bool ownerOnly) {
    QSaveFile file(path);
    const auto failed = [&](const QString& why) {
        return storageFailed(QStringLiteral("cannot be written: ") + why, path);
    };
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return failed(file.errorString());
    if (ownerOnly)
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!writeAll(file, bytes))
        return failed(file.errorString());
    if (::fsync(file.handle()) != 0)
        return failed(qt_error_string(errno));
    return file.commit() ? Result<void>() : failed(file.errorString());
}

QByteArray canonicalJson(const QJsonValue& value) {
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return wrapped.mid(1, wrapped.size() - 2);
}

QString pointerTo(const QString& pointer, const QString& token) {
    if (!token.contains(u'~') && !token.contains(u'/'))
        return pointer + u'/' + token;
    QString escaped = token;
    escaped.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
    return pointer + u'/' + escaped;
}

QString pointerTo(const QString& pointer, qsizetype index) {
    return pointer + u'/' + QString::number(index);
}

} // namespace serein

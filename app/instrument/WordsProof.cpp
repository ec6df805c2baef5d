#include "instrument/WordsProof.h"
#include "core/Json.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>

namespace serein::instrument {

namespace {

constexpr qsizetype longestWords = 2000;

/// Code points; half a surrogate pair stands for itself.
QList<char32_t> codePoints(const QString& words) {
    QList<char32_t> points;
    for (qsizetype index = 0; index < words.size(); ++index) {
        const QChar c = words.at(index);
        const bool isPair = c.isHighSurrogate() && index + 1 < words.size() && words.at(index + 1).isLowSurrogate();
        points.append(isPair ? QChar::surrogateToUcs4(c, words.at(index + 1)) : c.unicode());
        index += isPair ? 1 : 0;
    }
    return points;
}

/// Most texts, at a glance: printed ASCII without what could begin a tag.
bool isPlain(const QString& words) {
    const auto isPrinted = [](QChar c) { return c >= u' ' && c <= u'~' && c != u'<'; };
    return words.size() <= longestWords && std::ranges::all_of(words, isPrinted) && !words.trimmed().isEmpty();
}

bool overridesDirection(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// The separators of lines and paragraphs break a line as control characters do.
bool controls(char32_t c) {
    const QChar::Category category = QChar::category(c);
    return (category == QChar::Other_Control && c != U'\n') || category == QChar::Separator_Line ||
           category == QChar::Separator_Paragraph;
}

/// Byte order marks and tags show nothing, and what private characters show only their font knows.
bool isHidden(char32_t c) {
    return c == 0xFEFF || (c >= 0xE0000 && c <= 0xE007F) || QChar::category(c) == QChar::Other_PrivateUse ||
           QChar::isNonCharacter(c);
}

bool isBlank(char32_t c) {
    return QChar::isSpace(c) || QChar::category(c) == QChar::Other_Format;
}

void proveText(const QString& words, const QString& pointer, Faults& faults) {
    static const QRegularExpression markup(QStringLiteral("<\\s*[A-Za-z/!?]"));
    if (isPlain(words) || faults.touch(pointer)) // what is wrong by itself needs no second fault
        return;
    const QList<char32_t> points = codePoints(words);
    if (words.size() > longestWords)
        faults.add(pointer, QStringLiteral("longer than %1 characters").arg(longestWords));
    if (std::ranges::any_of(points, overridesDirection))
        faults.add(pointer, QStringLiteral("has a character that overrides the writing direction"));
    if (std::ranges::any_of(points, controls))
        faults.add(pointer, QStringLiteral("has a control character"));
    if (std::ranges::any_of(points, [](char32_t c) { return QChar::isSurrogate(c); }))
        faults.add(pointer, QStringLiteral("has half a character"));
    if (std::ranges::any_of(points, isHidden))
        faults.add(pointer, QStringLiteral("has a character that is not shown"));
    if (words.contains(markup))
        faults.add(pointer, QStringLiteral("has markup: plain text only"));
    if (!words.isEmpty() && std::ranges::all_of(points, isBlank))
        faults.add(pointer, QStringLiteral("has no words"));
}

} // namespace

void proveWords(const QJsonValue& value, const QString& pointer, Faults& faults) {
    if (value.isString())
        proveText(value.toString(), pointer, faults);
    const QJsonArray array = value.toArray();
    for (qsizetype index = 0; index < array.size(); ++index)
        proveWords(array.at(index), pointerTo(pointer, index), faults);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        proveWords(it.value(), pointerTo(pointer, it.key()), faults);
}

} // namespace serein::instrument

// The audit trail as pages.
#include "core/Clock.h"
#include "exporting/Audit.h"
#include "exporting/PaperBlock.h"
#include "exporting/PaperWords.h"

#include <algorithm>

namespace serein::exporting {

namespace {

constexpr Type lineType{9.5};
constexpr Type smallPrint{8, false, true};
constexpr double eventGap = 7;    // events
constexpr double whenWidth = 128; // of who and when
constexpr double gutter = 12;     // to what
constexpr double whatX = margin + whenWidth + gutter;
constexpr double whatWidth = column - whenWidth - gutter;
constexpr qsizetype mostAtOnce =
    1500; // characters: a longer text goes on in a block of its own, so that a page holds it
constexpr double footHeight = 24;
constexpr double lastLine = PaperCanvas::height - margin - footHeight;

struct Words {
    QString title;
    QString reason; ///< %1
    QString place;  ///< %1 number, %2 stream, %3 kind, %4 device, %5 version
    QString ofDevice;
    QString made;   ///< %1 when, %2 by whom
    QString why;    ///< %1
    QString events; ///< %1
    QString only;   ///< %1: filters
    QString vault;  ///< %1
};

Words wordsIn(const QString& language) {
    if (language.startsWith(QLatin1String("zh")))
        return {QStringLiteral("稽查轨迹"),
                QStringLiteral("原因：%1"),
                QStringLiteral("%2 的第 %1 个事件 · %3 · 设备 %4 · Serein %5"),
                QStringLiteral("设备"),
                QStringLiteral("%1 由 %2 输出"),
                QStringLiteral("输出原因：%1"),
                QStringLiteral("事件数：%1"),
                QStringLiteral("仅限：%1"),
                QStringLiteral("保险库 %1")};
    return {QStringLiteral("Audit trail"),
            QStringLiteral("Reason: %1"),
            QStringLiteral("event %1 of %2 · %3 · device %4 · Serein %5"),
            QStringLiteral("the device"),
            QStringLiteral("Written %1 by %2"),
            QStringLiteral("Why it was written: %1"),
            QStringLiteral("Events: %1"),
            QStringLiteral("Only: %1"),
            QStringLiteral("Vault %1")};
}

/// The text with what no font has as "[U+1F600]": one strange character in a note must not keep an audit from paper.
QString settable(PaperCanvas& canvas, const QString& text) {
    if (canvas.hasGlyphsFor(text))
        return text;
    QString safe;
    for (const char32_t one : text.toUcs4()) {
        const QString character = QString::fromUcs4(&one, 1);
        safe += canvas.hasGlyphsFor(character)
                    ? character
                    : QStringLiteral("[U+%1]").arg(static_cast<uint>(one), 4, 16, QChar(u'0')).toUpper();
    }
    return safe;
}

/// Beside one another: who and when, and (a part of) what.
PaperBlock rowBlock(PaperCanvas& canvas, const QString& when, const QString& what, const QString& small) {
    PaperBlock block;
    const double whatHeight = canvas.heightOf(what, lineType, whatWidth);
    const double smallHeight = small.isEmpty() ? 0 : canvas.heightOf(small, smallPrint, whatWidth);
    const double whenHeight = when.isEmpty() ? 0 : canvas.heightOf(when, smallPrint, whenWidth);
    block.add(std::max(whenHeight, whatHeight + smallHeight), [=](PaperCanvas& on, double y) {
        if (!when.isEmpty())
            on.words(margin, y, whenWidth, when, smallPrint);
        on.words(whatX, y, whatWidth, what, lineType);
        if (!small.isEmpty())
            on.words(whatX, y + whatHeight, whatWidth, small, smallPrint);
    });
    block.skip(eventGap);
    return block;
}

void addRows(QList<PaperBlock>& blocks, PaperCanvas& canvas, const ledger::AuditLine& line, const Words& words) {
    const ledger::Header& header = line.header;
    const QString stream = line.subject.isEmpty() ? words.ofDevice : line.subject;
    const QString when =
        settable(canvas, QStringLiteral("%1\n%2\n%3, %4")
                             .arg(header.at.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'")),
                                  instantText(header.at), header.actor, line.roleWords));
    const QString small = words.place.arg(header.sequence)
                              .arg(stream, header.kind, header.device.toString(QUuid::WithoutBraces), header.app);
    QString what = line.subject.isEmpty() ? line.what : line.subject + QStringLiteral(": ") + line.what;
    if (!line.reason.isEmpty())
        what += u'\n' + words.reason.arg(line.reason);
    what = settable(canvas, what);
    for (qsizetype from = 0; from < what.size(); from += mostAtOnce)
        blocks.append(rowBlock(canvas, from == 0 ? when : QString(), what.mid(from, mostAtOnce),
                               from + mostAtOnce >= what.size() ? settable(canvas, small) : QString()));
}

PaperBlock headBlock(PaperCanvas& canvas, const AuditHead& head, const Words& words, qsizetype events) {
    QStringList lines{head.study, words.vault.arg(head.vault), words.made.arg(head.madeAt, head.madeBy),
                      words.why.arg(head.reason), words.events.arg(events)};
    if (!head.filters.isEmpty())
        lines.append(words.only.arg(head.filters.join(QStringLiteral("; "))));
    PaperBlock block;
    block.addWords(canvas, margin, column, words.title, titleType);
    block.addWords(canvas, margin, column, settable(canvas, lines.join(u'\n')), lineType);
    block.skip(eventGap);
    block.add(eventGap, [](PaperCanvas& on, double y) { on.line(margin, y, margin + column, y); });
    return block;
}

} // namespace

Result<Paper> auditPaper(const AuditHead& head, const QList<ledger::AuditLine>& lines) {
    const Words words = wordsIn(head.language);
    PaperCanvas canvas(head.language, words.title);
    QList<PaperBlock> blocks{headBlock(canvas, head, words, lines.size())};
    for (const ledger::AuditLine& line : lines)
        addRows(blocks, canvas, line, words);

    QList<QList<const PaperBlock*>> pages{{}};
    double left = lastLine - margin;
    for (const PaperBlock& block : blocks) {
        if (block.height() > left && !pages.constLast().isEmpty()) {
            pages.append(QList<const PaperBlock*>());
            left = lastLine - margin;
        }
        pages.last().append(&block);
        left -= block.height();
    }
    const QString page = sheetWords(head.language).page;
    for (qsizetype index = 0; index < pages.size(); ++index) {
        double y = margin;
        for (const PaperBlock* const block : pages.at(index)) {
            block->draw(canvas, y);
            y += block->height();
        }
        const QString foot = settable(canvas, words.title + QStringLiteral(" · ") + head.study);
        canvas.words(margin, lastLine + footHeight / 2, column, foot, smallPrint);
        canvas.words(margin, lastLine + footHeight / 2, column, page.arg(index + 1).arg(pages.size()), smallPrint,
                     Align::Right);
        canvas.endPage();
    }
    SEREIN_TRY(const QByteArray pdf, canvas.finish());
    return Paper{pdf, static_cast<int>(pages.size())};
}

} // namespace serein::exporting

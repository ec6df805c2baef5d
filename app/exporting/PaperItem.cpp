#include "exporting/PaperItem.h"

#include "exporting/PaperWords.h"

#include <QLocale>

namespace serein::exporting {

using instrument::Choice;
using instrument::Item;
using instrument::ItemType;
using instrument::ItemWords;
using instrument::TextPack;

namespace {

constexpr double indent = millimetres(9); // the questions' numbers stand in it
constexpr double left = margin + indent;
constexpr double room = column - indent;
constexpr double writing = 26;       // height of a line to write on
constexpr double between = 6;        // choices, and blanks that belong together
constexpr qsizetype mostInRow = 5;   // more choices stand below one another
constexpr int charactersInLine = 80; // of handwriting
constexpr int mostLines = 5;

void addTick(PaperBlock& block, PaperCanvas& canvas, double width, const QString& words) {
    const double inWidth = width - tickRoom;
    block.add(canvas.heightOf(words, answerType, inWidth), [=](PaperCanvas& on, double y) {
        on.box(left, y + (on.heightOf(QStringLiteral("x"), answerType, inWidth) - tick) / 2, tick, tick);
        on.words(left + tickRoom, y, inWidth, words, answerType);
    });
}

/// Side by side where every label is at most two lines of whole words: equal places, as on the screen.
bool fitInRow(PaperCanvas& canvas, const QStringList& labels, double inWidth) {
    for (const QString& label : labels) {
        if (canvas.linesOf(label, answerType, inWidth) > 2)
            return false;
        for (const QString& word : label.split(u' '))
            if (canvas.widthOf(word, answerType) > inWidth)
                return false;
    }
    return true;
}

void addChoices(PaperBlock& block, PaperCanvas& canvas, const Item& item, const TextPack& pack) {
    QStringList labels;
    for (const Choice& choice : item.choices)
        labels.append(pack.choiceWords(item, choice.value));
    const double cell = room / static_cast<double>(labels.size());
    const double inWidth = cell - tickRoom - between;
    if (labels.size() > mostInRow || !fitInRow(canvas, labels, inWidth)) {
        for (const QString& label : std::as_const(labels)) {
            addTick(block, canvas, room, label);
            block.skip(between / 2);
        }
        return;
    }
    double height = 0;
    for (const QString& label : std::as_const(labels))
        height = std::max(height, canvas.heightOf(label, answerType, inWidth));
    block.add(height, [=](PaperCanvas& on, double y) {
        double x = left;
        for (const QString& label : labels) {
            on.box(x, y + (on.heightOf(QStringLiteral("x"), answerType, inWidth) - tick) / 2, tick, tick);
            on.words(x + tickRoom, y, inWidth, label, answerType);
            x += cell;
        }
    });
}

/// The words of both ends below what lies between them.
void addAnchors(PaperBlock& block, PaperCanvas& canvas, double x, double width, const ItemWords& words) {
    const double half = width * 0.45;
    block.skip(between / 2);
    block.add(std::max(canvas.heightOf(words.low, smallType, half), canvas.heightOf(words.high, smallType, half)),
              [=](PaperCanvas& on, double y) {
                  on.words(x, y, half, words.low, smallType);
                  on.words(x + width - half, y, half, words.high, smallType, Align::Right);
              });
}

/// Equal boxes in one row, always: a broken row is another scale.
void addNumberedBoxes(PaperBlock& block, PaperCanvas& canvas, const Item& item, const ItemWords& words) {
    constexpr double gap = 3;
    constexpr double height = 28;
    const int from = item.min.value_or(0).toInt();
    const int count = item.max.value_or(10).toInt() - from + 1;
    const double cell = (room - (count - 1) * gap) / count;
    block.add(height, [=](PaperCanvas& on, double y) {
        for (int step = 0; step < count; ++step) {
            const QString number = QString::number(from + step);
            const double x = left + step * (cell + gap);
            on.box(x, y, cell, height);
            on.words(x, y + (height - on.heightOf(number, answerType, cell)) / 2, cell, number, answerType,
                     Align::Centre);
        }
    });
    addAnchors(block, canvas, left, room, words);
}

/// 100 mm between two strokes, without a number.
void addAnalogueLine(PaperBlock& block, PaperCanvas& canvas, const ItemWords& words) {
    constexpr double length = millimetres(100);
    constexpr double stroke = 12;
    const double x = left + (room - length) / 2;
    block.skip(between);
    block.add(stroke, [=](PaperCanvas& on, double y) {
        on.line(x, y + stroke / 2, x + length, y + stroke / 2);
        on.line(x, y, x, y + stroke);
        on.line(x + length, y, x + length, y + stroke);
    });
    addAnchors(block, canvas, x, length, words);
}

void addWritingLines(PaperBlock& block, const Item& item) {
    const int wanted = item.maxLength == 0 ? mostLines : (item.maxLength + charactersInLine - 1) / charactersInLine;
    for (int line = 0; line < std::min(wanted, mostLines); ++line)
        block.add(writing, [](PaperCanvas& on, double y) { on.line(left, y + writing, left + room, y + writing); });
}

/// What stands in a row to be filled in: a blank of that length, a box to tick, and words after either.
struct Blank {
    double length = 0;
    bool ticked = false;
    QString words;
};

void addRow(PaperBlock& block, const QList<Blank>& blanks) {
    block.add(writing, [=](PaperCanvas& on, double y) {
        double x = left;
        const double bottom = y + writing;
        for (const Blank& blank : blanks) {
            const double height = on.heightOf(blank.words, answerType, room);
            if (blank.ticked)
                on.box(x, bottom - (height + tick) / 2, tick, tick);
            else if (blank.length > 0)
                on.line(x, bottom, x + blank.length, bottom);
            x += blank.ticked ? tickRoom : blank.length > 0 ? blank.length + between : 0;
            const double width = on.widthOf(blank.words, answerType);
            if (!blank.words.isEmpty()) // a hair wider than it is, or rounding would wrap it
                on.words(x, bottom - height, width + 1, blank.words, answerType);
            x += width + between;
        }
    });
}

constexpr double twoDigits = 30;
constexpr double fourDigits = 52;

/// Counted to 12 or to 24, as people who read this language do.
QList<Blank> clockBlanks(const QString& language, const SheetWords& words) {
    const QLocale locale(language);
    QList<Blank> blanks{{twoDigits, false, QStringLiteral(":")}, {twoDigits, false, {}}};
    if (locale.timeFormat(QLocale::ShortFormat).contains(u'a', Qt::CaseInsensitive))
        blanks += {{0, true, locale.amText()}, {0, true, locale.pmText()}};
    else
        blanks.append({0, false, words.wholeDay});
    return blanks;
}

QList<Blank> dateBlanks(const SheetWords& words) {
    return {{fourDigits, false, QStringLiteral("–")},
            {twoDigits, false, QStringLiteral("–")},
            {twoDigits, false, words.dateOrder}};
}

void addAnswer(PaperBlock& block, PaperCanvas& canvas, const Item& item, const TextPack& pack) {
    const ItemWords own = pack.items.value(item.id);
    const SheetWords words = sheetWords(pack.language);
    switch (item.type) {
    case ItemType::Choice:
    case ItemType::MultiChoice:
        return addChoices(block, canvas, item, pack);
    case ItemType::Scale:
        return item.display == QLatin1String("vas") ? addAnalogueLine(block, canvas, own)
                                                    : addNumberedBoxes(block, canvas, item, own);
    case ItemType::Number:
        return addRow(block, {{fourDigits * 2, false, own.unit}});
    case ItemType::Duration:
        return addRow(block, own.unit.isEmpty()
                                 ? QList<Blank>{{fourDigits, false, words.hours}, {fourDigits, false, words.minutes}}
                                 : QList<Blank>{{fourDigits * 2, false, own.unit}});
    case ItemType::Clock:
        return addRow(block, clockBlanks(pack.language, words));
    case ItemType::Date:
        return addRow(block, dateBlanks(words));
    case ItemType::DateTime:
        return addRow(block, dateBlanks(words) + clockBlanks(pack.language, words));
    case ItemType::Text:
        return addWritingLines(block, item);
    case ItemType::Section:
    case ItemType::Note:
        return;
    }
}

} // namespace

PaperBlock itemBlock(PaperCanvas& canvas, const Item& item, const TextPack& pack, int number, const QString& branch) {
    const ItemWords words = pack.items.value(item.id);
    PaperBlock block;
    block.leadsOn = item.type == ItemType::Section;
    if (!item.asks()) {
        block.addWords(canvas, margin, column, branch, hintType);
        block.addWords(canvas, margin, column, words.text, block.leadsOn ? headingType : answerType);
        block.addWords(canvas, margin, column, words.help, hintType);
        return block;
    }
    block.add(0, [=](PaperCanvas& on, double y) {
        on.words(margin, y, indent, QString::number(number) + u'.', questionType);
    });
    block.addWords(canvas, left, room, branch, hintType);
    block.addWords(canvas, left, room, words.text, questionType);
    block.addWords(canvas, left, room, words.help, hintType);
    block.skip(between);
    addAnswer(block, canvas, item, pack);
    return block;
}

} // namespace serein::exporting

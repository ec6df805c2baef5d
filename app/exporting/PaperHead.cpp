#include "exporting/PaperHead.h"

#include "exporting/PaperWords.h"

#include <algorithm>

namespace serein::exporting {

using instrument::Instrument;
using instrument::Item;
using instrument::TextPack;

namespace {

constexpr double row = 26; // to write in
constexpr double inside = 5;
constexpr double apart = 12;

/// Words with a box before them, or a blank after them, or neither.
struct Field {
    QString words;
    double blank = 0;
    bool ticked = false;

    [[nodiscard]] double widthOn(PaperCanvas& canvas) const {
        return (ticked ? tickRoom : 0) + canvas.widthOf(words, smallType) + (blank > 0 ? inside + blank : 0);
    }
    void draw(PaperCanvas& canvas, double x, double y) const {
        const double start = x + (ticked ? tickRoom : 0);
        const double width = canvas.widthOf(words, smallType);
        const double height = canvas.heightOf(words, smallType, -1);
        if (ticked)
            canvas.box(x, y + row - (height + tick) / 2, tick, tick);
        canvas.words(start, y + row - height, width + 1, words, smallType); // a hair wider, or rounding would wrap it
        if (blank > 0)
            canvas.line(start + width + inside, y + row, start + width + inside + blank, y + row);
    }
};

/// One after the other, in a new row where they no longer fit.
void addFields(PaperBlock& block, PaperCanvas& canvas, const QList<Field>& fields) {
    double x = margin;
    double y = 0;
    QList<std::tuple<Field, double, double>> placed;
    for (const Field& field : fields) {
        const double width = field.widthOn(canvas);
        if (x > margin && x + width > margin + column) {
            x = margin;
            y += row;
        }
        placed.append({field, x, y});
        x += width + apart;
    }
    block.add(y + row, [placed](PaperCanvas& on, double top) {
        for (const auto& [field, fieldX, fieldY] : placed)
            field.draw(on, fieldX, top + fieldY);
    });
}

bool hasAnalogueLine(const Instrument& instrument) {
    return std::ranges::any_of(instrument.items, [](const Item& item) { return item.display == QLatin1String("vas"); });
}

} // namespace

PaperBlock headBlock(PaperCanvas& canvas, const Instrument& instrument, const TextPack& pack, bool first) {
    const SheetWords words = sheetWords(pack.language);
    PaperBlock block;
    const QList<Field> when{{words.date, 75, false}, {words.time, 45, false}};
    double taken = canvas.widthOf(words.subject, smallType) + inside + apart; // and the rest is the subject's
    for (const Field& field : when)
        taken += field.widthOn(canvas) + apart;
    taken += canvas.widthOf(words.page.arg(99).arg(99), smallType);
    addFields(block, canvas, QList<Field>{{words.subject, column - taken, false}} + when);
    if (!first) { // pages part: each says by itself what it is and which time it asks about
        block.skip(apart);
        block.addWords(canvas, margin, column, pack.title + QStringLiteral(" · ") + pack.recall, hintType);
        return block;
    }
    if (instrument.audience != QLatin1String("self")) {
        addFields(block, canvas, {{words.filledInByStaff, 160, false}});
        return block;
    }
    QList<Field> modes{{words.filledInBy, 0, false}};
    for (const QString& mode : words.modes)
        modes.append({mode, 0, true});
    addFields(block, canvas, modes);
    return block;
}

void drawPageNumber(PaperCanvas& canvas, const QString& words) {
    canvas.words(margin, margin + row - canvas.heightOf(words, smallType, -1), column, words, smallType, Align::Right);
}

PaperBlock footBlock(PaperCanvas& canvas, const Instrument& instrument, const TextPack& pack) {
    const SheetWords words = sheetWords(pack.language);
    QStringList lines{QStringLiteral("%1 %2 · %3 %4 · %5")
                          .arg(instrument.id, instrument.version, pack.language, pack.version,
                               provenanceWords(pack.provenance, pack.language)),
                      words.rights.arg(pack.licenceHolder)};
    if (!pack.onlyStudy.isEmpty())
        lines.append(words.onlyStudy.arg(pack.onlyStudy));
    if (hasAnalogueLine(instrument))
        lines.append(words.actualSize);
    PaperBlock block;
    block.add(inside, [](PaperCanvas& on, double y) { on.line(margin, y, margin + column, y); });
    block.addWords(canvas, margin, column, lines.join(u'\n'), hintType);
    return block;
}

} // namespace serein::exporting

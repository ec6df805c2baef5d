#include "exporting/Paper.h"

#include "exporting/PaperHead.h"
#include "exporting/PaperItem.h"
#include "exporting/PaperWords.h"

namespace serein::exporting {

using instrument::Instrument;
using instrument::Item;
using instrument::TextPack;

namespace {

constexpr double gap = millimetres(6); // between items
constexpr double bottom = PaperCanvas::height - margin;

/// As this language prints them.
QList<const Item*> inOrder(const Instrument& instrument, const TextPack& pack) {
    QList<const Item*> items;
    for (const QString& id : pack.order)
        items.append(instrument.item(id));
    if (items.isEmpty())
        for (const Item& item : instrument.items)
            items.append(&item);
    return items;
}

PaperBlock titleBlock(PaperCanvas& canvas, const TextPack& pack) {
    PaperBlock block;
    block.addWords(canvas, margin, column, pack.title, titleType);
    if (!pack.instruction.isEmpty()) {
        block.skip(gap / 3);
        block.addWords(canvas, margin, column, pack.instruction, answerType);
    }
    block.skip(gap / 3);
    block.addWords(canvas, margin, column, pack.recall, headingType);
    return block;
}

Result<QList<PaperBlock>> blocksOf(PaperCanvas& canvas, const Instrument& instrument, const TextPack& pack,
                                   double pageRoom) {
    const QList<const Item*> items = inOrder(instrument, pack);
    QMap<QString, int> numbers;
    for (const Item* item : items)
        if (item->asks())
            numbers.insert(item->id, static_cast<int>(numbers.size()) + 1);
    QList<PaperBlock> blocks{titleBlock(canvas, pack)};
    for (const Item* item : items) {
        blocks.append(
            itemBlock(canvas, *item, pack, numbers.value(item->id), branchWords(instrument, *item, pack, numbers)));
        if (blocks.constLast().height() > pageRoom)
            return unusable(QStringLiteral("item \"%1\" is higher than a page: its words are too long").arg(item->id));
    }
    return blocks;
}

/// Which blocks stand on which page: none is split, and a heading goes with what it leads to where one page holds both.
QList<QList<PaperBlock>> paginated(const QList<PaperBlock>& blocks, double firstRoom, double pageRoom) {
    QList<QList<PaperBlock>> pages{{}};
    double left = firstRoom;
    for (qsizetype index = 0; index < blocks.size(); ++index) {
        double wanted = blocks.at(index).height();
        for (qsizetype next = index; blocks.at(next).leadsOn && next + 1 < blocks.size(); ++next)
            wanted += gap + blocks.at(next + 1).height();
        if (wanted > pageRoom)
            wanted = blocks.at(index).height();
        if (wanted > left && !pages.constLast().isEmpty()) {
            pages.append(QList<PaperBlock>());
            left = pageRoom;
        }
        pages.last().append(blocks.at(index));
        left -= blocks.at(index).height() + gap;
    }
    return pages;
}

Result<void> mayBePrinted(const TextPack& pack, const QDate& today) {
    if (!pack.allowsExport)
        return refused(QStringLiteral("the licence of these words (%1 in %2, held by %3) does not allow them to leave "
                                      "Serein: nothing was printed")
                           .arg(pack.instrument, pack.language, pack.licenceHolder));
    if (pack.expires.isValid() && pack.expires < today)
        return refused(QStringLiteral("the licence of these words (%1 in %2) ended on %3: nothing was printed")
                           .arg(pack.instrument, pack.language, pack.expires.toString(Qt::ISODate)));
    return {};
}

} // namespace

Result<Paper> paper(const Instrument& instrument, const TextPack& pack, const QDate& today) {
    SEREIN_CHECK(mayBePrinted(pack, today));
    PaperCanvas canvas(pack.language, pack.title);
    const PaperBlock firstHead = headBlock(canvas, instrument, pack, true);
    const PaperBlock head = headBlock(canvas, instrument, pack, false);
    const PaperBlock foot = footBlock(canvas, instrument, pack);
    const double room = bottom - foot.height() - gap - margin - gap; // a gap below the head, one above the foot
    const double pageRoom = room - head.height();
    SEREIN_TRY(const QList<PaperBlock> blocks, blocksOf(canvas, instrument, pack, pageRoom));
    const auto pages = paginated(blocks, room - firstHead.height(), pageRoom);

    const QString pageWords = sheetWords(pack.language).page;
    for (qsizetype page = 0; page < pages.size(); ++page) {
        const PaperBlock& top = page == 0 ? firstHead : head;
        top.draw(canvas, margin);
        drawPageNumber(canvas, pageWords.arg(page + 1).arg(pages.size()));
        double y = margin + top.height() + gap;
        for (const PaperBlock& block : pages.at(page)) {
            block.draw(canvas, y);
            y += block.height() + gap;
        }
        foot.draw(canvas, bottom - foot.height());
        canvas.endPage();
    }
    SEREIN_TRY(const QByteArray pdf, canvas.finish());
    return Paper{pdf, static_cast<int>(pages.size())};
}

} // namespace serein::exporting

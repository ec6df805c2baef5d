#include "exporting/ReportBlocks.h"

#include "core/Json.h"
#include "exporting/Tables.h"

#include <functional>

namespace serein::exporting {

namespace {

constexpr qsizetype longestPiece = 900;                    // characters that stay together
constexpr double tallestPiece = PaperCanvas::height * 0.4; // and how much of a page they take at most
constexpr double betweenCells = 8;                         // cells

/// Where a piece of a text ends that has at most so many characters: at a line or a space where there is one.
qsizetype endOfPiece(const QString& text, qsizetype most) {
    if (text.size() <= most)
        return text.size();
    qsizetype end = text.lastIndexOf(u'\n', most);
    if (end < most / 2)
        end = text.lastIndexOf(u' ', most);
    if (end < most / 2)
        end = text.at(most - 1).isHighSurrogate() ? most - 1 : most;
    return end;
}

/// The next piece of a text, that fits on a page: wide characters in a narrow column take more lines than others.
QString takePiece(QString& rest, const std::function<double(const QString& piece)>& heightOf) {
    constexpr qsizetype shortest = 20;
    qsizetype end = endOfPiece(rest, longestPiece);
    for (qsizetype most = longestPiece / 2; most >= shortest && heightOf(rest.left(end)) > tallestPiece; most /= 2)
        end = endOfPiece(rest, most);
    const QString piece = rest.left(end);
    rest = rest.mid(end);
    return piece;
}

} // namespace

void ReportPage::heading(const QString& text, const Type& type) {
    PaperBlock block;
    block.skip(6);
    block.addWords(canvas, margin, column, text, type);
    block.leadsOn = true;
    blocks += block;
}

void ReportPage::line(const QString& text, const Type& type) {
    row({text}, {1}, type);
}

void ReportPage::row(const QStringList& cells, const QList<double>& shares, const Type& type) {
    QStringList rest = cells;
    do {
        PaperBlock block;
        QList<std::tuple<double, double, QString>> placed;
        double x = margin;
        double height = 0;
        for (qsizetype i = 0; i < rest.size(); ++i) {
            const double width = column * shares.at(i);
            const double inside = width - betweenCells;
            const auto heightOf = [&](const QString& piece) { return canvas.heightOf(piece, type, inside); };
            const QString piece = takePiece(rest[i], heightOf);
            height = std::max(height, heightOf(piece));
            placed.append({x, inside, piece});
            x += width;
        }
        block.add(height, [placed, type](PaperCanvas& on, double y) {
            for (const auto& [cellX, width, words] : placed)
                if (!words.isEmpty())
                    on.words(cellX, y, width, words, type);
        });
        blocks += block;
    } while (std::ranges::any_of(rest, [](const QString& text) { return !text.isEmpty(); }));
}

QString ReportPage::time(const QDateTime& instant) {
    if (!instant.isValid())
        return {};
    const QString text = instantText(instant);
    return QStringLiteral("%1 %2 %3").arg(text.left(10), text.mid(11, 5), text.mid(23));
}

const instrument::TextPack* ReportPage::packFor(const QString& definition) const {
    for (const instrument::TextPack* pack : record.definitions.packsOf(definition))
        if (pack->language == language && pack->allowsExport)
            return pack;
    return nullptr;
}

QString ReportPage::titleOf(const instrument::Instrument& instrument) const {
    return QStringLiteral("%1 (%2 %3)").arg(instrument.name.in(language), instrument.id, instrument.version);
}

QString ReportPage::placeOf(const ledger::AssessmentKey& key) const {
    const study::Timepoint* timepoint = record.definitions.study().timepoint(key.timepoint);
    const QString label = timepoint ? timepoint->label.in(language) : QString();
    QString place =
        label.isEmpty() || label == key.timepoint ? key.timepoint : QStringLiteral("%1 (%2)").arg(label, key.timepoint);
    if (key.sequence > 1)
        place += QStringLiteral(" #%1").arg(key.sequence);
    return place;
}

QString ReportPage::answerWords(const QString& definition, const QString& item, const QJsonValue& answer) const {
    const instrument::Item* asked =
        record.definitions.has(definition) ? record.definitions.byHash(definition).item(item) : nullptr;
    const auto read = asked ? instrument::answerFromJson(*asked, answer) : Result<instrument::Answer>();
    if (!read || !asked)
        return QString::fromUtf8(canonicalJson(answer));
    const ItemState state = itemState(*asked, *read, true, true);
    if (state.state != QLatin1String("answered"))
        return state.reason.isEmpty() ? term(state.state) : term(state.state) + QStringLiteral(": ") + state.reason;
    const QString chosen = wordsChosen(*asked, *read, packFor(definition));
    const QString unit = asked->type == instrument::ItemType::Duration ? words.minutes : asked->unit;
    if (!chosen.isEmpty())
        return QStringLiteral("%1 (%2)").arg(QString(chosen).replace(u'|', QStringLiteral("; ")), state.value.text);
    return unit.isEmpty() ? state.value.text : state.value.text + u' ' + unit;
}

} // namespace serein::exporting

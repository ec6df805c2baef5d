#include "exporting/ReportBlocks.h"

#include "core/Json.h"
#include "exporting/Tables.h"

namespace serein::exporting {

namespace {

constexpr qsizetype longestPiece = 900; // characters that stay together: about half a page in its narrowest column
constexpr double betweenCells = 8;      // cells

/// The next piece of a text, broken at a line or a space where there is one.
QString takePiece(QString& rest) {
    if (rest.size() <= longestPiece)
        return std::exchange(rest, {});
    qsizetype end = rest.lastIndexOf(u'\n', longestPiece);
    if (end < longestPiece / 2)
        end = rest.lastIndexOf(u' ', longestPiece);
    if (end < longestPiece / 2)
        end = rest.at(longestPiece - 1).isHighSurrogate() ? longestPiece - 1 : longestPiece;
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
            const QString piece = takePiece(rest[i]);
            const double inside = width - betweenCells;
            height = std::max(height, canvas.heightOf(piece, type, inside));
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

#include "exporting/Report.h"

#include "exporting/ReportBlocks.h"

namespace serein::exporting {

namespace {

constexpr double betweenBlocks = 4; // between blocks
constexpr double headRoom = 24;

void addHead(ReportPage& page) {
    const ledger::ParticipantState& state = page.record.state;
    const QList<ledger::Event>& events = page.record.events;
    const bool isFull = page.record.audience == QLatin1String("full");
    const study::Study& study = page.record.definitions.study();
    const QList<double> shares{0.25, 0.75};
    page.heading(page.words.title, titleType);
    page.row({page.words.subject, state.subject}, shares, questionType);
    page.row(
        {page.words.study, QStringLiteral("%1 (%2 %3)").arg(study.title.in(page.language), study.id, study.version)},
        shares);
    page.row({page.words.audience, isFull ? page.words.full : page.words.blinded}, shares);
    if (!events.isEmpty())
        page.line(page.words.record.arg(events.constLast().header.sequence)
                      .arg(events.constLast().header.id.toString(QUuid::WithoutBraces)));
    if (state.synthetic)
        page.line(page.words.synthetic, questionType);
}

/// No block is split; a heading goes with what it leads to.
QList<QList<PaperBlock>> inPages(const QList<PaperBlock>& blocks, double room) {
    QList<QList<PaperBlock>> pages{{}};
    double left = room;
    for (qsizetype index = 0; index < blocks.size(); ++index) {
        double wanted = blocks.at(index).height();
        for (qsizetype next = index; blocks.at(next).leadsOn && next + 1 < blocks.size(); ++next)
            wanted += betweenBlocks + blocks.at(next + 1).height();
        if (wanted > left && !pages.constLast().isEmpty()) {
            pages.append(QList<PaperBlock>());
            left = room;
        }
        pages.last().append(blocks.at(index));
        left -= blocks.at(index).height() + betweenBlocks;
    }
    return pages;
}

} // namespace

Result<Report> report(const Record& record, const QString& language) {
    const ReportWords words = reportWords(language);
    PaperCanvas canvas(language, QStringLiteral("%1 %2").arg(words.title, record.state.subject));
    ReportPage page{canvas, record, language, words};
    addHead(page);
    addTimeline(page);
    addScores(page);
    SEREIN_CHECK(addAnswers(page));
    addCorrections(page);
    addAlerts(page);
    addAudit(page);
    const auto pages = inPages(page.blocks, PaperCanvas::height - 2 * margin - headRoom);
    for (qsizetype number = 0; number < pages.size(); ++number) {
        const QString subject = record.state.subject + QStringLiteral(" · ") + record.definitions.study().id;
        canvas.words(margin, margin - 8, column, subject, hintType);
        canvas.words(margin, margin - 8, column, words.page.arg(number + 1).arg(pages.size()), hintType, Align::Right);
        double y = margin + headRoom;
        for (const PaperBlock& block : pages.at(number)) {
            block.draw(canvas, y);
            y += block.height() + betweenBlocks;
        }
        canvas.endPage();
    }
    // A character that no font has (an emoji someone typed) is a blank on paper.
    SEREIN_TRY(const QByteArray pdf, canvas.finish(PaperCanvas::Lacking::Shown));
    return Report{pdf, static_cast<int>(pages.size())};
}

Result<void> writeReport(const Records& records, const QStringList& /*formats*/, const FileSink& sink) {
    for (const Record& record : records) {
        SEREIN_TRY(const Report made, report(record, record.language));
        SEREIN_CHECK(sink(QStringLiteral("report.pdf"), made.pdf));
    }
    return {};
}

} // namespace serein::exporting

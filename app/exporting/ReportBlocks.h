#pragma once
// The parts of a participant's report, each as blocks that stay on one page.
#include "exporting/Formats.h"
#include "exporting/PaperBlock.h"
#include "exporting/ReportWords.h"

namespace serein::exporting {

struct ReportPage {
    PaperCanvas& canvas;
    const Record& record;
    QString language;
    ReportWords words;
    QList<PaperBlock> blocks = {};

    void heading(const QString& text, const Type& type = headingType);
    void line(const QString& text, const Type& type = smallType);
    /// Cells beside one another, each wrapped into its share of the column. A text higher than a page goes on as rows
    /// of its own.
    void row(const QStringList& cells, const QList<double>& shares, const Type& type = smallType);
    /// "2026-11-20 14:05 +08:00"
    [[nodiscard]] static QString time(const QDateTime& instant);
    [[nodiscard]] QString term(const QString& name) const { return reportTerm(name, language); }
    /// The instrument's words in the report's language, where they may be exported; else null.
    [[nodiscard]] const instrument::TextPack* packFor(const QString& definition) const;
    [[nodiscard]] QString titleOf(const instrument::Instrument& instrument) const;
    [[nodiscard]] QString placeOf(const ledger::AssessmentKey& key) const;
    /// As the ledger holds it: an answer, its choice in words where they may be exported.
    [[nodiscard]] QString answerWords(const QString& definition, const QString& item, const QJsonValue& answer) const;
};

void addTimeline(ReportPage& page);
void addScores(ReportPage& page);
[[nodiscard]] Result<void> addAnswers(ReportPage& page);
void addCorrections(ReportPage& page);
void addAlerts(ReportPage& page);
void addAudit(ReportPage& page);

} // namespace serein::exporting

// The course of each score over the study: a plot with a gap where it is missing, its values in words below.
#include "exporting/ReportBlocks.h"
#include "exporting/Tables.h"

#include <optional>

namespace serein::exporting {

namespace {

constexpr double plotHeight = 84;
constexpr double labelRoom = 44; // for the range, left of the plot
constexpr double dotSide = 3;

struct ScorePoint {
    QString place;
    std::optional<double> value;
};
struct Course {
    const instrument::Instrument* instrument = nullptr;
    const instrument::Score* score = nullptr;
    QList<ScorePoint> points;
};

/// Numeric scores, in the study's order of asking.
QList<Course> coursesOf(const Record& record) {
    QList<Course> all;
    for (const ledger::AssessmentState* assessment : inStudyOrder(record.state, record.definitions.study())) {
        const instrument::Instrument& instrument = record.definitions.instrument(*assessment);
        for (const instrument::Score& score : instrument.scores) {
            if (score.isBoolean || !assessment->scores.contains(score.id))
                continue;
            auto course = std::ranges::find_if(all, [&](const Course& one) {
                return one.instrument->id == instrument.id && one.score->id == score.id;
            });
            if (course == all.end()) {
                all += {&instrument, &score, {}};
                course = std::prev(all.end());
            }
            QString place = assessment->key.timepoint;
            if (assessment->key.sequence > 1)
                place += u'#' + QString::number(assessment->key.sequence);
            const QJsonValue value = assessment->scores.value(score.id).toObject().value(QLatin1String("value"));
            course->points += {place, value.isDouble() ? std::optional(value.toDouble()) : std::nullopt};
        }
    }
    return all;
}

void drawCourse(PaperCanvas& canvas, const Course& course, double y) {
    const double left = margin + labelRoom;
    const double width = column - labelRoom;
    const double low = course.score->low.toDouble();
    const double range = std::max(course.score->high.toDouble() - low, 1e-9);
    const double labelHeight = canvas.heightOf(QStringLiteral("0"), hintType, -1);
    const double height = plotHeight - labelHeight - dotSide;
    canvas.words(margin, y, labelRoom - dotSide, course.score->high.toString(), hintType, Align::Right);
    canvas.words(margin, y + height - labelHeight, labelRoom - dotSide, course.score->low.toString(), hintType,
                 Align::Right);
    canvas.line(left, y, left, y + height);
    canvas.line(left, y + height, left + width, y + height);
    const double slot = width / static_cast<double>(course.points.size());
    std::optional<std::pair<double, double>> before;
    for (qsizetype i = 0; i < course.points.size(); ++i) {
        const ScorePoint& point = course.points.at(i);
        const double x = left + (static_cast<double>(i) + 0.5) * slot;
        canvas.words(x - slot / 2, y + height + dotSide, slot, point.place, hintType, Align::Centre);
        if (!point.value) { // the line is broken here
            before.reset();
            continue;
        }
        const double up = y + height - std::clamp((*point.value - low) / range, 0.0, 1.0) * height;
        if (before)
            canvas.line(before->first, before->second, x, up);
        canvas.box(x - dotSide / 2, up - dotSide / 2, dotSide, dotSide);
        before = {x, up};
    }
}

} // namespace

void addScores(ReportPage& page) {
    page.heading(page.words.scores);
    const QList<Course> courses = coursesOf(page.record);
    for (const Course& course : courses) {
        page.heading(course.instrument->name.in(page.language) + QStringLiteral(" · ") +
                         course.score->name.in(page.language),
                     questionType);
        QStringList values;
        for (const ScorePoint& point : course.points)
            values += point.place + QStringLiteral(": ") +
                      (point.value ? QString::number(*point.value, 'g', 8) : page.words.missing);
        if (course.points.size() > 1) {
            PaperBlock plot;
            plot.leadsOn = true;
            plot.add(plotHeight, [course](PaperCanvas& on, double y) { drawCourse(on, course, y); });
            page.blocks += plot;
        }
        page.line(values.join(QStringLiteral("   ")));
    }
    if (courses.isEmpty())
        page.line(page.words.none);
}

} // namespace serein::exporting

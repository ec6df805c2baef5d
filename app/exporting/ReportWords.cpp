#include "exporting/ReportWords.h"

#include <QMap>

namespace serein::exporting {

namespace {

bool readsChinese(const QString& language) {
    return language.startsWith(QLatin1String("zh"));
}

ReportWords englishReport() {
    return {.title = "Participant report",
            .subject = "Subject",
            .study = "Study",
            .record = "Record up to event %1 (%2)",
            .audience = "Audience",
            .blinded = "blinded",
            .full = "full",
            .synthetic = "Synthetic data: no real person",
            .course = "Course",
            .timeline = "Timeline",
            .scores = "Scores",
            .answers = "Answers",
            .corrections = "Corrections",
            .alerts = "Alerts",
            .audit = "Audit extract",
            .none = "None.",
            .window = "Window",
            .submitted = "Submitted",
            .missing = "missing",
            .withheld = "withheld from this audience",
            .corrected = "%1 → %2. Reason: %3. By %4, %5",
            .proposed = "%1 → %2 (%6). Reason: %3. Proposed by %4, %5",
            .raised = "raised %1",
            .acknowledged = "acknowledged %1 by %2: %3",
            .closed = "closed %1 by %2: %3",
            .open = "not yet closed",
            .page = "Page %1 of %2",
            .yes = "yes",
            .no = "no",
            .minutes = "min"};
}

ReportWords chineseReport() {
    return {.title = "受试者报告",
            .subject = "受试者编号",
            .study = "研究",
            .record = "记录截至第 %1 个事件（%2）",
            .audience = "读者",
            .blinded = "设盲",
            .full = "完整",
            .synthetic = "合成数据：并非真实受试者",
            .course = "经过",
            .timeline = "时间线",
            .scores = "得分",
            .answers = "回答",
            .corrections = "更正",
            .alerts = "警报",
            .audit = "稽查轨迹摘录",
            .none = "无。",
            .window = "窗口",
            .submitted = "提交",
            .missing = "缺失",
            .withheld = "对本读者保密",
            .corrected = "%1 → %2。理由：%3。%4，%5",
            .proposed = "%1 → %2（%6）。理由：%3。提出人 %4，%5",
            .raised = "触发于 %1",
            .acknowledged = "%2 于 %1 确认：%3",
            .closed = "%2 于 %1 关闭：%3",
            .open = "尚未关闭",
            .page = "第 %1 页，共 %2 页",
            .yes = "是",
            .no = "否",
            .minutes = "分钟"};
}

/// (English, Chinese)
const QMap<QString, std::pair<QString, QString>>& terms() {
    static const QMap<QString, std::pair<QString, QString>> all{
        {"open", {"open", "未提交"}},
        {"submitted", {"submitted", "已提交"}},
        {"endedEarly", {"ended early", "提前结束"}},
        {"missed", {"missed", "错过"}},
        {"voided", {"voided", "作废"}},
        {"inWindow", {"in window", "窗口内"}},
        {"early", {"early", "早于窗口"}},
        {"late", {"late", "晚于窗口"}},
        {"unscheduled", {"unscheduled", "未安排"}},
        {"complete", {"complete", "完整"}},
        {"prorated", {"prorated", "按比例推算"}},
        {"missing", {"missing", "缺失"}},
        {"declined", {"declined", "拒绝回答"}},
        {"not_reached", {"not reached", "未问到"}},
        {"not_applicable", {"not applicable", "不适用"}},
        {"unanswered", {"unanswered", "未作答"}},
        {"self", {"alone", "本人填写"}},
        {"assisted", {"with help", "他人协助"}},
        {"interview", {"by interview", "当面询问"}},
        {"telephone", {"by phone", "电话询问"}},
        {"proxy", {"by someone else", "他人代答"}},
        {"paper", {"on paper", "纸质填写"}},
        {"proposed", {"waiting", "待批准"}},
    };
    return all;
}

} // namespace

ReportWords reportWords(const QString& language) {
    return readsChinese(language) ? chineseReport() : englishReport();
}

QString reportTerm(const QString& term, const QString& language) {
    const auto found = terms().constFind(term);
    if (found == terms().constEnd())
        return term;
    return readsChinese(language) ? found->second : found->first;
}

} // namespace serein::exporting

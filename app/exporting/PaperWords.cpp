#include "exporting/PaperWords.h"

namespace serein::exporting {

namespace {

bool isChinese(const QString& language) {
    return language.startsWith(QLatin1String("zh"));
}

SheetWords chinese() {
    return {.subject = QStringLiteral("受试者编号"),
            .date = QStringLiteral("日期 (年-月-日)"),
            .time = QStringLiteral("时间"),
            .filledInBy = QStringLiteral("填写方式："),
            .filledInByStaff = QStringLiteral("填写人"),
            .modes = {QStringLiteral("本人填写"), QStringLiteral("他人协助"), QStringLiteral("当面询问"),
                      QStringLiteral("电话询问"), QStringLiteral("他人代答")},
            .page = QStringLiteral("第 %1 页，共 %2 页"),
            .dateOrder = QStringLiteral("（年 – 月 – 日）"),
            .hours = QStringLiteral("小时"),
            .minutes = QStringLiteral("分钟"),
            .wholeDay = QStringLiteral("（24 小时制）"),
            .rights = QStringLiteral("文字权利人：%1"),
            .onlyStudy = QStringLiteral("仅授权用于研究 %1"),
            .actualSize = QStringLiteral("请按实际大小打印，不要缩放页面。"),
            .ifIs = QStringLiteral("（仅当第 %1 题的回答为%2时填写）"),
            .ifIsNot = QStringLiteral("（仅当第 %1 题的回答不是%2时填写）"),
            .ifHas = QStringLiteral("（仅当第 %1 题选择了%2时填写）"),
            .ifHasNot = QStringLiteral("（仅当第 %1 题未选择%2时填写）"),
            .ifApplies = QStringLiteral("（仅在适用时填写）"),
            .quoted = QStringLiteral("“%1”"),
            .either = QStringLiteral("或"),
            .atLeast = QStringLiteral(" %1 或以上"),
            .moreThan = QStringLiteral("大于 %1 "),
            .atMost = QStringLiteral(" %1 或以下"),
            .lessThan = QStringLiteral("小于 %1 ")};
}

SheetWords english() {
    return {.subject = QStringLiteral("Study ID"),
            .date = QStringLiteral("Date (y-m-d)"),
            .time = QStringLiteral("Time"),
            .filledInBy = QStringLiteral("Filled in:"),
            .filledInByStaff = QStringLiteral("Filled in by"),
            .modes = {QStringLiteral("alone"), QStringLiteral("with help"), QStringLiteral("by interview"),
                      QStringLiteral("by phone"), QStringLiteral("by someone else")},
            .page = QStringLiteral("Page %1 of %2"),
            .dateOrder = QStringLiteral("(year – month – day)"),
            .hours = QStringLiteral("hours"),
            .minutes = QStringLiteral("minutes"),
            .wholeDay = QStringLiteral("(24-hour clock)"),
            .rights = QStringLiteral("Rights in the words: %1"),
            .onlyStudy = QStringLiteral("Licensed for the study %1 only"),
            .actualSize = QStringLiteral("Print at actual size; do not scale the page."),
            .ifIs = QStringLiteral("(Only if the answer to question %1 is %2)"),
            .ifIsNot = QStringLiteral("(Only if the answer to question %1 is not %2)"),
            .ifHas = QStringLiteral("(Only if %2 is ticked in question %1)"),
            .ifHasNot = QStringLiteral("(Only if %2 is not ticked in question %1)"),
            .ifApplies = QStringLiteral("(Only if it applies)"),
            .quoted = QStringLiteral("“%1”"),
            .either = QStringLiteral(" or "),
            .atLeast = QStringLiteral("%1 or more"),
            .moreThan = QStringLiteral("more than %1"),
            .atMost = QStringLiteral("%1 or less"),
            .lessThan = QStringLiteral("less than %1")};
}

} // namespace

SheetWords sheetWords(const QString& language) {
    return isChinese(language) ? chinese() : english();
}

QString provenanceWords(const QString& provenance, const QString& language) {
    const bool inChinese = isChinese(language);
    if (provenance == QLatin1String("official"))
        return inChinese ? QStringLiteral("官方文本") : QStringLiteral("official wording");
    if (provenance == QLatin1String("validated"))
        return inChinese ? QStringLiteral("经验证的文本") : QStringLiteral("validated wording");
    if (provenance == QLatin1String("placeholder"))
        return inChinese ? QStringLiteral("占位文字，不可用于真实研究")
                         : QStringLiteral("placeholder, not for a real study");
    return inChinese ? QStringLiteral("未经验证的文本") : QStringLiteral("wording not validated");
}

} // namespace serein::exporting

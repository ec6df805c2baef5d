#include "exporting/StatTable.h"

namespace serein::exporting {

double StatVariable::missingCode(Absent why) const {
    double base = 99990;
    while (lowest <= -base)
        base = base * 10 + 90;
    return -base - static_cast<int>(why);
}

QString absentLabel(Absent why, const QString& language) {
    const bool chinese = language.startsWith(QLatin1String("zh"));
    switch (why) {
    case Absent::Declined:
        return chinese ? QStringLiteral("拒绝回答") : QStringLiteral("declined");
    case Absent::NotReached:
        return chinese ? QStringLiteral("未问到") : QStringLiteral("not reached");
    case Absent::NotApplicable:
        return chinese ? QStringLiteral("不适用") : QStringLiteral("not applicable");
    case Absent::Unanswered:
        return chinese ? QStringLiteral("未作答") : QStringLiteral("unanswered");
    case Absent::ScoreMissing:
        return chinese ? QStringLiteral("无法计分") : QStringLiteral("score missing");
    case Absent::Unasked:
        break;
    }
    return {};
}

} // namespace serein::exporting

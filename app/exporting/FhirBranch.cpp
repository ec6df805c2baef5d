// Branching as FHIR says it.
#include "exporting/ComparisonSign.h"
#include "exporting/FhirForm.h"
#include "exporting/FhirPath.h"

#include <algorithm>
#include <optional>

namespace serein::exporting {

namespace {

using instrument::Expression;
using instrument::ExpressionPtr;
using instrument::Item;
using instrument::ItemType;
using instrument::Op;

bool holdsFor(Op op, const Decimal& left, const Decimal& right) {
    switch (op) {
    case Op::Eq:
        return left == right;
    case Op::Ne:
        return left != right;
    case Op::Lt:
        return left < right;
    case Op::Le:
        return left <= right;
    case Op::Gt:
        return left > right;
    default:
        return left >= right;
    }
}

/// Conditions that are joined by any or by all; nullopt where they can't say it.
class Branch {
public:
    Branch(const FhirForm& form, bool all) : m_form(form), m_all(all) {}

    [[nodiscard]] std::optional<QJsonArray> conditions(const Expression& node) const {
        if (node.op == (m_all ? Op::All : Op::Any)) {
            QJsonArray every;
            for (const ExpressionPtr& part : node.parts) {
                const auto one = conditions(*part);
                if (!one)
                    return std::nullopt;
                for (const auto& condition : *one)
                    every.append(condition);
            }
            return every;
        }
        if (node.op == Op::Answered)
            return QJsonArray{exists(node.name, true)};
        if (node.op == Op::Not && node.parts.first()->op == Op::Answered)
            return QJsonArray{exists(node.parts.first()->name, false)};
        if (node.op == Op::Includes)
            return QJsonArray{chosen(*m_form.instrument->item(node.name), "=", node.number)};
        if (comparisonSign(node.op) != nullptr && node.parts.at(0)->op == Op::Item &&
            node.parts.at(1)->op == Op::Number)
            return compared(*m_form.instrument->item(node.parts.at(0)->name), node.op, node.parts.at(1)->number);
        return std::nullopt;
    }

private:
    static QJsonObject exists(const QString& item, bool wanted) {
        return {{"question", item}, {"operator", "exists"}, {"answerBoolean", wanted}};
    }
    [[nodiscard]] QJsonObject chosen(const Item& item, const QString& how, const Decimal& value) const {
        const auto choice = std::ranges::find(item.choices, value, &instrument::Choice::value);
        QJsonObject coding = choice == item.choices.cend() ? QJsonObject() : fhirCoding(m_form, item, *choice);
        coding.remove("display");
        coding.remove("_display");
        return {{"question", item.id}, {"operator", how}, {"answerCoding", coding}};
    }
    [[nodiscard]] std::optional<QJsonArray> compared(const Item& item, Op op, const Decimal& value) const {
        if (item.type == ItemType::Number || item.type == ItemType::Scale || item.type == ItemType::Duration) {
            const QString type = item.decimals == 0 ? QStringLiteral("answerInteger") : QStringLiteral("answerDecimal");
            if (item.decimals == 0 && !value.isInteger())
                return std::nullopt;
            return QJsonArray{QJsonObject{
                {"question", item.id}, {"operator", QLatin1String(comparisonSign(op))}, {type, value.toJson()}}};
        }
        if (item.type != ItemType::Choice)
            return std::nullopt;
        // Codings have no order: a comparison is each choice for which it holds, or none for which it doesn't.
        QJsonArray with;
        QJsonArray without;
        for (const instrument::Choice& choice : item.choices) {
            if (holdsFor(op, choice.value, value))
                with.append(chosen(item, "=", choice.value));
            else
                without.append(chosen(item, "!=", choice.value));
        }
        if (without.isEmpty())
            return QJsonArray{exists(item.id, true)};
        return m_all && with.size() != 1 ? without : with;
    }

    const FhirForm& m_form;
    bool m_all;
};

} // namespace

void fhirBranch(const FhirForm& form, const Item& asked, QJsonObject& item) {
    if (!asked.showWhen)
        return;
    const bool all = asked.showWhen->op == Op::All;
    if (const auto conditions = Branch(form, all).conditions(*asked.showWhen); conditions && !conditions->isEmpty()) {
        item.insert("enableWhen", *conditions);
        if (conditions->size() > 1)
            item.insert("enableBehavior", all ? "all" : "any");
        return;
    }
    QJsonArray extensions = item.value("extension").toArray();
    extensions.append(QJsonObject{
        {"url", "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression"},
        {"valueExpression", QJsonObject{{"language", "text/fhirpath"},
                                        {"expression", fhirPath(*form.instrument, *asked.showWhen, form.profile)}}}});
    item.insert("extension", extensions);
}

} // namespace serein::exporting

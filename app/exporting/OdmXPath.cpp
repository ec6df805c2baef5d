// Branching as XPath, for EDC systems that read no JSON.
#include "exporting/ComparisonSign.h"
#include "exporting/OdmItems.h"

namespace serein::exporting {

namespace {

using instrument::Expression;
using instrument::Op;

class Path {
public:
    explicit Path(const OdmCatalog::Defined& defined) : m_defined(defined) {}

    /// Empty: there is no such form.
    [[nodiscard]] QString truth(const Expression& node) const {
        // "!=" of an absent node is false, as a comparison with nothing is.
        if (const char* sign = comparisonSign(node.op); sign && node.parts.size() == 2) {
            const QString left = number(*node.parts[0]);
            const QString right = number(*node.parts[1]);
            return left.isEmpty() || right.isEmpty() ? QString()
                                                     : QStringLiteral("%1 %2 %3").arg(left, QLatin1String(sign), right);
        }
        switch (node.op) {
        case Op::All:
            return joined(node, " and ");
        case Op::Any:
            return joined(node, " or ");
        case Op::Answered:
            return value(node.name);
        case Op::Includes:
            return QStringLiteral("ItemData[@ItemOID='%1.%2']/@Value = 1").arg(oid(node.name), node.number.toString());
        default:
            return {}; // "not" of what is unknown is unknown, which XPath can't say
        }
    }

private:
    [[nodiscard]] QString oid(const QString& item) const { return QStringLiteral("I.%1.%2").arg(m_defined.base, item); }
    [[nodiscard]] QString value(const QString& item) const {
        return QStringLiteral("ItemData[@ItemOID='%1']/@Value").arg(oid(item));
    }
    [[nodiscard]] QString number(const Expression& node) const {
        if (node.op == Op::Number)
            return node.number.toString();
        return node.op == Op::Item ? value(node.name) : QString();
    }
    [[nodiscard]] QString joined(const Expression& node, const char* between) const {
        QStringList parts;
        for (const instrument::ExpressionPtr& part : node.parts) {
            const QString path = truth(*part);
            if (path.isEmpty())
                return {};
            parts += path;
        }
        return u'(' + parts.join(QLatin1String(between)) + u')';
    }

    const OdmCatalog::Defined& m_defined;
};

} // namespace

QString odmXPath(const OdmCatalog::Defined& defined, const instrument::Expression& expression) {
    return Path(defined).truth(expression);
}

} // namespace serein::exporting

#pragma once
// Items, code lists, conditions and methods of ODM's metadata. Internal to the ODM writer.
#include "exporting/OdmCatalog.h"
#include "exporting/Xml.h"

namespace serein::exporting {

/// ItemDefs of an instrument: its items and scores; of the assessment and the record.
void writeOdmItems(Xml& xml, const OdmCatalog::Defined& defined);
void writeOdmOwnItems(Xml& xml, const study::Study& study);
/// CodeLists: choices and bands; why there is no value, and kinds of annotations.
void writeOdmCodeLists(Xml& xml, const OdmCatalog::Defined& defined);
void writeOdmOwnCodeLists(Xml& xml);
/// ConditionDefs: when an item is not asked, in words, as our own JSON and, where it is simple, as XPath 1.0.
void writeOdmConditions(Xml& xml, const OdmCatalog::Defined& defined);
/// MethodDefs: how a score is worked out, in words and as our own JSON.
void writeOdmMethods(Xml& xml, const OdmCatalog::Defined& defined);

[[nodiscard]] QString odmCondition(const OdmCatalog::Defined& defined, const instrument::Item& item);
[[nodiscard]] QString odmMethod(const OdmCatalog::Defined& defined, const instrument::Score& score);
void odmTranslated(Xml& xml, const QString& text, const QString& language = QStringLiteral("en"));
/// The condition under which the item is asked, as an XPath 1.0 predicate over the ItemGroupData; empty where the tree
/// has no such form.
[[nodiscard]] QString odmXPath(const OdmCatalog::Defined& defined, const instrument::Expression& expression);

} // namespace serein::exporting

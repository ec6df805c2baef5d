#pragma once
// What a REDCap project needs to take the data: its data dictionary, events, which form at which event, and the
// records.
#include "exporting/Formats.h"

namespace serein::exporting {

/// `redcap/dictionary.csv`, `redcap/events.csv`, `redcap/event-forms.csv`, `redcap/import.csv`. Fields are wide.csv's
/// variables in lower case; each form ends in `FORM_absent`, which says why fields are empty ("q3=declined|…").
[[nodiscard]] Result<void> writeRedcap(const Records& records, const QStringList& formats, const FileSink& sink);

/// A variable of wide.csv as a field; a timepoint as REDCap names its event, in the first arm; a choice of a checkbox.
[[nodiscard]] QString redcapField(const QString& variable);
[[nodiscard]] QString redcapEvent(const QString& timepoint);
[[nodiscard]] QString redcapCheckbox(const QString& field, const QString& code);

} // namespace serein::exporting

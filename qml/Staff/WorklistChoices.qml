pragma ComponentBehavior: Bound
import QtQuick
import Serein.Ui
import Serein.Theme
import Serein.Controls

// What the worklist can be narrowed to: site, timepoint, ward and, within a ward, bed. What there is no choice of is
// not asked.
ScrollArea {
    id: choices

    required property WorklistModel work
    /// What is chosen, in words; empty: nothing.
    readonly property string chosen: joined(joined(label(work.sites, work.site), label(work.timepoints, work.timepoint)),
        joined(label(work.wards, work.ward), label(work.beds, work.bed)))

    function joined(one: string, other: string): string {
        return one + (one.length > 0 && other.length > 0 ? " · " : "") + other;
    }
    function label(options: var, id: string): string {
        if (id.length === 0)
            return "";
        const found = options.find(option => option.id === id);
        return found === undefined ? id : found.label;
    }

    Column {
        width: parent.width
        spacing: Theme.gap * 2
        Repeater {
            model: [{member: "site", words: qsTr("Site"), options: choices.work.sites, chosen: choices.work.site},
                {member: "timepoint", words: qsTr("Timepoint"), options: choices.work.timepoints, chosen: choices.work.timepoint},
                {member: "ward", words: qsTr("Ward"), options: choices.work.wards, chosen: choices.work.ward},
                {member: "bed", words: qsTr("Bed"), options: choices.work.beds, chosen: choices.work.bed}]
            Column {
                id: one
                required property var modelData
                width: parent.width
                visible: modelData.options.length > 0
                spacing: Theme.space
                Words {
                    width: parent.width
                    text: one.modelData.words
                    strong: true
                }
                Segments {
                    width: parent.width
                    prefix: "worklist." + one.modelData.member
                    options: one.modelData.options
                    chosen: one.modelData.chosen
                    onChose: id => choices.work[one.modelData.member] = id
                }
            }
        }
    }
}

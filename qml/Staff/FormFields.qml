pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// The fields of a structured form, as far as its branches ask for them: [{"id", "type", "text", "help", "unit", "options", "low", "high"}].
Column {
    id: fields

    property var items: []
    property var entered: ({}) // by item id: a choice's value, several in a list, or the text of a field
    property string faultItem
    property string fault
    property string prefix: "form"
    signal enter(string item, var value)

    /// Rows that are still asked stay as they are, with the finger or the cursor in them.
    function show(next: var): void {
        if (JSON.stringify(next) !== JSON.stringify(fields.items))
            fields.items = next;
    }

    function has(item: string, value: string): bool {
        const now = fields.entered[item];
        return Array.isArray(now) ? now.includes(value) : now === value;
    }
    /// A second tap on what is chosen takes it back: a form is the nurse's own.
    function toggled(item: var, value: string): var {
        const now = fields.entered[item.id];
        if (item.type !== "multiChoice")
            return now === value ? "" : value;
        const chosen = Array.isArray(now) ? now : [];
        return chosen.includes(value) ? chosen.filter(one => one !== value) : chosen.concat([value]);
    }
    function example(item: var): string {
        switch (item.type) {
        case "datetime":
            return "2026-11-20 14:05";
        case "date":
            return "2026-11-20";
        case "clock":
            return "22:30";
        default:
            return "";
        }
    }

    spacing: Theme.space * 2
    Repeater {
        model: fields.items
        Column {
            id: row
            required property var modelData
            readonly property bool chooses: modelData.options.length > 0
            readonly property bool asks: modelData.type !== "section" && modelData.type !== "note"
            width: fields.width
            spacing: Theme.space / 2

            Words {
                width: parent.width
                text: row.modelData.text
                size: row.asks ? Theme.body : Theme.title
                strong: !row.asks
            }
            Words {
                width: parent.width
                visible: text.length > 0
                text: row.modelData.type === "scale" ? qsTr("%1 … %2", "both ends of a scale").arg(row.modelData.low).arg(row.modelData.high) : row.modelData.help
                size: Theme.small
                color: Theme.colors.secondary
            }
            Flow {
                width: parent.width
                visible: row.chooses
                spacing: Theme.space
                Repeater {
                    model: row.chooses ? row.modelData.options : []
                    ActionButton {
                        required property var modelData
                        readonly property bool isChosen: fields.has(row.modelData.id, modelData.id)
                        objectName: fields.prefix + "." + row.modelData.id + "." + modelData.id
                        role: row.modelData.type === "multiChoice" ? Accessible.CheckBox : Accessible.RadioButton
                        width: Math.min(implicitWidth, row.width)
                        text: (isChosen ? "✓ " : "") + modelData.label
                        spoken: modelData.label
                        chosen: isChosen
                        onClicked: fields.enter(row.modelData.id, fields.toggled(row.modelData, modelData.id))
                    }
                }
            }
            Repeater {
                model: row.asks && !row.chooses ? 1 : 0
                Field {
                    width: row.width
                    name: fields.prefix + "." + row.modelData.id
                    label: row.modelData.type === "duration" ? qsTr("minutes, or hours and minutes as 7:30") : row.modelData.unit
                    example: fields.example(row.modelData)
                    fault: fields.faultItem === row.modelData.id ? fields.fault : ""
                    text: fields.entered[row.modelData.id] ?? ""
                    onTextChanged: if (text !== (fields.entered[row.modelData.id] ?? "")) fields.enter(row.modelData.id, text)
                }
            }
        }
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// The fields of a structured form, as far as its branches ask for them: [{"id", "type", "number", "text", "help", "remark", "unit", "options",
// "low", "high"}]. Dense: numbered, and two side by side where both have room; headings and notes go across.
Flow {
    id: fields

    property var items: []
    property var entered: ({}) // by item id: a choice's value, several in a list, or the text of a field
    property string faultItem
    property string fault
    property string prefix: "form"
    property bool dense: false
    readonly property real fieldWidth: dense && width > Theme.body * 48 ? Math.floor((width - spacing) / 2) : width
    readonly property var byId: items.reduce((all, item) => Object.assign(all, {[item.id]: item}), ({}))
    readonly property var nothing: ({id: "", type: "note", text: "", help: "", unit: "", options: [], low: "", high: ""}) // a row about to go
    signal enter(string item, var value)

    /// Rows that are still asked stay as they are, with the finger or the cursor in them.
    function show(next: var): void {
        if (JSON.stringify(next) !== JSON.stringify(fields.items))
            fields.items = next.map(item => item); // a model's list would change under our feet
    }
    function follow(): void {
        const asked = fields.items.map(item => item.id);
        for (let row = rows.count - 1; row >= 0; --row)
            if (!asked.includes(rows.get(row).item))
                rows.remove(row);
        for (let row = 0; row < asked.length; ++row)
            if (row >= rows.count || rows.get(row).item !== asked[row])
                rows.insert(row, {item: asked[row]});
    }

    onItemsChanged: follow()

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
    ListModel {
        id: rows
    }
    Repeater {
        model: rows
        Column {
            id: row
            required property string item
            readonly property var modelData: fields.byId[item] ?? fields.nothing
            property var options: [] // the same list while it says the same: its buttons stay
            readonly property bool chooses: options.length > 0
            readonly property bool asks: modelData.type !== "section" && modelData.type !== "note"
            function takeOptions(): void {
                if (JSON.stringify(row.modelData.options) !== JSON.stringify(row.options))
                    row.options = row.modelData.options;
            }

            Component.onCompleted: takeOptions()
            onModelDataChanged: takeOptions()
            width: asks ? fields.fieldWidth : fields.width
            spacing: Theme.space / 2

            Words {
                width: parent.width
                text: fields.dense && row.modelData.number > 0 ? qsTr("%1. %2", "number and words of an item").arg(row.modelData.number).arg(row.modelData.text)
                    : row.modelData.text
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
                    model: row.options
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
            Words {
                width: parent.width
                visible: row.chooses && text.length > 0
                text: fields.faultItem === row.modelData.id ? fields.fault : ""
                size: Theme.small
                color: Theme.colors.urgent
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
            Words {
                objectName: fields.prefix + "." + row.modelData.id + ".remark"
                width: parent.width
                visible: text.length > 0
                text: row.modelData.remark ?? ""
                size: Theme.small
                color: Theme.colors.secondary
            }
        }
    }
}

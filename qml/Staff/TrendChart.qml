pragma ComponentBehavior: Bound
import QtQuick
import Serein.Theme
import Serein.Controls

// One score against the timepoints that ask for it. What is missing leaves a gap: no line is drawn over it.
Card {
    id: chart

    required property var trend // TrendModel.trends

    readonly property var points: trend.points
    readonly property real headroom: Theme.small * Theme.lineHeight + Theme.space * 1.5
    readonly property real dot: Theme.space * 1.5
    readonly property real slot: plot.width / Math.max(1, points.length)

    function xOf(index: int): real {
        return (index + 0.5) * slot;
    }
    function yOf(at: real): real {
        return headroom + (1 - at) * (plot.height - headroom);
    }

    Words {
        width: parent.width
        text: chart.trend.title
        strong: true
    }
    Words {
        width: parent.width
        text: chart.trend.range
        size: Theme.small
        color: Theme.colors.secondary
    }
    Words {
        width: parent.width
        visible: chart.trend.bands.length > 0
        text: chart.trend.bands.map(band => band.label).join(" · ")
        size: Theme.small
        color: Theme.colors.secondary
    }
    Item {
        width: parent.width
        height: plot.height + ticks.implicitHeight + Theme.space

        Words {
            id: highest
            y: chart.yOf(1) - height / 2
            width: Math.max(implicitWidth, lowest.implicitWidth)
            horizontalAlignment: Text.AlignRight
            text: chart.trend.high
            size: Theme.small
            color: Theme.colors.secondary
        }
        Words {
            id: lowest
            y: plot.height - height / 2
            width: highest.width
            horizontalAlignment: Text.AlignRight
            text: chart.trend.low
            size: Theme.small
            color: Theme.colors.secondary
        }
        Item {
            id: plot
            objectName: "trend." + chart.trend.id
            x: highest.width + Theme.space
            width: parent.width - x
            height: Theme.fieldWidth * 0.42

            Repeater {
                model: chart.trend.bands
                Rectangle {
                    required property var modelData
                    required property int index
                    y: chart.yOf(modelData.to)
                    width: plot.width
                    height: chart.yOf(modelData.from) - y
                    color: index % 2 === 1 ? Theme.colors.container : Theme.colors.surface
                }
            }
            Repeater {
                model: [0, 1]
                Rectangle {
                    required property real modelData
                    y: chart.yOf(modelData)
                    width: plot.width
                    height: Theme.hairline
                    color: Theme.colors.outline
                }
            }
            Repeater {
                model: chart.points
                Rectangle {
                    required property var modelData
                    required property int index
                    readonly property real fromX: chart.xOf(index - 1)
                    readonly property real fromY: modelData.joins ? chart.yOf(chart.points[index - 1].at) : 0
                    readonly property real downBy: modelData.joins ? chart.yOf(modelData.at) - fromY : 0
                    objectName: "trend.line." + chart.trend.id + "." + modelData.tick
                    visible: modelData.joins
                    x: fromX
                    y: fromY - height / 2
                    width: Math.hypot(chart.slot, downBy)
                    height: Theme.focusWidth
                    transformOrigin: Item.Left
                    rotation: Math.atan2(downBy, chart.slot) * 180 / Math.PI
                    antialiasing: true
                    color: Theme.colors.primary
                }
            }
            Repeater {
                model: chart.points
                Rectangle {
                    required property var modelData
                    required property int index
                    objectName: "trend.point." + chart.trend.id + "." + modelData.tick
                    visible: modelData.at !== undefined
                    x: chart.xOf(index) - width / 2
                    y: chart.yOf(modelData.at ?? 0) - height / 2
                    width: chart.dot
                    height: width
                    radius: width / 2
                    color: Theme.colors.primary
                }
            }
            Repeater {
                model: chart.points
                Rectangle {
                    required property var modelData
                    required property int index
                    visible: modelData.at !== undefined
                    x: chart.xOf(index) - width / 2
                    y: chart.yOf(modelData.at ?? 0) - chart.dot / 2 - height
                    width: value.implicitWidth + Theme.space / 2
                    height: value.implicitHeight
                    radius: Theme.space / 2
                    color: Theme.colors.surface
                    Words {
                        id: value
                        anchors.centerIn: parent
                        text: parent.modelData.text
                        size: Theme.small
                        strong: true
                        Accessible.ignored: true
                    }
                }
            }
        }
        Row {
            id: ticks
            x: plot.x
            y: plot.height + Theme.space
            Repeater {
                model: chart.points
                Words {
                    required property var modelData
                    width: chart.slot
                    horizontalAlignment: Text.AlignHCenter
                    text: modelData.tick
                    size: Theme.small
                    color: modelData.at !== undefined ? Theme.colors.ink : Theme.colors.secondary
                    Accessible.name: modelData.spoken
                }
            }
        }
    }
}

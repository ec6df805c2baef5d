import QtQml
import QtQuick

// Where an edge may lie without cutting through a line of words.
QtObject {
    id: lines

    /// The edge; where it cuts through a line of the words in `item`, which begins at `top`: where that line begins (ends: `after`).
    function at(item: Item, top: real, edge: real, after: bool): real {
        let whole = edge;
        for (let index = 0; index < item.children.length; ++index) {
            const child = item.children[index];
            if (!child.visible || top + child.y >= whole || top + child.y + child.height <= whole)
                continue;
            const words = child as Text;
            if (words === null) {
                whole = lines.at(child, top + child.y, whole, after);
                continue;
            }
            const first = top + words.y + (words.verticalAlignment === Text.AlignVCenter ? (words.height - words.contentHeight) / 2 : words.topPadding);
            const before = (whole - first) / words.lineHeight;
            if (before > 0 && before < words.lineCount)
                whole = first + (after ? Math.ceil(before - 0.02) : Math.floor(before + 0.02)) * words.lineHeight;
        }
        return whole;
    }
}

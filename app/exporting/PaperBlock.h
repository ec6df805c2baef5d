#pragma once
// A part of a sheet that stays on one page: pieces below one another, each drawn where the page puts it.
#include "exporting/PaperCanvas.h"

#include <QList>
#include <functional>

namespace serein::exporting {

class PaperBlock {
public:
    using Draw = std::function<void(PaperCanvas& canvas, double y)>;

    void add(double pieceHeight, Draw draw) {
        m_pieces.append({m_height, std::move(draw)});
        m_height += pieceHeight;
    }
    void skip(double gap) { m_height += gap; }
    /// Wrapped words; nothing where there are none.
    void addWords(PaperCanvas& canvas, double x, double width, const QString& words, const Type& type) {
        if (words.isEmpty())
            return;
        add(canvas.heightOf(words, type, width),
            [=](PaperCanvas& on, double y) { on.words(x, y, width, words, type); });
    }
    [[nodiscard]] double height() const { return m_height; }
    void draw(PaperCanvas& canvas, double y) const {
        for (const Piece& piece : m_pieces)
            piece.draw(canvas, y + piece.at);
    }

    bool leadsOn = false; ///< a heading: on the same page as what follows it

private:
    struct Piece {
        double at;
        Draw draw;
    };
    QList<Piece> m_pieces;
    double m_height = 0;
};

} // namespace serein::exporting

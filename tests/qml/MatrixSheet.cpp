#include "MatrixSheet.h"

#include <QPainter>
#include <algorithm>

namespace serein::matrix {

namespace {
constexpr int margin = 8;
constexpr int caption = 18;
constexpr int smallQuality = 60; // of 100
} // namespace

void Sheet::add(const QImage& page, const QString& name) {
    m_tiles += {page.scaledToWidth(m_width, Qt::SmoothTransformation), name};
}

bool Sheet::save(const QString& name) const {
    const qsizetype each = qsizetype(m_columns) * m_rows;
    for (qsizetype first = 0; first < m_tiles.size(); first += each)
        if (!drawn(first, each).save(QStringLiteral("%1-%2.png").arg(name).arg(first / each + 1)))
            return false;
    return !m_tiles.isEmpty();
}

bool Sheet::saveSmall(const QString& file) const {
    return !m_tiles.isEmpty() && drawn(0, m_tiles.size()).save(file, nullptr, smallQuality);
}

QImage Sheet::drawn(qsizetype first, qsizetype most) const {
    const int count = static_cast<int>(std::min(m_tiles.size() - first, most));
    const QSize tile(m_width + margin, m_tiles.first().picture.height() + caption + margin);
    QImage sheet(tile.width() * m_columns + margin, tile.height() * ((count + m_columns - 1) / m_columns) + margin,
                 QImage::Format_RGB32);
    sheet.fill(Qt::darkGray);
    QPainter painter(&sheet);
    painter.setPen(Qt::white);
    QFont font;
    font.setPixelSize(caption - 5);
    painter.setFont(font);
    for (int i = 0; i < count; ++i) {
        const Tile& one = m_tiles.at(first + i);
        const QPoint corner(margin + i % m_columns * tile.width(), margin + i / m_columns * tile.height());
        painter.drawText(corner + QPoint(0, caption - 5), one.name);
        painter.drawImage(corner + QPoint(0, caption), one.picture);
    }
    painter.end();
    return sheet;
}

} // namespace serein::matrix

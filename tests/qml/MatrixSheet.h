#pragma once
// Contact sheets: small pictures of pages in rows, each with its name, as many to a file as an eye takes in.
#include <QImage>
#include <QString>

namespace serein::matrix {

class Sheet {
public:
    /// `columns` pictures a row, each `width` px wide, and `rows` of them a file.
    Sheet(int columns, int rows, int width) : m_columns(columns), m_rows(rows), m_width(width) {}

    void add(const QImage& page, const QString& name);
    [[nodiscard]] bool save(const QString& name) const; ///< name-1.png, name-2.png …
    /// All in one file, small enough to be kept.
    [[nodiscard]] bool saveSmall(const QString& file) const;

private:
    struct Tile {
        QImage picture;
        QString name;
    };
    [[nodiscard]] QImage drawn(qsizetype first, qsizetype most) const;

    int m_columns;
    int m_rows;
    int m_width;
    QList<Tile> m_tiles;
};

} // namespace serein::matrix

#pragma once
// The rows of a table on their way into a file, kept as a Spool keeps bytes: appended once, then gone through in their
// order as often as wanted. A writer that has to know the longest text of a column first needs no table in memory.
#include "core/Decimal.h"
#include "exporting/Spool.h"

#include <QDataStream>
#include <QDate>
#include <QtEndian>
#include <variant>

namespace serein::exporting {

// How a cell's alternatives are kept; an enum is its number (Qt).
inline QDataStream& operator<<(QDataStream& to, std::monostate) {
    return to;
}
inline QDataStream& operator>>(QDataStream& from, std::monostate&) {
    return from;
}
inline QDataStream& operator<<(QDataStream& to, const Decimal& number) {
    return to << number.toString();
}
inline QDataStream& operator>>(QDataStream& from, Decimal& number) {
    QString text;
    from >> text;
    number = Decimal::fromString(text).value_or(Decimal());
    return from;
}

/// `Cell` is a std::variant.
template<class Cell> class RowSpool {
public:
    using Row = QList<Cell>;
    using Visit = std::function<Result<void>(const Row& row)>;

    /// `folder`: as a Spool's.
    explicit RowSpool(const QString& folder = {}) : m_spool(folder) {}

    [[nodiscard]] qsizetype size() const { return m_size; }

    [[nodiscard]] Result<void> append(const Row& row) {
        QByteArray bytes(lengthSize, '\0');
        QDataStream to(&bytes, QIODevice::Append);
        for (const Cell& cell : row) {
            to << static_cast<quint8>(cell.index());
            std::visit([&to](const auto& value) { to << value; }, cell);
        }
        qToBigEndian(static_cast<quint32>(bytes.size() - lengthSize), bytes.data());
        ++m_size;
        return m_spool.append(bytes);
    }

    [[nodiscard]] Result<void> forEach(const Visit& visit) const {
        QByteArray held;
        return m_spool.read([&](QByteArrayView piece) -> Result<void> {
            held.append(piece);
            qsizetype done = 0;
            while (held.size() - done >= lengthSize) {
                const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(held.constData() + done));
                if (held.size() - done - lengthSize < length)
                    break;
                SEREIN_CHECK(visit(rowFrom(QByteArray::fromRawData(held.constData() + done + lengthSize, length))));
                done += lengthSize + length;
            }
            held.remove(0, done);
            return {};
        });
    }

private:
    static constexpr qsizetype lengthSize = sizeof(quint32);

    static Row rowFrom(const QByteArray& bytes) {
        Row row;
        QDataStream from(bytes);
        while (!from.atEnd()) {
            quint8 index = 0;
            from >> index;
            row += cellFrom(from, index, std::make_index_sequence<std::variant_size_v<Cell>>());
        }
        return row;
    }
    template<std::size_t... indices>
    static Cell cellFrom(QDataStream& from, std::size_t index, std::index_sequence<indices...>) {
        Cell cell;
        const auto take = [&]<std::size_t at>() {
            if (index == at)
                from >> cell.template emplace<at>();
        };
        (take.template operator()<indices>(), ...);
        return cell;
    }

    Spool m_spool;
    qsizetype m_size = 0;
};

} // namespace serein::exporting

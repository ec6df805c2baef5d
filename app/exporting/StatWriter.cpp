#include "exporting/StatFile.h"
#include "exporting/StatUnits.h"

#include <QHash>
#include <algorithm>
#include <ctime>
#include <memory>
#include <readstat.h>

namespace serein::exporting {

namespace {

constexpr double msOfMinute = 60000;
constexpr qsizetype longestDtaString = 2045; // longer ones are strLs

struct WriterFree {
    void operator()(readstat_writer_t* writer) const { readstat_writer_free(writer); }
};

/// So many bytes of UTF-8 at most, whole characters.
QByteArray cut(const QString& text, qsizetype longest) {
    QByteArray bytes = text.toUtf8();
    if (bytes.size() <= longest)
        return bytes;
    const QByteArray end = QStringLiteral("…").toUtf8();
    qsizetype size = longest - end.size();
    while (size > 0 && (static_cast<unsigned char>(bytes.at(size)) & 0xC0U) == 0x80U)
        --size;
    return bytes.left(size) + end;
}

/// A moment that every time zone's clock shows as noon of 2000-01-01.
time_t fixedTime() {
    std::tm noon{};
    noon.tm_year = 100;
    noon.tm_mday = 1;
    noon.tm_hour = 12;
    noon.tm_isdst = -1;
    return std::mktime(&noon);
}

class StatWriter {
public:
    StatWriter(const StatSpool& table, StatKind kind, const PieceSink& sink)
        : m_table(table), m_head(table.head), m_kind(kind), m_sink(sink), m_writer(readstat_writer_init()) {}

    [[nodiscard]] Result<void> write() {
        readstat_set_data_writer(m_writer.get(), take);
        const qsizetype longestLabel = isSav() ? 64 : 80;
        readstat_writer_set_file_label(m_writer.get(), cut(m_head.label, longestLabel).constData());
        readstat_writer_set_file_timestamp(m_writer.get(), fixedTime());
        readstat_writer_set_file_format_version(m_writer.get(), isSav() ? 2 : 118);
        if (isSav())
            readstat_writer_set_compression(m_writer.get(), READSTAT_COMPRESS_ROWS);
        for (qsizetype i = 0; i < m_head.variables.size(); ++i)
            SEREIN_CHECK(addVariable(i));
        const auto rows = static_cast<long>(m_table.size());
        SEREIN_CHECK(done(isSav() ? readstat_begin_writing_sav(m_writer.get(), this, rows)
                                  : readstat_begin_writing_dta(m_writer.get(), this, rows)));
        const auto writeRow = [this](const QList<StatCell>& row) -> Result<void> {
            SEREIN_CHECK(done(readstat_begin_row(m_writer.get())));
            for (qsizetype i = 0; i < row.size(); ++i)
                SEREIN_CHECK(done(insert(i, row.at(i))));
            return done(readstat_end_row(m_writer.get()));
        };
        SEREIN_CHECK(m_table.forEach(writeRow));
        return done(readstat_end_writing(m_writer.get()));
    }

private:
    static ssize_t take(const void* data, size_t size, void* self) {
        auto* const writer = static_cast<StatWriter*>(self);
        writer->m_taken = writer->m_sink({static_cast<const char*>(data), static_cast<qsizetype>(size)});
        return writer->m_taken ? static_cast<ssize_t>(size) : -1;
    }
    [[nodiscard]] Result<void> done(readstat_error_t status) const {
        if (status == READSTAT_OK || !m_taken)
            return m_taken;
        return storageFailed(QStringLiteral("the table could not be written: ") +
                             QString::fromUtf8(readstat_error_message(status)));
    }
    [[nodiscard]] bool isSav() const { return m_kind == StatKind::Sav; }

    [[nodiscard]] Result<void> addVariable(qsizetype index) {
        const StatVariable& variable = m_head.variables.at(index);
        readstat_type_t type = READSTAT_TYPE_DOUBLE;
        size_t width = 0;
        if (variable.form == StatVariable::Form::Text) {
            const qsizetype longest = m_table.longest(index);
            type = !isSav() && longest > longestDtaString ? READSTAT_TYPE_STRING_REF : READSTAT_TYPE_STRING;
            // ReadStat loses the end of a long text that fills its variable to the last byte.
            width = static_cast<size_t>(isSav() ? longest + 1 : longest);
        }
        readstat_variable_t* const added =
            readstat_add_variable(m_writer.get(), variable.name.toUtf8().constData(), type, width);
        readstat_variable_set_label(added, cut(variable.label, isSav() ? 256 : 80).constData());
        if (const QByteArray format = formatOf(variable); !format.isEmpty())
            readstat_variable_set_format(added, format.constData());
        readstat_variable_set_measure(added, measureOf(variable));
        if (variable.form != StatVariable::Form::Text)
            addLabels(added, variable);
        m_variables += added;
        m_isLong += type == READSTAT_TYPE_STRING_REF;
        if (type != READSTAT_TYPE_STRING_REF)
            return {};
        return m_table.forEach([&](const QList<StatCell>& row) -> Result<void> {
            if (const auto* text = std::get_if<QString>(&row.at(index)); text && !m_longTexts.contains(*text))
                m_longTexts.insert(*text, readstat_add_string_ref(m_writer.get(), text->toUtf8().constData()));
            return {};
        });
    }

    [[nodiscard]] QByteArray formatOf(const StatVariable& variable) const {
        switch (variable.form) {
        case StatVariable::Form::Clock:
            return isSav() ? "TIME5" : "%tcHH:MM";
        case StatVariable::Form::Date:
            return isSav() ? "SDATE10" : "%td";
        case StatVariable::Form::Number:
            return isSav() ? "F8." + QByteArray::number(variable.decimals)
                           : "%9." + QByteArray::number(variable.decimals) + "f";
        case StatVariable::Form::Text:
            break;
        }
        return {};
    }

    static readstat_measure_t measureOf(const StatVariable& variable) {
        if (variable.form == StatVariable::Form::Text)
            return READSTAT_MEASURE_NOMINAL;
        return variable.isOrdinal ? READSTAT_MEASURE_ORDINAL : READSTAT_MEASURE_SCALE;
    }

    void addLabels(readstat_variable_t* added, const StatVariable& variable) {
        if (variable.values.isEmpty() && !variable.hasStates)
            return;
        const QByteArray name = "labels" + QByteArray::number(m_variables.size());
        readstat_label_set_t* const labels =
            readstat_add_label_set(m_writer.get(), READSTAT_TYPE_DOUBLE, name.constData());
        constexpr qsizetype longest = 120;
        for (const auto& [value, label] : variable.values)
            readstat_label_double_value(labels, value, cut(label, longest).constData());
        for (int kind = 1; variable.hasStates && kind <= absentKinds; ++kind) {
            const auto why = static_cast<Absent>(kind);
            const QByteArray label = absentLabel(why, m_head.language).toUtf8();
            if (isSav())
                readstat_label_double_value(labels, variable.missingCode(why), label.constData());
            else
                readstat_label_tagged_value(labels, absentTag(why), label.constData());
        }
        readstat_variable_set_label_set(added, labels);
        if (variable.hasStates && isSav())
            readstat_variable_add_missing_double_range(added, variable.missingCode(static_cast<Absent>(absentKinds)),
                                                       variable.missingCode(Absent::Declined));
    }

    readstat_error_t insert(qsizetype index, const StatCell& cell) {
        const StatVariable& variable = m_head.variables.at(index);
        readstat_variable_t* const into = m_variables.at(index);
        if (const auto* why = std::get_if<Absent>(&cell)) {
            if (*why == Absent::Unasked || !variable.hasStates || variable.form == StatVariable::Form::Text)
                return readstat_insert_missing_value(m_writer.get(), into);
            return isSav() ? readstat_insert_double_value(m_writer.get(), into, variable.missingCode(*why))
                           : readstat_insert_tagged_missing_value(m_writer.get(), into, absentTag(*why));
        }
        if (const auto* text = std::get_if<QString>(&cell)) {
            if (!m_isLong.at(index))
                return readstat_insert_string_value(m_writer.get(), into, text->toUtf8().constData());
            return readstat_insert_string_ref(m_writer.get(), into, m_longTexts.value(*text)); // also where it is empty
        }
        if (const auto* date = std::get_if<QDate>(&cell)) {
            const auto days = static_cast<double>(QDate(1970, 1, 1).daysTo(*date));
            return readstat_insert_double_value(m_writer.get(), into,
                                                isSav() ? (days + savEpochDays) * secondsOfDay : days + dtaEpochDays);
        }
        const double value = std::get<double>(cell);
        const double unit = variable.form != StatVariable::Form::Clock ? 1 : isSav() ? 60 : msOfMinute;
        return readstat_insert_double_value(m_writer.get(), into, value * unit);
    }

    const StatSpool& m_table;
    const StatTable& m_head;
    StatKind m_kind;
    const PieceSink& m_sink;
    Result<void> m_taken; ///< what the sink said
    std::unique_ptr<readstat_writer_t, WriterFree> m_writer;
    QList<readstat_variable_t*> m_variables;
    QList<bool> m_isLong; ///< kept as a strL; ReadStat itself calls that a string, too
    QHash<QString, readstat_string_ref_t*> m_longTexts;
};

Result<QByteArray> bytesOf(const StatTable& table, Result<void> (*write)(const StatSpool&, const PieceSink&)) {
    SEREIN_TRY(const StatSpool spool, StatSpool::of(table));
    QByteArray bytes;
    SEREIN_CHECK(write(spool, [&bytes](QByteArrayView piece) -> Result<void> {
        bytes.append(piece);
        return {};
    }));
    return bytes;
}

} // namespace

Result<StatSpool> StatSpool::of(const StatTable& table) {
    StatSpool spool;
    spool.head = table;
    spool.head.rows.clear();
    for (const QList<StatCell>& row : table.rows)
        SEREIN_CHECK(spool.append(row));
    return spool;
}

Result<void> StatSpool::append(const QList<StatCell>& row) {
    m_longest.resize(std::max(m_longest.size(), row.size()), 1);
    for (qsizetype i = 0; i < row.size(); ++i)
        if (const auto* text = std::get_if<QString>(&row.at(i)))
            m_longest[i] = std::max(m_longest[i], text->toUtf8().size());
    return m_rows.append(row);
}

Result<void> StatSpool::forEach(const RowSpool<StatCell>::Visit& visit) const {
    return m_rows.forEach([&](QList<StatCell> row) -> Result<void> {
        row.resize(head.variables.size(), Absent::Unasked);
        for (qsizetype i = 0; i < row.size(); ++i)
            if (head.variables.at(i).form == StatVariable::Form::Text && std::holds_alternative<Absent>(row.at(i)))
                row[i] = QString();
        return visit(row);
    });
}

Result<void> writeSav(const StatSpool& table, const PieceSink& sink) {
    return StatWriter(table, StatKind::Sav, sink).write();
}
Result<void> writeDta(const StatSpool& table, const PieceSink& sink) {
    return StatWriter(table, StatKind::Dta, sink).write();
}
Result<QByteArray> toSav(const StatTable& table) {
    return bytesOf(table, writeSav);
}
Result<QByteArray> toDta(const StatTable& table) {
    return bytesOf(table, writeDta);
}

} // namespace serein::exporting

// SAV and DTA read back by ReadStat, for verification.
#include "exporting/StatFile.h"
#include "exporting/StatRows.h"
#include "exporting/StatUnits.h"

#include <QMap>
#include <cmath>
#include <cstring>
#include <memory>
#include <readstat.h>

namespace serein::exporting {

namespace {

struct ParserFree {
    void operator()(readstat_parser_t* parser) const { readstat_parser_free(parser); }
};

/// Bytes in memory as the file that ReadStat reads.
struct Source {
    const QByteArray* bytes = nullptr;
    qint64 at = 0;

    static int open(const char*, void*) { return 0; }
    static int close(void*) { return 0; }
    static readstat_off_t seek(readstat_off_t offset, readstat_io_flags_t whence, void* context) {
        auto* const self = static_cast<Source*>(context);
        const qint64 from = whence == READSTAT_SEEK_SET   ? 0
                            : whence == READSTAT_SEEK_CUR ? self->at
                                                          : static_cast<qint64>(self->bytes->size());
        const qint64 target = from + offset;
        if (target < 0 || target > self->bytes->size())
            return -1;
        self->at = target;
        return target;
    }
    static ssize_t read(void* into, size_t size, void* context) {
        auto* const self = static_cast<Source*>(context);
        const qint64 count = std::min<qint64>(static_cast<qint64>(size), self->bytes->size() - self->at);
        std::memcpy(into, self->bytes->constData() + self->at, static_cast<size_t>(count));
        self->at += count;
        return count;
    }
    static readstat_error_t update(long, readstat_progress_handler, void*, void*) { return READSTAT_OK; }
};

/// What of a table is read: all of it, some rows, or one variable alone.
struct StatPart {
    qsizetype from = 0;
    qsizetype most = 0; ///< rows; 0: all
    QString only = {};  ///< variable; empty: all
};

class StatReader {
public:
    StatReader(const QByteArray& bytes, StatKind kind, StatPart part = {})
        : m_kind(kind), m_part(std::move(part)), m_parser(readstat_parser_init()) {
        m_source.bytes = &bytes;
    }

    [[nodiscard]] Result<StatTable> read() {
        readstat_parser_t* const parser = m_parser.get();
        readstat_set_open_handler(parser, Source::open);
        readstat_set_close_handler(parser, Source::close);
        readstat_set_seek_handler(parser, Source::seek);
        readstat_set_read_handler(parser, Source::read);
        readstat_set_update_handler(parser, Source::update);
        readstat_set_io_ctx(parser, &m_source);
        readstat_set_metadata_handler(parser, metadata);
        readstat_set_variable_handler(parser, variable);
        readstat_set_value_handler(parser, value);
        readstat_set_value_label_handler(parser, valueLabel);
        readstat_set_row_offset(parser, static_cast<long>(m_part.from));
        readstat_set_row_limit(parser, static_cast<long>(m_part.most));
        const readstat_error_t status =
            m_kind == StatKind::Sav ? readstat_parse_sav(parser, "", this) : readstat_parse_dta(parser, "", this);
        if (status != READSTAT_OK)
            return wrong(QStringLiteral("it cannot be read: ") + QString::fromUtf8(readstat_error_message(status)));
        for (qsizetype i = 0; i < m_table.variables.size(); ++i)
            m_table.variables[i].values = m_labels.value(m_labelSets.at(i));
        return m_table;
    }

private:
    static int metadata(readstat_metadata_t* from, void* self) {
        static_cast<StatReader*>(self)->m_table.label = QString::fromUtf8(readstat_get_file_label(from));
        return READSTAT_HANDLER_OK;
    }

    static int variable(int, readstat_variable_t* from, const char* labels, void* context) {
        auto* const self = static_cast<StatReader*>(context);
        StatVariable read;
        read.name = QString::fromUtf8(readstat_variable_get_name(from));
        if (!self->m_part.only.isEmpty() && read.name != self->m_part.only)
            return READSTAT_HANDLER_SKIP_VARIABLE;
        read.label = QString::fromUtf8(readstat_variable_get_label(from));
        const QByteArray format(readstat_variable_get_format(from));
        if (readstat_variable_get_type_class(from) == READSTAT_TYPE_CLASS_STRING)
            read.form = StatVariable::Form::Text;
        else if (format.startsWith("TIME") || format.startsWith("%tc"))
            read.form = StatVariable::Form::Clock;
        else if (format.startsWith("SDATE") || format.startsWith("%td"))
            read.form = StatVariable::Form::Date;
        self->m_table.variables += read;
        self->m_labelSets += QByteArray(labels);
        return READSTAT_HANDLER_OK;
    }

    static int valueLabel(const char* set, readstat_value_t value, const char* label, void* context) {
        auto* const self = static_cast<StatReader*>(context);
        if (!readstat_value_is_tagged_missing(value))
            self->m_labels[QByteArray(set)] += {readstat_double_value(value), QString::fromUtf8(label)};
        return READSTAT_HANDLER_OK;
    }

    static int value(int row, readstat_variable_t* from, readstat_value_t value, void* context) {
        auto* const self = static_cast<StatReader*>(context);
        const int column = readstat_variable_get_index_after_skipping(from);
        if (row >= self->m_table.rows.size())
            self->m_table.rows.resize(row + 1, QList<StatCell>(self->m_table.variables.size(), Absent::Unasked));
        self->m_table.rows[row][column] = self->cell(self->m_table.variables.at(column), from, value);
        return READSTAT_HANDLER_OK;
    }

    [[nodiscard]] StatCell cell(const StatVariable& variable, readstat_variable_t* from, readstat_value_t value) const {
        if (variable.form == StatVariable::Form::Text) {
            const char* const text = readstat_string_value(value);
            return QString::fromUtf8(text == nullptr ? "" : text);
        }
        if (readstat_value_is_tagged_missing(value))
            return static_cast<Absent>(readstat_value_tag(value) - 'a' + 1);
        if (readstat_value_is_system_missing(value))
            return Absent::Unasked;
        const double number = readstat_double_value(value);
        if (readstat_value_is_defined_missing(value, from)) // the last digit says which
            return static_cast<Absent>(static_cast<int>(std::fmod(-number, 10)));
        switch (variable.form) {
        case StatVariable::Form::Clock:
            return number / (m_kind == StatKind::Sav ? 60 : 60000);
        case StatVariable::Form::Date: {
            const double days = m_kind == StatKind::Sav ? number / secondsOfDay - savEpochDays : number - dtaEpochDays;
            return QDate(1970, 1, 1).addDays(static_cast<qint64>(days));
        }
        default:
            return number;
        }
    }

    StatKind m_kind;
    StatPart m_part;
    std::unique_ptr<readstat_parser_t, ParserFree> m_parser;
    Source m_source;
    StatTable m_table;
    QList<QByteArray> m_labelSets; ///< name of each variable's set of labels
    QMap<QByteArray, QList<std::pair<double, QString>>> m_labels;
};

} // namespace

Result<StatTable> fromSav(const QByteArray& bytes) {
    return StatReader(bytes, StatKind::Sav).read();
}
Result<StatTable> fromDta(const QByteArray& bytes) {
    return StatReader(bytes, StatKind::Dta).read();
}

Result<StatRows> StatRows::of(const QByteArray& bytes, bool isSav) {
    constexpr qsizetype cellsOfBlock = 400'000;
    StatRows rows;
    rows.m_bytes = bytes;
    rows.m_isSav = isSav;
    const StatKind kind = isSav ? StatKind::Sav : StatKind::Dta;
    SEREIN_TRY(const StatTable subjects, StatReader(bytes, kind, {0, 0, QStringLiteral("subject")}).read());
    for (qsizetype row = 0; row < subjects.rows.size(); ++row) {
        const auto* subject = std::get_if<QString>(&subjects.rows.at(row).constFirst());
        if (!subject)
            return wrong(QStringLiteral("its column subject is no text"));
        rows.m_index.add(*subject, row, 1);
    }
    SEREIN_TRY(rows.m_block, StatReader(bytes, kind, {0, 1, {}}).read());
    rows.m_blockSize = std::max<qsizetype>(1, cellsOfBlock / std::max<qsizetype>(1, rows.m_block.variables.size()));
    return rows;
}

Result<void> StatRows::load(qsizetype row) {
    if (row >= m_from && row < m_from + m_block.rows.size())
        return {};
    m_from = row / m_blockSize * m_blockSize;
    m_block = {};
    SEREIN_TRY(m_block, StatReader(m_bytes, m_isSav ? StatKind::Sav : StatKind::Dta, {m_from, m_blockSize, {}}).read());
    return row < m_from + m_block.rows.size() ? Result<void>() : wrong(QStringLiteral("a row is missing"));
}

Result<QList<QList<StatCell>>> StatRows::take(const QString& subject) {
    QList<QList<StatCell>> rows;
    for (const RowIndex::Span& span : m_index.take(subject))
        for (qsizetype row = span.at; row < span.at + span.size; ++row) {
            SEREIN_CHECK(load(row));
            rows += m_block.rows.at(row - m_from);
        }
    return rows;
}

} // namespace serein::exporting

// SAS transport files, version 5, through ReadStat: what R's haven writes with.
#include "exporting/SdtmFiles.h"

#include <ctime>
#include <memory>
#include <readstat.h>

namespace serein::exporting {

namespace {

/// ReadStat writes it as local time: noon of that day, wherever the program runs (no clock is put forward at noon).
time_t noonOfDay(const QDate& day) {
    std::tm local{};
    local.tm_year = day.year() - 1900;
    local.tm_mon = day.month() - 1;
    local.tm_mday = day.day();
    local.tm_hour = 12;
    local.tm_isdst = -1;
    return std::mktime(&local);
}

class Transport {
public:
    Transport(const SdtmTable& table, const QDate& day, const PieceSink& sink)
        : m_table(table), m_dataset(table.head()), m_day(day), m_sink(sink),
          m_writer(readstat_writer_init(), &readstat_writer_free) {}

    [[nodiscard]] Result<void> write() {
        readstat_writer_t* const writer = m_writer.get();
        readstat_set_data_writer(writer, take);
        SEREIN_CHECK(done(readstat_writer_set_file_format_version(writer, 5)));
        SEREIN_CHECK(done(readstat_writer_set_file_timestamp(writer, noonOfDay(m_day))));
        SEREIN_CHECK(done(readstat_writer_set_table_name(writer, m_dataset.name.toLatin1().constData())));
        SEREIN_CHECK(done(readstat_writer_set_file_label(writer, m_dataset.label.left(40).toUtf8().constData())));
        QList<readstat_variable_t*> variables;
        for (qsizetype i = 0; i < m_dataset.variables.size(); ++i) {
            const SdtmVariable& variable = m_dataset.variables[i];
            const bool isText = variable.type == SdtmType::Text;
            readstat_variable_t* const added = readstat_add_variable(
                writer, variable.name.toLatin1().constData(), isText ? READSTAT_TYPE_STRING : READSTAT_TYPE_DOUBLE,
                static_cast<size_t>(m_table.length(i)));
            readstat_variable_set_label(added, variable.label.toUtf8().constData());
            variables += added;
        }
        SEREIN_CHECK(done(readstat_begin_writing_xport(writer, this, static_cast<long>(m_table.rows().size()))));
        const auto writeRow = [&](const QList<SdtmValue>& cells) -> Result<void> {
            SEREIN_CHECK(done(readstat_begin_row(writer)));
            for (qsizetype i = 0; i < cells.size(); ++i)
                SEREIN_CHECK(done(put(variables[i], cells[i])));
            return done(readstat_end_row(writer));
        };
        SEREIN_CHECK(m_table.rows().forEach(writeRow));
        return done(readstat_end_writing(writer));
    }

private:
    static ssize_t take(const void* bytes, size_t length, void* self) {
        auto* const transport = static_cast<Transport*>(self);
        transport->m_taken = transport->m_sink({static_cast<const char*>(bytes), static_cast<qsizetype>(length)});
        return transport->m_taken ? static_cast<ssize_t>(length) : -1;
    }
    [[nodiscard]] readstat_error_t put(const readstat_variable_t* variable, const SdtmValue& value) {
        if (const auto* number = std::get_if<Decimal>(&value))
            return readstat_insert_double_value(m_writer.get(), variable, number->toDouble());
        if (const auto* text = std::get_if<QString>(&value))
            return readstat_insert_string_value(m_writer.get(), variable, text->toUtf8().constData());
        return readstat_insert_missing_value(m_writer.get(), variable);
    }
    [[nodiscard]] Result<void> done(readstat_error_t error) const {
        if (error == READSTAT_OK || !m_taken)
            return m_taken;
        return unusable(QStringLiteral("%1 can't be written as a SAS transport file: %2")
                            .arg(m_dataset.name, QString::fromUtf8(readstat_error_message(error))));
    }

    const SdtmTable& m_table;
    const SdtmDataset& m_dataset;
    QDate m_day;
    const PieceSink& m_sink;
    Result<void> m_taken; ///< what the sink said
    std::unique_ptr<readstat_writer_t, decltype(&readstat_writer_free)> m_writer;
};

} // namespace

Result<void> writeXpt(const SdtmTable& table, const QDate& day, const PieceSink& sink) {
    return Transport(table, day, sink).write();
}

} // namespace serein::exporting

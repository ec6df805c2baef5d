// SAS transport files, version 5, through ReadStat: what R's haven writes with.
#include "exporting/SdtmFiles.h"

#include <ctime>
#include <memory>
#include <readstat.h>

namespace serein::exporting {

namespace {

ssize_t takeTransport(const void* bytes, size_t length, void* context) {
    static_cast<QByteArray*>(context)->append(static_cast<const char*>(bytes), static_cast<qsizetype>(length));
    return static_cast<ssize_t>(length);
}

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
    Transport(const SdtmDataset& dataset, const QDate& day)
        : m_dataset(dataset), m_day(day), m_writer(readstat_writer_init(), &readstat_writer_free) {}

    [[nodiscard]] Result<QByteArray> write() {
        readstat_writer_t* const writer = m_writer.get();
        readstat_set_data_writer(writer, takeTransport);
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
                static_cast<size_t>(sdtmLength(m_dataset, i)));
            readstat_variable_set_label(added, variable.label.toUtf8().constData());
            variables += added;
        }
        SEREIN_CHECK(done(readstat_begin_writing_xport(writer, &m_bytes, static_cast<long>(m_dataset.rows.size()))));
        for (const QList<SdtmValue>& cells : m_dataset.rows) {
            SEREIN_CHECK(done(readstat_begin_row(writer)));
            for (qsizetype i = 0; i < cells.size(); ++i)
                SEREIN_CHECK(done(put(variables[i], cells[i])));
            SEREIN_CHECK(done(readstat_end_row(writer)));
        }
        SEREIN_CHECK(done(readstat_end_writing(writer)));
        return m_bytes;
    }

private:
    [[nodiscard]] readstat_error_t put(const readstat_variable_t* variable, const SdtmValue& value) {
        if (const auto* number = std::get_if<Decimal>(&value))
            return readstat_insert_double_value(m_writer.get(), variable, number->toDouble());
        if (const auto* text = std::get_if<QString>(&value))
            return readstat_insert_string_value(m_writer.get(), variable, text->toUtf8().constData());
        return readstat_insert_missing_value(m_writer.get(), variable);
    }
    [[nodiscard]] Result<void> done(readstat_error_t error) const {
        if (error == READSTAT_OK)
            return {};
        return unusable(QStringLiteral("%1 can't be written as a SAS transport file: %2")
                            .arg(m_dataset.name, QString::fromUtf8(readstat_error_message(error))));
    }

    const SdtmDataset& m_dataset;
    QDate m_day;
    QByteArray m_bytes;
    std::unique_ptr<readstat_writer_t, decltype(&readstat_writer_free)> m_writer;
};

} // namespace

Result<QByteArray> toXpt(const SdtmDataset& dataset, const QDate& day) {
    return Transport(dataset, day).write();
}

Result<Files> xptFiles(const Records& records) {
    SEREIN_TRY(const QList<SdtmDataset> datasets, sdtmDatasets(records));
    Files files;
    for (const SdtmDataset& dataset : datasets) {
        SEREIN_TRY(const QByteArray bytes, toXpt(dataset, records.lastEvent().at.toUTC().date()));
        files.insert(sdtmFolder + dataset.name.toLower() + QStringLiteral(".xpt"), bytes);
    }
    return files;
}

} // namespace serein::exporting

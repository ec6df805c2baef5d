#include "exporting/Zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <memory>
#include <sys/stat.h>

namespace serein::exporting {

namespace {

constexpr qsizetype largestContent = qsizetype(1) << 30;
constexpr qsizetype readSize = 1 << 16;

template<auto release> struct Release {
    template<class T> void operator()(T* handle) const { release(handle); }
};
using Writer = std::unique_ptr<archive, Release<archive_write_free>>;
using Reader = std::unique_ptr<archive, Release<archive_read_free>>;
using Entry = std::unique_ptr<archive_entry, Release<archive_entry_free>>;

la_ssize_t appendTo(archive*, void* target, const void* bytes, size_t size) {
    static_cast<QByteArray*>(target)->append(static_cast<const char*>(bytes), static_cast<qsizetype>(size));
    return static_cast<la_ssize_t>(size);
}

std::unexpected<Error> failed(archive* writer) {
    const char* reason = archive_error_string(writer);
    return storageFailed(QStringLiteral("the archive could not be made: ") +
                         QString::fromUtf8(reason ? reason : "unknown"));
}

std::unexpected<Error> damaged(archive* reader) {
    const char* reason = archive_error_string(reader);
    return wrong(QStringLiteral("not a zip, or damaged: ") + QString::fromUtf8(reason ? reason : "unknown"));
}

bool leadsOut(const QString& name) {
    return name.isEmpty() || name.startsWith(u'/') || name.contains(u'\\') ||
           name.split(u'/').contains(QStringLiteral(".."));
}

Result<QByteArray> content(archive* reader, qsizetype room) {
    QByteArray bytes;
    QByteArray part(readSize, '\0');
    for (;;) {
        const la_ssize_t got = archive_read_data(reader, part.data(), static_cast<size_t>(part.size()));
        if (got < 0)
            return damaged(reader);
        if (got == 0)
            return bytes;
        bytes.append(part.constData(), static_cast<qsizetype>(got));
        if (bytes.size() > room)
            return wrong(QStringLiteral("unpacks to more than 1 GiB"));
    }
}

} // namespace

Result<QByteArray> zip(const Files& files) {
    QByteArray bytes;
    const Writer writer(archive_write_new());
    // Stored, not deflated: the bytes then do not depend on the system's zlib.
    if (archive_write_set_format_zip(writer.get()) != ARCHIVE_OK ||
        archive_write_set_options(writer.get(), "zip:compression=store") != ARCHIVE_OK ||
        archive_write_open(writer.get(), &bytes, nullptr, appendTo, nullptr) != ARCHIVE_OK)
        return failed(writer.get());
    for (auto it = files.begin(); it != files.end(); ++it) {
        const Entry entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), it.key().toUtf8().constData());
        archive_entry_set_filetype(entry.get(), S_IFREG);
        archive_entry_set_perm(entry.get(), 0600);
        archive_entry_set_size(entry.get(), it->size());
        // No time is set: the zip then carries the earliest it can, 1980-01-01, whatever the zone of the device.
        if (archive_write_header(writer.get(), entry.get()) != ARCHIVE_OK ||
            archive_write_data(writer.get(), it->constData(), static_cast<size_t>(it->size())) != it->size())
            return failed(writer.get());
    }
    if (archive_write_close(writer.get()) != ARCHIVE_OK)
        return failed(writer.get());
    return bytes;
}

Result<Files> unzip(const QByteArray& archiveBytes) {
    const Reader reader(archive_read_new());
    archive_read_support_format_zip_seekable(reader.get());
    if (archive_read_open_memory(reader.get(), archiveBytes.constData(), static_cast<size_t>(archiveBytes.size())) !=
        ARCHIVE_OK)
        return damaged(reader.get());
    Files files;
    qsizetype room = largestContent;
    archive_entry* entry = nullptr;
    int status = archive_read_next_header(reader.get(), &entry);
    for (; status == ARCHIVE_OK; status = archive_read_next_header(reader.get(), &entry)) {
        const char* path = archive_entry_pathname_utf8(entry);
        const QString name = QString::fromUtf8(path ? path : "");
        if (name.endsWith(u'/'))
            continue; // a folder, as other zip programs list them
        if (leadsOut(name) || files.contains(name) || archive_entry_filetype(entry) != S_IFREG)
            return wrong(QStringLiteral("a name that leads out of the archive, stands twice, or is no plain file"), {},
                         name);
        SEREIN_TRY(const QByteArray bytes, content(reader.get(), room));
        room -= bytes.size();
        files.insert(name, bytes);
    }
    if (status != ARCHIVE_EOF)
        return damaged(reader.get());
    return files;
}

} // namespace serein::exporting

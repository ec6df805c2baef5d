#include "exporting/Zip.h"

#include <QSet>
#include <archive.h>
#include <archive_entry.h>
#include <cerrno>
#include <memory>
#include <optional>
#include <sys/stat.h>

namespace serein::exporting {

namespace {

constexpr qsizetype readSize = 1 << 16;

template<auto release> struct Release {
    template<class T> void operator()(T* handle) const { release(handle); }
};
using Writer = std::unique_ptr<archive, Release<archive_write_free>>;
using Reader = std::unique_ptr<archive, Release<archive_read_free>>;
using Entry = std::unique_ptr<archive_entry, Release<archive_entry_free>>;

/// Where the archive goes, and why it could not.
struct Target {
    const PieceSink& sink;
    std::optional<Error> fault;
};

la_ssize_t passOn(archive* writer, void* target, const void* bytes, size_t size) {
    auto* const to = static_cast<Target*>(target);
    if (to->fault)
        return -1;
    if (const auto taken = to->sink({static_cast<const char*>(bytes), static_cast<qsizetype>(size)}); !taken) {
        to->fault = taken.error();
        archive_set_error(writer, EIO, "it could not be passed on");
        return -1;
    }
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

/// Of a bomb no more than that is ever in memory.
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
            return wrong(QStringLiteral("it unpacks to more than a bundle of its size can hold"));
    }
}

} // namespace

namespace {

/// A file of the archive: its name, its size, and its bytes piece by piece.
struct ZipPart {
    QString name;
    qint64 size = 0;
    std::function<Result<void>(const PieceSink&)> read;
};

Result<void> writeParts(archive* writer, const std::vector<ZipPart>& parts) {
    for (const ZipPart& part : parts) {
        const Entry entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), part.name.toUtf8().constData());
        archive_entry_set_filetype(entry.get(), S_IFREG);
        archive_entry_set_perm(entry.get(), 0600);
        archive_entry_set_size(entry.get(), part.size);
        // No time is set: the zip then carries the earliest it can, 1980-01-01, whatever the zone of the device.
        if (archive_write_header(writer, entry.get()) != ARCHIVE_OK)
            return failed(writer);
        SEREIN_CHECK(part.read([writer](QByteArrayView piece) -> Result<void> {
            if (!piece.isEmpty() &&
                archive_write_data(writer, piece.data(), static_cast<size_t>(piece.size())) != piece.size())
                return failed(writer);
            return {};
        }));
    }
    return archive_write_close(writer) == ARCHIVE_OK ? Result<void>() : failed(writer);
}

Result<void> writeZip(const std::vector<ZipPart>& parts, const PieceSink& sink) {
    Target target{sink, {}};
    const Writer writer(archive_write_new());
    // Stored, not deflated: the bytes then do not depend on the system's zlib.
    if (archive_write_set_format_zip(writer.get()) != ARCHIVE_OK ||
        archive_write_set_options(writer.get(), "zip:compression=store") != ARCHIVE_OK ||
        archive_write_open(writer.get(), &target, nullptr, passOn, nullptr) != ARCHIVE_OK)
        return failed(writer.get());
    const auto done = writeParts(writer.get(), parts);
    return target.fault ? std::unexpected(*target.fault) : done;
}

} // namespace

namespace {

Result<void> zipTo(const Files& files, const PieceSink& sink) {
    std::vector<ZipPart> parts;
    for (auto it = files.begin(); it != files.end(); ++it)
        parts.push_back({it.key(), it->size(), [&bytes = *it](const PieceSink& piece) { return piece(bytes); }});
    return writeZip(parts, sink);
}

} // namespace

Result<QByteArray> zip(const Files& files) {
    QByteArray all;
    SEREIN_CHECK(zipTo(files, [&all](QByteArrayView piece) -> Result<void> {
        all.append(piece);
        return {};
    }));
    return all;
}

Result<void> checkZipped(const Files& files, QByteArrayView archive) {
    const auto other = [] {
        return wrong(QStringLiteral("the archive is not as it was written: it was changed or packed anew (unpack it "
                                    "and verify the folder)"));
    };
    qsizetype at = 0;
    SEREIN_CHECK(zipTo(files, [&](QByteArrayView piece) -> Result<void> {
        if (piece.size() > archive.size() - at || archive.sliced(at, piece.size()) != piece)
            return other();
        at += piece.size();
        return {};
    }));
    return at == archive.size() ? Result<void>() : other();
}

Result<void> zipTo(const Spools& files, const PieceSink& sink) {
    std::vector<ZipPart> parts;
    for (const auto& [name, spool] : files)
        parts.push_back({name, spool.size(), [&spool](const PieceSink& piece) { return spool.read(piece); }});
    return writeZip(parts, sink);
}

Result<qint64> zipSize(const Spools& files) {
    const QByteArray nothing(readSize, '\0');
    std::vector<ZipPart> parts;
    for (const auto& [name, spool] : files)
        parts.push_back({name, spool.size(), [&nothing, size = spool.size()](const PieceSink& sink) -> Result<void> {
                             for (qint64 left = size; left > 0; left -= nothing.size())
                                 SEREIN_CHECK(
                                     sink(QByteArrayView(nothing).first(std::min<qint64>(left, nothing.size()))));
                             return {};
                         }});
    qint64 size = 0;
    SEREIN_CHECK(writeZip(parts, [&size](QByteArrayView piece) -> Result<void> {
        size += piece.size();
        return {};
    }));
    return size;
}

Result<Files> unzip(QByteArrayView archiveBytes, const std::function<bool(const QString& name)>& wanted,
                    qsizetype most) {
    const Reader reader(archive_read_new());
    archive_read_support_format_zip_seekable(reader.get());
    if (archive_read_open_memory(reader.get(), archiveBytes.data(), static_cast<size_t>(archiveBytes.size())) !=
        ARCHIVE_OK)
        return damaged(reader.get());
    Files files;
    QSet<QString> names;
    qsizetype room = std::max(most, archiveBytes.size());
    archive_entry* entry = nullptr;
    int status = archive_read_next_header(reader.get(), &entry);
    for (; status == ARCHIVE_OK; status = archive_read_next_header(reader.get(), &entry)) {
        const char* path = archive_entry_pathname_utf8(entry);
        const QString name = QString::fromUtf8(path ? path : "");
        if (name.endsWith(u'/'))
            continue; // a folder, as other zip programs list them
        if (leadsOut(name) || names.contains(name) || archive_entry_filetype(entry) != S_IFREG)
            return wrong(QStringLiteral("a name that leads out of the archive, stands twice, or is no plain file"), {},
                         name);
        names.insert(name);
        if (wanted && !wanted(name))
            continue;
        SEREIN_TRY(const QByteArray bytes, content(reader.get(), room));
        room -= bytes.size();
        files.insert(name, bytes);
    }
    if (status != ARCHIVE_EOF)
        return damaged(reader.get());
    return files;
}

} // namespace serein::exporting

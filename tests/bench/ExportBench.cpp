// What leaves the tablet: bundles, pages, the memory that a whole study's export takes, and the long table beside what
// statisticians write one with.
#include "bench/BenchVault.h"
#include "bench/Benches.h"
#include "bench/Ward.h"
#include "exporting/Bundle.h"
#include "exporting/Formats.h"
#include "exporting/KeptRecord.h"
#include "exporting/SdtmFiles.h"
#include "exporting/SdtmPlan.h"
#include "exporting/StatFile.h"
#include "exporting/StatTables.h"
#include "exporting/Tables.h"
#include "unit/crypto/Certificates.h"

#include <QDir>
#include <QPdfWriter>
#include <QProcess>
#include <QStandardPaths>
#include <QTextDocument>
#include <cstdio>
#include <malloc.h>
#include <thread>

namespace serein::bench {

namespace {

constexpr int printed = 50;
constexpr int mostInMemory = 200; ///< whose long table is held, to be written by others too

/// SEREIN_BENCH_PARTICIPANTS says otherwise.
int manyParticipants() {
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("SEREIN_BENCH_PARTICIPANTS", &given);
    return given ? asked : 1000;
}

template<class T> T need(Result<T>&& result) {
    if (!result)
        qFatal("%s", qPrintable(result.error().toString()));
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

QStringList withoutReport() {
    QStringList formats = exporting::formatNames();
    formats.removeAll(QStringLiteral("pdf"));
    return formats;
}

/// Sealed, as an export is unless somebody asks otherwise.
exporting::ExportOrder orderOf(Ward& ward, const QStringList& formats) {
    const QString folder = ward.site().folder.filePath(QStringLiteral("out"));
    QDir().mkpath(folder);
    const test::TestCertificate site = test::makeCertificate();
    const auto certificate = need(crypto::readCertificate(site.certificatePem, ward.site().clock.now()));
    return {{}, QStringLiteral("blinded"), folder, {certificate}, {}, formats};
}

double secondsSince(std::chrono::steady_clock::time_point start) {
    return elapsedMicroseconds(start) / 1e6;
}

/// A program's standard output; empty, with a line that says so, where it is missing or fails.
QString said(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    if (process.waitForFinished(-1) && process.exitCode() == 0)
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    std::fprintf(stderr, "skipped: %s %s\n", qPrintable(program), qPrintable(arguments.join(u' ')));
    return {};
}

Figure bundlesFigure(Ward& ward, int participants) {
    exporting::ExportOrder order = orderOf(ward, withoutReport());
    const QString raw = ward.site().folder.filePath(QStringLiteral("raw.bin"));
    double ours = 0;
    double theirs = 0;
    for (int i = 0; i < participants; ++i) {
        order.participant = QUuid(ward.richOne(i));
        auto start = std::chrono::steady_clock::now();
        const auto exported = need(exporting::exportParticipant(*ward.site().vault, order));
        ours += secondsSince(start);
        const QByteArray bytes = need(readFile(exported.path));
        start = std::chrono::steady_clock::now();
        need(writeFile(raw, bytes));
        theirs += secondsSince(start);
        QFile::remove(exported.path);
    }
    return {QStringLiteral("export, participants x 8, all but PDF (baseline: writing and syncing the same bytes)"),
            participants / ours, QStringLiteral("1/s"), participants / theirs};
}

/// Pages a second of reports; beside it Qt's own writer, printing the same words.
QList<Figure> pagesFigure(Ward& ward, int participants) {
    const QString path = ward.site().folder.filePath(QStringLiteral("report.pdf"));
    double seconds = 0;
    double qtSeconds = 0;
    int pages = 0;
    int qtPages = 0;
    for (int i = 0; i < participants; ++i) {
        const auto kept =
            need(exporting::keptRecord(*ward.site().vault, QUuid(ward.richOne(i)), QStringLiteral("blinded"), {}, {}));
        const auto start = std::chrono::steady_clock::now();
        const auto files = need(exporting::formatFiles({kept.record()}, {QStringLiteral("pdf")}));
        seconds += secondsSince(start);
        need(writeFile(path, files.first()));
        for (const QString& line : said(QStringLiteral("pdfinfo"), {path}).split(u'\n'))
            if (line.startsWith(QLatin1String("Pages:")))
                pages += line.section(u':', 1).trimmed().toInt();
        const QString words = said(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
        if (pages == 0 || words.isEmpty())
            return {};
        const auto qtStart = std::chrono::steady_clock::now();
        QTextDocument document(words);
        QPdfWriter writer(ward.site().folder.filePath(QStringLiteral("qt.pdf")));
        document.print(&writer);
        document.setPageSize(writer.pageLayout().fullRectPoints().size());
        qtPages += document.pageCount();
        qtSeconds += secondsSince(qtStart);
    }
    return {{QStringLiteral("report, pages (baseline: Qt's PDF writer with the same words)"), pages / seconds,
             QStringLiteral("1/s"), qtPages / qtSeconds}};
}

struct LongTables {
    exporting::StatSpool rows;
    exporting::Table csv;
    std::optional<exporting::SdtmTable> questionnaires;
};

LongTables longTables(Ward& ward, int participants) {
    std::vector<exporting::KeptRecord> kept;
    for (int i = 0; i < participants; ++i)
        kept.push_back(
            need(exporting::keptRecord(*ward.site().vault, QUuid(ward.richOne(i)), QStringLiteral("blinded"), {}, {})));
    std::vector<exporting::Record> held;
    for (const exporting::KeptRecord& one : kept)
        held.push_back(one.record());
    const exporting::Records records(held);
    LongTables tables{need(exporting::statLong(records)), {}, {}};
    const exporting::SdtmPlan plan(records);
    for (const exporting::Record& record : records) {
        const exporting::Table one = need(exporting::answersTable(record));
        tables.csv.columns = one.columns;
        tables.csv.rows += one.rows;
        for (const exporting::SdtmDataset& dataset : need(exporting::sdtmDatasets(record, plan)))
            if (dataset.name == QLatin1String("QS") && !tables.questionnaires)
                tables.questionnaires = need(exporting::SdtmTable::of(dataset));
            else if (dataset.name == QLatin1String("QS"))
                need(tables.questionnaires->add(dataset));
    }
    return tables;
}

/// Rows a second of our writer and of another that writes the same table again.
QList<Figure> longFigure(const QString& name, qsizetype rows, const QString& path,
                         const std::function<Result<void>(const exporting::PieceSink& sink)>& write,
                         const QString& program, const QStringList& arguments) {
    const auto start = std::chrono::steady_clock::now();
    QByteArray bytes;
    need(write([&bytes](QByteArrayView piece) -> Result<void> {
        bytes.append(piece);
        return {};
    }));
    need(writeFile(path, bytes));
    const double seconds = secondsSince(start);
    const double theirs = said(program, arguments + QStringList{path}).toDouble();
    if (theirs <= 0)
        return {};
    return {{QStringLiteral("the long table as %1, rows").arg(name), static_cast<double>(rows) / seconds,
             QStringLiteral("1/s"), static_cast<double>(rows) / theirs}};
}

QList<Figure> longFigures(Ward& ward, int participants) {
    const LongTables tables = longTables(ward, participants);
    const QString tool = QStringLiteral(SEREIN_SOURCE_DIR "/tests/stat/write_again.");
    const QString folder = ward.site().folder.path() + u'/';
    const QString rscript = QStringLiteral("Rscript");
    const QStringList haven{QStringLiteral("--vanilla"), tool + u'R'};
    using Sink = exporting::PieceSink;
    QList<Figure> figures = longFigure(QStringLiteral("CSV (baseline: pandas to_csv)"), tables.csv.rows.size(),
                                       folder + QStringLiteral("long.csv"),
                                       [&](const Sink& sink) { return sink(exporting::toCsv(tables.csv)); },
                                       QStringLiteral("/usr/bin/python3"), {tool + QStringLiteral("py")});
    figures += longFigure(
        QStringLiteral("SAV (baseline: haven write_sav)"), tables.rows.size(), folder + QStringLiteral("long.sav"),
        [&](const Sink& sink) { return exporting::writeSav(tables.rows, sink); }, rscript, haven);
    figures += longFigure(
        QStringLiteral("DTA (baseline: haven write_dta)"), tables.rows.size(), folder + QStringLiteral("long.dta"),
        [&](const Sink& sink) { return exporting::writeDta(tables.rows, sink); }, rscript, haven);
    figures += longFigure(
        QStringLiteral("XPT, as QS (baseline: haven write_xpt)"), tables.questionnaires->rows().size(),
        folder + QStringLiteral("qs.xpt"),
        [&](const Sink& sink) { return exporting::writeXpt(*tables.questionnaires, QDate(2026, 11, 20), sink); },
        rscript, haven);
    return figures;
}

/// What this process holds of its own, in MiB: pages of files that it looks at (a bundle that is being signed) are the
/// system's.
double ownMebibytes() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        qFatal("the memory can't be read");
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("RssAnon:"))
            return line.mid(8).replace("kB", "").trimmed().toDouble() / 1024;
    return 0;
}

/// MiB that it takes at most, beyond what was held before: looked at each millisecond.
double peakOf(const std::function<void()>& work) {
    malloc_trim(0);
    const double before = ownMebibytes();
    double peak = before;
    {
        const std::jthread watch([&peak](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                peak = std::max(peak, ownMebibytes());
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
        });
        work();
    }
    return peak - before;
}

} // namespace

int exportMemory(int of) {
    Ward ward(of, std::min(of, printed));
    vault::Vault& vault = *ward.site().vault;
    exporting::ExportOrder order = orderOf(ward, withoutReport());
    const double bundles = peakOf([&] {
        for (const vault::Summary& one : need(vault.participants())) {
            order.participant = one.id;
            QFile::remove(need(exporting::exportParticipant(vault, order)).path);
        }
    });
    order.participant = {};
    // Formats made from the same rows leave together; all in one bundle would be larger than CMS takes.
    double formats = 0;
    for (const QStringList& together : QList<QStringList>{
             {"csv"}, {"odm"}, {"dataset-json", "xpt", "define"}, {"sav", "dta"}, {"redcap"}, {"fhir"}}) {
        order.formats = together;
        formats = std::max(formats, peakOf([&] { QFile::remove(need(exporting::exportStudy(vault, order)).path); }));
    }
    std::printf("%.2f %.2f\n", bundles, formats);
    return 0;
}

namespace {

QList<Figure> memoryFigures() {
    const QStringList what{QStringLiteral("bundles one by one, all but PDF"),
                           QStringLiteral("merged tables, the format that takes most")};
    QMap<int, QStringList> peaks;
    for (const int of : {100, 1000, 10'000}) {
        const QStringList arguments{QStringLiteral("--child-export-memory"), QString::number(of)};
        peaks.insert(of, said(QCoreApplication::applicationFilePath(), arguments).split(u' '));
        if (peaks[of].size() != what.size())
            return {};
    }
    QList<Figure> figures;
    for (const int of : {1000, 10'000})
        for (qsizetype i = 0; i < what.size(); ++i)
            figures.append(
                {QStringLiteral("memory at most, %1, %2 participants x 8 (baseline: 100)").arg(what.at(i)).arg(of),
                 peaks[of].at(i).toDouble(), QStringLiteral("MiB"), peaks[100].at(i).toDouble()});
    return figures;
}

} // namespace

QList<Figure> exports() {
    QList<Figure> figures;
    {
        const int participants = manyParticipants();
        Ward ward(participants, participants);
        figures.append(bundlesFigure(ward, participants));
        figures += pagesFigure(ward, std::min(participants, printed));
        figures += longFigures(ward, std::min(participants, mostInMemory));
    }
    return figures + memoryFigures();
}

} // namespace serein::bench

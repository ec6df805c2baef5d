// Words that a licence keeps on the tablet leave in no format; that they would otherwise is shown beside it.
#include "exporting/Bundle.h"
#include "exporting/KeptRecord.h"
#include "exporting/StatFile.h"
#include "support/ReviewVault.h"
#include "unit/exporting/Readers.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace serein;
using namespace serein::test;
using namespace serein::exporting;

namespace {

const QString instrumentId = QStringLiteral("phq9");

QString withoutSpaces(QString text) {
    return text.remove(QRegularExpression(QStringLiteral("\\s")));
}

/// What can be read in a file, without spaces and line breaks.
QString textOf(const QString& name, const QByteArray& bytes) {
    if (name.endsWith(QLatin1String(".pdf"))) {
        const QTemporaryDir folder;
        readers::unpack({{QStringLiteral("report.pdf"), bytes}}, folder);
        return withoutSpaces(QString::fromUtf8(
            readers::run("pdftotext", {"-raw", "-enc", "UTF-8", folder.filePath("report.pdf"), "-"}).out));
    }
    QString text = QString::fromUtf8(bytes);
    if (name.endsWith(QLatin1String(".sav")) || name.endsWith(QLatin1String(".dta"))) { // rows may be packed
        const auto table = name.endsWith(QLatin1String(".sav")) ? fromSav(bytes) : fromDta(bytes);
        if (!table)
            qFatal("%s", qPrintable(table.error().toString()));
        for (const StatVariable& variable : table->variables) {
            text += variable.label;
            for (const auto& value : variable.values)
                text += value.second;
        }
        for (const QList<StatCell>& row : table->rows)
            for (const StatCell& cell : row)
                if (const auto* words = std::get_if<QString>(&cell))
                    text += *words;
    }
    return withoutSpaces(text);
}

} // namespace

class TestWording : public QObject {
    Q_OBJECT
    std::unique_ptr<ReviewVault> m_site;
    QStringList m_words; ///< of an item and of its choices

    /// The record as it is, or as it were if the instrument's words might not leave; which files hold any of them.
    [[nodiscard]] QMap<QString, QStringList> filesWithWords(bool mayLeave) const {
        const Files bundle = *buildBundle(*m_site->vault, m_site->first, QStringLiteral("full"), {"csv"});
        auto kept = *keptRecord(*m_site->vault, m_site->first, QStringLiteral("full"), {}, {});
        StoredDefinitions stored;
        for (auto file = bundle.begin(); file != bundle.end(); ++file) {
            if (!file.key().startsWith(definitionsFolder))
                continue;
            QJsonObject json = QJsonDocument::fromJson(*file).object();
            const QString was = QString::fromLatin1(crypto::sha256(*file).toHex());
            QByteArray bytes = *file;
            if (!mayLeave && json[QLatin1String("instrument")] == instrumentId)
                bytes.replace("\"exportWording\":true", "\"exportWording\":false");
            const QString hash = QString::fromLatin1(crypto::sha256(bytes).toHex());
            stored.insert(hash, bytes);
            for (ledger::ParticipantState* state : {&kept.state, &kept.chosen})
                for (ledger::AssessmentState& assessment : state->assessments)
                    if (assessment.pack == was)
                        assessment.pack = hash;
        }
        kept.definitions = *Definitions::read(stored, kept.state);
        QMap<QString, QStringList> found; // by format
        for (const QString& format : formatNames()) {
            const auto files = formatFiles({kept.record()}, {format});
            if (!files)
                qFatal("%s: %s", qPrintable(format), qPrintable(files.error().toString()));
            found.insert(format, {});
            for (auto file = files->begin(); file != files->end(); ++file) {
                const QString text = textOf(file.key(), *file);
                if (std::ranges::any_of(m_words, [&](const QString& words) { return text.contains(words); }))
                    found[format] += file.key();
            }
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase() {
        if (!readers::has("pdftotext"))
            QSKIP("pdftotext is not installed: deploy/test installs it");
        m_site = std::make_unique<ReviewVault>();
        m_site->as("dana");
        VERIFY_DONE(m_site->vault->checkpoint(m_site->first, {"dana", "dataManager"}));
        const instrument::TextPack& pack = *m_site->library.pack(instrumentId, "en");
        QVERIFY(pack.allowsExport);
        m_words = {withoutSpaces(pack.items.value("q1").text)};
        QVERIFY(m_words.constFirst().size() > 10);
        QVERIFY((*m_site->vault->participant(m_site->first))->assessment({"BL", instrumentId, 1}) != nullptr);
    }
    void wordsThatMayNotLeave_areInNoFile() {
        const auto allowed = filesWithWords(true);
        for (const char* format : {"csv", "odm", "sav", "dta", "redcap", "fhir", "pdf"})
            QVERIFY2(!allowed.value(format).isEmpty(), format); // they are looked for where they would be
        const auto kept = filesWithWords(false);
        for (auto format = kept.begin(); format != kept.end(); ++format)
            QVERIFY2(format->isEmpty(), qPrintable(format.key() + ": " + format->join(' ')));
    }
};

QTEST_GUILESS_MAIN(TestWording)
#include "tst_wording.moc"

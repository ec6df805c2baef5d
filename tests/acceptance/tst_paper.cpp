// Instruments on paper: the screen's words in the screen's order, read back from the PDF by another program; nothing
// that scores; nothing at all where the licence forbids it.
#include "Programs.h"

#include <QRegularExpression>

using namespace serein::test;

class TestPaper : public QObject {
    Q_OBJECT
    const Bench m_bench;

    static QString source(const QString& name) { return QStringLiteral(SEREIN_SOURCE_DIR "/instruments/") + name; }
    static QByteArray read(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static const QJsonObject json(const QString& path) { return QJsonDocument::fromJson(read(path)).object(); }
    static QString bare(QString words) { return words.remove(QRegularExpression("[ \\n\\t]")); }

    Ran print(const QString& id, const QString& language, const QStringList& more = {}) const {
        return m_bench.ctl(
            QStringList{"instrument", "paper", id, "--language", language, "-o", m_bench.path("sheet.pdf")} + more);
    }
    /// The sheet's characters in the order they were drawn, without spaces; \f ends a page.
    [[nodiscard]] QString drawn() const {
        const Ran ran = runProgram("pdftotext", {"-raw", "-enc", "UTF-8", m_bench.path("sheet.pdf"), "-"},
                                   QProcessEnvironment::systemEnvironment());
        return ran.status == 0 ? bare(QString::fromUtf8(ran.out)) : QString();
    }
    /// One pack in a folder of its own.
    QString packs(const QString& name, const QJsonObject& pack) const {
        QDir().mkpath(m_bench.path(name));
        m_bench.write(name + "/pack.json", QJsonDocument(pack).toJson());
        return m_bench.path(name);
    }
    QJsonObject placeholder(const QJsonObject& allows) const {
        QJsonObject pack = m_bench.ctl({"instrument", "placeholder", "psqi", "--language", "en"}).object();
        QJsonObject licence = pack["licence"].toObject();
        QJsonObject allowed = licence["allows"].toObject();
        for (auto it = allows.begin(); it != allows.end(); ++it)
            allowed.insert(it.key(), it.value());
        licence.insert("allows", allowed);
        pack.insert("licence", licence);
        return pack;
    }
    static QStringList itemWords(const QJsonObject& item, const QJsonObject& instrument, const QJsonObject& pack) {
        const QJsonObject own = pack["items"][item["id"].toString()].toObject();
        QStringList words{own["text"].toString(), own["help"].toString()};
        const QString list = item["choices"].toString();
        for (const QJsonValue choice : instrument["choices"][list].toArray())
            words.append(pack["choices"][list][QString::number(choice["value"].toInt())].toString());
        if (item["display"] == "nrs")
            for (int number = item["min"].toInt(); number <= item["max"].toInt(); ++number)
                words.append(QString::number(number));
        return words + QStringList{own["low"].toString(), own["high"].toString(), own["unit"].toString()};
    }

private Q_SLOTS:
    void initTestCase() {
        const Ran poppler = runProgram("pdftotext", {"-v"}, QProcessEnvironment::systemEnvironment());
        QVERIFY2(poppler.status == 0, "poppler-utils is needed to read the sheets back");
    }
    void cleanup() { QFile::remove(m_bench.path("sheet.pdf")); }

    void everyInstrument_hasItsWordsInTheirOrder_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("language");
        const QDir root(source({}));
        for (const QString& id : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
            for (const QString& file : QDir(root.filePath(id)).entryList({"text.*.json"}))
                if (QFile::exists(root.filePath(id + "/instrument.json"))) {
                    const QString language = file.section('.', 1, 1);
                    QTest::addRow("%s %s", qPrintable(id), qPrintable(language)) << id << language;
                }
    }
    void everyInstrument_hasItsWordsInTheirOrder() {
        QFETCH(const QString, id);
        QFETCH(const QString, language);
        const QJsonObject instrument = json(source(id + "/instrument.json"));
        const QJsonObject pack = json(source(id + "/text." + language + ".json"));
        const Ran ran = print(id, language, {"--json"});
        QVERIFY2(ran.status == 0, ran.said());
        const QString text = drawn();
        QCOMPARE(text.count('\f'), ran.object()["pages"].toInt());

        qsizetype at = 0;
        const auto follows = [&](const QString& words) {
            const qsizetype found = text.indexOf(bare(words), at);
            at = found < 0 ? at : found + bare(words).size();
            return found >= 0;
        };
        for (const char* const part : {"title", "instruction", "recall"})
            QVERIFY2(follows(pack[QLatin1String(part)].toString()), part);
        for (const QJsonValue one : instrument["items"].toArray()) {
            const QJsonObject item = one.toObject();
            const QStringList words = itemWords(item, instrument, pack);
            QVERIFY2(follows(words.constFirst()), qPrintable(item["id"].toString()));
            const qsizetype begins = at;
            for (const QString& word : words.mid(1))
                QVERIFY2(follows(word), qPrintable(item["id"].toString() + ": " + word));
            QVERIFY2(!text.mid(begins, at - begins).contains('\f'), "an item is split over two pages");
        }
        QVERIFY(follows(pack["licence"]["holder"].toString()));
        QVERIFY(text.contains(id + instrument["version"].toString()));
        for (const QJsonValue score : instrument["scores"].toArray())
            if (const QString name = score["name"]["en"].toString(); name.startsWith("Total"))
                QVERIFY2(!text.contains(bare(name)), qPrintable(name));
    }
    void choices_standWithoutTheirValues() {
        QCOMPARE(print("phq9", "en").status, 0);
        QVERIFY(drawn().contains(
            "1.LittleinterestorpleasureindoingthingsNotatallSeveraldaysMorethanhalfthedaysNearlyeveryday2."));
    }
    void scales_printTheirNumbersOrNone() {
        QCOMPARE(print("nrs-pain", "en").status, 0);
        QCOMPARE(drawn().count("?012345678910Nopain"), 1);
        QCOMPARE(print("vas-anxiety", "en").status, 0);
        QVERIFY(drawn().contains("rightnow?NotatallanxiousAsanxiousasyoucanimagine"));
    }
    void branches_areToldInPlainWords() {
        QCOMPARE(print("sleep-log", "en").status, 0);
        QVERIFY(drawn().contains("4.(Onlyiftheanswertoquestion3is“Yes”)About"));
        QVERIFY(drawn().contains("6.(Onlyiftheanswertoquestion5is1ormore)Taken"));
        QCOMPARE(print("sleep-log", "zh-CN").status, 0);
        QVERIFY(drawn().contains("6.（仅当第5题的回答为1或以上时填写）"));
        QCOMPARE(print("opioid-24h", "en").status, 0);
        QVERIFY(drawn().contains("3.(Onlyif“Morphine,i.v.”istickedinquestion2)Morphine"));
        QCOMPARE(print("treatment", "en").status, 0);
        QVERIFY(drawn().contains("3.(Onlyiftheanswertoquestion2is“Opioid”or“Otherdrug”)"));
        QVERIFY(drawn().contains("5.(Onlyiftheanswertoquestion2isnot“Placebo”)"));
        QCOMPARE(print("phq9", "en").status, 0);
        QVERIFY(drawn().contains("10.(Onlyifitapplies)"));
    }
    void sitesPack_isPrintedInItsOwnOrder() {
        QJsonObject pack = json(source("phq2/text.en.json"));
        pack.insert("order", QJsonArray{"q2", "q1"});
        const Ran ran = print("phq2", "en", {"--packs", packs("reordered", pack)});
        QVERIFY2(ran.status == 0, ran.said());
        QVERIFY(drawn().contains("1.Feelingdown,depressed,orhopeless"));
        QVERIFY(drawn().contains("2.Littleinterest"));
        const Ran stood = print("psqi", "en", {"--packs", packs("placeholder", placeholder({}))});
        QVERIFY2(stood.status == 0, stood.said());
        QVERIFY(drawn().contains("placeholder,notforarealstudy"));
    }
    void letters_areDrawnWhole() { // see PaperGlyphs.h: a font cut down by cairo 1.16 loses characters
        QCOMPARE(print("sleep-log", "zh-CN").status, 0);
        const Ran fonts = runProgram("pdffonts", {m_bench.path("sheet.pdf")}, QProcessEnvironment::systemEnvironment());
        const QList<QByteArray> lines = fonts.out.trimmed().split('\n').mid(2);
        QVERIFY(!lines.isEmpty());
        for (const QByteArray& line : lines)
            QVERIFY2(line.contains(" Type 3 "), line);
    }
    void sameWords_giveTheSameBytes() {
        for (const QString& language : {QString("en"), QString("zh-CN")}) {
            QCOMPARE(print("sleep-log", language).status, 0);
            const QByteArray first = read(m_bench.path("sheet.pdf"));
            QVERIFY(first.startsWith("%PDF-") && first.size() > 10000);
            Bench elsewhere;
            elsewhere.environment.insert("TZ", "Pacific/Auckland");
            elsewhere.environment.insert("LC_ALL", "C");
            const Ran ran = elsewhere.ctl({"instrument", "paper", source("sleep-log"), "--language", language, "-o",
                                           elsewhere.path("again.pdf"), "--at", "2031-01-01T00:00:00Z"});
            QVERIFY2(ran.status == 0, ran.said());
            QCOMPARE(read(elsewhere.path("again.pdf")), first);
        }
    }
    void forbiddenWords_areRefused() {
        const auto refuses = [this](const QString& folder, const QByteArray& reason) {
            m_bench.write("sheet.pdf", "an earlier sheet");
            const Ran ran = print("psqi", "en", {"--packs", folder});
            QVERIFY2(ran.status == 3 && ran.err.count('\n') == 1 && ran.err.contains(reason), ran.said());
            QCOMPARE(read(m_bench.path("sheet.pdf")), "an earlier sheet");
            QFile::remove(m_bench.path("sheet.pdf"));
            QCOMPARE(print("psqi", "en", {"--packs", folder}).status, 3);
            QVERIFY(!QFile::exists(m_bench.path("sheet.pdf")));
        };
        refuses(packs("kept", placeholder({{"exportWording", false}})), "does not allow");
        refuses(packs("ended", placeholder({{"expires", "2020-12-31"}})), "ended on 2020-12-31");
    }
    void absentWords_sayWhatToAdd() {
        const Ran none = print("psqi", "en");
        QVERIFY2(none.status == 2 && none.err.contains("psqi has no words in en: add the site's licensed pack"),
                 none.said());
        const Ran language = print("phq9", "sw");
        QVERIFY2(language.status == 2 && language.err.contains("phq9 has no words in sw"), language.said());
        QCOMPARE(print("nothing-of-the-kind", "en").status, 2);
        QVERIFY(!QFile::exists(m_bench.path("sheet.pdf")));
    }
    void wordsThatFitNoPageOrFont_areRefused() {
        QJsonObject pack = json(source("phq2/text.en.json"));
        QJsonObject items = pack["items"].toObject();
        items.insert("q1", QJsonObject{{"text", QString(1999, 'm')}, {"help", QString(1999, 'm')}});
        pack.insert("items", items);
        const Ran tall = print("phq2", "en", {"--packs", packs("tall", pack)});
        QVERIFY2(tall.status == 2 && tall.err.contains("item \"q1\" is higher than a page"), tall.said());
        items.insert("q1", QJsonObject{{"text", "\U00030001"}}); // a character of 2020 that the fonts lack
        pack.insert("items", items);
        const Ran strange = print("phq2", "en", {"--packs", packs("strange", pack)});
        QVERIFY2(strange.status == 2 && strange.err.contains("no installed font has every character"), strange.said());
        QVERIFY(!QFile::exists(m_bench.path("sheet.pdf")));
    }
};

QTEST_APPLESS_MAIN(TestPaper)
#include "tst_paper.moc"

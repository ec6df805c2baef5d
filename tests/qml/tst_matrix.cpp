// The rendering matrix: every item of every instrument that has words, and the pages between them, in every language,
// at four sizes and three sizes of text, checked on the live items; and the checks themselves, on pages broken on
// purpose. The contact sheets are for people to look at.
#include "MatrixBroken.h"
#include "MatrixChecks.h"
#include "MatrixSheet.h"
#include "MatrixStage.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTest>
#include <cmath>

using namespace serein;
using namespace serein::matrix;

namespace {

const QString folder = QStringLiteral(SEREIN_BINARY_DIR "/matrix");
const QStringList languages = {QStringLiteral("en"), QStringLiteral("zh-CN")};

struct Panel {
    QSize size;
    double dotsPerInch;
};
constexpr Panel panels[] = {{{1280, 800}, 160}, {{800, 1280}, 160}, {{2000, 1200}, 224}, {{1024, 768}, 160}};

bool append(const QString& file, const QStringList& lines) {
    QFile out(folder + u'/' + file);
    return out.open(QIODevice::Append) && (lines.isEmpty() || out.write(lines.join(u'\n').toUtf8() + '\n') > 0);
}

/// What scrolls on a page, for the list: of a question how much of it is in sight at first. Empty: nothing.
QString scrolling(const Scene& scene) {
    for (const Piece& piece : scene.pieces()) {
        if (!piece.scrolls || !piece.isWords)
            continue;
        const double line = piece.item->property("lineHeight").toDouble();
        if (piece.item->objectName() == QStringLiteral("patient.question"))
            return QStringLiteral(": %1 of %2 lines in sight")
                .arg(std::floor(piece.shown.height() / line + 0.1))
                .arg(piece.item->property("lineCount").toInt());
    }
    const auto& pieces = scene.pieces();
    const bool any =
        std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.scrolls && piece.isWords; });
    return any ? QStringLiteral(": the page") : QString();
}

} // namespace

class MatrixTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyItem_isWholeAndInPlace_data() { views(); }
    void everyItem_isWholeAndInPlace();
    void everyOtherPage_isWholeAndInPlace_data() { views(); }
    void everyOtherPage_isWholeAndInPlace();
    void everyLook_hasItsContrast_data();
    void everyLook_hasItsContrast();
    void brokenPage_isReported_data();
    void brokenPage_isReported();
    void contactSheets_data();
    void contactSheets();

private:
    static void views();
    [[nodiscard]] static View view(QSize size, int percent, const QString& language);
    [[nodiscard]] Expected expected(const View& view, const Page& page) const;
    void look(Stage& stage, const View& view, const Page& page, QStringList& faults);

    Theatre m_theatre;
    instrument::Library m_library;
    QMap<QString, QRectF> m_bars; // by view: where the bottom bar stood first
    QStringList m_scrolling;
};

void MatrixTest::initTestCase() {
    QDir(folder).removeRecursively();
    QVERIFY(QDir().mkpath(folder));
    auto library = instrument::Library::load(instrument::Library::defaultFolder());
    QVERIFY2(library, qPrintable(library ? QString() : library.error().toString()));
    m_library = *library;
    QVERIFY(itemPages(m_library, languages.first()).size() > 200); // an empty library would show nothing wrong
}

void MatrixTest::views() {
    QTest::addColumn<View>("view");
    for (const Panel& panel : panels)
        for (const int percent : {100, 150, 200})
            for (const QString& language : languages) {
                const View one = view(panel.size, percent, language);
                QTest::newRow(qPrintable(one.name())) << one;
            }
}

View MatrixTest::view(QSize size, int percent, const QString& language) {
    for (const Panel& panel : panels)
        if (panel.size == size)
            return {size, panel.dotsPerInch, percent, language};
    return {};
}

Expected MatrixTest::expected(const View& view, const Page& page) const {
    return {QSizeF(view.size), m_theatre.dp(), m_theatre.dotsPerMillimetre(), page.words,
            page.names,        page.cue,       m_bars.value(view.name()),     page.type == QStringLiteral("form")};
}

void MatrixTest::look(Stage& stage, const View& view, const Page& page, QStringList& faults) {
    const Scene scene(stage.show(page));
    const Expected wanted = expected(view, page);
    for (const QString& fault : allFaults(scene, wanted))
        faults += page.name + QStringLiteral(": ") + fault;
    if (const Piece* bar = scene.named(QStringLiteral("patient.bar")); bar != nullptr && wanted.bar.isNull())
        m_bars.insert(view.name(), bar->place);
    if (const QString scrolls = scrolling(scene); !scrolls.isEmpty())
        m_scrolling += view.name() + u' ' + page.name + scrolls;
    if (view.percent == 100 && scene.named(QStringLiteral("patient.more")) != nullptr &&
        page.type == QStringLiteral("QuestionPage"))
        faults += page.name + QStringLiteral(": a question scrolls at 100 %");
}

void MatrixTest::everyItem_isWholeAndInPlace() {
    QFETCH(View, view);
    m_theatre.dress(view);
    Stage stage(m_theatre, view.size);
    QStringList faults;
    m_scrolling.clear();
    QElapsedTimer clock;
    clock.start();
    const QList<Page> pages = itemPages(m_library, view.language);
    for (const Page& page : pages) {
        look(stage, view, page, faults);
        if (page.mustAnswer)
            look(stage, view, prompted(page), faults);
        if (page.hasOptions && !page.isSelfRated)
            look(stage, view, chosen(page), faults);
    }
    qInfo("%s: %lld pages, %lld ms", qPrintable(view.name()), static_cast<long long>(pages.size()),
          static_cast<long long>(clock.elapsed()));
    QVERIFY(append(QStringLiteral("scrolling.txt"), m_scrolling));
    for (QString& fault : faults)
        fault.prepend(view.name() + u' ');
    QVERIFY(append(QStringLiteral("faults.txt"), faults));
    QVERIFY2(faults.isEmpty(), qPrintable(faults.mid(0, 20).join(u'\n')));
}

void MatrixTest::everyOtherPage_isWholeAndInPlace() {
    QFETCH(View, view);
    m_theatre.dress(view);
    Stage stage(m_theatre, view.size);
    QStringList faults;
    m_scrolling.clear();
    for (const Page& page : otherPages(view))
        look(stage, view, page, faults);
    QVERIFY(append(QStringLiteral("scrolling.txt"), m_scrolling));
    for (QString& fault : faults)
        fault.prepend(view.name() + u' ');
    QVERIFY(append(QStringLiteral("faults.txt"), faults));
    QVERIFY2(faults.isEmpty(), qPrintable(faults.mid(0, 20).join(u'\n')));
}

void MatrixTest::everyLook_hasItsContrast_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"light", "dim", "highContrast"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void MatrixTest::everyLook_hasItsContrast() {
    QFETCH(QString, name);
    View one = view(panels[0].size, 100, languages.first());
    one.look = name;
    m_theatre.dress(one);
    Stage stage(m_theatre, one.size);
    QStringList faults;
    for (const Page& page : otherPages(one))
        for (const QString& fault : contrastFaults(Scene(stage.show(page))))
            faults += page.name + QStringLiteral(": ") + fault;
    for (const Page& page : itemPages(m_library, one.language))
        for (const QString& fault : contrastFaults(Scene(stage.show(page))))
            faults += page.name + QStringLiteral(": ") + fault;
    QVERIFY2(faults.isEmpty(), qPrintable(faults.mid(0, 20).join(u'\n')));
}

void MatrixTest::brokenPage_isReported_data() {
    QTest::addColumn<qsizetype>("index");
    const QList<Breakage> all = breakages();
    for (qsizetype i = 0; i < all.size(); ++i)
        QTest::newRow(all.at(i).name) << i;
}

void MatrixTest::brokenPage_isReported() {
    QFETCH(qsizetype, index);
    const Breakage breakage = breakages().at(index);
    const View one = view(panels[0].size, 100, languages.first());
    m_theatre.dress(one);
    Stage stage(m_theatre, one.size);
    const Page page = otherPages(one).first();
    QQuickItem* shown = stage.show(page);
    Expected wanted = expected(one, page);
    wanted.bar = Scene(shown).named(QStringLiteral("patient.bar"))->place;
    const QString fault = QString::fromLatin1(breakage.fault);
    QCOMPARE(allFaults(Scene(shown), wanted).filter(fault), QStringList()); // whole before it is broken

    breakage.breakIt(shown);
    stage.settle();
    const QStringList faults = allFaults(Scene(shown), wanted);
    QVERIFY2(!faults.filter(fault).isEmpty(), qPrintable(faults.join(u'\n')));
}

void MatrixTest::contactSheets_data() {
    QTest::addColumn<View>("view");
    const auto add = [](const View& one) { QTest::newRow(qPrintable(one.name())) << one; };
    for (const Panel& panel : panels)
        for (const QString& language : languages)
            for (const int percent : {100, 200})
                add(view(panel.size, percent, language));
    for (const QString& look : {QStringLiteral("dim"), QStringLiteral("highContrast")}) {
        View one = view(panels[0].size, 100, languages.first());
        one.look = look;
        add(one);
    }
}

void MatrixTest::contactSheets() {
    QFETCH(View, view);
    m_theatre.dress(view);
    Stage stage(m_theatre, view.size);
    QList<Page> pages = otherPages(view);
    QList<Page> items = itemPages(m_library, view.language);
    std::stable_sort(items.begin(), items.end(), [](const Page& a, const Page& b) { return a.longest > b.longest; });
    QSet<QString> types; // the fullest of every type, and all that participants answer themselves
    for (const Page& page : items) {
        const QString type = page.properties.value(QStringLiteral("type"), page.type).toString();
        if (view.look == QStringLiteral("light") && (page.isSelfRated || !types.contains(type)))
            pages += page;
        types.insert(type);
    }
    const bool landscape = view.size.width() > view.size.height();
    Sheet sheet(landscape ? 4 : 6, landscape ? 5 : 3, landscape ? 480 : 320);
    for (const Page& page : pages) {
        stage.show(page);
        sheet.add(stage.picture(), page.name);
    }
    QVERIFY(sheet.save(folder + u'/' + view.name()));
}

QTEST_MAIN(MatrixTest)
#include "tst_matrix.moc"

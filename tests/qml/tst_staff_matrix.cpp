// Every page of staff's, in both languages, landscape and portrait, two sizes of text, by day and by night: on a
// demonstration with 24 participants, with nobody, with 10,000, refused and under way. Checked on the live items; the
// contact sheets are for people to look at, and with SEREIN_PICTURES=FOLDER the ones beside the docs are made again.
#include "MatrixSheet.h"
#include "StaffBroken.h"
#include "StaffChecks.h"
#include "StaffRows.h"
#include "core/Json.h"
#include "unit/crypto/Certificates.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>
#include <algorithm>

using namespace serein;
using namespace serein::matrix;

namespace {

const QString folder = QStringLiteral(SEREIN_BINARY_DIR "/matrix/staff");
constexpr QSize landscape{1280, 800};
constexpr QSize portrait{800, 1280};
constexpr int manyPeople = 10'000;

/// What an item is, by the name of its file.
QString nameOf(const QMetaObject* type) {
    return QString::fromLatin1(type->className()).section(QStringLiteral("_QML"), 0, 0);
}
QString typeOf(const QQuickItem* item) {
    return nameOf(item->metaObject());
}

/// With what they are made from: a page is a StaffPage.
QSet<QString> typesIn(const Scene& scene) {
    QSet<QString> types;
    for (const Piece& piece : scene.pieces())
        for (const QMetaObject* type = piece.item->metaObject(); type != nullptr; type = type->superClass())
            types.insert(nameOf(type));
    return types;
}

/// Files of qml/Staff that are none of these types.
QStringList unseen(const QStringList& files, const QSet<QString>& seen) {
    QStringList missing;
    for (const QString& file : files)
        if (!seen.contains(QString(file).remove(QStringLiteral(".qml"))))
            missing += file;
    return missing;
}

QQuickItem* ofType(const Scene& scene, const QString& type) {
    for (const Piece& piece : scene.pieces())
        if (typeOf(piece.item) == type)
            return piece.item;
    return nullptr;
}

} // namespace

class StaffMatrixTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyPage_isWholeAndInPlace_data();
    void everyPage_isWholeAndInPlace();
    void everyFileOfStaff_isOnAPicture();
    void fileThatIsInNoRow_isReported();
    void brokenPage_isReported_data();
    void brokenPage_isReported();
    void cleanupTestCase();

private:
    Tablet& tablet(On on);
    Tablet& opened(const StaffRow& row, const QString& language);
    QStringList look(const StaffRow& row, const View& view);
    void keep(const StaffRow& row, const View& view);

    std::unique_ptr<DemoVault> m_demo;
    std::unique_ptr<test::TestVault> m_empty;
    std::unique_ptr<bench::Ward> m_crowd;
    QTemporaryDir m_nowhere;
    QList<StaffRow> m_rows;
    std::unique_ptr<Tablet> m_tablet; ///< one at a time
    On m_on = On::Demo;
    QImage m_picture; ///< of what was looked at last
    QSet<QString> m_seen;
    std::map<QString, Sheet> m_sheets; ///< of the row that is looked at, by shape
    std::map<QString, Sheet> m_looks;  ///< for the docs, by look
    QString m_kept = qEnvironmentVariable("SEREIN_PICTURES");
};

void StaffMatrixTest::initTestCase() {
    QDir(folder).removeRecursively();
    QVERIFY(QDir().mkpath(folder));
    m_demo = std::make_unique<DemoVault>();
    // Pictures show no path of the machine that they were made on.
    QVERIFY(QDir::setCurrent(m_demo->file({})) && QDir().mkdir(QStringLiteral("usb")));
    const Files files{QStringLiteral("usb"), QStringLiteral("recovery.pem"), QStringLiteral("amendment.json"),
                      QStringLiteral("broken.json")};
    m_rows = staffRows(files);
    std::ranges::stable_sort(m_rows, {}, &StaffRow::on);
}

Tablet& StaffMatrixTest::tablet(On on) {
    if (m_tablet && m_on == on)
        return *m_tablet;
    m_tablet.reset();
    m_on = on;
    const auto of = [&](test::TestVault& site) {
        site.vault.reset();
        m_tablet = std::make_unique<Tablet>(site.place(), site.clock);
        m_tablet->unlockBy(QStringLiteral("anna"), test::passphrase);
    };
    if (on == On::Empty) {
        if (!m_empty)
            m_empty = std::make_unique<test::TestVault>();
        of(*m_empty);
    } else if (on == On::Crowd) {
        if (!m_crowd)
            m_crowd = std::make_unique<bench::Ward>(manyPeople, 0);
        of(m_crowd->site());
    } else if (on == On::Nowhere) {
        m_tablet = std::make_unique<Tablet>(
            vault::Place{m_nowhere.filePath(QStringLiteral("vault")), m_nowhere.filePath(QStringLiteral("state"))},
            m_demo->clock());
    } else {
        m_tablet = std::make_unique<Tablet>(m_demo->place(), m_demo->clock());
        m_tablet->unlockBy(QStringLiteral("demo"), m_demo->passphrase());
    }
    return *m_tablet;
}

Tablet& StaffMatrixTest::opened(const StaffRow& row, const QString& language) {
    Tablet& one = tablet(row.on);
    one.speak(language);
    if (row.calm)
        calm(one);
    row.open(one);
    return one;
}

QStringList StaffMatrixTest::look(const StaffRow& row, const View& view) {
    m_tablet->dress(view);
    m_picture = m_tablet->settle();
    const Scene scene(m_tablet->root());
    m_seen += typesIn(scene);
    Expected expected;
    expected.window = view.size;
    expected.isStaffs = true;
    QStringList faults = contrastFaults(scene);
    if (view.look == QStringLiteral("light")) // by night everything stands where it stood
        faults += layoutFaults(scene, expected);
    if (!typesIn(scene).contains(QString::fromLatin1(row.file)))
        faults += QStringLiteral("%1 is not on it").arg(QLatin1String(row.file));
    for (QString& fault : faults)
        fault.prepend(QStringLiteral("%1 %2: ").arg(QLatin1String(row.name), view.name()));
    return faults;
}

void StaffMatrixTest::keep(const StaffRow& row, const View& view) {
    const bool wide = view.size == landscape;
    m_sheets
        .try_emplace(wide ? QStringLiteral("landscape") : QStringLiteral("portrait"), wide ? 2 : 4, wide ? 4 : 2,
                     wide ? 768 : 384)
        .first->second.add(m_picture, view.name());
    if (!m_kept.isEmpty())
        m_looks.try_emplace(view.name(), wide ? 6 : 8, 0, wide ? 256 : 192)
            .first->second.add(m_picture, QLatin1String(row.name));
}

void StaffMatrixTest::everyPage_isWholeAndInPlace_data() {
    QTest::addColumn<qsizetype>("index");
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        QTest::newRow(m_rows.at(i).name) << i;
}

void StaffMatrixTest::everyPage_isWholeAndInPlace() {
    QFETCH(qsizetype, index);
    const StaffRow& row = m_rows.at(index);
    QElapsedTimer clock;
    clock.start();
    QStringList faults;
    m_sheets.clear();
    for (const QString& language : {QStringLiteral("en"), QStringLiteral("zh-CN")}) {
        opened(row, language);
        for (const QSize size : {landscape, portrait})
            for (const int percent : {100, 150})
                for (const QString& light : {QStringLiteral("light"), QStringLiteral("dim")}) {
                    const View view{size, 160, percent, language, light};
                    faults += look(row, view);
                    keep(row, view);
                }
    }
    qInfo("%s: %lld ms", row.name, static_cast<long long>(clock.elapsed()));
    for (const auto& [shape, sheet] : m_sheets)
        QVERIFY(sheet.save(QStringLiteral("%1/%2-%3").arg(folder, QLatin1String(row.name), shape)));
    QFile list(folder + QStringLiteral("/faults.txt"));
    QVERIFY(list.open(QIODevice::Append));
    if (!faults.isEmpty())
        QVERIFY(list.write(faults.join(u'\n').toUtf8() + '\n') > 0);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.mid(0, 20).join(u'\n')));
}

void StaffMatrixTest::everyFileOfStaff_isOnAPicture() {
    const QStringList files =
        QDir(QStringLiteral(SEREIN_SOURCE_DIR "/qml/Staff")).entryList({QStringLiteral("*.qml")}, QDir::Files);
    QVERIFY(files.size() > 50);
    const QStringList forgotten = unseen(files, m_seen);
    QVERIFY2(forgotten.isEmpty(), qPrintable(forgotten.join(u'\n')));
}

void StaffMatrixTest::fileThatIsInNoRow_isReported() {
    QCOMPARE(unseen({QStringLiteral("WorklistPage.qml"), QStringLiteral("ForgottenPage.qml")},
                    {QStringLiteral("WorklistPage"), QStringLiteral("ForgottenPageHead")}),
             QStringList{QStringLiteral("ForgottenPage.qml")});
}

void StaffMatrixTest::brokenPage_isReported_data() {
    QTest::addColumn<qsizetype>("index");
    const QList<StaffBreakage> all = staffBreakages();
    for (qsizetype i = 0; i < all.size(); ++i)
        QTest::newRow(all.at(i).breakage.name) << i;
}

void StaffMatrixTest::brokenPage_isReported() {
    QFETCH(qsizetype, index);
    const StaffBreakage one = staffBreakages().at(index);
    const auto row =
        std::ranges::find_if(m_rows, [&](const StaffRow& each) { return qstrcmp(each.name, one.row) == 0; });
    QVERIFY(row != m_rows.end());
    Tablet& shown = opened(*row, QStringLiteral("en"));
    const View view{portrait, 160, 100, QStringLiteral("en"), QStringLiteral("light")};
    const QString fault = QString::fromLatin1(one.breakage.fault);
    QCOMPARE(look(*row, view).filter(fault), QStringList()); // whole before it is broken
    QQuickItem* const page = ofType(Scene(shown.root()), QString::fromLatin1(row->file));
    QVERIFY(page != nullptr);
    one.breakage.breakIt(page);
    const QStringList faults = look(*row, view);
    QVERIFY2(!faults.filter(fault).isEmpty(), qPrintable(faults.join(u'\n')));
}

void StaffMatrixTest::cleanupTestCase() {
    m_tablet.reset();
    for (const auto& [name, sheet] : m_looks)
        QVERIFY(sheet.saveSmall(QStringLiteral("%1/%2.jpg").arg(m_kept, name)));
}

QTEST_MAIN(StaffMatrixTest)
#include "tst_staff_matrix.moc"

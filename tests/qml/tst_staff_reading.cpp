// `serein BUNDLE`: an export on the ordinary pages, with a banner that says so, and without a single act.
#include "Screens.h"
#include "exporting/OpenBundle.h"

#include <QDir>

using namespace serein;
using namespace serein::test;

namespace {

/// The app on what a bundle of SYN-001 holds: a depression scale with an alert that waits.
class Laptop : public Screens {
public:
    Laptop() {
        stop();
        if (!site.reopen())
            qFatal("the vault does not open");
        const instrument::Answers answers{{QStringLiteral("q1"), instrument::AnswerValue(Decimal(2))},
                                          {QStringLiteral("q9"), instrument::AnswerValue(Decimal(1))}};
        if (!site.desk().record(
                {first, QStringLiteral("BL"), QStringLiteral("phq9"), 1, QStringLiteral("interview"), answers, {}}) ||
            !site.desk().setAnchor(first, QStringLiteral("incision"), site.clock.now().addDays(1)))
            qFatal("no scale, no operation");
        const QString out = site.folder.filePath(QStringLiteral("out"));
        QDir().mkpath(out);
        const auto made =
            exporting::exportParticipant(*site.vault, {first, QStringLiteral("full"), out, {}, "test", {"csv"}});
        site.vault.reset();
        auto opened = made ? exporting::openBundle(made->path, {}, site.clock) : std::unexpected(made.error());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().toString()));
        bundle = opened->report.bundle;
        app = std::make_unique<ui::AppModel>(
            vault::Place{site.folder.filePath(QStringLiteral("none")), site.folder.filePath(QStringLiteral("none"))},
            site.clock, QStringLiteral("en"));
        app->read(std::move(opened->vault), bundle, opened->at);
        show();
    }
    /// Names of all buttons that can be seen, sorted.
    [[nodiscard]] QStringList buttons() const {
        QStringList names;
        collect(window->contentItem(), names);
        names.sort();
        return names;
    }
    QString bundle;

private:
    static void collect(QQuickItem* in, QStringList& names) {
        if (!in->isVisible())
            return;
        if (QByteArrayView(in->metaObject()->className()).startsWith("ActionButton"))
            names += in->objectName();
        for (QQuickItem* const child : in->childItems())
            collect(child, names);
    }
};

} // namespace

class TestStaffReading : public QObject {
    Q_OBJECT
    std::unique_ptr<Laptop> m_laptop;

    void go(const QString& place, const QVariantMap& about = {}) const {
        QQuickItem* const staff = m_laptop->await(QStringLiteral("staff"));
        QVERIFY(staff != nullptr);
        QVERIFY(QMetaObject::invokeMethod(staff, "go", Q_ARG(QString, place),
                                          Q_ARG(QVariant, about.isEmpty() ? QVariant() : QVariant(about))));
        m_laptop->frame();
    }

private Q_SLOTS:
    void init() { m_laptop = std::make_unique<Laptop>(); }

    void opensOnTheRecord_andSaysWhatItIs() {
        QCOMPARE(m_laptop->app->state(), ui::AppModel::State::Staff);
        QVERIFY(m_laptop->await("staff.reading") != nullptr);
        QCOMPARE(m_laptop->textOf("staff.reading"),
                 QString("Read only: export %1 of 20 Nov 2026, 09:00").arg(m_laptop->bundle));
        QVERIFY(m_laptop->find("staff.alerts") == nullptr); // nobody is called from here
        QCOMPARE(m_laptop->app->desk()->participant()["subject"].toString(), "SYN-001");
        QCOMPARE(m_laptop->app->desk()->participant()["timepoints"].toList().size(), 7);
    }
    void bannerSpeaks_theLanguageThatIsSwitchedTo() {
        m_laptop->app->setLanguage("zh-CN");
        EVENTUALLY_EQUAL(m_laptop->textOf("staff.reading"),
                         QString::fromUtf8("只读：2026年11月20日 09:00 的导出 %1").arg(m_laptop->bundle));
        m_laptop->app->setLanguage("en");
        EVENTUALLY_EQUAL(m_laptop->textOf("staff.reading"),
                         QString("Read only: export %1 of 20 Nov 2026, 09:00").arg(m_laptop->bundle));
    }
    void places_areThoseOfOneRecord() {
        const QStringList rail = m_laptop->buttons().filter(QRegularExpression("^rail\\."));
        QCOMPARE(rail, (QStringList{"rail.alerts", "rail.lock", "rail.look", "rail.participants", "rail.textSize"}));
    }
    void noPageHasAnAct_data() {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("tab");
        QTest::newRow("plan") << "participant" << "";
        QTest::newRow("trends") << "participant" << "participant.tab.trends";
        QTest::newRow("more") << "participant" << "participant.tab.more";
        for (const char* place : {"assessment", "stream", "queries", "notes", "alerts", "participants", "audit"})
            QTest::newRow(place) << place << "";
    }
    void noPageHasAnAct() {
        QFETCH(QString, place);
        QFETCH(QString, tab);
        go(place, place == "participant" || place == "alerts" || place == "participants" || place == "audit"
                      ? QVariantMap{}
                      : QVariantMap{{"participant", idText(m_laptop->first)},
                                    {"subject", "SYN-001"},
                                    {"timepoint", "BL"},
                                    {"label", "Baseline"},
                                    {"instrument", "phq9"},
                                    {"sequence", 1}});
        if (!tab.isEmpty())
            m_laptop->tap(tab);
        // Where one goes, how one reads: everything else would be an act.
        static const QRegularExpression reading(
            "^(rail\\.(alerts|lock|look|participants|textSize)|page\\.back|staff\\.alerts|participant\\.tab\\..*|"
            "participant\\.(stream|queries|notes|participantAlerts|earlier|later|alert\\.0\\.open)(\\..*)?|"
            "alerts\\.(open|tab|standing|participant|show).*|participants\\.SYN-001|stream\\.kind\\..*|"
            "audit\\.(filter|more|group|actor|search).*|.*\\.more)$");
        QStringList acts = m_laptop->buttons();
        acts.removeIf([](const QString& name) { return reading.match(name).hasMatch(); });
        QCOMPARE(acts.join(' '), QString());
    }
    void trend_hasTheVaultsScore() {
        go("participant");
        m_laptop->tap("participant.tab.trends");
        QVERIFY(m_laptop->app->desk()->error().isEmpty());
    }
    void nothingWaitsToBeWritten_whateverTimePasses() {
        m_laptop->site.clock.advance(std::chrono::hours(3)); // the alert's deadline, and a backup's
        m_laptop->app->desk()->refresh();
        QVERIFY(m_laptop->app->desk()->error().isEmpty());
        QVERIFY(m_laptop->find("rail.backup") == nullptr);
    }
};

QTEST_MAIN(TestStaffReading)
#include "tst_staff_reading.moc"

// Every kind of a participant's page × portrait, landscape × text 100, 200 % × English, Chinese: nothing clipped,
// options of equal height and all in sight, the bottom bar at its place. The pictures are kept for people to look at.
#include <QDir>
#include <QJsonDocument>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <QTranslator>

namespace {

struct Shape {
    const char* name;
    QSize size;
};
constexpr Shape shapes[] = {{"portrait", {800, 1280}}, {"landscape", {1280, 800}}};

struct Page {
    const char* name;
    const char* type; // of QML
    const char* english;
    const char* chinese;
};
// Published words of PHQ-9, NRS and the like; the longest question and the longest options among them.
const Page pages[] = {
    {"choice", "QuestionPage",
     R"({"itemId":"q4","type":"choice","number":4,"count":9,"canGoBack":true,"recall":"Over the last 2 weeks, how often have you been bothered by any of the following problems?",
         "question":"Feeling tired or having little energy","answer":1,"answered":true,
         "options":[{"value":0,"text":"Not at all"},{"value":1,"text":"Several days"},{"value":2,"text":"More than half the days"},{"value":3,"text":"Nearly every day"}]})",
     R"({"itemId":"q4","type":"choice","number":4,"count":9,"canGoBack":true,"recall":"在过去的两周里，您有多少时候受到以下任何问题的困扰？",
         "question":"感觉疲倦或没有活力","answer":1,"answered":true,
         "options":[{"value":0,"text":"完全不会"},{"value":1,"text":"好几天"},{"value":2,"text":"一半以上的天数"},{"value":3,"text":"几乎每天"}]})"},
    {"long", "QuestionPage",
     R"({"itemId":"q8","type":"choice","number":8,"count":9,"canGoBack":true,"prompted":true,"recall":"Over the last 2 weeks, how often have you been bothered by any of the following problems?",
         "question":"Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual",
         "options":[{"value":0,"text":"Not at all"},{"value":1,"text":"Several days"},{"value":2,"text":"More than half the days"},{"value":3,"text":"Nearly every day"}]})",
     R"({"itemId":"q8","type":"choice","number":8,"count":9,"canGoBack":true,"prompted":true,"recall":"在过去的两周里，您有多少时候受到以下任何问题的困扰？",
         "question":"动作或说话速度缓慢到别人已经觉察？或正好相反，烦躁或坐立不安、动来动去的情况更胜于平常",
         "options":[{"value":0,"text":"完全不会"},{"value":1,"text":"好几天"},{"value":2,"text":"一半以上的天数"},{"value":3,"text":"几乎每天"}]})"},
    {"nrs", "QuestionPage",
     R"({"itemId":"q1","type":"scale","number":2,"count":2,"canGoBack":true,"recall":"Right now","question":"How much pain do you have when you move?",
         "help":"For example when you turn over, cough or sit up.","low":"No pain","high":"Worst pain you can imagine","answer":7,"answered":true})",
     R"({"itemId":"q1","type":"scale","number":2,"count":2,"canGoBack":true,"recall":"此刻","question":"您活动时有多痛？",
         "help":"例如翻身、咳嗽或坐起来的时候。","low":"不痛","high":"能想象到的最痛","answer":7,"answered":true})"},
    {"vas", "QuestionPage",
     R"({"itemId":"q1","type":"scale","display":"vas","scaleMax":100,"number":1,"count":2,"recall":"Right now","question":"How anxious or tense do you feel right now?",
         "low":"Not at all anxious","high":"As anxious as you can imagine","answer":40,"answered":true})",
     R"({"itemId":"q1","type":"scale","display":"vas","scaleMax":100,"number":1,"count":2,"recall":"此刻","question":"您现在感到有多焦虑或紧张？",
         "low":"完全不焦虑","high":"能想象到的最焦虑","answer":40,"answered":true})"},
    {"clock", "QuestionPage",
     R"({"itemId":"q1","type":"clock","number":1,"count":7,"recall":"Last night","question":"At what time did you turn out the light?","answer":"22:30","answered":true})",
     R"({"itemId":"q1","type":"clock","number":1,"count":7,"recall":"昨天夜里","question":"您是几点关灯的？","answer":"22:30","answered":true})"},
    {"duration", "QuestionPage",
     R"({"itemId":"q4","type":"duration","number":4,"count":7,"canGoBack":true,"recall":"Last night","question":"How much time did you spend asleep, as far as you can tell?"})",
     R"({"itemId":"q4","type":"duration","number":4,"count":7,"canGoBack":true,"recall":"昨天夜里","question":"据您估计，您一共睡着了多长时间？"})"},
    {"number", "QuestionPage",
     R"({"itemId":"q2","type":"number","number":2,"count":7,"canGoBack":true,"unit":"minutes","recall":"Last night","question":"How many minutes did you lie awake before you first slept?","declined":true})",
     R"({"itemId":"q2","type":"number","number":2,"count":7,"canGoBack":true,"unit":"分钟","recall":"昨天夜里","question":"关灯以后，过了多少分钟您才睡着？","declined":true})"},
    {"date", "QuestionPage",
     R"({"itemId":"d","type":"date","number":1,"count":1,"recall":"Ever","question":"When was your last operation?"})",
     R"({"itemId":"d","type":"date","number":1,"count":1,"recall":"以往","question":"您上一次手术是什么时候？"})"},
    {"text", "QuestionPage",
     R"({"itemId":"t","type":"text","number":5,"count":7,"canGoBack":true,"recall":"Last night","question":"Was there anything else about the night that we should know?","answer":"Noise in the corridor","answered":true})",
     R"({"itemId":"t","type":"text","number":5,"count":7,"canGoBack":true,"recall":"昨天夜里","question":"关于这一夜，还有什么想告诉我们的吗？","answer":"走廊里有声音","answered":true})"},
    {"note", "QuestionPage",
     R"({"itemId":"n","type":"note","number":1,"count":4,"question":"The next questions are about last night."})",
     R"({"itemId":"n","type":"note","number":1,"count":4,"question":"接下来的问题是关于昨天夜里的。"})"},
    {"breath", "BreathPage",
     R"({"first":false,"progress":0.5,"title":"Your sleep last night","instruction":"Please choose the number that fits best. 0 is the best sleep you can imagine, 10 the worst.","questions":5})",
     R"({"first":false,"progress":0.5,"title":"昨晚的睡眠","instruction":"请选择最符合您情况的数字。0 表示您能想到的最好的睡眠，10 表示最差的睡眠。","questions":5})"},
    {"review", "ReviewPage",
     R"({"progress":0.9,"canGoBack":true,"rows":[{"item":"q1","question":"Little interest or pleasure in doing things","answer":"Several days","answered":true,"declined":false},
         {"item":"q2","question":"Feeling down, depressed, or hopeless","answer":"","answered":false,"declined":true},
         {"item":"q3","question":"Trouble falling or staying asleep, or sleeping too much","answer":"","answered":false,"declined":false},
         {"item":"q4","question":"Feeling tired or having little energy","answer":"Nearly every day","answered":true,"declined":false}]})",
     R"({"progress":0.9,"canGoBack":true,"rows":[{"item":"q1","question":"做事时提不起劲或没有兴趣","answer":"好几天","answered":true,"declined":false},
         {"item":"q2","question":"感到心情低落、沮丧或绝望","answer":"","answered":false,"declined":true},
         {"item":"q3","question":"入睡困难、睡不安稳或睡眠过多","answer":"","answered":false,"declined":false},
         {"item":"q4","question":"感觉疲倦或没有活力","answer":"几乎每天","answered":true,"declined":false}]})"},
    {"cover", "CoverPage",
     R"({"calmText":"Thank you for telling us. Someone from the team will come and talk with you soon."})",
     R"({"calmText":"谢谢您告诉我们。很快会有工作人员来和您谈一谈。"})"},
    {"closing", "CoverPage", R"({"finished":true})", R"({"finished":true})"},
    {"pin", "CoverPage", R"({"padOpen":true,"pinFault":"That is not the PIN. Tries left: 4."})",
     R"({"padOpen":true,"pinFault":"PIN 码不正确。还可以试 4 次。"})"},
    {"panel", "TextSizePanel", "{}", "{}"},
};

bool insideFlickable(const QQuickItem* item) {
    for (const QQuickItem* up = item->parentItem(); up != nullptr; up = up->parentItem())
        if (up->inherits("QQuickFlickable"))
            return up->property("interactive").toBool();
    return false;
}

QRectF onScreen(const QQuickItem* item, double width, double height) {
    return item->mapRectToScene(QRectF(0, 0, width, height));
}

void collect(QQuickItem* root, QList<QQuickItem*>& found) {
    for (QQuickItem* child : root->childItems()) {
        if (!child->isVisible())
            continue;
        found += child;
        collect(child, found);
    }
}

/// The first thing that is cut off, or empty.
QString clipped(QQuickItem* root, const QRectF& window) {
    QList<QQuickItem*> items;
    collect(root, items);
    for (QQuickItem* item : items) {
        if (!item->inherits("QQuickText") || item->property("text").toString().isEmpty() || item->opacity() == 0)
            continue;
        const QString words = item->property("text").toString();
        const double width = item->property("contentWidth").toDouble();
        const double height = item->property("contentHeight").toDouble();
        if (item->property("truncated").toBool())
            return words + QStringLiteral(": truncated");
        if (height > item->height() + 1 || width > item->width() + 1)
            return words + QStringLiteral(": larger than its place");
        if (insideFlickable(item))
            continue;
        const QRectF place = onScreen(item, item->width(), height);
        if (!window.adjusted(-1, -1, 1, 1).contains(place))
            return words + QStringLiteral(": outside the window");
        for (const QQuickItem* up = item->parentItem(); up != nullptr; up = up->parentItem())
            if (up->inherits("QQuickAbstractButton") && up->opacity() > 0 &&
                !onScreen(up, up->width(), up->height()).adjusted(-1, -1, 1, 1).contains(place))
                return words + QStringLiteral(": larger than its button");
    }
    return {};
}

QList<QQuickItem*> named(QQuickItem* root, const QString& prefix) {
    QList<QQuickItem*> all;
    QList<QQuickItem*> items;
    collect(root, items);
    std::copy_if(items.begin(), items.end(), std::back_inserter(all),
                 [&](QQuickItem* item) { return item->objectName().startsWith(prefix); });
    return all;
}

} // namespace

class MatrixTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void page_showsEverything_data();
    void page_showsEverything();

private:
    QQmlEngine m_engine;
    QTranslator m_words;
    QObject* m_theme = nullptr;
    QMap<QString, QRectF> m_bars; // by shape, scale and language: where the bottom bar stood first
};

void MatrixTest::initTestCase() {
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    QVERIFY(QDir().mkpath(QStringLiteral(SEREIN_BINARY_DIR "/matrix")));
    m_theme = m_engine.singletonInstance<QObject*>(qmlTypeId("Serein.Theme", 1, 0, "Theme"));
    if (m_theme == nullptr) { // not registered before something imports it
        QQmlComponent component(&m_engine);
        component.setData("import QtQml\nimport Serein.Theme\nQtObject { property var theme: Theme }", {});
        const std::unique_ptr<QObject> holder(component.create());
        QVERIFY2(holder, qPrintable(component.errorString()));
        m_theme = holder->property("theme").value<QObject*>();
    }
    QVERIFY(m_theme);
}

void MatrixTest::page_showsEverything_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("look");
    for (const Page& page : pages)
        for (const Shape& shape : shapes)
            for (const double scale : {1.0, 1.25, 1.5, 2.0})
                for (const QString& language : {QStringLiteral("en"), QStringLiteral("zh-CN")})
                    QTest::addRow("%s-%s-%d-%s", page.name, shape.name, static_cast<int>(scale * 100),
                                  qPrintable(language))
                        << QString::fromLatin1(page.type)
                        << QByteArray(language == QStringLiteral("en") ? page.english : page.chinese) << shape.size
                        << scale << language << QStringLiteral("light");
    for (const QString& look : {QStringLiteral("dim"), QStringLiteral("highContrast")})
        for (const Page& page : pages)
            QTest::addRow("%s-%s", page.name, qPrintable(look))
                << QString::fromLatin1(page.type) << QByteArray(page.english) << shapes[0].size << 1.0
                << QStringLiteral("en") << look;
}

void MatrixTest::page_showsEverything() {
    QFETCH(QString, type);
    QFETCH(QByteArray, properties);
    QFETCH(QSize, size);
    QFETCH(double, scale);
    QFETCH(QString, language);
    QFETCH(QString, look);

    QCoreApplication::removeTranslator(&m_words);
    QVERIFY(m_words.load(QStringLiteral(":/i18n/serein_%1.qm").arg(QString(language).replace(u'-', u'_'))));
    QCoreApplication::installTranslator(&m_words);
    m_theme->setProperty("language", language);
    m_theme->setProperty("textScale", scale);
    m_theme->setProperty("look", look);

    QQmlComponent component(&m_engine);
    component.setData("import Serein.Patient\n" + type.toUtf8() + " {}", {});
    QJsonParseError fault;
    QVariantMap initial = QJsonDocument::fromJson(properties, &fault).toVariant().toMap();
    QCOMPARE(fault.errorString(), QStringLiteral("no error occurred"));
    initial[QStringLiteral("width")] = size.width();
    if (type != QStringLiteral("TextSizePanel"))
        initial[QStringLiteral("height")] = size.height();
    const std::unique_ptr<QObject> made(component.createWithInitialProperties(initial));
    QVERIFY2(made, qPrintable(component.errorString()));
    auto* page = qobject_cast<QQuickItem*>(made.get());
    QQuickWindow window;
    window.resize(size);
    page->setParentItem(window.contentItem());
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTest::qWait(30);
    QVERIFY(window.grabWindow().save(
        QStringLiteral(SEREIN_BINARY_DIR "/matrix/%1.png").arg(QString::fromLatin1(QTest::currentDataTag()))));

    const QRectF whole(QPointF(0, 0), QSizeF(size));
    QCOMPARE(clipped(page, whole), QString());

    const auto bars = named(page, QStringLiteral("patient.bar"));
    for (const QQuickItem* bar : bars) {
        const QRectF place = onScreen(bar, bar->width(), bar->height());
        const QString key = QStringLiteral("%1×%2 %3 %4").arg(size.width()).arg(size.height()).arg(scale).arg(language);
        QCOMPARE(m_bars.contains(key) ? m_bars.value(key) : place, place);
        m_bars.insert(key, place);
    }
    const double barTop = bars.isEmpty() ? size.height() : onScreen(bars.first(), 0, 0).top();
    for (const QString& prefix :
         {QStringLiteral("patient.option."), QStringLiteral("patient.nrs."), QStringLiteral("patient.key.")}) {
        const auto options = named(page, prefix);
        for (QQuickItem* option : options) {
            const QRectF place = onScreen(option, option->width(), option->height());
            QVERIFY2(whole.contains(place) && place.bottom() <= barTop, qPrintable(option->objectName()));
            QCOMPARE(option->height(), options.first()->height());
            QCOMPARE(option->width(), options.first()->width());
            QVERIFY(option->height() >= 72);
            QVERIFY(option->width() >= 60);
            for (const QQuickItem* words :
                 named(option, QStringLiteral("words"))) // type comes down only a little to fit
                QVERIFY(words->property("size").toDouble() >= 26 * scale * 0.7);
        }
    }
    page->setParentItem(nullptr);
}

QTEST_MAIN(MatrixTest)
#include "tst_matrix.moc"

// What desk refuses reads as one language: every sentence its sources hold has its words, and in Chinese nothing of the
// English stays.
#include "ui/Refusals.h"
#include "ui/Words.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTranslator>
#include <QXmlStreamReader>
#include <QtTest>

using namespace serein;

namespace {

/// The translations as translators write them, without the compiled file that only the whole app carries.
class Written : public QTranslator {
public:
    Written() {
        QFile file(QStringLiteral(SEREIN_SOURCE_DIR "/qml/i18n/serein_zh_CN.ts"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no translations");
        QXmlStreamReader xml(&file);
        QString context;
        QString source;
        while (!xml.atEnd())
            if (xml.readNextStartElement()) {
                if (xml.name() == u"name")
                    context = xml.readElementText();
                else if (xml.name() == u"source")
                    source = xml.readElementText();
                else if (xml.name() == u"translation")
                    m_words.insert(context + u'/' + source,
                                   xml.readElementText(QXmlStreamReader::IncludeChildElements));
            }
    }
    QString translate(const char* context, const char* source, const char*, int) const override {
        return m_words.value(QString::fromUtf8(context) + u'/' + QString::fromUtf8(source));
    }
    [[nodiscard]] bool isEmpty() const override { return m_words.isEmpty(); }

private:
    QMap<QString, QString> m_words;
};

/// Every sentence that a room gives as a reason: the literals with a space in what makes an error.
QStringList reasonsIn(const QString& room) {
    static const QRegularExpression maker(QStringLiteral(R"(\b(unusable|refused|faults\.add|require)\()"));
    static const QRegularExpression literal(QStringLiteral(R"re(QStringLiteral\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\))re"));
    static const QRegularExpression part(QStringLiteral(R"re("((?:[^"\\]|\\.)*)")re"));
    QStringList reasons;
    const QDir folder(QStringLiteral(SEREIN_SOURCE_DIR "/app/") + room);
    for (const QString& name : folder.entryList({QStringLiteral("*.cpp")})) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s", qPrintable(name));
        const QString text = QString::fromUtf8(file.readAll());
        for (auto call = maker.globalMatch(text); call.hasNext();) {
            const qsizetype from = call.next().capturedEnd();
            const QString arguments = text.sliced(from, std::max<qsizetype>(0, text.indexOf(u';', from) - from));
            for (auto one = literal.globalMatch(arguments); one.hasNext();) {
                QString reason;
                const QString parts = one.next().captured(1);
                for (auto piece = part.globalMatch(parts); piece.hasNext();)
                    reason += piece.next().captured(1);
                reason.replace(QStringLiteral("\\\""), QStringLiteral("\""));
                if (reason.trimmed().contains(u' ') && reason != QStringLiteral("%1: %2"))
                    reasons.append(reason);
            }
        }
    }
    reasons.removeDuplicates();
    return reasons;
}

} // namespace

class TestRefusals : public QObject {
    Q_OBJECT
    Written m_chinese;

private Q_SLOTS:
    void everyReason_hasItsWords_data() {
        QTest::addColumn<QString>("reason");
        const QStringList reasons = reasonsIn(QStringLiteral("desk"));
        QVERIFY(reasons.size() > 120);
        for (const QString& reason : reasons)
            QTest::newRow(qPrintable(reason)) << reason;
    }
    void everyReason_hasItsWords() {
        QFETCH(QString, reason);
        QString said = reason;
        for (const char* place : {"%1", "%2", "%3"})
            said.replace(QLatin1String(place), QStringLiteral("7"));
        QVERIFY(qApp->installTranslator(&m_chinese));
        const QString words = ui::Words::error(Error{Error::Kind::Unusable, {{{}, {}, said}}});
        qApp->removeTranslator(&m_chinese);
        static const QRegularExpression english(QStringLiteral("[A-Za-z]{4,}"));
        QVERIFY2(!words.contains(english), qPrintable(words));
    }
    void whatIsNamed_staysAsItIs() {
        QCOMPARE(ui::Refusals::inWords("%1 is enrolled already"), QString("%1 is enrolled already"));
        QCOMPARE(ui::Refusals::inWords("nothing that was ever said"), QString("nothing that was ever said"));
        QVERIFY(qApp->installTranslator(&m_chinese));
        QCOMPARE(ui::Refusals::inWords("SYN-001 is enrolled already"), QString("SYN-001 已入组"));
        QCOMPARE(ui::Refusals::inWords("the data are frozen"), QString("数据已冻结"));
        QCOMPARE(ui::Refusals::inWords("is 700 characters long; at most 500 fit"),
                 QString("共 700 个字符，最多 500 个"));
        QCOMPARE(ui::Refusals::inWords("%2 follows the version in force already"), QString("%2 已按现行版本进行"));
        qApp->removeTranslator(&m_chinese);
    }
};

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"

// The words of each language are whole: none waits for its translator, every number has its singular and its plural in
// English, and none of those that the sources hold was forgotten.
#include <QDirIterator>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

namespace {

struct Message {
    QString source;
    QString type; ///< of its translation: unfinished, vanished; empty: done
    QStringList forms;
};

QList<Message> messagesIn(const QString& language) {
    QFile file(QStringLiteral(SEREIN_SOURCE_DIR "/qml/i18n/serein_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no translations");
    QXmlStreamReader xml(&file);
    QList<Message> all;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement())
            continue;
        if (xml.name() == u"source") {
            all.append({xml.readElementText(), {}, {}});
        } else if (xml.name() == u"numerusform") {
            all.last().forms.append(xml.readElementText());
        } else if (xml.name() == u"translation") {
            all.last().type = xml.attributes().value(QLatin1String("type")).toString();
            if (xml.readNext() == QXmlStreamReader::Characters && !xml.isWhitespace())
                all.last().forms.append(xml.text().toString());
            else if (xml.isStartElement())
                all.last().forms.append(xml.readElementText());
        }
    }
    return all;
}

/// What tr() and qsTr() are given that counts something.
QStringList countingInSources() {
    static const QRegularExpression call(QStringLiteral(R"re(\b(?:tr|qsTr)\(((?:\s*"(?:[^"\\]|\\.)*")+))re"));
    static const QRegularExpression part(QStringLiteral(R"re("((?:[^"\\]|\\.)*)")re"));
    QStringList found;
    for (const char* room : {"/app/ui", "/app/desk", "/qml"})
        for (QDirIterator it(QStringLiteral(SEREIN_SOURCE_DIR) + QLatin1String(room),
                             {QStringLiteral("*.cpp"), QStringLiteral("*.qml")}, QDir::Files,
                             QDirIterator::Subdirectories);
             it.hasNext();) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("%s", qPrintable(file.fileName()));
            for (auto one = call.globalMatch(QString::fromUtf8(file.readAll())); one.hasNext();) {
                QString text;
                for (auto piece = part.globalMatch(one.next().captured(1)); piece.hasNext();)
                    text += piece.next().captured(1);
                if (text.contains(QLatin1String("%n")))
                    found.append(text);
            }
        }
    return found;
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyMessage_isTranslated_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("English plurals") << "en";
        QTest::newRow("Chinese") << "zh_CN";
    }
    void everyMessage_isTranslated() {
        QFETCH(QString, language);
        const QList<Message> all = messagesIn(language);
        QVERIFY(all.size() > 20);
        for (const Message& one : all) {
            QVERIFY2(one.type.isEmpty() && !one.forms.isEmpty() && !one.forms.contains(QString()),
                     qPrintable(one.source));
        }
    }
    void englishNumber_hasSingularAndPlural() {
        const QList<Message> all = messagesIn(QStringLiteral("en"));
        QStringList known;
        for (const Message& one : all) {
            known += one.source;
            QCOMPARE(one.forms.size(), 2);
            for (const QString& form : one.forms)
                QVERIFY2(!form.contains(QLatin1String("(s)")) && !form.contains(QLatin1String("(ies)")),
                         qPrintable(form));
        }
        const QStringList used = countingInSources();
        QVERIFY(used.size() > 20);
        for (const QString& one : used)
            QVERIFY2(known.contains(one), qPrintable(one));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"

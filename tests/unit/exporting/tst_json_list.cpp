// A long list in a JSON document, read element by element: larger than what is read at once, and as strictly.
#include "core/Json.h"
#include "exporting/JsonList.h"

#include <QTest>

using namespace serein;
using namespace serein::exporting;

class TestJsonList : public QObject {
    Q_OBJECT

    /// Elements as they stand there; a fault's words instead where there is one.
    static QByteArrayList elements(const QByteArray& json) {
        QByteArrayList found;
        const auto read = readJsonList(json, "rows", [&](qsizetype at, qsizetype size) -> Result<void> {
            found += json.sliced(at, size);
            const auto parsed = parseJson(json.sliced(at, size));
            return parsed ? Result<void>() : std::unexpected(parsed.error());
        });
        return read ? found : QByteArrayList{"fault"};
    }

private Q_SLOTS:
    void elements_areHandedOnAsTheyStand_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArrayList>("found");
        // With ' for ".
        const auto row = [](const char* name, QByteArray json, QByteArrayList found) {
            for (QByteArray& element : found)
                element.replace('\'', '"');
            QTest::newRow(name) << json.replace('\'', '"') << found;
        };
        row("objects and lists", "{'a': 1, 'rows': [ {'x': [1, 2]}, [3,'4'] , 5 ], 'b': {'rows': [6]}}",
            {"{'x': [1, 2]}", "[3,'4']", "5"});
        row("signs within texts", "{'rows':['],}\\'[{',{'a]':'}'}]}", {"'],}\\'[{'", "{'a]':'}'}"});
        row("none", "{'rows':[]}", {});
        row("not there", "{'a':[1]}", {});
        row("no list", "{'rows':1}", {});
        row("another list before it", "{'a':[1,[2]],'rows':[3]}", {"3"});
        for (const char* bad : {"{'rows':[1,]}", "{'rows':[,1]}", "{'rows':[1 2]}", "{'rows':[[1][2]]}", "{'rows':[1}",
                                "{'rows':[1]}}", "{'rows':[1],'rows':[2]}", "{'rows':[{'a':1,'a':2}]}", "{'rows':['a]}",
                                "{'rows':[", "{'rows'", "{'a' 1,'rows':[1]}", ""})
            row(bad, bad, {"fault"});
    }
    void elements_areHandedOnAsTheyStand() {
        QFETCH(QByteArray, json);
        QTEST(elements(json), "found");
    }
    void documentThatIsTooLargeAtOnce_isRead() {
        const QByteArray element = '"' + QByteArray(1000, 'x') + '"';
        const int count = 17 * 1024;
        const QByteArray json = "{\"rows\":[" + (element + ',').repeated(count - 1) + element + "]}";
        QVERIFY(!parseJson(json));
        QCOMPARE(elements(json).size(), count);
    }
};

QTEST_GUILESS_MAIN(TestJsonList)
#include "tst_json_list.moc"

// Every shipped instrument, with answers at the edges and at random: each answer and each score is the same in the
// ledger and in every format.
#include "HardToCarry.h"
#include "exporting/Odm.h"
#include "exporting/Reconcile.h"
#include "exporting/SdtmFiles.h"
#include "exporting/SdtmTests.h"
#include "exporting/Tables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QXmlStreamReader>

using namespace serein;
using namespace serein::exporting;
using fixture::Kept;
using fixture::Ward;

namespace {

/// "SEQUENCE item ID" or "SEQUENCE score ID" → value as a number or text; nothing where there is none.
using ItemValues = QMap<QString, QString>;

QString key(int sequence, const char* kind, const QString& id) {
    return QStringLiteral("%1 %2 %3").arg(sequence).arg(QLatin1String(kind), id);
}

ItemValues saidByTheLedger(const Record& record) {
    ItemValues said;
    for (const ledger::AssessmentState& one : record.state.assessments) {
        const instrument::Instrument& scale = record.definitions.instrument(one);
        const instrument::Answers answers = *answersOf(one, scale);
        const QStringList shown = instrument::visibleItems(scale, answers, one.profile);
        for (const instrument::Item& item : scale.items)
            if (const ItemState state = itemState(item, answers.value(item.id), shown.contains(item.id), true);
                state.state == "answered")
                said.insert(key(one.key.sequence, "item", item.id), state.value.text);
        for (auto it = one.scores.begin(); it != one.scores.end(); ++it)
            if (const QString value = scoreCell(it->toObject()).text; !value.isEmpty())
                said.insert(key(one.key.sequence, "score", it.key()), value);
    }
    return said;
}

/// Read back by item OID; several choices are put together again.
ItemValues saidInOdm(const Record& record) {
    const instrument::Instrument& scale = record.definitions.instrument(record.state.assessments.first());
    const QString base = QStringLiteral("I.%1.%2.").arg(scale.id, scale.version);
    ItemValues said;
    QMap<QString, QStringList> chosen;
    int sequence = 0;
    QXmlStreamReader xml(formatFiles({record}, {"odm"})->value(odmFile));
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"StudyEventData")
            sequence = xml.attributes().value("StudyEventRepeatKey").toInt();
        const QString oid = xml.attributes().value("ItemOID").toString();
        if (xml.name() != u"ItemData" || !oid.startsWith(base) || !xml.attributes().hasAttribute("Value"))
            continue;
        const QString id = oid.mid(base.size());
        QString value = xml.attributes().value("Value").toString();
        if (id.startsWith("score.")) {
            if (!id.endsWith(".status") && !id.endsWith(".band"))
                said.insert(key(sequence, "score", id.mid(6)), value);
            continue;
        }
        const instrument::Item* item = scale.item(id.section('.', 0, 0));
        if (item->type == instrument::ItemType::MultiChoice) {
            if (value == "1")
                chosen[key(sequence, "item", item->id)] += id.section('.', 1);
            continue;
        }
        if (item->type == instrument::ItemType::Clock)
            value.chop(3); // its seconds
        said.insert(key(sequence, "item", id), value);
    }
    for (auto it = chosen.begin(); it != chosen.end(); ++it)
        said.insert(it.key(), it->join('|'));
    return said;
}

ItemValues saidInDatasetJson(const Record& record) {
    const instrument::Instrument& scale = record.definitions.instrument(record.state.assessments.first());
    const QString domain = sdtmDomain(scale);
    const Files files = *formatFiles({record}, {"dataset-json"});
    const auto table = [&](const QString& name) {
        const QJsonObject json = QJsonDocument::fromJson(files.value("sdtm/" + name.toLower() + ".json")).object();
        QList<QMap<QString, QJsonValue>> rows;
        for (const auto& row : json.value("rows").toArray()) {
            QMap<QString, QJsonValue> cells;
            for (qsizetype i = 0; i < json.value("columns").toArray().size(); ++i)
                cells.insert(json.value("columns").toArray().at(i).toObject().value("name").toString(),
                             row.toArray().at(i));
            rows += cells;
        }
        return rows;
    };
    QMap<QString, QString> more; ///< what goes on, by row and QNAM
    for (const auto& row : table("SUPP" + domain))
        more.insert(row.value("IDVARVAL").toString() + ' ' + row.value("QNAM").toString(),
                    row.value("QVAL").toString());
    const SdtmTests tests(scale);
    QMap<QString, std::pair<const char*, QString>> ids; ///< by test code
    for (const instrument::Item& item : scale.items)
        if (item.asks())
            ids.insert(item.codes.testCode().isEmpty() ? tests.item(item.id).code : item.codes.testCode(),
                       {"item", item.id});
    for (const instrument::Score& score : scale.scores)
        ids.insert(score.codes.testCode().isEmpty() ? tests.score(score.id).code : score.codes.testCode(),
                   {"score", score.id});
    ItemValues said;
    for (const auto& row : table(domain)) {
        const auto cell = [&](const char* name) { return row.value(domain + QLatin1String(name)); };
        if (cell("STRESC").toString().isEmpty())
            continue;
        const int sequence = cell("GRPID").toString().section('/', 2).toInt();
        const auto [kind, id] = ids.value(cell("TESTCD").toString());
        QString value =
            cell("STRESN").isNull() ? cell("STRESC").toString() : Decimal::fromJson(cell("STRESN"))->toString();
        const QString seq = QString::number(cell("SEQ").toInt());
        const QString variable = domain + (cell("ORRES") == cell("STRESC") ? "ORRES" : "STRESC");
        for (int i = 1; more.contains(seq + ' ' + sdtmContinued(variable, i)); ++i)
            value += more.value(seq + ' ' + sdtmContinued(variable, i));
        said.insert(key(sequence, kind, id), value);
    }
    return said;
}

ItemValues saidInCsv(const Record& record) {
    const Table table = *answersTable(record.state, record.definitions);
    const auto at = [&](const QList<Cell>& row, const char* column) {
        return row[table.columns.indexOf(QLatin1String(column))].text;
    };
    ItemValues said;
    for (const QList<Cell>& row : table.rows)
        if (!at(row, "value").isEmpty())
            said.insert(key(at(row, "sequence").toInt(), at(row, "kind") == "item" ? "item" : "score", at(row, "id")),
                        at(row, "value"));
    return said;
}

/// A format joins by a row here.
const QMap<QString, ItemValues (*)(const Record&)> formatsRead{
    {"csv", saidInCsv}, {"odm", saidInOdm}, {"dataset-json", saidInDatasetJson}};

QJsonValue answer(const instrument::Item& item, QRandomGenerator& random, int edge) {
    const auto within = [&](const Decimal& low, const Decimal& high) -> QJsonValue {
        if (edge != 0)
            return (edge < 0 ? low : high).toJson();
        const double at = low.toDouble() + random.generateDouble() * (high.toDouble() - low.toDouble());
        return Decimal::fromString(QString::number(at, 'f', item.decimals))->toJson();
    };
    switch (item.type) {
    case instrument::ItemType::Choice: {
        const qsizetype last = item.choices.size() - 1;
        return item.choices[edge < 0 ? 0 : edge > 0 ? last : random.bounded(last + 1)].value.toJson();
    }
    case instrument::ItemType::MultiChoice: {
        QJsonArray chosen;
        for (const instrument::Choice& choice : item.choices)
            if (edge > 0 || random.bounded(2) == 0)
                chosen.append(choice.value.toJson());
        return chosen.isEmpty() ? QJsonValue() : chosen;
    }
    case instrument::ItemType::Number:
    case instrument::ItemType::Scale:
    case instrument::ItemType::Duration:
        return within(item.min.value_or(0), item.max.value_or(1000));
    case instrument::ItemType::Clock:
        return QStringLiteral("%1:%2")
            .arg(random.bounded(24), 2, 10, QChar('0'))
            .arg(random.bounded(60), 2, 10, QChar('0'));
    case instrument::ItemType::Date:
        return "2026-11-20";
    case instrument::ItemType::DateTime:
        return "2026-11-20T14:05:00+08:00";
    default:
        return QStringLiteral("=cmd \"很疼\"\n🙂")
            .repeated(edge > 0 ? 20 : 1)
            .left(item.maxLength > 0 ? item.maxLength : 10000);
    }
}

} // namespace

class TestLibraryExports : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerAndScore_isTheSameInEveryFormat_data() {
        QTest::addColumn<QString>("id");
        for (const QString& id : fixture::library().ids())
            QTest::newRow(qPrintable(id)) << id;
    }
    void everyAnswerAndScore_isTheSameInEveryFormat() {
        QFETCH(const QString, id);
        Ward ward;
        ward.enrol();
        const instrument::Instrument& scale = *ward.library.instrument(id);
        QRandomGenerator random(static_cast<quint32>(qHash(id, 7)));
        constexpr int sets = 24;
        QStringList profiles = scale.profiles.isEmpty() ? QStringList{QString()} : scale.profiles;
        for (int sequence = 1; sequence <= sets; ++sequence) {
            const int edge = sequence == 1 ? -1 : sequence == 2 ? 1 : 0;
            QJsonObject answers;
            for (const instrument::Item& item : scale.items) {
                if (!item.asks())
                    continue;
                const int dice = edge != 0 ? 99 : random.bounded(100);
                if (sequence == 3 || dice < 4)
                    continue; // nothing at all; left unanswered
                answers.insert(item.id, sequence == 4 || dice < 8 ? QJsonValue(QJsonObject{{"declined", true}})
                                                                  : answer(item, random, edge));
            }
            Ward::How how;
            how.profile = profiles[sequence % profiles.size()];
            how.prorate = sequence % 2 == 0;
            how.language = ward.library.pack(id, "en") ? "en" : "none";
            ward.give({"BL", id, sequence}, answers, how);
        }
        const Kept kept(ward);
        const ItemValues ledgers = saidByTheLedger(kept.record());
        QVERIFY(ledgers.size() > sets);
        for (auto it = formatsRead.begin(); it != formatsRead.end(); ++it) {
            const ItemValues said = (*it)(kept.record());
            for (auto one = ledgers.begin(); one != ledgers.end(); ++one)
                QVERIFY2(said.value(one.key()) == *one,
                         qPrintable(QStringLiteral("%1, %2: \"%3\" in the ledger, \"%4\" there")
                                        .arg(it.key(), one.key(), *one, said.value(one.key()))));
            QCOMPARE(said.keys(), ledgers.keys());
        }
        // XPT, SAV, DTA, REDCap and FHIR's Observations as export verify reads them. (What FHIR's expressions compute
        // is tst_fhir's matter.)
        const auto done = reconcile({kept.record()}, fixture::filesOf({kept.record()}));
        QVERIFY2(done, qPrintable(done ? QString() : done.error().toString()));
    }
};

QTEST_GUILESS_MAIN(TestLibraryExports)
#include "tst_library_exports.moc"

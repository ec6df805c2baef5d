#include "bench/Ward.h"

#include "bench/BenchVault.h"
#include "instrument/Scoring.h"
#include "vault/VaultFile.h"

#include <QJsonArray>
#include <QJsonObject>

namespace serein::bench {

namespace {

template<class T> T need(Result<T>&& result) {
    if (!result)
        qFatal("%s", qPrintable(result.error().toString()));
    return *std::move(result);
}
/// The demonstration with one more day.
study::Study eightTimepoints(const instrument::Library& library) {
    QJsonObject json =
        need(readJson(instrument::Library::defaultFolder() + QStringLiteral("/studies/demo.json"))).toObject();
    QJsonArray timepoints = json[QLatin1String("timepoints")].toArray();
    QJsonObject added = timepoints.last().toObject();
    added.insert(QStringLiteral("id"), QStringLiteral("POD90"));
    added.insert(QStringLiteral("label"), QJsonObject{{QStringLiteral("en"), QStringLiteral("Day 90 after surgery")}});
    added.insert(QStringLiteral("window"),
                 QJsonObject{{QStringLiteral("day"), 90}, {QStringLiteral("spread"), QStringLiteral("P7D")}});
    timepoints.append(added);
    json.insert(QStringLiteral("timepoints"), timepoints);
    return need(study::parseStudy(json, library));
}

/// Writes the streams of new participants, chained and sealed as the vault does.
class Writer {
public:
    Writer(test::TestVault& site, QUuid device) : m_device(std::move(device)), m_time(site.clock.now()) {
        const auto unlocking = need(
            vault::Vault::derive(site.place(), QStringLiteral("anna"), crypto::Secret(test::passphrase), site.clock));
        m_database = need(vault::Database::open(vault::databasePath(site.place().folder), unlocking.databaseKey));
        auto row = need(m_database->prepare("SELECT value FROM secrets WHERE name='class-data'"));
        need(row.step());
        QByteArray key = row.blob(0);
        m_key = crypto::Secret(key);
    }
    [[nodiscard]] QUuid write(const QList<ledger::Fact>& facts, const QDateTime& since) {
        const QUuid participant = m_ids.next(since);
        ledger::Head head{idText(participant), 0, QByteArray(32, '\0')};
        for (const ledger::Fact& fact : facts) {
            m_order = m_order.after(m_time);
            const ledger::Header header{ledger::schemaVersion,
                                        m_ids.next(m_time),
                                        m_device,
                                        head.stream,
                                        head.sequence + 1,
                                        head.hash,
                                        since.addSecs(head.sequence),
                                        m_order,
                                        QStringLiteral("anna"),
                                        QStringLiteral("nurse"),
                                        QStringLiteral(SEREIN_VERSION),
                                        ledger::kindOf(fact),
                                        ledger::BodyClass::Data};
            const ledger::StoredEvent stored = ledger::sealEvent(header, fact, m_key);
            auto row = need(m_database->prepare("INSERT INTO events(id,device,stream,sequence,hlc,header,body,hash) "
                                                "VALUES(?,?,?,?,?,?,?,?)"));
            need(row.bind(header.id.toRfc4122())
                     .bind(m_device.toRfc4122())
                     .bind(header.stream)
                     .bind(header.sequence)
                     .bind(m_order.toString())
                     .bind(stored.header)
                     .bind(stored.body)
                     .bind(stored.hash)
                     .run());
            head = {head.stream, header.sequence, stored.hash};
        }
        return participant;
    }
    [[nodiscard]] const vault::Database& database() const { return *m_database; }

private:
    QUuid m_device;
    QDateTime m_time;
    IdSource m_ids;
    ledger::HybridTime m_order;
    crypto::Secret m_key;
    std::unique_ptr<vault::Database> m_database;
};

/// What is asked, and the hashes under which it is kept.
struct Asked {
    const study::Study& study;
    const instrument::Library& library;
    QString hash;
    QJsonObject instruments;
};

/// One of its choices, or a number in its range, by turns.
Decimal answerTo(const instrument::Item& item, int turn) {
    if (!item.choices.isEmpty())
        return item.choices.at(turn % item.choices.size()).value;
    constexpr int commonRange = 10; // 0 to 10: the ranges of the demonstration's scales hold it
    return Decimal(turn % commonRange);
}

/// One assessment, with every item shown and answered where it is rich.
void addAssessment(QList<ledger::Fact>& facts, const ledger::AssessmentKey& key, const Asked& asked, int number,
                   bool rich) {
    const instrument::Instrument& instrument = *asked.library.instrument(key.instrument);
    const QJsonObject adopted = asked.instruments.value(key.instrument).toObject();
    const QString language = QStringLiteral("en");
    facts.append(ledger::AssessmentOpened{key,
                                          adopted.value(QLatin1String("definition")).toString(),
                                          adopted.value(QLatin1String("packs")).toObject().value(language).toString(),
                                          language,
                                          {},
                                          false,
                                          QStringLiteral("self"),
                                          {}});
    instrument::Answers answers;
    for (const instrument::Item& item : instrument.items)
        if (rich && item.asks()) {
            const Decimal answer = answerTo(item, number + static_cast<int>(answers.size()));
            answers.insert(item.id, instrument::AnswerValue(answer));
            facts.append(ledger::ItemShown{key, item.id});
            facts.append(ledger::Answered{key, item.id, answer.toJson()});
        }
    facts.append(ledger::Submitted{key,
                                   instrument::scoresToJson(instrument::score(instrument, answers)),
                                   QString::fromLatin1(instrument::engineVersion),
                                   false,
                                   {}});
}

QList<ledger::Fact> lifeOf(int number, bool rich, const Asked& asked, const QDateTime& consent) {
    const study::Study& study = asked.study;
    QList<ledger::Fact> facts{
        ledger::Enrolled{
            QStringLiteral("SYN-%1").arg(number, 5, 10, QChar(u'0')), asked.hash, QStringLiteral("en"), true, {}},
        ledger::AnchorSet{QStringLiteral("consent"), consent},
        ledger::AnchorSet{QStringLiteral("incision"), consent.addDays(1)},
        ledger::Located{QStringLiteral("ward"), QString::number(number % 40), QString::number(number % 30)}};
    for (qsizetype i = 0; i < study.timepoints.size(); ++i) {
        const study::Timepoint& timepoint = study.timepoints[i];
        if (rich || i == 0)
            for (const QString& id : timepoint.battery)
                addAssessment(facts, {timepoint.id, id, 1}, asked, number, rich);
        else if (i % 4 == number % 4)
            facts.append(ledger::Missed{{timepoint.id, {}, 1}, QStringLiteral("asleep"), {}});
    }
    return facts;
}

} // namespace

Ward::Ward(int participants, int rich)
    : m_site({account::Role::Administrator, account::Role::Nurse, account::Role::DataManager}, test::shippedLibrary(),
             eightTimepoints) {
    constexpr int days = 60; // of enrolment, so that every state has its share
    const study::Study study = m_site.vault->study();
    const Asked asked{study, m_site.library, m_site.vault->deviceState().study,
                      m_site.vault->deviceState().instruments};
    const QUuid device = m_site.vault->device();
    const QDateTime now = m_site.clock.now();
    m_site.vault.reset();
    {
        Writer writer(m_site, device);
        auto transaction = need(vault::Transaction::begin(writer.database()));
        for (int i = 0; i < participants; ++i) {
            const QDateTime consent = now.addDays(-(i % days)).addSecs(-60 * (i % 600));
            const QUuid one = writer.write(lifeOf(i + 1, i < rich, asked, consent), consent);
            if (i < rich)
                m_rich.append(idText(one));
        }
        need(transaction.commit());
    }
    need(m_site.reopen());
    need(m_site.vault->rebuild());
    need(m_site.reopen()); // with nothing in memory
}

} // namespace serein::bench

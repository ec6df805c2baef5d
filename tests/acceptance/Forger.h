#pragma once
// Somebody with every key of a vault: they change what one event says, and then every hash, link, seal and signature
// after it, so that the ledger is whole in itself.
#include "core/Ids.h"
#include "ledger/Envelope.h"
#include "vault/Database.h"

namespace serein::test {

class Forger {
public:
    Forger(const QString& databasePath, const crypto::Secret& databaseKey)
        : m_database(*vault::Database::open(databasePath, databaseKey)) {
        for (const char* const trigger : {"events_no_update", "events_no_delete", "events_no_replace"})
            run((QByteArray("DROP TRIGGER IF EXISTS ") + trigger).constData());
        m_data = secret("class-data");
        m_unblinding = secret("class-unblinding");
        m_device = secret("device-key");
    }
    /// Events whose `kind` is that, in that stream, say `changed(what they said)` from now on. How many were forged
    /// anew, after them. Streams with identity keep it: bodies that the forger can't open go along as they are.
    int rewrite(const QString& stream, const QString& kind, const std::function<ledger::Fact(ledger::Fact)>& changed) {
        QList<QPair<qint64, ledger::StoredEvent>> events;
        {
            auto rows = *m_database->prepare("SELECT ordinal,header,body,hash FROM events ORDER BY ordinal");
            while (*rows.step())
                events.append({rows.integer(0), {rows.blob(1), rows.blob(2), rows.blob(3)}});
        }
        int forged = 0;
        QHash<QByteArray, QByteArray> now; // hash → the one that stands in its place
        for (auto& [ordinal, stored] : events) {
            ledger::Header header = *ledger::Header::fromBytes(stored.header);
            const QByteArray was = stored.hash;
            const bool changes = header.stream == stream && header.kind == kind;
            const bool names = header.kind == QLatin1String("checkpoint");
            if (!changes && !names && !now.contains(header.previous))
                continue;
            const bool opens =
                header.bodyClass == ledger::BodyClass::Data || header.bodyClass == ledger::BodyClass::Unblinding;
            if (!opens)
                qFatal("the forger holds no key of this class");
            const crypto::Secret& key = header.bodyClass == ledger::BodyClass::Data ? m_data : m_unblinding;
            ledger::Event event = *ledger::openEvent(stored, ledger::eventKey(key, header.id));
            if (changes)
                event.fact = changed(event.fact);
            if (auto* checkpoint = std::get_if<ledger::Checkpoint>(&event.fact)) {
                for (ledger::Head& head : checkpoint->heads)
                    head.hash = now.value(head.hash, head.hash);
                checkpoint->signature =
                    crypto::sign(m_device, ledger::checkpointMessage(header.device, checkpoint->heads));
            }
            header.previous = now.value(header.previous, header.previous);
            stored = ledger::sealEvent(header, event.fact, key);
            now.insert(was, stored.hash);
            write(ordinal, stored);
            ++forged;
        }
        return forged;
    }
    /// The last event of the device's own stream.
    ledger::Head deviceHead() {
        auto row = *m_database->prepare(
            "SELECT sequence,hash FROM events WHERE stream='device' ORDER BY sequence DESC LIMIT 1");
        if (!*row.step())
            qFatal("no events");
        return {ledger::deviceStream, row.integer(0), row.blob(1)};
    }

private:
    void run(const char* sql) {
        if (const auto done = m_database->execute(sql); !done)
            qFatal("%s", qPrintable(done.error().toString()));
    }
    crypto::Secret secret(const char* name) {
        auto row = *m_database->prepare("SELECT value FROM secrets WHERE name=?");
        row.bind(QString::fromLatin1(name));
        if (!*row.step())
            qFatal("no secret %s", name);
        return crypto::Secret(row.blob(0));
    }
    void write(qint64 ordinal, const ledger::StoredEvent& stored) {
        auto row = *m_database->prepare("UPDATE events SET header=?,body=?,hash=? WHERE ordinal=?");
        row.bind(stored.header).bind(stored.body).bind(stored.hash).bind(ordinal);
        if (const auto done = row.run(); !done)
            qFatal("%s", qPrintable(done.error().toString()));
    }
    std::unique_ptr<vault::Database> m_database;
    crypto::Secret m_data;
    crypto::Secret m_unblinding;
    crypto::Secret m_device;
};

} // namespace serein::test

#include "desk/AuditTrail.h"

#include "desk/Actor.h"
#include "desk/EventGroups.h"
#include "desk/StaffWords.h"
#include "ledger/Redaction.h"

#include <algorithm>

namespace serein::desk {

namespace {

/// Reads one stream's events in their order, with what was opened before each of them.
class StreamReader {
public:
    static Result<StreamReader> of(const vault::Vault& vault, const QString& stream, const QString& language,
                                   Reader reader, const QHash<QUuid, QString>& subjects) {
        StreamReader made;
        SEREIN_TRY(auto protocol, vault.protocol(vault.deviceState().study));
        if (const QUuid participant(stream); !participant.isNull()) {
            SEREIN_TRY(const auto state, vault.participant(participant));
            SEREIN_TRY(protocol, vault.protocolOf(*state));
            made.m_seesUnblinding = seesUnblinding(vault, *state);
            made.m_subject = subjects.value(participant);
            for (const ledger::Redaction& redaction : state->redactions)
                made.m_redacted.insert(redaction.event);
            vault::TrailQuery opened;
            opened.stream = stream;
            opened.kinds = EventWords::remembered();
            opened.most = -1;
            SEREIN_TRY(made.m_opened, vault.trail(opened));
        }
        made.m_words = std::make_unique<EventWords>(vault, std::move(protocol), language, reader, subjects);
        return made;
    }
    ledger::AuditLine read(const vault::TrailEvent& one) {
        const ledger::Header& header = one.event.header;
        for (; !m_opened.isEmpty() && m_opened.constLast().event.header.order < header.order; m_opened.removeLast())
            m_words->remember(m_opened.constLast().event.fact);
        const bool mayRead = header.bodyClass != ledger::BodyClass::Unblinding || m_seesUnblinding;
        const ledger::Event left{header, m_redacted.contains(header.id) ? ledger::Fact(ledger::Withheld{header.kind})
                                                                        : one.event.fact};
        const EventLine line = m_words->lineOf(left, mayRead);
        return {header,
                one.hash,
                m_subject,
                groupOf(header.kind),
                StaffWords::role(header.role),
                line.what,
                line.reason,
                !mayRead,
                mayRead && ledger::holdsFreeText(left.fact)};
    }

private:
    QString m_subject;
    bool m_seesUnblinding = false;
    QSet<QUuid> m_redacted;            ///< the key of an older one may still open it
    QList<vault::TrailEvent> m_opened; ///< newest first
    std::unique_ptr<EventWords> m_words;
};

} // namespace

AuditTrail::AuditTrail(const vault::Vault& vault, QString language, Reader reader)
    : m_vault(vault), m_language(std::move(language)), m_reader(reader) {}

Result<QList<ledger::AuditLine>> AuditTrail::lines(const QList<vault::TrailEvent>& newestFirst) const {
    SEREIN_TRY(const QList<vault::Summary> everyone, m_vault.participants());
    QHash<QUuid, QString> subjects;
    for (const vault::Summary& one : everyone)
        subjects.insert(one.id, one.subject);
    std::map<QString, StreamReader> streams;
    QList<ledger::AuditLine> lines;
    for (auto one = newestFirst.crbegin(); one != newestFirst.crend(); ++one) {
        const QString stream = one->event.header.stream;
        auto known = streams.find(stream);
        if (known == streams.end()) {
            SEREIN_TRY(auto reader, StreamReader::of(m_vault, stream, m_language, m_reader, subjects));
            known = streams.emplace(stream, std::move(reader)).first;
        }
        lines.append(known->second.read(*one));
    }
    return lines;
}

namespace {

vault::TrailQuery asQuery(const AuditFilter& filter) {
    vault::TrailQuery query;
    query.stream = filter.participant  ? idText(*filter.participant)
                   : filter.deviceOnly ? ledger::deviceStream
                                       : QString();
    query.actor = filter.actor;
    query.kinds = filter.group.isEmpty() ? QStringList() : kindsIn(filter.group);
    query.from = filter.from;
    query.to = filter.to;
    return query;
}

} // namespace

Result<AuditPage> AuditTrail::page(const AuditFilter& filter, const vault::TrailPlace& before, int most) const {
    vault::TrailQuery query = asQuery(filter);
    query.before = before;
    query.most = most + 1; // one more tells whether there is more
    SEREIN_TRY(QList<vault::TrailEvent> found, m_vault.trail(query));
    AuditPage page;
    if (found.size() > most) {
        found.removeLast();
        page.next = found.constLast().place;
    }
    SEREIN_TRY(page.lines, lines(found));
    std::ranges::reverse(page.lines);
    return page;
}

Result<QList<ledger::AuditLine>> AuditTrail::all(const AuditFilter& filter) const {
    vault::TrailQuery query = asQuery(filter);
    query.most = -1;
    SEREIN_TRY(const QList<vault::TrailEvent> found, m_vault.trail(query));
    return lines(found);
}

} // namespace serein::desk

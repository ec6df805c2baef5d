#pragma once
// One participant's events without a vault, for writers: whatever may happen to an answer, at the moments a test says.
#include "core/Ids.h"
#include "exporting/Formats.h"
#include "exporting/Slice.h"
#include "instrument/Scoring.h"
#include "unit/exporting/ExportFixture.h"

#include <QJsonArray>
#include <functional>

namespace serein::exporting::fixture {

class Ward {
public:
    instrument::Library library = fixture::library();
    study::Study study = fixture::study(library);

    explicit Ward(const QString& subject = QStringLiteral("SYN-001")) : m_subject(subject) {}

    /// Enrolled under `study`, with consent and the anchors of the demonstration study.
    void enrol(const char* consent = "2026-11-18T09:00+08:00", const char* incision = "2026-11-20T08:30+08:00") {
        now(consent);
        happen(ledger::Enrolled{m_subject, store(study.json), QStringLiteral("en"), true}, "nora", "nurse");
        happen(
            ledger::Consented{QStringLiteral("1.0"), m_now, QStringLiteral("participant"), QStringLiteral("initial")},
            "nora", "nurse");
        happen(ledger::AnchorSet{QStringLiteral("consent"), m_now}, "nora", "nurse");
        happen(ledger::AnchorSet{QStringLiteral("incision"), fixture::at(incision)}, "nora", "nurse");
        for (const study::Timepoint& timepoint : study.timepoints)
            for (const QString& id : timepoint.battery)
                define(id, QStringLiteral("en"));
    }
    /// The study changed by `change`, as its JSON; proven as it is when it is adopted.
    void amend(const std::function<void(QJsonObject& json)>& change) {
        QJsonObject json = study.json;
        change(json);
        const auto amended = study::parseStudy(json, library);
        if (!amended)
            qFatal("%s", qPrintable(amended.error().toString()));
        study = *amended;
    }
    /// The PSQI with room for a text of 10,000 characters, which no shipped scale gives.
    void makeRoomForLongTexts() {
        instrument::Entry entry = *library.entry(QStringLiteral("psqi"));
        const QByteArray json = canonicalJson(entry.instrument.json).replace("\"maxLength\":500,", "");
        entry.instrument = *instrument::parseInstrument(*parseJson(json));
        library.add(entry);
    }
    void now(const char* moment) { m_now = fixture::at(moment); }

    const ledger::Header& happen(const ledger::Fact& fact, const char* actor = "participant",
                                 const char* role = "participant",
                                 ledger::BodyClass bodyClass = ledger::BodyClass::Data) {
        ledger::Header header;
        header.sequence = m_events.size() + 1;
        header.id = QUuid::createUuidV5(QUuid(), QStringLiteral("%1/%2").arg(m_subject).arg(header.sequence));
        header.stream = m_subject;
        header.at = m_now;
        header.order =
            m_events.isEmpty() ? ledger::HybridTime().after(m_now) : m_events.constLast().header.order.after(m_now);
        header.actor = QString::fromLatin1(actor);
        header.role = QString::fromLatin1(role);
        header.app = QStringLiteral("0.1.0");
        header.kind = ledger::kindOf(fact);
        header.bodyClass = bodyClass;
        m_events.append({header, fact});
        m_now = m_now.addSecs(7);
        return m_events.constLast().header;
    }

    struct How {
        QString mode = QStringLiteral("self");
        QString language = QStringLiteral("en");
        QString profile = {};
        QStringList notReached = {}; ///< not empty: it ended early
        bool prorate = false;
        bool submit = true;
        QString filledInAt = {}; ///< on paper, ISO 8601
    };
    /// Opened, answered and submitted with the scores that the engine gives.
    void give(const ledger::AssessmentKey& key, const QJsonObject& answers, const How& how) {
        const instrument::Instrument& scale = *library.instrument(key.instrument);
        const QString profile = how.profile.isEmpty() ? scale.defaultProfile : how.profile;
        define(key.instrument, how.language);
        const instrument::TextPack* pack = library.pack(key.instrument, how.language);
        const auto bodyClass = *ledger::classFrom(scale.dataClass);
        happen(ledger::AssessmentOpened{key, hashOf(scale.json), pack ? hashOf(pack->json) : QString(), how.language,
                                        profile, how.prorate, how.mode},
               "participant", "participant", bodyClass);
        if (!how.filledInAt.isEmpty())
            happen(ledger::Transcribed{key, how.filledInAt, true}, "nora", "nurse", bodyClass);
        instrument::Answers given;
        for (auto it = answers.begin(); it != answers.end(); ++it) {
            given.insert(it.key(), *instrument::answerFromJson(*scale.item(it.key()), *it));
            happen(ledger::Answered{key, it.key(), *it}, "participant", "participant", bodyClass);
        }
        if (!how.submit)
            return;
        const QJsonObject scores = instrument::scoresToJson(instrument::score(scale, given, {profile, how.prorate}));
        happen(ledger::Submitted{key, scores, QString::fromLatin1(instrument::engineVersion), !how.notReached.isEmpty(),
                                 how.notReached},
               "participant", "participant", bodyClass);
    }
    void give(const ledger::AssessmentKey& key, const QJsonObject& answers) { give(key, answers, How()); }

    /// What a reader of that audience is given.
    [[nodiscard]] QList<ledger::Event> events(const QString& audience = QStringLiteral("full")) const {
        QList<ledger::Event> seen = m_events;
        for (ledger::Event& event : seen)
            if (isWithheld(event.header.bodyClass, audience))
                event.fact = ledger::Withheld{event.header.kind};
        return seen;
    }
    [[nodiscard]] const StoredDefinitions& stored() const { return m_stored; }
    QString store(const QJsonObject& json) {
        const QString hash = hashOf(json);
        m_stored.insert(hash, instrument::definitionBytes(json));
        return hash;
    }

private:
    void define(const QString& id, const QString& language) {
        store(library.instrument(id)->json);
        for (const QString& one : {QStringLiteral("en"), language})
            if (const instrument::TextPack* pack = library.pack(id, one))
                store(pack->json);
    }

    QString m_subject;
    QDateTime m_now;
    QList<ledger::Event> m_events;
    StoredDefinitions m_stored;
};

/// A ward's record, with what it refers to.
struct Kept {
    QList<ledger::Event> events;
    ledger::ParticipantState state;
    Definitions definitions;
    QString audience;

    explicit Kept(const Ward& ward, const QString& whose = QStringLiteral("full"))
        : events(ward.events(whose)), state(folded(events)), audience(whose) {
        auto read = Definitions::read(ward.stored(), state);
        if (!read)
            qFatal("%s", qPrintable(read.error().toString()));
        definitions = *std::move(read);
    }
    [[nodiscard]] Record record() const { return {state, definitions, events, audience}; }
};

} // namespace serein::exporting::fixture

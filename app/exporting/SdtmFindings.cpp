#include "exporting/SdtmFindings.h"

#include "exporting/SdtmTests.h"
#include "exporting/Tables.h"
#include "study/Schedule.h"

#include <algorithm>

namespace serein::exporting {

namespace {

const QString notDone = QStringLiteral("NOT DONE");

/// The rows of one participant, assessment by assessment.
class Findings {
public:
    explicit Findings(const Record& record)
        : m_record(record), m_study(record.definitions.study()), m_subject(SdtmSubject::of(record)) {}

    [[nodiscard]] Result<SdtmFindings> build() {
        for (const ledger::AssessmentState* assessment : inStudyOrder(m_record.state, m_study))
            SEREIN_CHECK(add(*assessment));
        missed();
        for (auto it = m_found.rows.begin(); it != m_found.rows.end(); ++it)
            flagLastBeforeExposure(*it, m_moments.value(it.key()));
        return m_found;
    }

private:
    [[nodiscard]] Result<void> add(const ledger::AssessmentState& assessment) {
        const instrument::Instrument& instrument = m_record.definitions.instrument(assessment);
        const SdtmTests tests(instrument);
        begin(assessment.key, instrument);
        moment(assessment);
        supplements(assessment);
        SEREIN_TRY(const QList<AssessedItem> items, assessedItems(assessment, instrument));
        for (const AssessedItem& item : items)
            if (assessment.status != ledger::AssessmentStatus::Open || item.state == QLatin1String("answered") ||
                item.state == QLatin1String("declined"))
                itemRow(assessment, item, tests.item(item.item->id));
        for (const instrument::Score& score : instrument.scores)
            if (assessment.scores.contains(score.id))
                scoreRow(assessment, score, tests.score(score.id));
        return {};
    }

    /// What all rows of one assessment share.
    void begin(const ledger::AssessmentKey& key, const instrument::Instrument& instrument) {
        m_domain = sdtmDomain(instrument);
        m_shared = {{"GRPID", key.toString()}, {"CAT", sdtmCategory(instrument)}};
        const auto& timepoints = m_study.timepoints;
        const auto at = std::ranges::find(timepoints, key.timepoint, &study::Timepoint::id);
        const bool isPlanned = at != timepoints.end();
        const int number = static_cast<int>(at - timepoints.begin()) + 1;
        const QString label = isPlanned ? at->label.in(QStringLiteral("en")) : key.timepoint;
        const bool isRepeat = key.sequence > 1;
        m_shared.insert("VISIT", isRepeat ? QStringLiteral("%1, %2").arg(label).arg(key.sequence) : label);
        m_shared.insert("VISITNUM", Decimal(number) + Decimal(key.sequence - 1) / Decimal(100));
        if (isPlanned)
            timed(*at, key);
        const QString recall =
            instrument.json.value(QLatin1String("recall")).toObject().value(QLatin1String("period")).toString();
        if (instrument.recallsNight)
            m_shared.insert("EVINTX", QStringLiteral("LAST NIGHT"));
        else if (instrument.recall != IsoDuration())
            m_shared.insert("EVLINT", u'-' + recall);
    }
    /// A timepoint that hangs minutes or hours from what happened.
    void timed(const study::Timepoint& timepoint, const ledger::AssessmentKey& key) {
        const study::Window& window = timepoint.window;
        if (window.anchor.isEmpty() || window.offset.time == std::chrono::seconds(0))
            return;
        int order = 0;
        for (const study::Timepoint& other : m_study.timepoints)
            if (other.window.anchor == window.anchor && other.window.offset.time != std::chrono::seconds(0)) {
                ++order;
                if (other.id == timepoint.id)
                    break;
            }
        const study::Anchor* anchor = m_study.anchor(window.anchor);
        const QDateTime at = m_record.state.anchorsFor(key).value(window.anchor);
        m_shared.insert("TPT", timepoint.label.in(QStringLiteral("en")));
        m_shared.insert("TPTNUM", Decimal(order));
        m_shared.insert("ELTM", window.offset.toString());
        m_shared.insert("TPTREF", anchor ? anchor->label.in(QStringLiteral("en")) : window.anchor);
        if (at.isValid())
            m_shared.insert("RFTDTC", sdtmTime(at));
    }
    /// When it was filled in: on paper, as that was said; else when it was begun.
    void moment(const ledger::AssessmentState& assessment) {
        m_moment = assessment.openedAt;
        m_shared.insert("DTC", sdtmTime(assessment.openedAt));
        if (!assessment.filledInAt.isEmpty()) {
            const auto instant = parseInstant(assessment.filledInAt);
            m_moment =
                instant ? *instant : QDateTime(QDate::fromString(assessment.filledInAt.left(10), Qt::ISODate), QTime());
            m_shared.insert("DTC", instant ? sdtmTime(*instant) : assessment.filledInAt);
        }
        m_shared.insert("DY", m_subject.dayOf(m_moment));
        m_shared.insert("EPOCH", m_subject.epochOf(m_moment));
    }

    void supplement(const QString& idVariable, const QString& idValue, const char* name, const char* label,
                    const QString& value, const char* origin = "Collected") {
        if (value.isEmpty())
            return;
        const QString variable = m_domain + QLatin1String(name);
        const QStringList pieces = sdtmPieces(value);
        for (qsizetype i = 0; i < pieces.size(); ++i)
            m_found.supplements.append({m_domain, m_domain + idVariable, idValue,
                                        i == 0 ? variable : sdtmContinued(variable, i), QString::fromLatin1(label),
                                        pieces[i], QString::fromLatin1(origin)});
    }
    void supplements(const ledger::AssessmentState& assessment) {
        study::Planned planned;
        const study::Study& followed = m_record.definitions.study(assessment);
        if (const study::Timepoint* timepoint = followed.timepoint(assessment.key.timepoint))
            planned = study::planFor(followed, *timepoint, m_record.state.anchorsFor(assessment.key));
        const instrument::TextPack* pack = m_record.definitions.pack(assessment);
        const QString id = assessment.key.toString();
        const auto add = [&](const char* name, const char* label, const QString& value, const char* origin) {
            supplement(QStringLiteral("GRPID"), id, name, label, value, origin);
        };
        add("STATUS", "Status of the Assessment", ledger::statusText(assessment.status), "Assigned");
        add("MODE", "Mode of Administration", assessment.mode, "Collected");
        add("LANG", "Language of the Words", assessment.language, "Collected");
        add("PROV", "Provenance of the Words", pack ? pack->provenance : QString(), "Assigned");
        add("DEF", "SHA-256 of the Definition", assessment.definition, "Assigned");
        add("PROFIL", "Rule That Scored It", assessment.profile, "Assigned");
        add("PLNBEG", "Window Opens", timeOf(planned.opensAt), "Derived");
        add("PLNEND", "Window Closes", timeOf(planned.closesAt), "Derived");
        add("NIGHT", "Date of Going to Bed", planned.nightOf.toString(Qt::ISODate), "Derived");
        add("WINDOW", "Against Its Window", study::punctualityText(study::punctualityOf(planned, assessment.openedAt)),
            "Derived");
        add("WINRSN", "Reason Outside the Window", assessment.reason, "Collected");
        add("STDVER", "Version of the Study", followed.version, "Assigned");
    }

    /// Adds a row; what is too long for its column goes on in SUPP--.
    void add(SdtmCells cells) {
        for (auto it = m_shared.begin(); it != m_shared.end(); ++it)
            if (!cells.contains(it.key()))
                cells.insert(it.key(), *it);
        QList<SdtmCells>& rows = m_found.rows[m_domain];
        const auto sequence = static_cast<int>(rows.size()) + 1;
        m_sequence = QString::number(sequence);
        cells.insert("SEQ", Decimal(sequence));
        for (const char* name : {"ORRES", "STRESC", "REASND"}) {
            const QString column = QString::fromLatin1(name);
            const SdtmValue whole = cells.value(column);
            const auto* text = std::get_if<QString>(&whole);
            const QStringList pieces = text ? sdtmPieces(*text) : QStringList();
            if (pieces.size() < 2)
                continue;
            const bool isSame =
                column == QLatin1String("STRESC") && cells.value(QStringLiteral("ORRES")) == SdtmValue(pieces[0]);
            cells.insert(column, pieces[0]);
            for (qsizetype i = 1; !isSame && i < pieces.size(); ++i)
                m_found.supplements.append({m_domain, m_domain + QStringLiteral("SEQ"), m_sequence,
                                            sdtmContinued(m_domain + column, i), QStringLiteral("Continued"), pieces[i],
                                            QStringLiteral("Collected")});
        }
        rows += cells;
        m_moments[m_domain] += m_moment;
    }
    void itemSupplement(const char* name, const char* label, const QString& value) {
        supplement(QStringLiteral("SEQ"), m_sequence, name, label, value);
    }

    void itemRow(const ledger::AssessmentState& assessment, const AssessedItem& assessed, const SdtmTest& test) {
        const instrument::Item& item = *assessed.item;
        SdtmCells cells{{"TESTCD", test.code}, {"TEST", test.name}};
        const QString unit = item.type == instrument::ItemType::Duration ? QStringLiteral("min") : item.unit;
        if (assessed.state == QLatin1String("answered")) {
            const Cell value = itemState(item, assessed.answer, true, true).value;
            cells.insert("ORRES", sdtmOriginal(assessed, m_record.definitions.pack(assessment)));
            cells.insert("STRESC", value.text);
            if (value.isNumber) {
                cells.insert("STRESN", *Decimal::fromString(value.text));
                if (!unit.isEmpty()) {
                    cells.insert("ORRESU", unit);
                    cells.insert("STRESU", unit);
                }
            }
        } else {
            cells.insert("STAT", notDone);
            cells.insert("REASND", sdtmReason(assessed));
        }
        add(cells);
        const ledger::AnswerState given = assessment.answers.value(item.id);
        if (!given.mode.isEmpty() && given.mode != assessment.mode)
            itemSupplement("MODE", "Mode of Administration", given.mode);
        corrections(assessment, item);
    }
    void corrections(const ledger::AssessmentState& assessment, const instrument::Item& item) {
        const auto last = std::ranges::find(assessment.corrections.rbegin(), assessment.corrections.rend(), item.id,
                                            &ledger::Correction::item);
        if (last == assessment.corrections.rend())
            return;
        const auto first = instrument::answerFromJson(item, assessment.submittedAnswer(item.id));
        const ItemState was = first ? itemState(item, *first, true, true) : ItemState();
        itemSupplement("ORIG", "Submitted before Correction",
                       was.value.text.isEmpty() ? was.state.toUpper() : was.value.text);
        itemSupplement("CORR", "Reason for Correction", last->reason);
    }

    /// A stored score; one that is missing has no row.
    void scoreRow(const ledger::AssessmentState& assessment, const instrument::Score& score, const SdtmTest& test) {
        const QJsonObject stored = assessment.scores.value(score.id).toObject();
        const Cell value = scoreCell(stored);
        if (value.text.isEmpty())
            return;
        const QString yesOrNo = value.text == QLatin1String("1") ? QStringLiteral("Y") : QStringLiteral("N");
        const QString text = score.isBoolean ? yesOrNo : value.text;
        add({{"TESTCD", test.code},
             {"TEST", test.name},
             {"ORRES", text},
             {"STRESC", text},
             {"STRESN", *Decimal::fromString(value.text)},
             {"DRVFL", QStringLiteral("Y")}});
        const auto more = [&](const char* name, const char* label, const QString& words) {
            supplement(QStringLiteral("SEQ"), m_sequence, name, label, words, "Derived");
        };
        more("BAND", "Published Band", stored.value(QLatin1String("band")).toString());
        if (const QString status = stored.value(QLatin1String("status")).toString();
            status != QLatin1String("complete"))
            more("SCSTAT", "Status of the Score", status);
    }

    /// A whole scale that was not done: one row.
    void missed() {
        for (auto it = m_record.state.missed.begin(); it != m_record.state.missed.end(); ++it) {
            QStringList instruments{it.key().instrument};
            if (it.key().instrument.isEmpty())
                if (const study::Timepoint* timepoint = m_study.timepoint(it.key().timepoint))
                    instruments = timepoint->battery;
            for (const QString& id : std::as_const(instruments)) {
                const ledger::AssessmentKey key{it.key().timepoint, id, it.key().sequence};
                const QString hash = m_record.definitions.latest(id);
                const bool isSaidOfItself = it.key().instrument.isEmpty() && m_record.state.missed.contains(key);
                const ledger::MissedState* missed = m_record.state.missedAs(key);
                if (!missed || hash.isEmpty() || isSaidOfItself)
                    continue;
                begin(key, m_record.definitions.byHash(hash));
                m_moment = missed->remark.at;
                m_shared.insert("DTC", sdtmTime(m_moment));
                m_shared.insert("DY", m_subject.dayOf(m_moment));
                m_shared.insert("EPOCH", m_subject.epochOf(m_moment));
                add({{"TESTCD", m_domain + QStringLiteral("ALL")},
                     {"TEST", m_shared.value("CAT")},
                     {"STAT", notDone},
                     {"REASND", missed->reason.toUpper()}});
                itemSupplement("REMARK", "Remark on a Missed Assessment", missed->remark.text);
            }
        }
    }

    /// The last value of each test before the reference.
    void flagLastBeforeExposure(QList<SdtmCells>& rows, const QList<QDateTime>& moments) const {
        if (!m_subject.reference.isValid())
            return;
        QMap<QString, qsizetype> last;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QString test = std::get<QString>(rows[i].value("TESTCD"));
            if (!rows[i].contains("STRESC") || !moments[i].isValid() || moments[i] >= m_subject.reference)
                continue;
            if (!last.contains(test) || moments[last.value(test)] <= moments[i])
                last.insert(test, i);
        }
        for (const qsizetype row : std::as_const(last))
            rows[row].insert("LOBXFL", QStringLiteral("Y"));
    }

    const Record& m_record;
    const study::Study& m_study;
    SdtmSubject m_subject;
    SdtmFindings m_found;
    QMap<QString, QList<QDateTime>> m_moments; ///< of each row, by domain
    QString m_domain;
    SdtmCells m_shared;
    QDateTime m_moment;
    QString m_sequence;
};

} // namespace

Result<SdtmFindings> sdtmFindings(const Record& record) {
    return Findings(record).build();
}

} // namespace serein::exporting

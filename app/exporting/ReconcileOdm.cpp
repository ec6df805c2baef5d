// odm.xml, and odm-history.xml replayed, by the OIDs that README.md says.
#include "exporting/Odm.h"
#include "exporting/OdmReader.h"
#include "exporting/Reconcile.h"

namespace serein::exporting {

namespace {

/// A form's items, taken one after the other: what is left belongs to nothing.
class OdmFormReading {
public:
    OdmFormReading(const OdmFormPlace& place, const OdmFormRead& form, const Record& record, Sayings& said)
        : m_place(place), m_base(place.form.mid(2)), m_items(form.items), m_version(form.metaDataVersion),
          m_record(record), m_said(said) {}

    [[nodiscard]] Result<void> read() {
        const QString hash = definition();
        if (hash.isEmpty() || !m_place.event.startsWith(QLatin1String("SE.")))
            return fault("the ledger slice knows no such form or event");
        const instrument::Instrument& instrument = m_record.definitions.byHash(hash);
        m_key = {m_place.event.mid(3), instrument.id, m_place.repeat.toInt()};
        const QString status = own("status");
        const QString missedReason = own("missedReason");
        dropOwn();
        SEREIN_CHECK(status == QLatin1String("missed") ? missed(missedReason) : assessed(instrument, hash, status));
        if (!m_items.isEmpty())
            return fault("the definition has no item of that OID: ", m_items.firstKey());
        return {};
    }

private:
    [[nodiscard]] std::unexpected<Error> fault(const char* what, const QString& item = {}) const {
        return wrong(QStringLiteral("%1: %2%3").arg(m_place.toString(), QLatin1String(what), item));
    }
    /// Two definitions of one version bear the hash's first digits.
    [[nodiscard]] QString definition() const {
        const QString named = m_items.value(QStringLiteral("I.assessment.definition")).value;
        QString first;
        for (const QString& hash : m_record.definitions.all()) {
            const instrument::Instrument& one = m_record.definitions.byHash(hash);
            const QString base = one.id + u'.' + one.version;
            if (m_base != base && m_base != base + u'.' + hash.left(8))
                continue;
            if (hash == named)
                return hash;
            if (first.isEmpty())
                first = hash;
        }
        return named.isEmpty() ? first : QString();
    }
    [[nodiscard]] QString own(const char* id) const {
        return m_items.value(QStringLiteral("I.assessment.") + QLatin1String(id)).value;
    }
    /// How it was asked is no answer.
    void dropOwn() {
        for (auto it = m_items.begin(); it != m_items.end();)
            it = it.key().startsWith(QLatin1String("I.assessment.")) ? m_items.erase(it) : std::next(it);
    }

    [[nodiscard]] Result<void> missed(const QString& reason) {
        return say(m_said, missedKey(m_place.subject, m_key), {reason, QStringLiteral("missed")});
    }
    [[nodiscard]] Result<void> assessed(const instrument::Instrument& instrument, const QString& hash,
                                        const QString& status) {
        const ledger::AssessmentState* assessment = m_record.state.assessment(m_key);
        if (!assessment || assessment->definition != hash || ledger::statusText(assessment->status) != status)
            return fault("the ledger slice has no such assessment");
        const QString version = QStringLiteral("MDV.") + m_record.definitions.versionOf(*assessment);
        if (m_version != version && m_version != version + u'.' + assessment->study.left(8))
            return fault("the ledger slice says that another version of the study was followed");
        for (const instrument::Item& item : instrument.items)
            if (item.asks())
                SEREIN_CHECK(item.type == instrument::ItemType::MultiChoice ? severalChosen(item) : oneAnswer(item));
        for (const instrument::Score& score : instrument.scores)
            SEREIN_CHECK(this->score(score.id));
        return {};
    }
    [[nodiscard]] QString oid(const QString& item) const { return QStringLiteral("I.%1.%2").arg(m_base, item); }

    [[nodiscard]] Result<void> oneAnswer(const instrument::Item& item) {
        if (!m_items.contains(oid(item.id)))
            return {};
        OdmItemRead read = m_items.take(oid(item.id));
        if (item.type == instrument::ItemType::Clock && read.value.endsWith(QLatin1String(":00")))
            read.value.chop(3); // its seconds
        return sayItem(item, read.value, read);
    }
    /// A yes or no for each choice, all of them or none.
    [[nodiscard]] Result<void> severalChosen(const instrument::Item& item) {
        QStringList chosen;
        std::optional<OdmItemRead> all;
        for (const instrument::Choice& choice : item.choices) {
            const QString value = choice.value.toString();
            if (!m_items.contains(oid(item.id + u'.' + value)))
                return all ? fault("a choice is missing: ", oid(item.id + u'.' + value)) : Result<void>();
            const OdmItemRead read = m_items.take(oid(item.id + u'.' + value));
            if (all && (all->flag != read.flag || all->comment != read.comment))
                return fault("its choices don't agree why there is no value: ", oid(item.id));
            if (read.hasValue && read.value != QLatin1String("0") && read.value != QLatin1String("1"))
                return fault("it is neither yes nor no: ", oid(item.id + u'.' + value));
            if (read.value == QLatin1String("1"))
                chosen += value;
            all = read;
        }
        return all ? sayItem(item, chosen.join(u'|'), *all) : Result<void>();
    }
    [[nodiscard]] Result<void> sayItem(const instrument::Item& item, const QString& value, const OdmItemRead& read) {
        return say(m_said, sayingKey(m_place.subject, m_key, false, item.id),
                   {sayingValue(&item, value), read.isNull ? read.flag : QStringLiteral("answered"), read.comment});
    }
    [[nodiscard]] Result<void> score(const QString& id) {
        const QString place = oid(QStringLiteral("score.") + id);
        if (!m_items.contains(place))
            return {};
        const OdmItemRead read = m_items.take(place);
        if (read.isNull && read.flag != QLatin1String("missing"))
            return fault("a score without a value is missing: ", place);
        return say(m_said, sayingKey(m_place.subject, m_key, true, id),
                   {sayingValue(nullptr, read.value), m_items.take(place + QStringLiteral(".status")).value,
                    m_items.take(place + QStringLiteral(".band")).value});
    }

    const OdmFormPlace& m_place;
    QString m_base; ///< <instrument>.<version>
    QMap<QString, OdmItemRead> m_items;
    QString m_version;
    const Record& m_record;
    Sayings& m_said;
    ledger::AssessmentKey m_key;
};

/// XML has no place for some characters, and ends lines of its text in one way.
Said heldByXml(Said due) {
    due.value = xmlCharacters(due.value);
    if (due.reason)
        due.reason =
            xmlCharacters(*due.reason).replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    return due;
}

class OdmFilesReader : public BackReader {
public:
    Result<void> open(const Records& /*records*/, const Everybody& /*all*/, const Files& files) override {
        for (const QString& file : {odmFile, odmHistoryFile}) {
            if (!files.contains(file))
                continue;
            auto reader = std::make_unique<OdmReader>();
            if (const auto opened = reader->open(files.value(file)); !opened)
                return std::unexpected(opened.error().in(file));
            m_readers.emplace_back(file, std::move(reader));
        }
        return {};
    }
    Result<QList<Reading>> of(const Record& record) override {
        QList<Reading> readings;
        for (const auto& [file, reader] : m_readers) {
            const auto said = saidIn(*reader, record);
            if (!said)
                return std::unexpected(said.error().in(file));
            Reading reading{file, *said};
            reading.held = heldByXml;
            // Of what is still open, what somebody said something of.
            reading.mustSay = [](const Due& due) { return !due.isOpen || due.isGiven; };
            readings += reading;
        }
        return readings;
    }
    Result<void> end() override {
        for (const auto& [file, reader] : m_readers)
            if (const auto went = ended(*reader); !went)
                return std::unexpected(went.error().in(file));
        return {};
    }

private:
    static Result<Sayings> saidIn(OdmReader& reader, const Record& record) {
        if (!reader.has(record.state.subject))
            return wrong(QStringLiteral("%1: it is missing, and the ledger slice has it").arg(record.state.subject));
        SEREIN_TRY(const OdmForms forms, reader.take(record.state.subject));
        Sayings said;
        for (auto it = forms.begin(); it != forms.end(); ++it) {
            if (it.key().event == odmRecordEvent && it.key().form == odmRecordForm)
                continue; // the participant's own: no answers
            SEREIN_CHECK(OdmFormReading(it.key(), *it, record, said).read());
        }
        return said;
    }
    static Result<void> ended(OdmReader& reader) {
        for (const QString& subject : reader.left()) {
            SEREIN_TRY(const OdmForms forms, reader.take(subject));
            return wrong(QStringLiteral("%1: no such participant is in the ledger slice")
                             .arg(forms.isEmpty() ? subject : forms.firstKey().toString()));
        }
        return reader.end();
    }

    std::vector<std::pair<QString, std::unique_ptr<OdmReader>>> m_readers; ///< by file
};

} // namespace

std::unique_ptr<BackReader> odmReader() {
    return std::make_unique<OdmFilesReader>();
}

} // namespace serein::exporting

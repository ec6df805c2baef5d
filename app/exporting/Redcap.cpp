#include "exporting/Redcap.h"

#include "exporting/Assessed.h"
#include "exporting/Tables.h"
#include "exporting/Variables.h"
#include "instrument/Scoring.h"

#include <QRegularExpression>
#include <algorithm>

namespace serein::exporting {

namespace {

using instrument::Instrument;
using instrument::Item;
using instrument::ItemType;
using Cells = QMap<QString, Cell>;

const QStringList dictionaryColumns{"Variable / Field Name",
                                    "Form Name",
                                    "Section Header",
                                    "Field Type",
                                    "Field Label",
                                    "Choices, Calculations, OR Slider Labels",
                                    "Field Note",
                                    "Text Validation Type OR Show Slider Number",
                                    "Text Validation Min",
                                    "Text Validation Max",
                                    "Identifier?",
                                    "Branching Logic (Show field only if...)",
                                    "Required Field?",
                                    "Custom Alignment",
                                    "Question Number (surveys only)",
                                    "Matrix Group Name",
                                    "Matrix Ranking?",
                                    "Field Annotation"};
const QString recordId = QStringLiteral("record_id");
const QString eventName = QStringLiteral("redcap_event_name");
const QString redcapImport = QStringLiteral("redcap/import.csv");
const QString repeatInstance = QStringLiteral("redcap_repeat_instance");

/// Lower-case letters, digits and underscores.
QString fieldText(const QString& text) {
    static const QRegularExpression unfit(QStringLiteral("[^a-z0-9_]"));
    return text.toLower().replace(unfit, QStringLiteral("_"));
}
QString formOf(const Instrument& instrument) {
    return fieldText(instrument.id);
}
QString absentField(const Instrument& instrument) {
    return formOf(instrument) + QStringLiteral("_absent");
}

QString howField(const Instrument& instrument, const HowColumn& column) {
    return fieldText(howName(instrument.id, column.ending));
}

/// "|" divides choices, and a line break ends the cell's meaning.
QString oneLine(QString words) {
    return words.replace(u'|', u'/').replace(u'\n', u' ');
}

QString choicesOf(const Item& item, const instrument::TextPack* words) {
    QStringList choices;
    for (const instrument::Choice& choice : item.choices)
        choices += QStringLiteral("%1, %2").arg(
            choice.value.toString(), oneLine(words ? words->choiceWords(item, choice.value) : choice.concept_));
    return choices.join(QStringLiteral(" | "));
}

/// Field type and validation.
std::pair<QString, QString> redcapType(const Item& item) {
    switch (item.type) {
    case ItemType::Choice:
        return {"radio", {}};
    case ItemType::MultiChoice:
        return {"checkbox", {}};
    case ItemType::Number:
    case ItemType::Scale:
    case ItemType::Duration:
        return {"text", item.decimals == 0 ? "integer" : "number"};
    case ItemType::Clock:
        return {"text", "time"};
    case ItemType::Date:
        return {"text", "date_ymd"};
    case ItemType::Text:
        return {"notes", {}};
    default: // REDCap's times have no offset: kept as it was written
        return {"text", {}};
    }
}

class RedcapWriter {
public:
    /// The fields that a participant adds, and their rows.
    [[nodiscard]] Result<void> add(const Record& record) {
        m_rows.clear();
        if (m_timepoints.isEmpty())
            for (const study::Timepoint& timepoint : record.definitions.study().timepoints) {
                m_timepoints += timepoint.id;
                for (const QString& instrument : timepoint.battery)
                    m_given.insert({redcapEvent(timepoint.id), fieldText(instrument)});
            }
        addFields(record.definitions);
        for (const ledger::AssessmentState* assessment : inStudyOrder(record.state, record.definitions.study()))
            SEREIN_CHECK(addAnswers(record, *assessment));
        addMissed(record);
        return {};
    }

    /// The rows of the participant added last, as lines under these columns.
    [[nodiscard]] QByteArray lines(const QStringList& columns) const {
        QList<QList<Cell>> rows;
        for (const Cells& row : m_rows)
            rows += rowOf(columns, row);
        return toCsvRows(rows, CsvReader::Program);
    }
    /// Of import.csv.
    [[nodiscard]] QStringList columns() const {
        QStringList columns{recordId, eventName};
        if (m_repeats)
            columns += repeatInstance;
        for (const QString& form : m_forms)
            for (const Cells& field : m_fields.value(form))
                columns += importColumns(field);
        return columns;
    }
    [[nodiscard]] Table dictionary() const {
        Table dictionary{dictionaryColumns, {}};
        dictionary.rows += rowOf(dictionaryColumns, texts({{dictionaryColumns.at(0), recordId},
                                                           {"Form Name", m_forms.value(0)},
                                                           {"Field Type", "text"},
                                                           {"Field Label", "Subject id"}}));
        for (const QString& form : m_forms)
            for (const Cells& field : m_fields.value(form))
                dictionary.rows += rowOf(dictionaryColumns, field);
        return dictionary;
    }
    [[nodiscard]] Table events() const {
        Table table{{"event_name", "arm_num"}, {}};
        for (const QString& timepoint : m_timepoints)
            table.rows += {Cell(timepoint), Cell::number(qint64(1))};
        return table;
    }
    [[nodiscard]] Table eventForms() const {
        Table table{{"arm_num", "unique_event_name", "form"}, {}};
        for (const QString& timepoint : m_timepoints)
            for (const QString& form : m_forms)
                if (m_given.contains({redcapEvent(timepoint), form}))
                    table.rows += {Cell::number(qint64(1)), Cell(redcapEvent(timepoint)), Cell(form)};
        return table;
    }

private:
    static QList<Cell> rowOf(const QStringList& columns, const Cells& cells) {
        QList<Cell> row;
        for (const QString& column : columns)
            row += cells.value(column);
        return row;
    }
    static Cells texts(const QMap<QString, QString>& words) {
        Cells cells;
        for (auto it = words.begin(); it != words.end(); ++it)
            cells.insert(it.key(), *it);
        return cells;
    }
    /// A checkbox is a column for each of its choices.
    [[nodiscard]] QStringList importColumns(const Cells& field) const {
        const QString name = field.value(dictionaryColumns.at(0)).text;
        if (field.value("Field Type").text != QLatin1String("checkbox"))
            return {name};
        QStringList columns;
        for (const QString& choice : field.value(dictionaryColumns.at(5)).text.split(QStringLiteral(" | ")))
            columns += redcapCheckbox(name, choice.section(u',', 0, 0));
        return columns;
    }

    void addFields(const Definitions& definitions) {
        m_names.clear();
        const QList<Variable> all = variables(definitions);
        for (const QString& hash : definitions.inUse()) {
            const Instrument& instrument = definitions.byHash(hash);
            const instrument::TextPack* english = definitions.englishWords(hash);
            const instrument::TextPack* words = english && english->allowsExport ? english : nullptr;
            const QString form = formOf(instrument);
            for (const Variable& variable : all) {
                if (variable.instrument != instrument.id)
                    continue;
                const QString name = redcapField(variable.name);
                m_names.insert({variable.isScore, variable.instrument + u'/' + variable.id}, name);
                if (const Item* item = variable.isScore ? nullptr : instrument.item(variable.id))
                    addField(form, name, itemField(*item, words));
                else if (const instrument::Score* score = variable.isScore ? instrument.score(variable.id) : nullptr)
                    addField(form, name, scoreField(*score));
            }
            addClosingFields(instrument);
        }
    }
    /// What stands at the end of each form: how it was done, and why fields are empty.
    void addClosingFields(const Instrument& instrument) {
        const QString form = formOf(instrument);
        if (!m_forms.contains(form))
            m_forms += form;
        for (const HowColumn& column : howColumns())
            addField(form, howField(instrument, column),
                     texts({{"Field Type", "text"}, {"Field Label", QString::fromLatin1(column.words)}}), true);
        addField(form, absentField(instrument),
                 texts({{"Field Type", "notes"}, {"Field Label", "Why fields of this form are empty"}}), true);
    }
    void addField(const QString& form, const QString& name, Cells field, bool closes = false) {
        QList<Cells>& fields = m_fields[form];
        if (std::ranges::any_of(fields,
                                [&](const Cells& known) { return known.value(dictionaryColumns.at(0)).text == name; }))
            return;
        field.insert(dictionaryColumns.at(0), name);
        field.insert("Form Name", form);
        qsizetype& asked = m_asked[form];
        fields.insert(closes ? fields.size() : asked++, field);
    }
    static Cells itemField(const Item& item, const instrument::TextPack* words) {
        const auto [type, validation] = redcapType(item);
        const QString text = words ? words->items.value(item.id).text : QString();
        Cells field{{"Field Type", type},
                    {"Field Label", text.isEmpty() ? QStringLiteral("%1 (%2)").arg(item.id, item.concept_) : text},
                    {dictionaryColumns.at(5), choicesOf(item, words)},
                    {dictionaryColumns.at(7), validation},
                    {"Field Note", item.type == ItemType::Duration ? QStringLiteral("minutes") : item.unit}};
        if (type == QLatin1String("text") && item.min)
            field.insert("Text Validation Min", Cell::number(*item.min));
        if (type == QLatin1String("text") && item.max)
            field.insert("Text Validation Max", Cell::number(*item.max));
        return field;
    }
    static Cells scoreField(const instrument::Score& score) {
        return texts({{"Field Type", score.isBoolean ? "yesno" : "text"},
                      {"Field Label", score.name.in("en")},
                      {dictionaryColumns.at(7), score.isBoolean ? "" : "number"},
                      {"Field Annotation", "@READONLY"}});
    }

    [[nodiscard]] Result<void> addAnswers(const Record& record, const ledger::AssessmentState& assessment) {
        const Instrument& instrument = record.definitions.instrument(assessment);
        SEREIN_TRY(const instrument::Answers answers, answersOf(assessment, instrument));
        const QStringList shown = instrument::visibleItems(instrument, answers, assessment.profile);
        Cells& row = rowFor(record.state.subject, assessment.key);
        QStringList absent;
        for (const Item& item : instrument.items) {
            if (!item.asks())
                continue;
            const instrument::Answer answer = answers.value(item.id);
            const ItemState state =
                itemState(item, answer, shown.contains(item.id), !assessment.notReached.contains(item.id));
            if (state.state != QLatin1String("answered"))
                absent += item.id + u'=' + state.state +
                          (state.reason.isEmpty() ? QString() : QStringLiteral(": ") + oneLine(state.reason));
            const QString name = m_names.value({false, instrument.id + u'/' + item.id});
            if (item.type != ItemType::MultiChoice)
                row.insert(name, state.value);
            else if (state.state == QLatin1String("answered"))
                for (const instrument::Choice& choice : item.choices)
                    row.insert(redcapCheckbox(name, choice.value.toString()),
                               Cell::number(state.value.text.split(u'|').contains(choice.value.toString()) ? 1 : 0));
        }
        for (auto it = assessment.scores.begin(); it != assessment.scores.end(); ++it)
            row.insert(m_names.value({true, instrument.id + u'/' + it.key()}), scoreCell(it->toObject()));
        row.insert(absentField(instrument), absent.join(u'|'));
        setHow(row, instrument, howDone(record.state, assessment, record.definitions));
        return {};
    }
    static void setHow(Cells& row, const Instrument& instrument, const HowDone& how) {
        for (const HowColumn& column : howColumns())
            row.insert(howField(instrument, column), how.*column.text);
    }
    /// A form that nobody has begun has no other fields than these.
    void addMissed(const Record& record) {
        for (const MissedScale& one : missedScales(record)) {
            const Instrument& instrument = record.definitions.byHash(one.definition);
            addClosingFields(instrument);
            setHow(rowFor(record.state.subject, one.key), instrument, howMissed(record, one));
        }
    }
    Cells& rowFor(const QString& subject, const ledger::AssessmentKey& key) {
        const QString event = redcapEvent(key.timepoint);
        m_given.insert({event, fieldText(key.instrument)});
        m_repeats = m_repeats || key.sequence > 1;
        const Cell instance = Cell::number(qint64(key.sequence));
        for (qsizetype i = m_rows.size() - 1; i >= 0 && m_rows.at(i).value(recordId).text == subject; --i)
            if (m_rows.at(i).value(eventName).text == event && m_rows.at(i).value(repeatInstance) == instance)
                return m_rows[i];
        m_rows += Cells{{recordId, subject}, {eventName, event}, {repeatInstance, instance}};
        return m_rows.last();
    }

    QStringList m_timepoints;
    QStringList m_forms;
    QMap<QString, QList<Cells>> m_fields; ///< by form, as the dictionary's cells
    QMap<QString, qsizetype> m_asked;     ///< how many of them come before those that close the form
    QMap<std::pair<bool, QString>, QString> m_names;
    QList<Cells> m_rows;                       ///< of the participant added last
    QSet<std::pair<QString, QString>> m_given; ///< event and form: asked there by the study, or answered
    bool m_repeats = false;
};

} // namespace

QString redcapField(const QString& variable) {
    return fieldText(variable);
}

QString redcapEvent(const QString& timepoint) {
    return fieldText(timepoint) + QStringLiteral("_arm_1");
}

QString redcapCheckbox(const QString& field, const QString& code) {
    return field + QStringLiteral("___") + QString(code).replace(u'-', u'_');
}

Result<void> writeRedcap(const Records& records, const QStringList& /*formats*/, const FileSink& sink) {
    const auto csv = [](const Table& table) { return toCsv(table, CsvReader::Program); };
    RedcapWriter fields; // every column stands in the first line
    for (const Record& record : records)
        SEREIN_CHECK(fields.add(record));
    const QStringList columns = fields.columns();
    SEREIN_CHECK(sink(QStringLiteral("redcap/dictionary.csv"), csv(fields.dictionary())));
    SEREIN_CHECK(sink(QStringLiteral("redcap/events.csv"), csv(fields.events())));
    SEREIN_CHECK(sink(QStringLiteral("redcap/event-forms.csv"), csv(fields.eventForms())));
    SEREIN_CHECK(sink(redcapImport, csv({columns, {}})));
    RedcapWriter rows;
    for (const Record& record : records) {
        SEREIN_CHECK(rows.add(record));
        SEREIN_CHECK(sink(redcapImport, rows.lines(columns)));
    }
    return {};
}

} // namespace serein::exporting

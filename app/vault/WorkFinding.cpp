#include "vault/WorkFinding.h"

#include "core/Json.h"
#include "vault/WorkRows.h"

#include <QJsonArray>
#include <algorithm>
#include <cstring>
#include <functional>

namespace serein::vault {

namespace {

constexpr int few = 300;  ///< participants whose rows are read and sorted sooner than an index of all is walked
constexpr int places = 3; ///< subject id, ward and bed: where one participant may hold a word

/// The range of `findable` whose endings begin with this word.
QStringList rangeOf(const SearchWord& word) {
    constexpr char32_t last = 0x10FFFF; // sorts after all that may follow
    const QString begins = word.text.left(longestEnding);
    return {begins, begins + QString::fromUcs4(&last, 1)};
}

Result<QStringList> texts(const Database& database, const QByteArray& sql, const QStringList& values, int most) {
    SEREIN_TRY(Statement statement, database.prepare(sql.constData()));
    for (const QString& value : values)
        statement.bind(value);
    statement.bind(most);
    QStringList found;
    for (;;) {
        SEREIN_TRY(const bool row, statement.step());
        if (!row)
            return found;
        found.append(statement.text(0));
    }
}

/// The word that the fewest hold, in subject id, ward or bed alone; null: each is held by too many to look at them one
/// by one.
Result<const SearchWord*> rarest(const Database& database, const QList<SearchWord>& words) {
    QList<const SearchWord*> byLength; // what is long is held by few
    for (const SearchWord& word : words)
        if (word.sites.isEmpty())
            byLength.append(&word);
    std::ranges::stable_sort(byLength, std::greater(), [](const SearchWord* word) { return word->text.size(); });
    const SearchWord* rarest = nullptr;
    qint64 fewest = places * few + 1;
    for (const SearchWord* word : byLength) {
        SEREIN_TRY(Statement statement,
                   database.prepare("SELECT count(*) FROM (SELECT 1 FROM findable WHERE ending>=? AND ending<? LIMIT "
                                    "?)"));
        for (const QString& bound : rangeOf(*word))
            statement.bind(bound);
        SEREIN_CHECK(statement.bind(fewest).step());
        if (statement.integer(0) < fewest) {
            fewest = statement.integer(0);
            rarest = word;
        }
        if (fewest == 0)
            break;
    }
    return rarest;
}

QByteArray marks(qsizetype count) {
    return QByteArrayList(count, "?").join(',');
}

/// Where they are, of the table by this name.
void addPeople(Condition& condition, const QByteArray& table, const WorkFilter& filter) {
    for (const auto& [column, value] :
         {std::pair(".site=?", filter.site), std::pair(".ward=?", filter.ward), std::pair(".bed=?", filter.bed)})
        if (!value.isEmpty())
            condition.add(table + column, {value});
}

} // namespace

void addWork(Condition& condition, const WorkFilter& filter) {
    addPeople(condition, "w", filter);
    for (const SearchWord& word : filter.words)
        condition.add("(w.timepoint IN (" + marks(word.timepoints.size()) + ") OR instr(w.search,?)>0 OR w.site IN (" +
                          marks(word.sites.size()) + "))",
                      word.timepoints + QStringList(word.text) + word.sites);
    if (!filter.timepoint.isEmpty())
        condition.add("w.timepoint=?", {filter.timepoint});
    if (!filter.withUnblinding)
        condition.add("w.unblinding_only=0", {});
}

Condition ofPeople(const WorkFilter& filter) {
    Condition condition;
    addPeople(condition, "p", filter);
    for (const SearchWord& word : filter.words)
        condition.add("(instr(p.search,?)>0 OR p.site IN (" + marks(word.sites.size()) + "))",
                      QStringList(word.text) + word.sites);
    return condition;
}

QString jsonArray(const QStringList& texts) {
    return QString::fromUtf8(canonicalJson(QJsonArray::fromStringList(texts)));
}

Result<std::optional<QStringList>> fewParticipants(const Database& database, const WorkFilter& filter) {
    WorkFilter limiting = filter;
    limiting.words.removeIf([](const SearchWord& word) { return !word.timepoints.isEmpty(); });
    SEREIN_TRY(const SearchWord* word, rarest(database, limiting.words));
    Condition condition;
    if (word != nullptr)
        condition.add("p.id IN (SELECT participant FROM findable WHERE ending>=? AND ending<?)", rangeOf(*word));
    else if (filter.ward.isEmpty())
        return std::nullopt; // a site has many
    else
        limiting.words.clear();
    const Condition all = ofPeople(limiting);
    if (!all.sql.isEmpty())
        condition.add(all.sql.mid(static_cast<qsizetype>(std::strlen(" WHERE "))), all.values);
    SEREIN_TRY(QStringList ids, texts(database, "SELECT p.id FROM participants p" + condition.sql + " LIMIT ?",
                                      condition.values, few + 1));
    return ids.size() > few ? std::nullopt : std::optional(std::move(ids));
}

} // namespace serein::vault

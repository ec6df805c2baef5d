#include "core/Json.h"
#include "instrument/Library.h"

#include <QDir>
#include <QJsonArray>
#include <QSet>

namespace serein::instrument {

namespace {

QString shown(const QJsonValue& value) {
    return value.isNull() ? QStringLiteral("missing") : QString::fromUtf8(canonicalJson(value));
}

class CaseRun {
public:
    CaseRun(const Instrument& instrument, const QString& file) : m_instrument(instrument), m_file(file) {}

    void run(const QJsonObject& json, const QString& pointer) {
        m_name = json.value(QLatin1String("name")).toString();
        once(pointer);
        const QString profile = json.value(QLatin1String("profile")).toString();
        const qsizetype before = m_faults.size();
        if (!profile.isEmpty() && !m_instrument.profiles.contains(profile))
            broken(pointerTo(pointer, QStringLiteral("profile")), QStringLiteral("no profile \"%1\"").arg(profile));
        const Answers answers =
            read(json.value(QLatin1String("answers")).toObject(), pointerTo(pointer, QStringLiteral("answers")));
        // What an answer that cannot be used would have led to is not known.
        m_isComparable = m_faults.size() == before;
        scores(json, answers, profile, pointer);
        alerts(json, answers, profile, pointer);
        branches(json, answers, profile, pointer);
        refusals(json.value(QLatin1String("refused")).toObject(), pointerTo(pointer, QStringLiteral("refused")));
    }

    [[nodiscard]] const QList<Fault>& faults() const { return m_faults; }
    [[nodiscard]] bool isUsable() const { return m_usable; }

private:
    void once(const QString& pointer) {
        if (m_names.contains(m_name))
            broken(pointerTo(pointer, QStringLiteral("name")), QStringLiteral("\"%1\" stands twice").arg(m_name));
        m_names.insert(m_name);
    }

    Answers read(const QJsonObject& json, const QString& pointer) {
        Answers answers;
        for (auto it = json.begin(); it != json.end(); ++it) {
            const QString place = pointerTo(pointer, it.key());
            const Item* item = m_instrument.item(it.key());
            const auto answer =
                item ? answerFromJson(*item, it.value()) : unusable(QStringLiteral("no item \"%1\"").arg(it.key()));
            if (answer)
                answers.insert(it.key(), *answer);
            else
                for (const Fault& fault : answer.error().faults)
                    broken(place + fault.pointer, fault.reason);
        }
        return answers;
    }

    void scores(const QJsonObject& json, const Answers& answers, const QString& profile, const QString& pointer) {
        const auto results = score(m_instrument, answers, {profile, json.value(QLatin1String("prorate")).toBool()});
        const QJsonObject expected = json.value(QLatin1String("scores")).toObject();
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            const QString place = pointerTo(pointerTo(pointer, QStringLiteral("scores")), it.key());
            if (!results.contains(it.key()))
                broken(place, QStringLiteral("no score \"%1\"").arg(it.key()));
            else if (m_isComparable)
                compare(it.key(), scoreToJson(results.value(it.key())), it.value().toObject(), place);
        }
    }

    /// What fires on any of the answers, or at submission for an item left without one.
    void alerts(const QJsonObject& json, const Answers& answers, const QString& profile, const QString& pointer) {
        if (!json.contains(QLatin1String("alerts")))
            return;
        QStringList fired = alertsOnUnanswered(m_instrument, answers, profile);
        for (const Item& item : m_instrument.items)
            fired += alertsOnAnswer(m_instrument, answers, item.id, profile);
        QStringList known;
        for (const AlertRule& rule : m_instrument.alerts)
            known.append(rule.id);
        sameIds(QStringLiteral("alerts"), QStringLiteral("alert"), known, fired, json, pointer);
    }

    void branches(const QJsonObject& json, const Answers& answers, const QString& profile, const QString& pointer) {
        if (!json.contains(QLatin1String("hidden")))
            return;
        const QStringList visible = visibleItems(m_instrument, answers, profile);
        QStringList known;
        QStringList hidden;
        for (const Item& item : m_instrument.items) {
            known.append(item.id);
            if (!visible.contains(item.id))
                hidden.append(item.id);
        }
        sameIds(QStringLiteral("hidden"), QStringLiteral("item"), known, hidden, json, pointer);
    }

    void sameIds(const QString& key, const QString& what, const QStringList& known, QStringList actual,
                 const QJsonObject& json, const QString& pointer) {
        const QString place = pointerTo(pointer, key);
        QStringList expected;
        bool allKnown = true;
        for (const auto id : json.value(key).toArray()) {
            expected.append(id.toString());
            allKnown = allKnown && known.contains(expected.last());
            if (!known.contains(expected.last()))
                broken(pointerTo(place, expected.size() - 1),
                       QStringLiteral("no %1 \"%2\"").arg(what, expected.last()));
        }
        actual.removeDuplicates();
        actual.sort();
        expected.sort();
        if (m_isComparable && allKnown && actual != expected)
            differs(place, key, QStringLiteral("[%1]").arg(actual.join(QStringLiteral(", "))),
                    QStringLiteral("[%1]").arg(expected.join(QStringLiteral(", "))));
    }

    void refusals(const QJsonObject& json, const QString& pointer) {
        for (auto it = json.begin(); it != json.end(); ++it) {
            const Item* item = m_instrument.item(it.key());
            if (item == nullptr)
                broken(pointerTo(pointer, it.key()), QStringLiteral("no item \"%1\"").arg(it.key()));
            else if (answerFromJson(*item, it.value()))
                differs(pointerTo(pointer, it.key()), QStringLiteral("the answer to %1").arg(it.key()),
                        QStringLiteral("taken"), QStringLiteral("refused"));
        }
    }

    void compare(const QString& score, const QJsonObject& actual, const QJsonObject& expected, const QString& place) {
        for (const QString& key : expected.keys()) {
            if (actual.value(key) == expected.value(key))
                continue;
            const QString what = key == QLatin1String("value") ? score : QStringLiteral("%1's %2").arg(score, key);
            differs(pointerTo(place, key), what,
                    actual.contains(key) ? shown(actual.value(key)) : QStringLiteral("absent"),
                    shown(expected.value(key)));
        }
    }

    void differs(const QString& place, const QString& what, const QString& actual, const QString& expected) {
        m_faults.append(
            {m_file, place, QStringLiteral("case '%1': %2 is %3, expected %4").arg(m_name, what, actual, expected)});
    }

    void broken(const QString& pointer, const QString& reason) {
        m_usable = false;
        m_faults.append({m_file, pointer, reason});
    }

    const Instrument& m_instrument;
    QString m_file;
    QString m_name; ///< of the case that runs
    QSet<QString> m_names;
    bool m_isComparable = true; ///< the case that runs
    QList<Fault> m_faults;
    bool m_usable = true;
};

} // namespace

Result<int> runCases(const Entry& entry) {
    const QString file = QDir(entry.folder).filePath(QStringLiteral("cases.json"));
    SEREIN_TRY(const QJsonValue json, readJson(file));
    if (auto faults = schemaFaults(QStringLiteral("cases"), json, file); !faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Unusable, std::move(faults)});
    return runCases(entry.instrument, json.toObject().value(QLatin1String("cases")).toArray(), file);
}

Result<int> runCases(const Instrument& instrument, const QJsonArray& cases, const QString& file) {
    CaseRun run(instrument, file);
    for (qsizetype index = 0; index < cases.size(); ++index)
        run.run(cases.at(index).toObject(), pointerTo(QStringLiteral("/cases"), index));
    if (!run.faults().isEmpty())
        return std::unexpected(Error{run.isUsable() ? Error::Kind::Wrong : Error::Kind::Unusable, run.faults()});
    return static_cast<int>(cases.size());
}

} // namespace serein::instrument

#include "desk/StudyChanges.h"

#include <QJsonArray>

namespace serein::desk {

namespace {

using Part = StudyChange::Part;
using What = StudyChange::What;

QString idOf(const QJsonValue& row) {
    return row.toObject().value(QStringLiteral("id")).toString();
}

/// The members of a list by their id.
QMap<QString, QJsonObject> byId(const QJsonObject& study, const QString& list) {
    QMap<QString, QJsonObject> rows;
    const QJsonArray array = study.value(list).toArray();
    for (const QJsonValue row : array)
        rows.insert(idOf(row), row.toObject());
    return rows;
}

QList<StudyChange> listChanges(const QJsonObject& before, const QJsonObject& after, const QString& list, Part part) {
    const auto was = byId(before, list);
    const auto is = byId(after, list);
    QList<StudyChange> changes;
    const QJsonArray now = after.value(list).toArray();
    for (const QJsonValue row : now)
        if (!was.contains(idOf(row)))
            changes.append({part, What::Added, idOf(row)});
        else if (was.value(idOf(row)) != row.toObject())
            changes.append({part, What::Changed, idOf(row)});
    const QJsonArray then = before.value(list).toArray();
    for (const QJsonValue row : then)
        if (!is.contains(idOf(row)))
            changes.append({part, What::Removed, idOf(row)});
    return changes;
}

QStringList without(const QStringList& all, const QStringList& those) {
    QStringList left;
    for (const QString& one : all)
        if (!those.contains(one))
            left.append(one);
    return left;
}

/// What of a timepoint changed that stands in both versions.
QList<StudyChange> within(const study::Study& before, const study::Study& after, const QString& id) {
    const QJsonObject was = byId(before.json, QStringLiteral("timepoints")).value(id);
    const QJsonObject is = byId(after.json, QStringLiteral("timepoints")).value(id);
    const auto differs = [&](const QString& key) { return was.value(key) != is.value(key); };
    QList<StudyChange> changes;
    if (differs(QStringLiteral("window")))
        changes.append({Part::Window, What::Changed, id});
    if (differs(QStringLiteral("battery"))) {
        const QStringList then = before.timepoint(id)->battery;
        const QStringList now = after.timepoint(id)->battery;
        changes.append({Part::Battery, What::Changed, id, without(now, then), without(then, now)});
    }
    QStringList keys = was.keys() + is.keys();
    keys.removeDuplicates();
    for (const QString& key : std::as_const(keys))
        if (key != QLatin1String("window") && key != QLatin1String("battery") && differs(key)) {
            changes.append({Part::Timepoint, What::Changed, id});
            break;
        }
    return changes;
}

} // namespace

QList<StudyChange> studyChanges(const study::Study& before, const study::Study& after) {
    QList<StudyChange> changes;
    const auto timepoints = listChanges(before.json, after.json, QStringLiteral("timepoints"), Part::Timepoint);
    for (const StudyChange& one : timepoints)
        if (one.what == What::Changed)
            changes += within(before, after, one.id);
        else
            changes.append(one);
    changes += listChanges(before.json, after.json, QStringLiteral("anchors"), Part::Anchor);
    changes += listChanges(before.json, after.json, QStringLiteral("endpoints"), Part::Endpoint);
    static const QStringList told{QStringLiteral("timepoints"), QStringLiteral("anchors"), QStringLiteral("endpoints"),
                                  QStringLiteral("version")};
    QStringList keys = before.json.keys() + after.json.keys();
    keys.removeDuplicates();
    keys.sort();
    for (const QString& key : std::as_const(keys)) {
        if (told.contains(key) || before.json.value(key) == after.json.value(key))
            continue;
        changes.append({Part::Other,
                        !before.json.contains(key)  ? What::Added
                        : !after.json.contains(key) ? What::Removed
                                                    : What::Changed,
                        key});
    }
    return changes;
}

} // namespace serein::desk

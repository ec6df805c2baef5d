#include "study/Study.h"
#include "instrument/WordsProof.h"
#include "study/Reader.h"
#include "study/References.h"

#include <algorithm>

namespace serein::study {

namespace {

template<class T> const T* withId(const QList<T>& list, const QString& id) {
    const auto found = std::ranges::find(list, id, &T::id);
    return found == list.end() ? nullptr : &*found;
}

/// What people read of a study: its patterns are a program's, and "(?<name>" is no markup.
QJsonObject wordsOf(QJsonObject json) {
    for (const QString& owner : {QStringLiteral("subject"), QStringLiteral("secondIdentifier")}) {
        QJsonObject identifier = json.value(owner).toObject();
        identifier.remove(QStringLiteral("pattern"));
        json.insert(owner, identifier);
    }
    return json;
}

} // namespace

const Timepoint* Study::timepoint(const QString& timepointId) const {
    return withId(timepoints, timepointId);
}

const Anchor* Study::anchor(const QString& anchorId) const {
    return withId(anchors, anchorId);
}

Result<Study> parseStudy(const QJsonValue& json, const instrument::Library& library, const QString& file) {
    Faults faults(file, instrument::schemaFaults(QStringLiteral("study"), json, file));
    Study study = readStudy(json.toObject(), faults);
    checkPlan(study, faults);
    checkBatteries(study, library, faults);
    checkEndpoints(study, library, faults);
    checkPolicies(study, library, faults);
    instrument::proveWords(wordsOf(json.toObject()), {}, faults);
    if (!faults.all().isEmpty())
        return std::unexpected(Error{Error::Kind::Unusable, faults.all()});
    return study;
}

} // namespace serein::study

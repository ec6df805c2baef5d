#include "core/Json.h"
#include "instrument/DefinitionReader.h"
#include "instrument/Library.h"
#include "instrument/Proof.h"
#include "instrument/Terminology.h"
#include "instrument/WordsProof.h"

namespace serein::instrument {

Result<Instrument> parseInstrument(const QJsonValue& json, const QString& file) {
    Faults faults(file, schemaFaults(QStringLiteral("instrument"), json, file));
    Instrument instrument = readDefinition(json.toObject(), faults);
    proveItems(instrument, faults);
    proveScores(instrument, faults);
    proveAlerts(instrument, faults);
    proveCodes(instrument, faults);
    proveWords(json, {}, faults);
    if (!faults.isEmpty())
        return std::unexpected(Error{Error::Kind::Unusable, faults.all()});
    return instrument;
}

QByteArray definitionBytes(const QJsonObject& json) {
    return canonicalJson(json);
}

} // namespace serein::instrument

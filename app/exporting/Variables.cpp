#include "exporting/Variables.h"

#include "crypto/Crypto.h"

namespace serein::exporting {

namespace {

constexpr qsizetype longestName = 32;

QString fullName(const instrument::Instrument& instrument, const QString& id, bool isScore) {
    QString name = instrument.id + u'_' + id;
    if (isScore && instrument.item(id))
        name += QStringLiteral("_score");
    return name.replace(u'-', u'_');
}

QString shortened(const QString& name) {
    const QByteArray digest = crypto::sha256(name.toUtf8()).toHex().left(4);
    return name.left(longestName - 1 - digest.size()) + u'_' + QString::fromLatin1(digest);
}

} // namespace

QString variableName(const instrument::Instrument& instrument, const QString& id, bool isScore) {
    const QString name = fullName(instrument, id, isScore);
    return name.size() > longestName ? shortened(name) : name;
}

QString stateName(const QString& variable) {
    const QString name = variable + QStringLiteral("_st");
    return name.size() > longestName ? shortened(name) : name;
}

QString howName(const QString& instrument, const char* ending) {
    const QString name = QString(instrument + u'_' + QLatin1String(ending)).replace(u'-', u'_');
    return name.size() > longestName ? shortened(name) : name;
}

QList<Variable> variables(const Definitions& definitions) {
    QList<Variable> all;
    QSet<QString> taken;
    QSet<QString> known;
    const auto add = [&](const instrument::Instrument& instrument, const QString& id, bool isScore) {
        const QString variable = QStringLiteral("%1/%2/%3").arg(instrument.id, id).arg(isScore);
        if (known.contains(variable))
            return; // an earlier version of the instrument had it
        known.insert(variable);
        QString name = variableName(instrument, id, isScore);
        if (taken.contains(name))
            name = shortened(variable).replace(u'-', u'_').replace(u'/', u'_');
        taken.insert(name);
        all.append({name, instrument.id, id, isScore});
    };
    for (const QString& hash : definitions.inUse()) {
        const instrument::Instrument& instrument = definitions.byHash(hash);
        for (const instrument::Item& item : instrument.items)
            if (item.asks())
                add(instrument, item.id, false);
        for (const instrument::Score& score : instrument.scores)
            add(instrument, score.id, true);
    }
    return all;
}

} // namespace serein::exporting

#include "instrument/Terminology.h"
#include "core/Json.h"

#include <QFile>
#include <QSet>
#include <algorithm>

namespace serein::instrument {

namespace {

struct Terminology {
    QMap<QString, QString> domains;    ///< by category
    QMap<QString, QString> shortNames; ///< short name → category
    QMap<QString, QString> tests;      ///< test code → category
    QMap<QString, Term> names;         ///< of test codes
    QMap<QString, QString> nci;        ///< by category
};

Terminology read() {
    QFile file(QStringLiteral(":/serein/codes/cdisc.tsv"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the CDISC terminology is not part of this build");
    Terminology known;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QList<QByteArray> columns = line.split('\t');
        if (line.startsWith('#') || columns.size() < 5)
            continue;
        const QString code = QString::fromUtf8(columns.at(1));
        const QString category = QString::fromUtf8(columns.at(2));
        const QString more = QString::fromUtf8(columns.at(3));
        const QString nci = QString::fromUtf8(columns.at(4));
        if (columns.at(0) == "category") {
            known.shortNames.insert(code, category);
            known.domains.insert(category, more);
            known.nci.insert(category, nci);
        } else {
            known.tests.insert(code, category);
            known.names.insert(code, {more, nci});
        }
    }
    return known;
}

const Terminology& terminology() {
    static const Terminology known = read();
    return known;
}

const QString both = QStringLiteral("a code of CDISC's or of our own, not both");

class Check {
public:
    Check(const Instrument& instrument, Faults& faults) : m_instrument(instrument), m_faults(faults) {}

    void category() {
        const InstrumentCodes& codes = m_instrument.codes;
        const QJsonObject written = m_instrument.json.value(QLatin1String("codes")).toObject();
        if (written.contains(QLatin1String("cdisc")) && written.contains(QLatin1String("sponsor")))
            m_faults.add(QStringLiteral("/codes"), both);
        const QString place =
            QStringLiteral("/codes/") + (codes.isSponsors ? QStringLiteral("sponsor") : QStringLiteral("cdisc"));
        const bool isKnown = terminology().domains.contains(codes.category);
        if (codes.isSponsors && (isKnown || terminology().shortNames.contains(codes.category)))
            m_faults.add(place + QStringLiteral("/category"),
                         QStringLiteral("CDISC has \"%1\" for another questionnaire").arg(codes.category));
        else if (!codes.isSponsors && !codes.category.isEmpty() && !isKnown)
            m_faults.add(place + QStringLiteral("/category"),
                         QStringLiteral("the CDISC terminology has no \"%1\"").arg(codes.category));
        else if (!codes.isSponsors && isKnown && terminology().domains.value(codes.category) != codes.domain)
            m_faults.add(place + QStringLiteral("/domain"),
                         QStringLiteral("CDISC has \"%1\" in %2")
                             .arg(codes.category, terminology().domains.value(codes.category)));
    }

    void codes(const Codes& codes, const QString& place) {
        if (!codes.cdisc.isEmpty() && !codes.sponsor.isEmpty())
            m_faults.add(place, both);
        if (!codes.cdisc.isEmpty())
            cdisc(codes.cdisc, pointerTo(place, QStringLiteral("cdisc")));
        if (!codes.sponsor.isEmpty())
            sponsors(codes.sponsor, pointerTo(place, QStringLiteral("sponsor")));
    }

private:
    void cdisc(const QString& code, const QString& place) {
        const QString category = terminology().tests.value(code);
        const InstrumentCodes& own = m_instrument.codes;
        if (category.isEmpty())
            m_faults.add(place, QStringLiteral("the CDISC terminology has no test code %1").arg(code));
        else if (!m_faults.touch(QStringLiteral("/codes")) && (own.isSponsors || own.category != category))
            m_faults.add(place, QStringLiteral("%1 is a test of CDISC's \"%2\", but this instrument %3")
                                    .arg(code, category,
                                         own.category.isEmpty() ? QStringLiteral("has no category")
                                                                : QStringLiteral("is \"%1\"").arg(own.category)));
        once(code, place);
    }

    void sponsors(const QString& code, const QString& place) {
        if (terminology().tests.contains(code))
            m_faults.add(place, QStringLiteral("%1 is a test code of CDISC's own").arg(code));
        for (auto it = terminology().shortNames.begin(); it != terminology().shortNames.end(); ++it)
            if (!terminology().tests.contains(code) && code.startsWith(it.key()))
                m_faults.add(place, QStringLiteral("begins with %1, CDISC's short name of \"%2\"").arg(it.key(), *it));
        once(code, place);
    }

    void once(const QString& code, const QString& place) {
        if (m_seen.contains(code))
            m_faults.add(place, QStringLiteral("the code %1 stands twice").arg(code));
        m_seen.insert(code);
    }

    const Instrument& m_instrument;
    Faults& m_faults;
    QSet<QString> m_seen;
};

} // namespace

std::optional<Term> cdiscTest(const QString& code) {
    const auto found = terminology().names.constFind(code);
    return found == terminology().names.constEnd() ? std::nullopt : std::optional(*found);
}

QString cdiscCategory(const QString& category) {
    return terminology().nci.value(category);
}

bool isCdiscs(const QString& code) {
    const auto& known = terminology();
    return known.tests.contains(code) || std::ranges::any_of(known.shortNames.keys(), [&](const QString& shortName) {
               return code.startsWith(shortName);
           });
}

void proveCodes(const Instrument& instrument, Faults& faults) {
    Check check(instrument, faults);
    check.category();
    const auto place = [](const QString& list, qsizetype index) {
        return pointerTo(list, index) + QStringLiteral("/codes");
    };
    for (qsizetype index = 0; index < instrument.items.size(); ++index)
        check.codes(instrument.items.at(index).codes, place(QStringLiteral("/items"), index));
    for (qsizetype index = 0; index < instrument.scores.size(); ++index)
        check.codes(instrument.scores.at(index).codes, place(QStringLiteral("/scores"), index));
}

} // namespace serein::instrument

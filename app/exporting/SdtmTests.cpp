#include "exporting/SdtmTests.h"

#include "crypto/Crypto.h"
#include "instrument/Terminology.h"

#include <QFile>
#include <QRegularExpression>

namespace serein::exporting {

namespace {

constexpr qsizetype longestTestCode = 8;
constexpr qsizetype longestTestName = 40;

QString upperLetters(const QString& id) {
    static const QRegularExpression unfit(QStringLiteral("[^A-Z0-9]"));
    return id.toUpper().remove(unfit);
}

/// moreThanHalf → "More than half"
QString inWords(const QString& concept_) {
    static const QRegularExpression hump(QStringLiteral("([a-z0-9])([A-Z])"));
    QString words = QString(concept_).replace(hump, QStringLiteral("\\1 \\2")).replace(u'_', u' ').toLower();
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

} // namespace

SdtmTests::SdtmTests(const instrument::Instrument& instrument) : m_instrument(instrument) {
    for (const instrument::Item& item : instrument.items)
        m_codes.insert(item.codes.testCode());
    for (const instrument::Score& score : instrument.scores)
        m_codes.insert(score.codes.testCode());
    for (const instrument::Item& item : instrument.items)
        if (item.asks())
            m_items.insert(
                item.id, make(item.codes, item.id, false, inWords(item.concept_.isEmpty() ? item.id : item.concept_)));
    for (const instrument::Score& score : instrument.scores)
        m_scores.insert(score.id, make(score.codes, score.id, true, score.name.in(QStringLiteral("en"))));
}

SdtmTest SdtmTests::make(const instrument::Codes& codes, const QString& id, bool isScore, const QString& words) {
    if (const auto term = instrument::cdiscTest(codes.cdisc)) {
        m_names.insert(term->name);
        return {codes.cdisc, term->name, term->nci};
    }
    SdtmTest test;
    test.code = codes.testCode().isEmpty() ? code(id, isScore) : codes.testCode();
    m_codes.insert(test.code);
    test.name = QStringLiteral("%1-%2").arg(m_instrument.id.toUpper(), words).left(longestTestName).trimmed();
    if (m_names.contains(test.name))
        test.name = test.name.left(longestTestName - longestTestCode - 1) + u' ' + test.code;
    m_names.insert(test.name);
    return test;
}

/// The id itself where it is short enough and nobody's, on a form; else four letters of where it belongs, and four hex
/// digits of the SHA-256 of what it is.
QString SdtmTests::code(const QString& id, bool isScore) const {
    const bool isForm = m_instrument.codes.domain.isEmpty();
    QString plain = upperLetters(id);
    const auto isFree = [this](const QString& code) { return !m_codes.contains(code) && !instrument::isCdiscs(code); };
    if (isForm && !isScore && plain.size() <= longestTestCode && plain.front().isLetter() && isFree(plain))
        return plain;
    const QString letters = upperLetters(isForm ? id : m_instrument.id).left(4);
    QByteArray name = QStringLiteral("%1/%2/%3").arg(m_instrument.id, id).arg(isScore).toUtf8();
    for (;;) {
        name = crypto::sha256(name).toHex().toUpper();
        const QString code = (letters.front().isLetter() ? letters : u'N' + letters.left(3)) +
                             QString::fromLatin1(name.left(longestTestCode - letters.size()));
        if (isFree(code))
            return code;
    }
}

const QList<SdtmSponsorTable>& sdtmSponsorTables() {
    static const QList<SdtmSponsorTable> tables = [] {
        QFile file(QStringLiteral(":/serein/codes/staff-forms.tsv"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the table of staff's forms is not part of this build");
        QList<SdtmSponsorTable> read;
        for (const QByteArray& line : file.readAll().split('\n'))
            if (const QList<QByteArray> columns = line.split('\t'); columns.size() == 4 && !line.startsWith('#'))
                read.append({QString::fromUtf8(columns[0]), QString::fromUtf8(columns[1]),
                             QString::fromUtf8(columns[2]), QString::fromUtf8(columns[3])});
        return read;
    }();
    return tables;
}

Result<void> checkWithout(const QStringList& tables) {
    const auto isOne = [](const QString& table) { // a site's own forms are YA to YZ
        return (table.size() == 2 && table[0] == u'Y' && table[1] >= u'A' && table[1] <= u'Z') ||
               std::ranges::find(sdtmSponsorTables(), table, &SdtmSponsorTable::domain) != sdtmSponsorTables().end();
    };
    for (const QString& table : tables)
        if (!isOne(table))
            return unusable(QStringLiteral("\"%1\" is no table of staff's forms").arg(table),
                            QStringLiteral("/without"));
    return {};
}

QString sdtmDomain(const instrument::Instrument& instrument) {
    if (!instrument.codes.domain.isEmpty())
        return instrument.codes.domain;
    return instrument.audience == QLatin1String("staff") ? sdtmFormDomain(instrument.id) : QStringLiteral("QS");
}

QString sdtmFormDomain(const QString& instrument) {
    for (const SdtmSponsorTable& table : sdtmSponsorTables())
        if (instrument == table.instrument)
            return table.domain;
    const int letter = static_cast<unsigned char>(crypto::sha256(instrument.toUtf8()).front()) % 26;
    return QStringLiteral("Y") + QChar(u'A' + letter);
}

QString sdtmCategory(const instrument::Instrument& instrument) {
    return instrument.codes.category.isEmpty() ? instrument.id.toUpper().left(longestTestName)
                                               : instrument.codes.category;
}

QStringList sdtmPieces(const QString& text) {
    QStringList pieces;
    qsizetype begin = 0;
    while (begin < text.size()) {
        qsizetype end = begin;
        qsizetype bytes = 0;
        while (end < text.size()) {
            const qsizetype units = text[end].isHighSurrogate() && end + 1 < text.size() ? 2 : 1;
            const qsizetype more = QStringView(text).mid(end, units).toUtf8().size();
            if (bytes + more > sdtmTextBytes)
                break;
            bytes += more;
            end += units;
        }
        const qsizetype full = end;
        while (end < text.size() && end > begin + 1 && text[end - 1] == u' ')
            --end;
        if (text[end - 1] == u' ')
            end = full; // nothing but blanks
        pieces += text.mid(begin, end - begin);
        begin = end;
    }
    return pieces;
}

QString sdtmContinued(const QString& variable, qsizetype index) {
    const QString number = QString::number(index);
    return variable.left(longestTestCode - number.size()) + number;
}

qsizetype SdtmDataset::column(const QString& variable) const {
    for (qsizetype i = 0; i < variables.size(); ++i)
        if (variables[i].name == variable)
            return i;
    return -1;
}

QString SdtmDataset::text(qsizetype row, const QString& variable) const {
    const qsizetype at = column(variable);
    if (at < 0)
        return {};
    const SdtmValue& value = rows[row][at];
    if (const auto* number = std::get_if<Decimal>(&value))
        return number->toString();
    const auto* words = std::get_if<QString>(&value);
    return words ? *words : QString();
}

} // namespace serein::exporting

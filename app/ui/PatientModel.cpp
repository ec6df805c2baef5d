#include "ui/PatientModel.h"

#include "ui/ItemTypes.h"
#include "ui/ReadAloud.h"

#include <QJSValue>

namespace serein::ui {

using session::Stage;

namespace {

bool isDeclined(const instrument::Answer& answer) {
    return std::holds_alternative<instrument::Declined>(answer);
}

const auto wallClock = QStringLiteral("yyyy-MM-ddTHH:mm");

/// A moment as it is typed, "2026-11-20T14:05", in the site's zone and with the offset of that day; of an hour that
/// comes twice the first. Left as it is where it is no moment: an hour that a spring day skips stands on no clock.
QString momentIn(const QTimeZone& zone, const QString& typed) {
    // Date and time apart: as a QDateTime they would be of the tablet's zone, and skip its hour.
    const QDate date = QDate::fromString(typed.section(u'T', 0, 0), Qt::ISODate);
    const QTime time = QTime::fromString(typed.section(u'T', 1), QStringLiteral("HH:mm"));
    const QDateTime at = date.isValid() && time.isValid() ? localMoment(date, time, zone) : QDateTime();
    return at.isValid() && at.time() == time ? instantText(at) : typed;
}

} // namespace

PatientModel::PatientModel(QObject* parent)
    : QObject(parent), m_voice(std::make_unique<ReadAloud>([this] { Q_EMIT voiceChanged(); })) {
    connect(this, &PatientModel::pageChanged, this, &PatientModel::voiceChanged);
}
PatientModel::~PatientModel() = default;

bool PatientModel::open(vault::Vault* vault, const QUuid& participant) {
    close();
    auto battery = session::Battery::resume(*vault, participant);
    if (!battery) {
        m_trouble =
            tr("The questions can't be shown. What you answered before is safe. Please give the tablet to your nurse.");
        Q_EMIT troubleChanged();
        return false;
    }
    m_vault = vault;
    m_battery = std::move(*battery);
    Q_EMIT pageChanged();
    Q_EMIT answerChanged();
    Q_EMIT readingChanged();
    return true;
}

void PatientModel::close() {
    m_voice->stop();
    m_vault = nullptr;
    m_battery.reset();
    m_trouble.clear();
    Q_EMIT pageChanged();
    Q_EMIT answerChanged();
    Q_EMIT troubleChanged();
}

PatientModel::Page PatientModel::page() const {
    if (!m_battery)
        return Page::None;
    switch (m_battery->stage()) {
    case Stage::Breath:
        return Page::Breath;
    case Stage::Item:
        return Page::Item;
    case Stage::Review:
        return Page::Review;
    case Stage::Closing:
        return Page::Closing;
    }
    return Page::None;
}

bool PatientModel::inInstrument() const {
    return m_battery && m_battery->stage() != Stage::Closing;
}
const instrument::Item* PatientModel::item() const {
    return m_battery && m_battery->stage() == Stage::Item ? &m_battery->item() : nullptr;
}
instrument::ItemWords PatientModel::itemWords() const {
    return item() != nullptr ? m_battery->words().items.value(item()->id) : instrument::ItemWords();
}

QString PatientModel::language() const {
    return m_battery ? m_battery->language() : QString();
}
QString PatientModel::title() const {
    return inInstrument() ? m_battery->words().title : QString();
}
QString PatientModel::instruction() const {
    return inInstrument() ? m_battery->words().instruction : QString();
}
QString PatientModel::recall() const {
    return inInstrument() ? m_battery->words().recall : QString();
}
int PatientModel::instrumentNumber() const {
    return m_battery ? m_battery->instrumentNumber() : 0;
}
int PatientModel::instrumentCount() const {
    return m_battery ? m_battery->instrumentCount() : 0;
}
int PatientModel::itemNumber() const {
    return item() != nullptr ? m_battery->itemNumber() : 0;
}
int PatientModel::itemCount() const {
    return inInstrument() ? m_battery->itemCount() : 0;
}

double PatientModel::progress() const {
    if (!m_battery || m_battery->instrumentCount() == 0)
        return 0.0;
    double ofThisOne = 0.0;
    switch (m_battery->stage()) {
    case Stage::Closing:
        return 1.0;
    case Stage::Breath:
        break;
    case Stage::Item:
        ofThisOne = static_cast<double>(m_battery->itemNumber() - 1) / std::max(1, m_battery->itemCount());
        break;
    case Stage::Review:
        ofThisOne = 1.0;
        break;
    }
    return (m_battery->instrumentNumber() - 1 + ofThisOne) / m_battery->instrumentCount();
}

QString PatientModel::itemId() const {
    return item() != nullptr ? item()->id : QString();
}
QString PatientModel::itemType() const {
    return item() != nullptr ? itemTypeText(item()->type) : QString();
}
QString PatientModel::itemDisplay() const {
    return item() != nullptr ? item()->display : QString();
}
QString PatientModel::question() const {
    return itemWords().text;
}
QString PatientModel::help() const {
    return itemWords().help;
}

QVariantList PatientModel::options() const {
    QVariantList all;
    if (item() == nullptr)
        return all;
    for (const instrument::Choice& choice : item()->choices)
        all += QVariantMap{{QStringLiteral("value"), choice.value.toJson().toVariant()},
                           {QStringLiteral("text"), m_battery->words().choiceWords(*item(), choice.value)}};
    return all;
}

int PatientModel::scaleMin() const {
    return item() != nullptr && item()->min ? item()->min->toInt() : 0;
}
int PatientModel::scaleMax() const {
    return item() != nullptr && item()->max ? item()->max->toInt() : 0;
}
QString PatientModel::lowAnchor() const {
    return itemWords().low;
}
QString PatientModel::highAnchor() const {
    return itemWords().high;
}
QString PatientModel::unit() const {
    return itemWords().unit;
}

QVariant PatientModel::answer() const {
    if (item() == nullptr)
        return {};
    const instrument::Answer given = m_battery->answer(item()->id);
    if (!instrument::isAnswered(given))
        return {};
    QVariant plain = instrument::answerToJson(given).toVariant();
    if (item()->type == instrument::ItemType::DateTime)
        if (const auto at = parseInstant(plain.toString()))
            return at->toTimeZone(m_vault->study().zone).toString(wallClock);
    return plain;
}

bool PatientModel::answered() const {
    return item() != nullptr && instrument::isAnswered(m_battery->answer(item()->id));
}
bool PatientModel::declined() const {
    return item() != nullptr && isDeclined(m_battery->answer(item()->id));
}
bool PatientModel::canGoBack() const {
    return page() == Page::Review || (item() != nullptr && !m_battery->isFirstItem());
}

QVariantList PatientModel::review() const {
    QVariantList rows;
    if (page() != Page::Review)
        return rows;
    for (const QString& id : m_battery->shownItems()) {
        const instrument::Item* asked = m_battery->instrument().item(id);
        if (asked == nullptr || !asked->asks())
            continue;
        const instrument::Answer given = m_battery->answer(id);
        rows += QVariantMap{{QStringLiteral("item"), id},
                            {QStringLiteral("question"), m_battery->words().items.value(id).text},
                            {QStringLiteral("answer"), answerWords(*asked)},
                            {QStringLiteral("declined"), isDeclined(given)},
                            {QStringLiteral("answered"), instrument::isAnswered(given)}};
    }
    return rows;
}

QString PatientModel::calmText() const {
    return m_battery && m_battery->alertFired() ? m_vault->study().alertText.in(m_battery->language()) : QString();
}

void PatientModel::give(const QVariant& value) {
    if (item() == nullptr)
        return;
    // A JavaScript array or object arrives wrapped.
    QVariant plain = value.userType() == qMetaTypeId<QJSValue>() ? value.value<QJSValue>().toVariant() : value;
    if (item()->type == instrument::ItemType::DateTime && !plain.isNull())
        plain = momentIn(m_vault->study().zone, plain.toString());
    auto answer = instrument::answerFromJson(*item(), QJsonValue::fromVariant(plain));
    if (!answer) {
        m_trouble = tr("This answer doesn't fit the question, so it was not saved. Please choose again.");
        Q_EMIT troubleChanged();
        return;
    }
    after(m_battery->give(*answer), false);
}

void PatientModel::decline(const QString& reason) {
    if (item() != nullptr)
        after(m_battery->give(instrument::Declined{reason}), false);
}

void PatientModel::begin() {
    if (page() == Page::Breath)
        after(m_battery->begin(), true);
}

void PatientModel::next() {
    if (page() == Page::Item)
        after(m_battery->next(), true);
}

void PatientModel::back() {
    if (canGoBack())
        after(m_battery->back(), true);
}

void PatientModel::goTo(const QString& itemId) {
    if (page() == Page::Review)
        after(m_battery->goTo(itemId), true);
}

void PatientModel::submit() {
    if (page() == Page::Review)
        after(m_battery->submit(), true);
}

void PatientModel::pause() {
    m_voice->stop(); // whatever becomes of the commit
    if (m_battery)
        after(m_battery->pause(), true);
}

void PatientModel::after(const Result<void>& result, bool pageMoved) {
    const QString trouble = result ? QString()
                                   : tr("That could not be saved just now. What you answered before is safe. Please "
                                        "try again, or give the tablet to your nurse.");
    if (trouble != m_trouble) {
        m_trouble = trouble;
        Q_EMIT troubleChanged();
    }
    if (!result)
        return; // what is shown stays what the ledger says
    if (pageMoved) {
        m_voice->stop();
        Q_EMIT pageChanged();
    }
    Q_EMIT answerChanged();
}

} // namespace serein::ui

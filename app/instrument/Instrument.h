#pragma once
// A published scale or structured form as data. Pure values: what the files under instruments/ say, proven by the
// loader.
#include "core/Clock.h"
#include "core/Decimal.h"
#include "core/LocalizedText.h"
#include "instrument/Answer.h"

#include <QJsonObject>
#include <QStringList>
#include <memory>
#include <optional>

namespace serein::instrument {

struct Codes {
    QString loinc;
    QString cdisc;         ///< test code of an item or score
    QString cdiscDomain;   ///< of the instrument: QS, RS …
    QString cdiscCategory; ///< of the instrument
};

struct Choice {
    Decimal value;
    QString concept_;
    Codes codes;
};

enum class ItemType { Choice, MultiChoice, Number, Scale, Clock, Duration, Date, DateTime, Text, Section, Note };
enum class Direction { None, HigherWorse, HigherBetter };

/// One node of a score tree. `op` is the operator of instruments/README.md; leaves carry their value or name.
struct Expression;
using ExpressionPtr = std::shared_ptr<const Expression>;
enum class Op {
    Number,
    Item,
    Score,
    Answered,
    Sum,
    Mean,
    Min,
    Max,
    Count,
    Reverse,
    Scale,
    Band,
    Ratio,
    Elapsed,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    All,
    Any,
    Not,
    First,
    When,
    Profile
};
enum class Rounding { None, HalfUp, Floor };
struct BandStep {
    std::optional<Decimal> bound; ///< none on the last step
    bool inclusive = false;       ///< upTo (≤) rather than below (<)
    Decimal value;
};
struct Expression {
    Op op = Op::Number;
    Decimal number;                         ///< Number; Reverse: low; Scale: by
    Decimal second;                         ///< Reverse: high; Scale: add
    QString name;                           ///< Item, Score, Answered; Elapsed: from
    QString otherName;                      ///< Elapsed: to
    QList<ExpressionPtr> parts;             ///< operands in order (When: if, then, else)
    QMap<QString, ExpressionPtr> byProfile; ///< Profile
    QList<BandStep> steps;                  ///< Band
    Rounding rounding = Rounding::None;     ///< Scale
    int digits = 0;                         ///< Scale
    QString pointer;                        ///< where it stands in its file, for faults
};

struct Item {
    QString id;
    ItemType type = ItemType::Note;
    QString concept_;
    QString choiceList;    ///< name in Instrument::choices
    QList<Choice> choices; ///< the list itself, resolved
    QString unit;
    std::optional<Decimal> min;
    std::optional<Decimal> max;
    int decimals = 0;
    int maxLength = 0; ///< text; 0: 10,000
    Direction direction = Direction::None;
    QString display; ///< scale: "nrs" or "vas"
    bool optional = false;
    ExpressionPtr showWhen; ///< null: always
    Codes codes;

    /// False for sections and notes.
    [[nodiscard]] bool asks() const { return type != ItemType::Section && type != ItemType::Note; }
};

struct Band {
    QString id;
    Decimal from;
    LocalizedText label;
};

struct Proration {
    int maxMissing = 0;
    Rounding rounding = Rounding::None;
    QString source;
};

struct Score {
    QString id;
    LocalizedText name;
    ExpressionPtr expression;
    bool isBoolean = false;
    bool isFlag = false;
    Decimal low; ///< numeric scores: the published range
    Decimal high;
    QString rangeNote; ///< why the published range is narrower than the expression's
    Direction direction = Direction::None;
    int decimals = 0;
    std::optional<Proration> proration;
    QMap<QString, QList<Band>> bands; ///< by profile; "" where the same for all
    QString bandsSource;
    Codes codes;

    [[nodiscard]] QList<Band> bandsFor(const QString& profile) const {
        return bands.value(profile, bands.value(QString()));
    }
};

struct AlertRule {
    QString id;
    QString item; ///< fires when this item is answered (or, see below, left unanswered)
    ExpressionPtr when;
    bool whenUnanswered = false; ///< fires at submission or break when the item has no answer
};

struct Source {
    QString citation;
    QString doi;
};

struct Instrument {
    QString id;
    QString version;
    LocalizedText name;
    QString audience;   ///< self, observer, staff
    QString dataClass;  ///< data, unblinding
    IsoDuration recall; ///< zero: now
    bool recallsNight = false;
    QList<Source> sources;
    Codes codes;
    QList<Item> items;
    QList<Score> scores;
    QStringList profiles;
    QString defaultProfile;
    QList<AlertRule> alerts;
    QJsonObject json; ///< as read: what is stored and hashed

    [[nodiscard]] const Item* item(const QString& itemId) const; ///< null when there is none
    [[nodiscard]] const Score* score(const QString& scoreId) const;
};

struct ItemWords {
    QString text;
    QString help;
    QString low;
    QString high;
    QString unit;
};

/// The words of one instrument in one language.
struct TextPack {
    QString instrument;
    QString instrumentVersion;
    QString language;
    QString version;
    QString provenance; ///< official, validated, unvalidated, placeholder
    QString citation;
    QString note;
    QString licenceHolder;
    QString licenceStatement;
    bool allowsElectronic = false;
    bool allowsExport = false;
    QString onlyStudy; ///< empty: any
    QDate expires;     ///< invalid: never
    QString title;
    QString instruction;
    QString recall;
    QMap<QString, QMap<QString, QString>> choices; ///< list → value text ("0") → words
    QMap<QString, ItemWords> items;
    QStringList order; ///< item ids as printed; empty: the instrument's own order
    QJsonObject json;

    [[nodiscard]] QString choiceWords(const Item& item, const Decimal& value) const;
};

} // namespace serein::instrument

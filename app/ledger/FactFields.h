#pragma once
// What facts are made of: every fact lists its fields once, in visit(); reading and writing JSON both follow that list.
#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>
#include <QUuid>

namespace serein::ledger {

/// One instrument, at one timepoint and sequence, for one participant.
struct AssessmentKey {
    QString timepoint;
    QString instrument;
    int sequence = 1; ///< from 1; a repeated timepoint counts on
    bool operator==(const AssessmentKey&) const = default;
    bool operator<(const AssessmentKey& other) const;
    [[nodiscard]] QString toString() const; ///< "POD1/nrs-sleep/1"
    [[nodiscard]] static AssessmentKey fromString(const QString& text);
};

/// The last event of a stream that a checkpoint vouches for.
struct Head {
    QString stream;
    qint64 sequence = 0;
    QByteArray hash;
    QUuid device = {}; ///< whose stream; null: of the device that names it
    bool operator==(const Head&) const = default;
};

/// Marks a field that came after its kind was first written: older events lack it, and read as its default.
struct Later {};

#define SEREIN_FACT(name)                                                                                              \
    static constexpr auto kind = name;                                                                                 \
    template<class Visitor> void visit([[maybe_unused]] Visitor& field)

} // namespace serein::ledger

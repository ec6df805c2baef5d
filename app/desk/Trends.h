#pragma once
// A participant's scores along the protocol, and the study's endpoints, as far as the person at the desk may see them.
#include "desk/Actor.h"
#include "study/Schedule.h"

namespace serein::desk {

/// One asking of an instrument; without a value there is a gap.
struct TrendPoint {
    QString timepoint;
    int sequence = 1;
    std::optional<Decimal> value; ///< as it stands after corrections
};

/// A numeric score that is asked more than once.
struct Trend {
    QString instrument;
    QString score;
    QString profile;          ///< whose bands count
    QList<TrendPoint> points; ///< every asking: the first sequences in the study's order, then the further ones
};

/// A score that an endpoint waits for.
struct MissingScore {
    QString timepoint;
    QString instrument;
    QString score;
    bool operator==(const MissingScore&) const = default;
};

struct Judged {
    QString endpoint;
    study::EndpointResult result;  ///< of the sequence that each timepoint is in now
    QList<MissingScore> missing{}; ///< where the answer is unknown: what it lacks
};

/// The study keeps scores across timepoints from this person: from whoever has one of the roles that it names, whatever
/// other roles they have, for who rates is who could be swayed.
[[nodiscard]] bool hidesTrends(const vault::Vault& vault, const study::Study& study);

/// Nothing of what this person may not see: neither the values nor that there are any.
[[nodiscard]] QList<Trend> trendsOf(const vault::Vault& vault, const vault::Protocol& protocol,
                                    const ledger::ParticipantState& participant);
[[nodiscard]] QList<Judged> endpointsOf(const vault::Vault& vault, const vault::Protocol& protocol,
                                        const ledger::ParticipantState& participant);

/// Whether this instrument's values would tell the treatment to somebody who may not know it.
[[nodiscard]] bool isKeptFrom(const vault::Vault& vault, const ledger::ParticipantState& participant,
                              const instrument::Instrument* instrument);

} // namespace serein::desk

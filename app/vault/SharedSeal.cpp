#include "vault/SharedSeal.h"

#include "core/Ids.h"
#include "core/Json.h"
#include "crypto/Crypto.h"
#include "crypto/Shares.h"

#include <QJsonArray>
#include <algorithm>

namespace serein::vault {

namespace {

constexpr QByteArrayView sharedFormat = "serein-shared-1 ";
constexpr QByteArrayView shareFormat = "serein-share-1 ";

QString hexText(QByteArrayView bytes) {
    return QString::fromLatin1(bytes.toByteArray().toHex());
}

/// What every share of one sealing says alike: whoever has none of them can't say it, and whoever has one can't change
/// it unnoticed.
struct Policy {
    QString set; ///< of this sealing alone
    int needed = 0;
    int of = 0;
    QString check;       ///< of the whole secret
    QStringList digests; ///< of each share, in order
    bool operator==(const Policy&) const = default;

    [[nodiscard]] QJsonObject toJson() const {
        return {{QStringLiteral("set"), set},
                {QStringLiteral("needed"), needed},
                {QStringLiteral("of"), of},
                {QStringLiteral("check"), check},
                {QStringLiteral("digests"), QJsonArray::fromStringList(digests)}};
    }
    [[nodiscard]] QString digestOf(int number, const crypto::Secret& share) const {
        return hexText(
            crypto::hmacSha256(share, shareFormat.toByteArray() + set.toLatin1() + ' ' + QByteArray::number(number)));
    }
    [[nodiscard]] QString checkOf(const crypto::Secret& secret) const {
        return hexText(crypto::hkdf(secret.view(), set.toLatin1(), "serein-shared-check").view());
    }
    [[nodiscard]] crypto::Secret contentKey(const crypto::Secret& secret) const {
        return crypto::hkdf(secret.view(), set.toLatin1(), "serein-shared-content");
    }
    [[nodiscard]] QByteArray context() const { return sharedFormat.toByteArray() + canonicalJson(toJson()); }
};

/// A line of JSON behind the format's name, and what follows it.
struct Headed {
    QJsonObject header;
    QByteArrayView rest;
};
std::optional<Headed> headed(QByteArrayView bytes, QByteArrayView format) {
    if (!bytes.startsWith(format))
        return std::nullopt;
    const qsizetype end = bytes.indexOf('\n');
    const auto json = end < 0 ? Result<QJsonValue>(QJsonValue())
                              : parseJson(bytes.sliced(format.size(), end - format.size()).toByteArray());
    if (!json || !json->isObject())
        return std::nullopt;
    return Headed{json->toObject(), bytes.sliced(end + 1)};
}

QByteArray withHeader(QByteArrayView format, const QJsonObject& header) {
    return format.toByteArray() + canonicalJson(header) + '\n';
}

struct OpenedShare {
    Policy policy;
    crypto::Share share;
};

std::optional<OpenedShare> readShare(QByteArrayView bytes) {
    const auto found = headed(bytes, shareFormat);
    if (!found)
        return std::nullopt;
    const QJsonObject& json = found->header;
    Policy policy{json.value(QStringLiteral("set")).toString(),
                  json.value(QStringLiteral("needed")).toInt(),
                  json.value(QStringLiteral("of")).toInt(),
                  json.value(QStringLiteral("check")).toString(),
                  {}};
    for (const auto& digest : json.value(QStringLiteral("digests")).toArray())
        policy.digests.append(digest.toString());
    const int number = json.value(QStringLiteral("number")).toInt();
    if (policy.needed < 2 || policy.needed > policy.of || policy.of != policy.digests.size() || number < 1 ||
        number > policy.of || policy.of > crypto::mostShares || found->rest.isEmpty())
        return std::nullopt;
    return OpenedShare{std::move(policy), {number, crypto::Secret(found->rest)}};
}

/// One holder's part of the file, as far as whoever can change the file lets it be.
struct SealedShare {
    QString holder;
    QByteArray sealed;
    bool damaged = false;
    bool opened = false;
};

class Opening {
public:
    explicit Opening(const QJsonObject& header) : m_set(header.value(QStringLiteral("set")).toString()) {
        for (const auto& one : header.value(QStringLiteral("shares")).toArray()) {
            const QJsonObject json = one.toObject();
            const QByteArray sealed =
                QByteArray::fromBase64(json.value(QStringLiteral("sealed")).toString().toLatin1());
            m_sealed.append({json.value(QStringLiteral("holder")).toString(), sealed,
                             hexText(crypto::sha256(sealed)) != json.value(QStringLiteral("hash")).toString()});
        }
    }

    [[nodiscard]] Result<void> take(const QByteArray& keyOrShare) {
        if (keyOrShare.startsWith(shareFormat.toByteArray())) {
            auto share = readShare(keyOrShare);
            if (!share)
                return unusable(QStringLiteral("an opened share that was given is not whole"));
            if (share->policy.set != m_set)
                return {}; // of the other file that they were given for
            const QString holder = m_sealed.value(share->share.number - 1).holder;
            return keep(holder, std::move(*share));
        }
        for (qsizetype index = 0; index < m_sealed.size(); ++index) {
            SealedShare& one = m_sealed[index];
            auto opened = crypto::cmsOpen(one.sealed, keyOrShare);
            if (!opened && opened.error().kind == Error::Kind::Unusable)
                return std::unexpected(opened.error());
            if (!opened)
                continue;
            one.opened = true;
            auto share = readShare(*opened);
            crypto::wipe(*opened);
            if (!share || share->share.number != index + 1) {
                m_bad.append(one.holder);
                return {};
            }
            return keep(one.holder, std::move(*share));
        }
        ++m_keysForNothing;
        return {};
    }

    /// The secret of whichever sealing enough shares belong to.
    [[nodiscard]] Result<std::pair<Policy, crypto::Secret>> secret() {
        for (Group& group : m_groups) {
            if (std::cmp_less(group.shares.size(), group.policy.needed))
                continue;
            group.shares.resize(static_cast<std::size_t>(group.policy.needed));
            SEREIN_TRY(crypto::Secret joined, crypto::joinSecret(group.shares));
            if (group.policy.checkOf(joined) != group.policy.check)
                return wrong(QStringLiteral("the shares of %1 do not give what was sealed")
                                 .arg(group.holders.join(QStringLiteral("; "))));
            return std::pair(group.policy, std::move(joined));
        }
        return std::unexpected(fault());
    }

private:
    struct Group {
        Policy policy;
        std::vector<crypto::Share> shares;
        QStringList holders;
    };

    [[nodiscard]] Result<void> keep(const QString& holder, OpenedShare opened) {
        const Policy& policy = opened.policy;
        if (policy.digestOf(opened.share.number, opened.share.bytes) != policy.digests[opened.share.number - 1]) {
            m_bad.append(holder);
            return {};
        }
        auto group = std::ranges::find(m_groups, policy, &Group::policy);
        if (group == m_groups.end())
            group = m_groups.insert(group, Group{policy, {}, {}});
        if (group->holders.contains(holder))
            return {}; // the same one twice: their key, and the share that it opens
        group->holders.append(holder);
        group->shares.push_back(std::move(opened.share));
        return {};
    }

    [[nodiscard]] Error fault() const {
        QStringList damaged = m_bad;
        QStringList unasked;
        for (const SealedShare& one : m_sealed) {
            if (one.damaged && !damaged.contains(one.holder))
                damaged.append(one.holder);
            else if (!one.damaged && !one.opened)
                unasked.append(one.holder);
        }
        const QString between = QStringLiteral("; ");
        const auto error = [](Error::Kind kind, const QString& reason) { return Error{kind, {{{}, {}, reason}}}; };
        if (!damaged.isEmpty())
            return error(Error::Kind::Wrong, QStringLiteral("the share of %1 was changed or is not whole; it may open "
                                                            "with others: %2")
                                                 .arg(damaged.join(between), unasked.join(between)));
        if (m_groups.size() > 1) {
            QStringList holders;
            for (const Group& group : m_groups)
                holders += group.holders;
            return error(Error::Kind::Wrong, QStringLiteral("the shares of %1 are not of one sealing: somebody put one "
                                                            "of them there; ask another holder too: %2")
                                                 .arg(holders.join(between), unasked.join(between)));
        }
        if (m_groups.empty() || m_keysForNothing > 0)
            return error(Error::Kind::Wrong,
                         QStringLiteral("a private key opens none of the shares; not opened are those of %1")
                             .arg(unasked.join(between)));
        const Group& only = m_groups.front();
        return error(Error::Kind::Refused,
                     QStringLiteral("it is sealed to %1 holders of whom any %2 are needed, and %3 given: ask %4")
                         .arg(only.policy.of)
                         .arg(only.policy.needed)
                         .arg(only.shares.size())
                         .arg(unasked.join(between)));
    }

    QString m_set;
    QList<SealedShare> m_sealed;
    std::vector<Group> m_groups;
    QStringList m_bad;
    int m_keysForNothing = 0;
};

} // namespace

Result<QByteArray> sealShared(QByteArrayView plain, const QList<crypto::Certificate>& holders, int needed) {
    const crypto::Secret secret = crypto::randomSecret();
    SEREIN_TRY(const auto shares, crypto::splitSecret(secret, needed, static_cast<int>(holders.size())));
    Policy policy{
        QString::fromLatin1(crypto::randomBytes(16).toHex()), needed, static_cast<int>(shares.size()), {}, {}};
    policy.check = policy.checkOf(secret);
    for (const crypto::Share& share : shares)
        policy.digests.append(policy.digestOf(share.number, share.bytes));
    QJsonArray sealedShares;
    for (const crypto::Share& share : shares) {
        const crypto::Certificate& holder = holders[share.number - 1];
        QJsonObject header = policy.toJson();
        header.insert(QStringLiteral("number"), share.number);
        QByteArray opened = withHeader(shareFormat, header);
        opened.append(share.bytes.view());
        const auto sealed = crypto::cmsSeal(opened, {holder});
        crypto::wipe(opened);
        if (!sealed)
            return std::unexpected(sealed.error());
        sealedShares.append(QJsonObject{{QStringLiteral("holder"), holder.subject},
                                        {QStringLiteral("fingerprint"), holder.fingerprint},
                                        {QStringLiteral("hash"), hexText(crypto::sha256(*sealed))},
                                        {QStringLiteral("sealed"), QString::fromLatin1(sealed->toBase64())}});
    }
    return withHeader(sharedFormat, {{QStringLiteral("set"), policy.set},
                                     {QStringLiteral("needed"), needed},
                                     {QStringLiteral("of"), policy.of},
                                     {QStringLiteral("shares"), sealedShares}}) +
           crypto::seal(policy.contentKey(secret), plain, policy.context());
}

bool isShared(QByteArrayView bytes) {
    return bytes.startsWith(sharedFormat);
}

Result<QByteArray> openShared(const QByteArray& bytes, const QList<QByteArray>& keysOrShares) {
    const auto file = headed(bytes, sharedFormat);
    if (!file)
        return wrong(QStringLiteral("what is sealed to several holders is damaged where it names them"));
    Opening opening(file->header);
    for (const QByteArray& one : keysOrShares)
        SEREIN_CHECK(opening.take(one));
    SEREIN_TRY(const auto found, opening.secret());
    const auto& [policy, secret] = found;
    const auto plain = crypto::open(policy.contentKey(secret), file->rest, policy.context());
    if (!plain)
        return wrong(QStringLiteral("the holders' shares are right, and what they open was changed"));
    return plain->view().toByteArray();
}

} // namespace serein::vault

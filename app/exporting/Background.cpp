#include "exporting/Background.h"

#include "core/Json.h"

namespace serein::exporting {

Result<Background::Basis> Background::basisOf(const vault::Vault& vault) {
    Basis basis{vault.deviceState().vault, vault.device(), {}, vault.deviceState().adopted};
    SEREIN_TRY(const QList<ledger::Head> heads, vault.heads(ledger::deviceStream));
    for (const ledger::Head& head : heads)
        if (!head.device.isNull())
            basis.others.append(head);
    return basis;
}

Result<std::shared_ptr<Background>> Background::of(const vault::Vault& vault) {
    static thread_local std::shared_ptr<Background> last;
    SEREIN_TRY(const Basis basis, basisOf(vault));
    if (last && last->m_basis == basis)
        return last;
    auto background = std::make_shared<Background>();
    background->m_basis = basis;
    SEREIN_CHECK(background->read(vault));
    last = background;
    return background;
}

Result<void> Background::read(const vault::Vault& vault) {
    return vault.forEachOf(ledger::deviceStream, [&](const ledger::StoredEvent& stored) -> Result<void> {
        SEREIN_TRY(const ledger::Header header, ledger::Header::fromBytes(stored.header));
        if (header.sequence == 1)
            m_firsts.insert(header.device, stored);
        if (header.kind != QLatin1String(ledger::StudyAdopted::kind))
            return {};
        SEREIN_TRY(const ledger::Event event, vault.read(stored));
        if (const auto* adopted = std::get_if<ledger::StudyAdopted>(&event.fact))
            m_adoptions += *adopted;
        return {};
    });
}

Result<QByteArray> Background::definition(const vault::Vault& vault, const QString& hash) {
    if (const auto known = m_definitions.constFind(hash); known != m_definitions.constEnd())
        return *known;
    SEREIN_TRY(const QByteArray bytes, vault.definition(hash));
    return *m_definitions.insert(hash, bytes);
}

Result<ledger::BodyClass> Background::classOf(const vault::Vault& vault, const QString& hash) {
    if (const auto known = m_classes.constFind(hash); known != m_classes.constEnd())
        return *known;
    SEREIN_TRY(const QByteArray bytes, definition(vault, hash));
    SEREIN_TRY(const QJsonValue json, parseJson(bytes));
    const auto named = ledger::classFrom(json.toObject().value(QLatin1String("class")).toString());
    return *m_classes.insert(hash, named.value_or(ledger::BodyClass::Data));
}

} // namespace serein::exporting

#pragma once
// One participant's record that was handed on (a bundle's slice), to be read like a vault: the same fold, the same
// projections, the same pages. It is kept in memory alone and goes with the object; nothing can be added to it.
#include "vault/Vault.h"

namespace serein::vault {

struct HandedOn {
    struct Sealed {
        ledger::StoredEvent stored;
        crypto::Secret key; ///< of its body; empty: withheld
    };
    struct Definition {
        QString kind; ///< study, instrument, text
        QString id;   ///< of the study, or of the instrument
        QByteArray bytes;
    };
    QUuid device;                          ///< that handed it on
    QString reader;                        ///< whom the pages name as the person at the desk
    QMap<QString, Definition> definitions; ///< by hash
    QList<ledger::StudyAdopted> versions;  ///< of the study; the last one is in force
    std::vector<Sealed> events; ///< the participant's, and what comes with them of the devices that wrote them
};

} // namespace serein::vault

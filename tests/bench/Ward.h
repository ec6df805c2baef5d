#pragma once
// A vault with thousands of participants, written event by event into its database (no disk sync each, as the app
// would), then folded by the vault itself.
#include "support/TestVault.h"

namespace serein::bench {

class Ward {
public:
    /// Eight timepoints each, on every day of the protocol; the first `rich` have the whole of it answered.
    Ward(int participants, int rich);
    [[nodiscard]] test::TestVault& site() { return m_site; }
    [[nodiscard]] QString richOne(int index) const { return m_rich.at(index); }

private:
    test::TestVault m_site;
    QStringList m_rich;
};

} // namespace serein::bench

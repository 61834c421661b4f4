// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "services/http/client.h"

#include <functional>
#include <optional>

namespace falconer {

// Who holds a name and version that the server refused with 409: sets of one type may not share
// them, and one that was deleted after an assignment keeps them though no list shows it.
class TakenSet final {
public:
    // The set that lists show; nothing: none does, so a deleted one holds them.
    using Done = std::function<void(const Result<std::optional<DistributionSet>> &)>;

    void find(Client &client, const QString &name, const QString &version, const QString &type,
        Done done);
    void stop() { m_call = {}; }

private:
    Call m_call;
};

} // namespace falconer

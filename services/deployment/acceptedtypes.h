// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/targettypes.h"
#include "services/http/client.h"

#include <QHash>

#include <functional>
#include <map>
#include <optional>

namespace falconer {

// Which types of sets the types of targets take, each asked for once.
class AcceptedTypes final {
public:
    using Done = std::function<void(const std::optional<Error> &)>;

    // done: when all of them are in types(), or with the first error.
    void start(Client &client, const QSet<qint64> &targetTypes, Done done);
    void stop() { m_calls.clear(); }

    const QHash<qint64, QList<DistributionSetType>> &types() const { return m_types; }

private:
    void finish();

    Done m_done;
    QHash<qint64, QList<DistributionSetType>> m_types;
    std::map<qint64, Call> m_calls;
    qsizetype m_open = 0;
    std::optional<Error> m_error;
};

} // namespace falconer

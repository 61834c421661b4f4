// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/client.h"

#include <functional>
#include <optional>

namespace falconer {

// The module or set that has a name and version, as lists show it.
struct NameHolder {
    qint64 id = 0;
    QString createdBy;
    QDateTime createdAt; // UTC

    bool operator==(const NameHolder &) const = default;
};

// Who holds a name and version that the server refused with 409: modules, or sets, of one type may
// not share them, and one that was deleted while something used it keeps them though no list shows
// it.
class TakenName final {
public:
    enum class Of { SoftwareModule, DistributionSet };
    // Nothing: no list shows one, so a deleted one holds them.
    using Done = std::function<void(const Result<std::optional<NameHolder>> &)>;

    // type: key; empty: of whatever type.
    void find(Client &client, Of of, const QString &name, const QString &version,
        const QString &type, Done done);

private:
    Call m_call;
};

} // namespace falconer

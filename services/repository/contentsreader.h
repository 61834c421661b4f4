// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/client.h"
#include "services/repository/setdifference.h"

#include <functional>
#include <optional>
#include <vector>

namespace falconer {

// Reads a set with its modules' artifacts and its metadata; dropping it ends that.
class ContentsReader final {
public:
    // Nothing: the device has no set installed; NotFound: there is no such device. The first thing
    // that cannot be read is the answer.
    using Done = std::function<void(const Result<std::optional<SetContents>> &)>;

    void readSet(Client &client, qint64 setId, Done done);
    void readInstalled(Client &client, const QString &controllerId, Done done);
    void stop();

private:
    void begin(Client &client, Done done);
    void takeSet(const DistributionSet &set);
    void lookForTarget(const QString &controllerId);
    void part(const std::optional<Error> &error);

    Client *m_client = nullptr;
    Done m_done;
    SetContents m_contents;
    std::optional<Error> m_error;
    qsizetype m_open = 0;
    Call m_set;
    std::vector<Call> m_parts;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/setlock.h"

namespace falconer {

void SetLock::lock(Client &client, qint64 setId, Done done)
{
    m_done = std::move(done);
    m_call = client.send(updateDistributionSet(setId, { .locked = true }),
        [this](const Result<DistributionSet> &answer) {
            finish(answer ? std::nullopt : std::optional(answer.error()));
        });
}

void SetLock::unlock(Client &client, const DistributionSet &set, bool withModules, Done done)
{
    m_client = &client;
    m_done = std::move(done);
    m_modules.clear();
    for (const SoftwareModule &module : set.modules) {
        if (withModules && module.locked)
            m_modules << module.id;
    }
    if (!set.locked)
        return unlockNext();
    m_call = client.send(updateDistributionSet(set.id, { .locked = false }),
        [this](const Result<DistributionSet> &answer) {
            if (answer)
                unlockNext();
            else
                finish(answer.error());
        });
}

void SetLock::unlockNext()
{
    if (m_modules.isEmpty())
        return finish(std::nullopt);
    m_call = m_client->send(updateSoftwareModule(m_modules.takeFirst(), { .locked = false }),
        [this](const Result<SoftwareModule> &answer) {
            if (answer)
                unlockNext();
            else
                finish(answer.error());
        });
}

void SetLock::finish(const std::optional<Error> &error)
{
    const Done done = m_done;
    done(error);
}

} // namespace falconer

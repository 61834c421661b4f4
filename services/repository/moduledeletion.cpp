// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/moduledeletion.h"

#include "services/http/gone.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostSets = 500; // a page

} // namespace

Request<Page<DistributionSet>> listSetsWith(qint64 softwareModuleId)
{
    return listDistributionSets(
        { .limit = mostSets, .filter = "module.id=="_L1 + QString::number(softwareModuleId) });
}

bool staysLocked(const DistributionSet &set)
{
    return set.locked && !set.valid;
}

void ModuleDeletion::remove(
    Client &client, qint64 moduleId, const QList<qint64> &lockedSets, Done done)
{
    m_client = &client;
    m_module = moduleId;
    m_locked = lockedSets;
    m_done = std::move(done);
    next();
}

void ModuleDeletion::next()
{
    if (m_locked.isEmpty()) {
        m_call
            = m_client->send(deleteSoftwareModule(m_module), [this](const Result<Nothing> &answer) {
                  finish(isGone(answer) ? std::nullopt : std::optional(answer.error()));
              });
        return;
    }
    m_call = m_client->send(updateDistributionSet(m_locked.takeFirst(), { .locked = false }),
        [this](const Result<DistributionSet> &answer) {
            if (isGone(answer))
                next();
            else
                finish(answer.error());
        });
}

void ModuleDeletion::finish(const std::optional<Error> &error)
{
    const Done done = std::exchange(m_done, {});
    done(error);
}

} // namespace falconer

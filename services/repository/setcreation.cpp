// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/setcreation.h"

#include "services/http/lostanswer.h"

#include <QSet>

#include <tuple>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

auto nameOf(const NewDistributionSet &set)
{
    return std::tie(set.name, set.version, set.type);
}

bool hasModules(const DistributionSet &set, const QList<qint64> &modules)
{
    QSet<qint64> ids;
    for (const SoftwareModule &module : set.modules)
        ids << module.id;
    return ids == QSet<qint64>(modules.begin(), modules.end());
}

} // namespace

DistributionSetChange setChange(const DistributionSet &set, const NewDistributionSet &wanted)
{
    DistributionSetChange change;
    if (set.name != wanted.name)
        change.name = wanted.name;
    if (set.version != wanted.version)
        change.version = wanted.version;
    if (set.description != wanted.description)
        change.description = wanted.description;
    if (set.requiredMigrationStep != wanted.requiredMigrationStep)
        change.requiredMigrationStep = wanted.requiredMigrationStep;
    return change;
}

void SetCreation::create(Client &client, const NewDistributionSet &wanted, Done done)
{
    m_mayBeThere = m_mayBeThere && nameOf(m_wanted) == nameOf(wanted);
    m_client = &client;
    m_wanted = wanted;
    m_done = std::move(done);
    m_call = client.send(
        createDistributionSets({ wanted }), [this](const Result<QList<DistributionSet>> &answer) {
            if (!answer)
                failed(answer.error());
            else if (answer->isEmpty())
                failed({ .kind = ErrorKind::Protocol });
            else
                finish(answer->first());
        });
}

void SetCreation::failed(const Error &error)
{
    const bool isLost = mayHaveHappened(error);
    const bool isTaken = error.code == "repo.entityAlreadyExists"_L1;
    m_mayBeThere = m_mayBeThere || isLost;
    if (!isLost && !(isTaken && m_mayBeThere))
        return finish(tl::unexpected(error));
    look(error);
}

// A look that fails leaves open what was open.
void SetCreation::look(const Error &error)
{
    const auto take = [this, error](const Result<std::optional<NameHolder>> &holder) {
        if (!holder || !*holder)
            return finish(tl::unexpected(error));
        m_call = m_client->send(
            getDistributionSet((*holder)->id), [this, error](const Result<DistributionSet> &set) {
                if (set)
                    found(*set, error);
                else
                    finish(tl::unexpected(error));
            });
    };
    m_look.find(*m_client, TakenName::Of::DistributionSet, m_wanted.name, m_wanted.version,
        m_wanted.type, take);
}

void SetCreation::found(const DistributionSet &set, const Error &error)
{
    if (!hasModules(set, m_wanted.modules))
        return finish(tl::unexpected(error));
    m_mayBeThere = false;
    const DistributionSetChange change = setChange(set, m_wanted);
    if (change == DistributionSetChange())
        return finish(set);
    m_call = m_client->send(updateDistributionSet(set.id, change),
        [this](const Result<DistributionSet> &answer) { finish(answer); });
}

void SetCreation::finish(const Result<DistributionSet> &result)
{
    const Done done = m_done;
    done(result);
}

} // namespace falconer

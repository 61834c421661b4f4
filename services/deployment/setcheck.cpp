// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/setcheck.h"

#include "services/hawkbit/distributionsettypes.h"
#include "services/hawkbit/rsql.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

void SetCheck::start(Client &client, qint64 setId, Done done)
{
    m_client = &client;
    m_done = std::move(done);
    m_answer = {};
    m_call = client.send(
        getDistributionSet(setId), [this](const Result<DistributionSet> &set) { takeSet(set); });
}

void SetCheck::takeSet(const Result<DistributionSet> &set)
{
    if (!set)
        return m_done(tl::unexpected(set.error()));
    m_answer.set = *set;
    for (const SoftwareModule &module : set->modules) {
        if (module.complete == false)
            m_answer.incompleteModules << module.name + u' ' + module.version;
    }
    if (set->complete)
        finish();
    else
        findSetType();
}

void SetCheck::findSetType()
{
    const ListQuery query{ .limit = 1, .filter = u"key=="_s + rsqlValue(m_answer.set.type) };
    m_call = m_client->send(
        listDistributionSetTypes(query), [this](const Result<Page<DistributionSetType>> &page) {
            if (page && !page->content.isEmpty())
                findMandatoryTypes(page->content.first().id);
            else
                finish();
        });
}

void SetCheck::findMandatoryTypes(qint64 setTypeId)
{
    m_call = m_client->send(listMandatoryModuleTypes(setTypeId),
        [this](const Result<QList<SoftwareModuleType>> &types) {
            const QList<SoftwareModule> &modules = m_answer.set.modules;
            for (const SoftwareModuleType &type : types.value_or(QList<SoftwareModuleType>())) {
                const bool isThere = std::any_of(modules.begin(), modules.end(),
                    [&](const SoftwareModule &module) { return module.type == type.key; });
                if (!isThere)
                    m_answer.missingModuleTypes << type.name;
            }
            finish();
        });
}

void SetCheck::finish()
{
    m_done(m_answer);
}

} // namespace falconer

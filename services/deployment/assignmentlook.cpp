// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/assignmentlook.h"

#include "services/deployment/setfilter.h"
#include "services/hawkbit/rsql.h"

namespace falconer {

using namespace Qt::StringLiterals;

void AssignmentLook::start(Client &client, const Dialect &dialect, const DistributionSet &set,
    const QStringList &controllerIds, Done done)
{
    m_client = &client;
    m_dialect = dialect;
    m_setId = set.id;
    m_ids = controllerIds;
    m_having.clear();
    m_isLacking = false;
    m_actionIds.clear();
    m_done = std::move(done);
    const QString ours = isSet(u"assignedds"_s, { set.name, set.version });
    QStringList filters = rsqlIn(u"controllerid"_s, m_ids);
    for (QString &filter : filters)
        filter = rsqlAnd({ ours, filter });
    m_targets.start(
        client, filters, listTargets,
        [this](const Page<Target> &page) {
            for (const Target &target : page.content)
                m_having.insert(target.controllerId);
            return true;
        },
        [this](const std::optional<Error> &error) {
            if (error)
                fail(*error);
            else if (m_having.isEmpty())
                finish(false);
            else
                findLacking();
        });
}

// Ids that the server does not know lack it too and tell nothing.
void AssignmentLook::findLacking()
{
    QStringList rest = m_ids;
    rest.removeIf([this](const QString &id) { return m_having.contains(id); });
    m_targets.start(
        *m_client, rsqlIn(u"controllerid"_s, rest), listTargets,
        [this](const Page<Target> &page) {
            for (const Target &target : page.content)
                m_isLacking = m_isLacking || !m_having.contains(target.controllerId);
            return !m_isLacking;
        },
        [this](const std::optional<Error> &error) {
            if (error)
                fail(*error);
            else if (m_isLacking)
                finish(false);
            else
                findActions();
        });
}

void AssignmentLook::findActions()
{
    const QString ours = "distributionset.id=="_L1 + QString::number(m_setId);
    QStringList filters = rsqlIn(u"target.controllerid"_s, m_ids);
    for (QString &filter : filters)
        filter = rsqlAnd({ m_dialect.runningActionsFilter(), ours, filter });
    m_actions.start(
        *m_client, filters, listActions,
        [this](const Page<Action> &page) {
            for (const Action &action : page.content) {
                if (m_having.contains(action.controllerId))
                    m_actionIds.insert(action.controllerId, action.id);
            }
            return true;
        },
        [this](const std::optional<Error> &error) {
            if (error)
                fail(*error);
            else
                finish(true);
        });
}

void AssignmentLook::finish(bool happened)
{
    const Done done = m_done;
    if (!happened)
        return done(Answer());
    done(Answer{ true, m_actionIds, m_having.size() - m_actionIds.size() });
}

void AssignmentLook::fail(const Error &error)
{
    const Done done = m_done;
    done(tl::unexpected(error));
}

} // namespace falconer

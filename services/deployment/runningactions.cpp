// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/runningactions.h"

#include "services/hawkbit/rsql.h"

namespace falconer {

using namespace Qt::StringLiterals;

RunningActions::RunningActions(Client &client, Dialect dialect, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_dialect(dialect)
{
}

void RunningActions::find(const TargetSelection &selection)
{
    stop();
    m_ids.clear();
    m_actions.clear();
    m_limited = false;
    if (selection.filter) {
        findIds(*selection.filter);
        return;
    }
    for (const Target &target : selection.targets)
        m_ids << target.controllerId;
    m_ids << selection.controllerIds;
    m_limited = m_ids.size() > limit;
    m_ids = m_ids.mid(0, limit);
    findActions();
}

void RunningActions::stop()
{
    m_targetWalk.stop();
    m_actionWalk.stop();
}

void RunningActions::findIds(const QString &filter)
{
    m_targetWalk.start(
        m_client, { filter }, listTargets,
        [this](const Page<Target> &page) {
            for (const Target &target : page.content)
                m_ids << target.controllerId;
            m_limited = page.total > limit;
            return m_ids.size() < limit;
        },
        [this](const std::optional<Error> &error) {
            if (error)
                emit failed(*error);
            else
                findActions();
        });
}

void RunningActions::findActions()
{
    QStringList filters = rsqlIn(u"target.controllerid"_s, m_ids);
    for (QString &filter : filters)
        filter = rsqlAnd({ m_dialect.runningActionsFilter(), filter });
    m_actionWalk.start(
        m_client, filters, listActions,
        [this](const Page<Action> &page) {
            m_actions += page.content;
            return true;
        },
        [this](const std::optional<Error> &error) {
            if (error)
                emit failed(*error);
            else
                emit found(m_actions, m_limited);
        });
}

} // namespace falconer

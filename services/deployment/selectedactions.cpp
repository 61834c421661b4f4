// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/selectedactions.h"

#include "services/hawkbit/rsql.h"

namespace falconer {

using namespace Qt::StringLiterals;

SelectedActions::SelectedActions(Client &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, [this] { end(std::nullopt); });
}

void SelectedActions::find(const ActionSelection &selection, const QString &only)
{
    stop();
    m_selection = selection;
    m_actions = selection.filter ? QList<Action>() : selection.actions;
    m_limited = false;
    m_isRunning = true;
    QStringList filters;
    if (selection.filter) {
        filters << rsqlAnd({ *selection.filter, only });
    } else {
        QStringList ids;
        for (const qint64 id : selection.ids)
            ids << QString::number(id);
        filters = rsqlIn(u"id"_s, ids);
        for (QString &filter : filters)
            filter = rsqlAnd({ filter, only });
    }
    if (filters.isEmpty()) {
        m_soon.start();
        return;
    }
    m_walk.start(
        m_client, filters, listActions, [this](const Page<Action> &page) { return take(page); },
        [this](const std::optional<Error> &error) { end(error); });
}

void SelectedActions::stop()
{
    m_soon.stop();
    m_walk.stop();
    m_isRunning = false;
}

bool SelectedActions::take(const Page<Action> &page)
{
    for (const Action &action : page.content) {
        if (!m_selection.excluded.contains(action.id))
            m_actions << action;
    }
    m_limited = m_selection.filter && page.total > limit + m_selection.excluded.size();
    const bool isEnough = m_limited && m_actions.size() >= limit;
    if (isEnough)
        m_actions.resize(limit);
    return !isEnough;
}

void SelectedActions::end(const std::optional<Error> &error)
{
    m_isRunning = false;
    if (error)
        emit failed(*error);
    else
        emit found(m_actions, m_limited);
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/actionhistory.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxMessageLength = 512;

QStringList stored(const QStringList &messages)
{
    QStringList result;
    for (const QString &message : messages) {
        if (message.isNull() && messages.size() > 1)
            continue;
        if (message.size() <= maxMessageLength)
            result << message;
        else
            for (qsizetype at = 0; at < message.size(); at += maxMessageLength)
                result << message.mid(at, maxMessageLength);
    }
    return result;
}

void close(Fleet &fleet, SimAction &action, const QString &status, const StatusEntry &entry)
{
    addStatus(fleet, action, entry);
    action.status = status;
    action.active = false;
}

} // namespace

void addStatus(Fleet &fleet, SimAction &action, const StatusEntry &entry)
{
    const qint64 now = fleet.now();
    action.statuses << SimStatus{ .id = fleet.nextId(),
        .type = entry.type,
        .messages = stored(entry.messages),
        .reportedAt = now,
        .timestamp = entry.timestamp.value_or(now),
        .code = entry.code };
}

void addRetrieved(Fleet &fleet, SimAction &action)
{
    if (action.statuses.isEmpty() || action.statuses.last().type != "retrieved"_L1) {
        addStatus(fleet, action,
            { .type = u"retrieved"_s,
                .messages = { u"Update Server: Target retrieved update action and should start now "
                              u"the download."_s } });
    }
    action.status = u"retrieved"_s;
}

bool hasRoomForStatus(const Fleet &fleet, const SimAction &action)
{
    return action.statuses.size() < fleet.quotas().statusesPerAction;
}

QList<SimAction *> openActions(Fleet &fleet, const QString &controllerId)
{
    QList<SimAction *> open;
    const QList<qint64> ids = fleet.actionsOfTarget.value(controllerId);
    for (const qint64 id : ids) {
        SimAction *const action = fleet.actions.find(id);
        if (action->active)
            open << action;
    }
    return open;
}

SimAction *firstOpenAction(Fleet &fleet, const QString &controllerId)
{
    const QList<SimAction *> open = openActions(fleet, controllerId);
    const auto first = std::max_element(open.begin(), open.end(),
        [](const SimAction *a, const SimAction *b) { return a->weight < b->weight; });
    return first == open.end() ? nullptr : *first;
}

const SimAction *installingAction(const Fleet &fleet, const SimTarget &target)
{
    const QList<qint64> ids = fleet.actionsOfTarget.value(target.controllerId);
    for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
        const SimAction *const action = fleet.actions.find(*id);
        if (action->setId == target.installedSet && action->status == "finished"_L1)
            return action;
    }
    return nullptr;
}

void closeFinished(Fleet &fleet, SimAction &action, const StatusEntry &entry)
{
    close(fleet, action, u"finished"_s, entry);
    SimTarget *const target = fleet.targets.edit(action.controllerId);
    target->installedSet = action.setId;
    target->installedAt = fleet.now();
    target->requestAttributes = true;
    if (target->assignedSet == action.setId)
        target->updateStatus = u"in_sync"_s;
}

void closeFailed(Fleet &fleet, SimAction &action, const StatusEntry &entry)
{
    close(fleet, action, u"error"_s, entry);
    SimTarget *const target = fleet.targets.edit(action.controllerId);
    target->updateStatus = u"error"_s;
    target->assignedSet = 0;
}

void closeDownloaded(Fleet &fleet, SimAction &action, const StatusEntry &entry)
{
    close(fleet, action, u"downloaded"_s, entry);
    SimTarget *const target = fleet.targets.edit(action.controllerId);
    target->updateStatus = u"in_sync"_s;
    target->requestAttributes = true;
}

void closeCanceled(Fleet &fleet, SimAction &action, const StatusEntry &entry)
{
    close(fleet, action, u"canceled"_s, entry);
    SimTarget *const target = fleet.targets.edit(action.controllerId);
    if (const SimAction *const next = firstOpenAction(fleet, action.controllerId)) {
        target->assignedSet = next->setId;
        return;
    }
    target->assignedSet = target->installedSet;
    target->updateStatus = u"in_sync"_s;
}

} // namespace falconer

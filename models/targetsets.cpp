// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/targetsets.h"

#include "services/hawkbit/rsql.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace falconer {

namespace {

constexpr int cacheSize = 20'000; // targets
constexpr int actionLimit = 500;  // the most that a server gives at once

// What must change on the server for the sets of a target to be others.
QString stampOf(const Target &target)
{
    return QString::number(target.installedAt.toMSecsSinceEpoch()) + u' ' + target.updateStatus
        + u' ' + QString::number(target.lastModifiedAt.toMSecsSinceEpoch());
}

// Whether this closed action neither installed anything nor hides that it did.
bool installedNothing(const Action &action)
{
    return action.status == "error"_L1 || action.status == "canceled"_L1
        || (action.status == "downloaded"_L1 && action.forceType == "downloadonly"_L1);
}

} // namespace

DeducedSets deduceSets(const Target &target, const QList<Action> &actions)
{
    DeducedSets sets;
    const auto running = std::ranges::find_if(
        actions, [](const Action &a) { return a.active && a.status != "canceling"_L1; });
    if (running != actions.end()) {
        sets.names.assigned = running->setTitle();
        sets.names.assignedId = running->distributionSetId;
    }
    const auto last = std::ranges::find_if(
        actions, [](const Action &a) { return !a.active && !installedNothing(a); });
    if (last != actions.end() && last->status == "finished"_L1) {
        sets.names.installed = last->setTitle();
        sets.names.installedId = last->distributionSetId;
        sets.isInstalledKnown = true;
    } else {
        sets.isInstalledKnown = last == actions.end() && !target.installedAt.isValid();
    }
    return sets;
}

TargetSets::TargetSets(Source source, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_known(cacheSize)
{
    m_moving.setSingleShot(true);
    m_moving.setInterval(rest);
    connect(&m_moving, &QTimer::timeout, this, &TargetSets::ask);
}

TargetSets::TargetSets(Client &client, QObject *parent)
    : TargetSets(
        Source{ .actions
            =
                [&client](const ListQuery &query, std::function<void(Result<Page<Action>>)> done) {
                    return client.send(listActions(query), std::move(done));
                },
            .installed =
                [&client](const QString &controllerId,
                    std::function<void(Result<std::optional<DistributionSet>>)> done) {
                    return client.send(getInstalledDistributionSet(controllerId), std::move(done));
                } },
        parent)
{
}

void TargetSets::want(const QList<Target> &targets)
{
    m_wanted = targets;
    dropKnown();
    // What has left the screen is not asked for; the first one is being asked for already.
    const auto isWanted = [&](const Open &open) {
        return std::ranges::find(targets, open.target.controllerId, &Target::controllerId)
            != targets.end();
    };
    const qsizetype from = m_isAskingInstalled ? 1 : 0;
    for (qsizetype i = m_open.size() - 1; i >= from; --i) {
        if (!isWanted(m_open.at(i)))
            m_open.removeAt(i);
    }
    if (m_wanted.isEmpty())
        return;
    if (!m_moving.isActive())
        askActions();
    m_moving.start();
}

void TargetSets::ask()
{
    askActions();
    askInstalled();
}

std::optional<TargetSetNames> TargetSets::names(const Target &target) const
{
    const Known *const known = m_known.object(target.controllerId);
    return known ? std::optional(known->names) : std::nullopt;
}

void TargetSets::clear()
{
    m_moving.stop();
    m_actionsCall.abort();
    m_installedCall.abort();
    m_isAskingActions = m_isAskingInstalled = false;
    m_wanted.clear();
    m_open.clear();
    m_known.clear();
}

void TargetSets::dropKnown()
{
    m_wanted.removeIf([this](const Target &target) {
        const Known *const known = m_known.object(target.controllerId);
        return (known && known->stamp == stampOf(target))
            || std::ranges::any_of(m_open, [&](const Open &open) {
                   return open.target.controllerId == target.controllerId
                       && stampOf(open.target) == stampOf(target);
               });
    });
}

void TargetSets::askActions()
{
    if (m_isAskingActions || m_wanted.isEmpty())
        return;
    QStringList ids;
    QList<Target> asked;
    const QString field = u"target.controllerid"_s;
    while (!m_wanted.isEmpty()) {
        ids << m_wanted.first().controllerId;
        if (!asked.isEmpty() && rsqlIn(field, ids).size() > 1) { // the address gets too long
            ids.removeLast();
            break;
        }
        asked << m_wanted.takeFirst();
    }
    const ListQuery query{ .limit = actionLimit,
        .sort = { .field = u"id"_s, .order = Qt::DescendingOrder },
        .filter = rsqlIn(field, ids).constFirst() };
    m_isAskingActions = true;
    m_actionsCall = m_source.actions(
        query, [this, asked](const Result<Page<Action>> &answer) { gotActions(asked, answer); });
}

void TargetSets::gotActions(const QList<Target> &targets, const Result<Page<Action>> &answer)
{
    m_isAskingActions = false;
    const Call over = std::move(m_actionsCall);
    if (!answer)
        return; // asked again with the next window
    QHash<QString, QList<Action>> actions;
    for (const Action &action : answer->content)
        actions[action.controllerId] << action;
    QStringList found;
    for (const Target &target : targets) {
        const DeducedSets sets = deduceSets(target, actions.value(target.controllerId));
        if (!sets.isInstalledKnown)
            m_open << Open{ target, sets.names };
        else if (remember(target, sets.names))
            found << target.controllerId;
    }
    if (!found.isEmpty())
        emit changed(found);
    dropKnown();
    if (!m_moving.isActive())
        ask();
}

void TargetSets::askInstalled()
{
    if (m_isAskingInstalled || m_open.isEmpty() || m_moving.isActive())
        return;
    m_isAskingInstalled = true;
    m_installedCall = m_source.installed(m_open.constFirst().target.controllerId,
        [this](const Result<std::optional<DistributionSet>> &answer) { gotInstalled(answer); });
}

void TargetSets::gotInstalled(const Result<std::optional<DistributionSet>> &answer)
{
    m_isAskingInstalled = false;
    const Call over = std::move(m_installedCall);
    Open open = m_open.takeFirst();
    if (answer && *answer) {
        open.names.installed = (*answer)->name + u' ' + (*answer)->version;
        open.names.installedId = (*answer)->id;
    }
    if (answer && remember(open.target, open.names))
        emit changed({ open.target.controllerId });
    askInstalled();
}

bool TargetSets::remember(const Target &target, const TargetSetNames &sets)
{
    const bool isNews = names(target) != sets;
    m_known.insert(target.controllerId, new Known{ stampOf(target), sets });
    return isNews;
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/actioncolumns.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace falconer {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("falconer::actionColumns", text);
}

CellLook quiet(const Action &)
{
    return { .meaning = Meaning::Quiet };
}

// What an action of this status does. The same status means less once the action is closed.
QString activeText(const QString &status)
{
    if (status == "wait_for_confirmation"_L1)
        return tr("waiting for confirmation");
    if (status == "download"_L1)
        return tr("downloading");
    if (status == "cancel_rejected"_L1)
        return tr("cancel rejected");
    if (status == "canceling"_L1)
        return tr("cancelling");
    if (status == "canceled"_L1)
        return tr("cancelled");
    return status;
}

// A device that fetches its deployment again after the end hides how it ended (hawkbit-api 1.4).
bool isEndHidden(const Action &action)
{
    return !action.active && (action.status == "retrieved"_L1 || action.status == "running"_L1);
}

Column<Action> state(const Dialect &dialect)
{
    return { .id = u"state"_s,
        .title = tr("State"),
        .text = actionStateText,
        .sortKey = dialect.detailedActionStatus ? u"status"_s : u"detailstatus"_s,
        .width = 184,
        .toolTip =
            [](const Action &action) {
                if (isEndHidden(action))
                    return tr("The device fetched the update again after its end;\nhow it ended is "
                              "told by its history below.");
                return action.active && action.status == "retrieved"_L1
                    ? tr("The device has fetched what to do.")
                    : QString();
            },
        .look = actionStateLook };
}

Column<Action> target()
{
    return { .id = u"target"_s,
        .title = tr("Target"),
        .text =
            [](const Action &action) {
                return action.targetName.isEmpty() ? action.controllerId : action.targetName;
            },
        .width = 170,
        .toolTip = [](const Action &action) { return action.controllerId; } };
}

Column<Action> type()
{
    return { .id = u"type"_s,
        .title = tr("Type"),
        .text = actionTypeText,
        .width = 112,
        .toolTip =
            [](const Action &action) {
                return action.forceTime.isValid()
                    ? tr("Soft until %1, forced from then on").arg(exactTime(action.forceTime))
                    : QString();
            },
        .look = quiet };
}

Column<Action> started(const Clock &clock)
{
    return { .id = u"started"_s,
        .title = tr("Started"),
        .text = [clock](const Action &action) { return relativeTime(action.createdAt, clock()); },
        .sortKey = u"id"_s, // as they were made, and unlike a time unique and known to every server
        .alignment = Qt::AlignRight | Qt::AlignVCenter,
        .width = 112,
        .toolTip = [](const Action &action) { return exactTime(action.createdAt); } };
}

Column<Action> changed(const Dialect &dialect, const Clock &clock)
{
    return { .id = u"changed"_s,
        .title = tr("Changed by people"),
        .text
        = [clock](const Action &action) { return relativeTime(action.lastModifiedAt, clock()); },
        .sortKey = dialect.detailedActionStatus ? u"lastmodifiedat"_s : QString(),
        .alignment = Qt::AlignRight | Qt::AlignVCenter,
        .width = 130,
        .toolTip =
            [](const Action &action) {
                return tr("%1\nReports of the device do not count.")
                    .arg(exactTime(action.lastModifiedAt));
            },
        .look = quiet,
        .hiddenByDefault = true };
}

QString windowText(const Action &action)
{
    if (!action.maintenanceWindow)
        return {};
    return action.maintenanceWindow->nextStartAt.isValid()
        ? tr("next %1").arg(dayAndTime(action.maintenanceWindow->nextStartAt))
        : tr("yes");
}

QString numberText(std::optional<int> number)
{
    return number ? QString::number(*number) : QString();
}

Column<Action> rare(const QString &id, const QString &title, int width,
    std::function<QString(const Action &)> text, const QString &sortKey = {})
{
    return { .id = id,
        .title = title,
        .text = std::move(text),
        .sortKey = sortKey,
        .width = width,
        .look = quiet,
        .hiddenByDefault = true };
}

} // namespace

QList<Column<Action>> actionColumns(const Dialect &dialect, const Clock &clock)
{
    return {
        state(dialect),
        target(),
        { .id = u"set"_s,
            .title = tr("Distribution set"),
            .text = [](const Action &action) { return action.setTitle(); },
            .width = 190 },
        type(),
        started(clock),
        { .id = u"code"_s,
            .title = tr("Last code"),
            .text = [](const Action &action) { return numberText(action.lastStatusCode); },
            .sortKey = u"laststatuscode"_s,
            .alignment = Qt::AlignRight | Qt::AlignVCenter,
            .width = 80 },
        { .id = u"who"_s,
            .title = tr("Created by"),
            .text = [](const Action &action) { return action.createdBy; },
            .sortKey = dialect.detailedActionStatus ? u"createdby"_s : QString(),
            .width = 104,
            .look = quiet },
        rare(u"rollout"_s, tr("Rollout"), 130,
            [](const Action &action) { return action.rolloutName; }),
        rare(u"controllerId"_s, tr("Controller id"), 170,
            [](const Action &action) { return action.controllerId; }),
        rare(
            u"weight"_s, tr("Weight"), 70,
            [](const Action &action) { return numberText(action.weight); }, u"weight"_s),
        rare(u"window"_s, tr("Maintenance window"), 150, windowText),
        changed(dialect, clock),
        rare(
            u"id"_s, tr("Action"), 80,
            [](const Action &action) { return QString::number(action.id); }, u"id"_s),
    };
}

QString actionStateText(const Action &action)
{
    if (action.status == "error"_L1)
        return tr("failed");
    return isEndHidden(action) ? tr("ended") : activeText(action.status);
}

CellLook actionStateLook(const Action &action)
{
    const QString &status = action.status;
    if (status == "error"_L1)
        return { Meaning::Failure, Sign::Failed };
    if (status == "wait_for_confirmation"_L1)
        return { Meaning::Attention, Sign::Waiting };
    if (status == "scheduled"_L1)
        return { Meaning::Quiet, Sign::Waiting };
    if (status == "canceling"_L1)
        return { Meaning::Attention, Sign::Invalid };
    if (status == "canceled"_L1)
        return { Meaning::Quiet, Sign::Invalid };
    if (status == "warning"_L1 || status == "cancel_rejected"_L1)
        return { Meaning::Attention, Sign::Warning };
    if (action.active)
        return { Meaning::Running, Sign::Running };
    const bool isDone = status == "finished"_L1 || status == "downloaded"_L1;
    return isDone ? CellLook{ Meaning::Success, Sign::Done }
                  : CellLook{ Meaning::Quiet, Sign::Unknown };
}

QString actionTypeText(const Action &action)
{
    if (action.forceType == "downloadonly"_L1)
        return tr("download only");
    return action.forceType == "timeforced"_L1 ? tr("time-forced") : action.forceType;
}

} // namespace falconer

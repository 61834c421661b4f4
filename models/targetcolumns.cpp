// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/targetcolumns.h"

#include "models/targetsets.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace falconer {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("falconer::targetColumns", text);
}

CellLook quiet(const Target &)
{
    return { .meaning = Meaning::Quiet };
}

Column<Target> status()
{
    return { .id = u"status"_s,
        .title = tr("Status"),
        .text = [](const Target &t) { return updateStatusText(t.updateStatus); },
        .sortKey = u"updatestatus"_s,
        .width = 98,
        .look = [](const Target &t) { return updateStatusLook(t.updateStatus); } };
}

Column<Target> installed(const TargetSets &sets)
{
    const auto isNothing = [&sets](const Target &t) {
        const auto names = sets.names(t);
        return names && names->installed.isEmpty();
    };
    return { .id = u"installed"_s,
        .title = tr("Installed"),
        .text =
            [&sets, isNothing](const Target &t) {
                if (isNothing(t))
                    return tr("nothing yet");
                return sets.names(t).value_or(TargetSetNames()).installed;
            },
        .width = 136,
        .look =
            [isNothing](const Target &t) {
                return CellLook{ .meaning = isNothing(t) ? Meaning::Quiet : Meaning::Plain };
            } };
}

Column<Target> assigned(const TargetSets &sets)
{
    return { .id = u"assigned"_s,
        .title = tr("Assigned"),
        .text
        = [&sets](const Target &t) { return sets.names(t).value_or(TargetSetNames()).assigned; },
        .sortKey = u"assignedds"_s,
        .width = 132 };
}

Column<Target> lastContact(const Clock &clock)
{
    const auto isOverdue = [](const Target &t) { return t.pollStatus && t.pollStatus->overdue; };
    return { .id = u"lastContact"_s,
        .title = tr("Last contact"),
        .text =
            [clock](const Target &t) {
                return t.lastControllerRequestAt.isValid()
                    ? relativeTime(t.lastControllerRequestAt, clock())
                    : tr("never");
            },
        .sortKey = u"lastcontrollerrequestat"_s,
        .alignment = Qt::AlignRight | Qt::AlignVCenter,
        .width = 116,
        .toolTip =
            [isOverdue](const Target &t) {
                QString exact = exactTime(t.lastControllerRequestAt);
                if (!isOverdue(t))
                    return exact;
                return tr("%1\nOverdue: expected at %2")
                    .arg(exact, exactTime(t.pollStatus->nextExpectedRequestAt));
            },
        .look =
            [isOverdue](const Target &t) {
                return isOverdue(t) ? CellLook{ Meaning::Attention, Sign::Warning } : CellLook{};
            } };
}

Column<Target> createdAt(const Clock &clock)
{
    return { .id = u"created"_s,
        .title = tr("Created"),
        .text = [clock](const Target &t) { return relativeTime(t.createdAt, clock()); },
        .sortKey = u"createdat"_s,
        .alignment = Qt::AlignRight | Qt::AlignVCenter,
        .width = 104,
        .toolTip = [](const Target &t) { return exactTime(t.createdAt); },
        .look = quiet,
        .hiddenByDefault = true };
}

} // namespace

QList<Column<Target>> targetColumns(const TargetSets &sets, const Clock &clock)
{
    return {
        status(),
        { .id = u"name"_s,
            .title = tr("Name"),
            .text = [](const Target &t) { return t.name; },
            .sortKey = u"name"_s,
            .width = 142 },
        { .id = u"controllerId"_s,
            .title = tr("Controller id"),
            .text = [](const Target &t) { return t.controllerId; },
            .sortKey = u"controllerid"_s,
            .width = 170,
            .hiddenByDefault = true },
        installed(sets),
        assigned(sets),
        lastContact(clock),
        { .id = u"type"_s,
            .title = tr("Type"),
            .text = [](const Target &t) { return t.targetTypeName; },
            .sortKey = u"targettype"_s,
            .width = 80,
            .look = quiet },
        { .id = u"address"_s,
            .title = tr("Address"),
            .text = [](const Target &t) { return t.ipAddress.isEmpty() ? t.address : t.ipAddress; },
            .sortKey = u"ipaddress"_s,
            .width = 104,
            .toolTip = [](const Target &t) { return t.address; },
            .look = quiet },
        { .id = u"group"_s,
            .title = tr("Group"),
            .text = [](const Target &t) { return t.group; },
            .look = quiet,
            .hiddenByDefault = true },
        createdAt(clock),
        { .id = u"description"_s,
            .title = tr("Description"),
            .text = [](const Target &t) { return t.description; },
            .sortKey = u"description"_s,
            .width = 240,
            .look = quiet,
            .hiddenByDefault = true },
    };
}

QString updateStatusText(const QString &updateStatus)
{
    if (updateStatus == "in_sync"_L1)
        return tr("in sync");
    if (updateStatus == "pending"_L1)
        return tr("pending");
    if (updateStatus == "error"_L1)
        return tr("error");
    if (updateStatus == "registered"_L1)
        return tr("registered");
    if (updateStatus == "unknown"_L1)
        return tr("unknown");
    return updateStatus;
}

CellLook updateStatusLook(const QString &updateStatus)
{
    if (updateStatus == "in_sync"_L1)
        return { Meaning::Success, Sign::Done };
    if (updateStatus == "pending"_L1)
        return { Meaning::Running, Sign::Running };
    if (updateStatus == "error"_L1)
        return { Meaning::Failure, Sign::Failed };
    if (updateStatus == "registered"_L1)
        return { Meaning::Quiet, Sign::Waiting };
    return { Meaning::Quiet, Sign::Unknown };
}

} // namespace falconer

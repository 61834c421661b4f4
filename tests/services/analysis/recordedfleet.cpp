// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/analysis/recordedfleet.h"

#include "services/time/utc.h"
#include "tests/support/devicehistories.h"
#include "tests/support/recordings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QDateTime timeOf(const QJsonValue &value)
{
    return QDateTime::fromMSecsSinceEpoch(value.toInteger(), inUtc);
}

QHash<QString, PollStatus> polls()
{
    const QByteArray bytes = testData("devices/ddi-scripted-fleet-200.json"_L1);
    const QJsonArray targets = QJsonDocument::fromJson(bytes).object()["targets"_L1].toArray();
    QHash<QString, PollStatus> result;
    for (const QJsonValue &json : targets) {
        const QJsonObject poll = json["target"_L1]["pollStatus"_L1].toObject();
        if (poll.isEmpty())
            continue;
        PollStatus status;
        status.lastRequestAt = timeOf(poll["lastRequestAt"_L1]);
        status.nextExpectedRequestAt = timeOf(poll["nextExpectedRequestAt"_L1]);
        result.insert(json["target"_L1]["controllerId"_L1].toString(), status);
    }
    return result;
}

} // namespace

QList<FleetDevice> recordedFleet()
{
    const QHash<QString, PollStatus> known = polls();
    QList<FleetDevice> fleet;
    const QList<DeviceHistory> histories = loadDeviceHistories(u"ddi-scripted-fleet-200"_s);
    for (const DeviceHistory &history : histories) {
        FleetDevice device;
        device.kind = history.kind;
        device.controllerId = history.name;
        device.action = history.action;
        device.timeline = buildTimeline(history.action, history.statuses);
        if (known.contains(history.name))
            device.poll = known.value(history.name);
        fleet << device;
    }
    return fleet;
}

QDateTime endOfRecording(const QList<FleetDevice> &fleet)
{
    QDateTime end;
    for (const FleetDevice &device : fleet) {
        const QDateTime polled = device.poll ? device.poll->lastRequestAt : QDateTime();
        for (const QDateTime &time : { polled, device.timeline.lastReport }) {
            if (time.isValid() && (!end.isValid() || time > end))
                end = time;
        }
    }
    return end;
}

QList<DeviceTimeline> timelinesOf(const QList<FleetDevice> &fleet)
{
    QList<DeviceTimeline> timelines;
    for (const FleetDevice &device : fleet)
        timelines << DeviceTimeline{ device.controllerId, device.timeline };
    return timelines;
}

} // namespace falconer

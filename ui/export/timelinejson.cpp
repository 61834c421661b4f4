// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/timelinejson.h"

#include "ui/export/timelinewords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int formatVersion = 1; // counted up when a reader of the old one would go wrong

// An object whose members are left out when they say nothing.
class Members {
public:
    Members &add(QLatin1StringView key, const QString &text)
    {
        if (!text.isEmpty())
            m_json.insert(key, text);
        return *this;
    }
    Members &add(QLatin1StringView key, const QDateTime &time)
    {
        return add(key, exportTime(time));
    }
    template <typename T> Members &add(QLatin1StringView key, const std::optional<T> &value)
    {
        if (value)
            m_json.insert(key, *value);
        return *this;
    }
    Members &set(QLatin1StringView key, const QJsonValue &value)
    {
        m_json.insert(key, value);
        return *this;
    }
    operator QJsonValue() const { return m_json; } // NOLINT: what it is for

private:
    QJsonObject m_json;
};

template <typename T> QJsonArray list(const QList<T> &values, QJsonValue (*convert)(const T &))
{
    QJsonArray array;
    for (const T &value : values)
        array << convert(value);
    return array;
}

QJsonArray numbers(const QList<qint64> &values)
{
    return list<qint64>(values, [](const qint64 &value) { return QJsonValue(value); });
}

QJsonValue toJson(const Phase &phase)
{
    return Members()
        .add("kind"_L1, exportWord(phase.kind))
        .set("attempt"_L1, phase.attempt + 1)
        .add("start"_L1, phase.start)
        .add("end"_L1, phase.end)
        .set("endReported"_L1, phase.endReported)
        .add("percent"_L1, phase.percent)
        .set("entries"_L1, numbers(phase.entries));
}

QJsonValue toJson(const Step &step)
{
    return Members()
        .add("name"_L1, step.name)
        .add("parent"_L1, step.parent >= 0 ? std::optional(step.parent) : std::nullopt)
        .set("depth"_L1, step.depth)
        .set("attempt"_L1, step.attempt + 1)
        .set("isInstallation"_L1, step.isInstallation)
        .add("start"_L1, step.start)
        .add("end"_L1, step.end)
        .set("startReported"_L1, step.startReported)
        .add("outcome"_L1, exportWord(step.outcome))
        .add("percent"_L1, step.percent)
        .add("failure"_L1, step.failure)
        .set("repeats"_L1, step.repeats)
        .set("entries"_L1, numbers(step.entries));
}

QJsonValue toJson(const Mark &mark)
{
    return Members()
        .add("kind"_L1, exportWord(mark.kind))
        .add("time"_L1, mark.time)
        .add("lastAt"_L1, mark.lastAt)
        .add("text"_L1, mark.text)
        .set("lines"_L1, mark.lines)
        .set("count"_L1, mark.count)
        .add("percent"_L1, mark.percent)
        .set("entries"_L1, numbers(mark.entries));
}

QJsonValue toJson(const Attempt &attempt)
{
    return Members()
        .add("start"_L1, attempt.start)
        .add("end"_L1, attempt.end)
        .add("percent"_L1, attempt.percent)
        .set("installationCompleted"_L1, attempt.installationCompleted);
}

QJsonValue toJson(const Note &note)
{
    return Members().add("kind"_L1, exportWord(note.kind)).set("value"_L1, note.value);
}

QJsonValue toJson(const Outcome &outcome)
{
    return Members()
        .add("kind"_L1, exportWord(outcome.kind))
        .add("at"_L1, outcome.at)
        .add("cause"_L1, outcome.cause)
        .add("causeSource"_L1, exportWord(outcome.causeSource))
        .add("causeEntry"_L1, outcome.entry > 0 ? std::optional(outcome.entry) : std::nullopt)
        .add("code"_L1, outcome.code)
        .set("forced"_L1, outcome.forced);
}

QJsonValue toJson(const ActionStatus &status)
{
    return Members()
        .set("id"_L1, status.id)
        .add("type"_L1, status.type)
        .set("messages"_L1, QJsonArray::fromStringList(status.messages))
        .add("reportedAt"_L1, status.reportedAt)
        .add("timestamp"_L1, status.timestamp)
        .add("code"_L1, status.code);
}

QJsonValue toJson(const Action &action)
{
    return Members()
        .set("id"_L1, action.id)
        .add("type"_L1, action.type)
        .set("active"_L1, action.active)
        .add("status"_L1, action.status)
        .add("distributionSet"_L1, action.distributionSet)
        .add("distributionSetId"_L1, action.distributionSetId)
        .add("forceType"_L1, action.forceType)
        .add("forceTime"_L1, action.forceTime)
        .add("weight"_L1, action.weight)
        .add("lastStatusCode"_L1, action.lastStatusCode)
        .add("rolloutId"_L1, action.rolloutId)
        .add("rolloutName"_L1, action.rolloutName)
        .add("createdBy"_L1, action.createdBy)
        .add("createdAt"_L1, action.createdAt)
        .add("lastModifiedAt"_L1, action.lastModifiedAt);
}

Members timelineMembers(const Timeline &timeline)
{
    return Members()
        .add("assignedAt"_L1, timeline.assignedAt)
        .add("firstReport"_L1, timeline.firstReport)
        .add("workStart"_L1, timeline.workStart)
        .add("lastReport"_L1, timeline.lastReport)
        .add("windowStart"_L1, timeline.windowStart)
        .set("cancelRequested"_L1, timeline.cancelRequested)
        .set("outcome"_L1, toJson(timeline.outcome))
        .set("phases"_L1, list<Phase>(timeline.phases, toJson))
        .set("steps"_L1, list<Step>(timeline.steps, toJson))
        .set("marks"_L1, list<Mark>(timeline.marks, toJson))
        .set("attempts"_L1, list<Attempt>(timeline.attempts, toJson))
        .set("notes"_L1, list<Note>(timeline.notes, toJson));
}

QList<ActionStatus> oldestFirst(QList<ActionStatus> statuses)
{
    std::ranges::sort(statuses, {}, &ActionStatus::id);
    return statuses;
}

QJsonValue toJson(const TimelineLane &lane)
{
    Members members;
    members.add("controllerId"_L1, lane.controllerId).add("targetName"_L1, lane.targetName);
    if (lane.action)
        members.set("action"_L1, toJson(*lane.action))
            .set("timeline"_L1, timelineMembers(lane.timeline))
            .set("statuses"_L1, list<ActionStatus>(oldestFirst(lane.statuses), toJson));
    return members;
}

} // namespace

QByteArray timelineJson(const QList<TimelineLane> &lanes)
{
    const QJsonObject all{ { u"format"_s, u"falconer.timeline"_s }, { u"version"_s, formatVersion },
        { u"lanes"_s, list<TimelineLane>(lanes, toJson) } };
    return QJsonDocument(all).toJson();
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/actionhistory.h"
#include "services/simulator/answers.h"
#include "services/simulator/ddirules.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Feedback {
    QString execution;
    QString finished;
    QStringList details;
    std::optional<int> code;
    std::optional<qint64> timestamp;
};

// Nothing when the server cannot read it: both words are mandatory.
std::optional<Feedback> readFeedback(const QJsonValue &body)
{
    static const QStringList executions{ u"closed"_s, u"proceeding"_s, u"canceled"_s,
        u"scheduled"_s, u"rejected"_s, u"resumed"_s, u"downloaded"_s, u"download"_s };
    static const QStringList results{ u"success"_s, u"failure"_s, u"none"_s };
    const QJsonValue status = body["status"_L1];
    Feedback feedback{ .execution = status["execution"_L1].toString(),
        .finished = status["result"_L1]["finished"_L1].toString() };
    if (!executions.contains(feedback.execution) || !results.contains(feedback.finished))
        return std::nullopt;
    const QJsonArray details = status["details"_L1].toArray();
    for (const QJsonValue &detail : details)
        feedback.details << (detail.isNull() ? QString() : u""_s + detail.toString());
    if (status["code"_L1].isDouble())
        feedback.code = status["code"_L1].toInt();
    if (body["timestamp"_L1].isDouble())
        feedback.timestamp = body["timestamp"_L1].toInteger();
    return feedback;
}

bool hasMarkup(const QStringList &details)
{
    static const QRegularExpression tag(u"<[a-zA-Z/!][^>]*>"_s);
    return std::any_of(
        details.begin(), details.end(), [](const QString &detail) { return detail.contains(tag); });
}

// What stands in when the device gave no words.
QString serverWords(const Feedback &feedback)
{
    if (feedback.execution == "closed"_L1)
        return feedback.finished == "failure"_L1
            ? u"Update Server: Target reported CLOSED with ERROR!."_s
            : u"Update Server: Target reported CLOSED with OK!."_s;
    if (feedback.execution == "download"_L1)
        return u"Update Server: Target confirmed download start."_s;
    if (feedback.execution == "downloaded"_L1)
        return u"Update Server: Target confirmed download finished."_s;
    if (feedback.execution == "rejected"_L1)
        return u"Update Server: Target reported REJECTED update."_s;
    return u"Update Server: Target reported %1."_s.arg(feedback.execution.toUpper());
}

StatusEntry entryOf(const Feedback &feedback)
{
    StatusEntry entry{ .type = u"running"_s,
        .messages = feedback.details,
        .timestamp = feedback.timestamp,
        .code = feedback.code };
    if (feedback.code)
        entry.messages << u"Device reported status code: %1"_s.arg(*feedback.code);
    return entry;
}

// Too many messages or entries; the closing entry is still taken.
std::optional<SimResponse> refuseQuota(
    const SimContext &context, const SimAction &action, const StatusEntry &entry, bool closes)
{
    const bool wordy = entry.messages.size() > context.fleet.quotas().messagesPerStatus;
    const bool full = !closes && !hasRoomForStatus(context.fleet, action);
    return wordy || full ? std::optional(quotaExceeded(context)) : std::nullopt;
}

void record(Fleet &fleet, SimAction &action, const Feedback &feedback, StatusEntry entry)
{
    if (entry.messages.isEmpty())
        entry.messages << serverWords(feedback);
    action.lastStatusCode = feedback.code;
    const QString &execution = feedback.execution;
    if (execution == "closed"_L1 && feedback.finished == "failure"_L1) {
        entry.type = u"error"_s;
        return closeFailed(fleet, action, entry);
    }
    if (execution == "closed"_L1) {
        entry.type = u"finished"_s;
        return closeFinished(fleet, action, entry);
    }
    if (execution == "downloaded"_L1 && action.forceType == "downloadonly"_L1) {
        entry.type = execution;
        return closeDownloaded(fleet, action, entry);
    }
    if (execution == "download"_L1 || execution == "downloaded"_L1 || execution == "canceled"_L1)
        entry.type = execution;
    else if (execution == "rejected"_L1)
        entry.type = u"warning"_s;
    addStatus(fleet, action, entry);
}

void recordCancel(Fleet &fleet, SimAction &action, const Feedback &feedback, StatusEntry entry)
{
    const auto goesOn = [&](const QString &type, const QString &words) {
        entry.type = type;
        entry.messages.prepend(words);
        addStatus(fleet, action, entry);
        action.status = u"running"_s;
    };
    const QString &execution = feedback.execution;
    if (execution == "rejected"_L1)
        return goesOn(
            u"cancel_rejected"_s, u"Update Server: Target rejected the cancellation request."_s);
    if (execution == "closed"_L1 && feedback.finished == "failure"_L1)
        return goesOn(
            u"error"_s, u"Update Server: Target was not able to complete cancellation."_s);
    if (execution == "closed"_L1) {
        entry.type = u"canceled"_s;
        entry.messages.prepend(u"Update Server: Cancellation confirmed."_s);
        // The old one spells it so.
        entry.messages << (fleet.isOldWire()
                ? u"Update Server: Cancellation completion is finished sucessfully."_s
                : u"Update Server: Cancellation completion is finished successfully."_s);
        return closeCanceled(fleet, action, entry);
    }
    if (execution == "canceled"_L1) {
        entry.type = u"warning"_s;
        entry.messages.prepend(u"Update Server: Target reported cancel for a cancel which is not "
                               u"supported by the server."_s);
    } else if (entry.messages.isEmpty()) {
        entry.messages << serverWords(feedback);
    }
    addStatus(fleet, action, entry);
}

} // namespace

SimResponse postDeploymentFeedback(SimContext &context)
{
    const auto feedback = readFeedback(context.body);
    if (!feedback)
        return notReadable();
    const DeviceAction found = findDeviceAction(context);
    if (!found.action)
        return found.refused;
    SimAction &action = *found.action;
    if (!action.active)
        return noContent(410);
    if (action.status == "wait_for_confirmation"_L1)
        return noContent(404);
    if (hasMarkup(feedback->details))
        return constraintViolation(u"messages contain markup"_s);
    const StatusEntry entry = entryOf(*feedback);
    if (const auto refused
        = refuseQuota(context, action, entry, feedback->execution == "closed"_L1))
        return *refused;
    record(context.fleet, action, *feedback, entry);
    return noContent(200);
}

SimResponse getCancelAction(SimContext &context)
{
    const DeviceAction found = findDeviceAction(context);
    if (!found.action)
        return found.refused;
    if (found.action->status != "canceling"_L1 && found.action->status != "canceled"_L1)
        return noContent(404);
    addStatus(context.fleet, *found.action,
        { .type = u"retrieved"_s,
            .messages = { u"Update Server: Target retrieved cancel action and should start now the "
                          u"cancellation."_s } });
    const QString id = QString::number(found.action->id);
    return answer(200,
        QJsonObject{ { "id"_L1, id }, { "cancelAction"_L1, QJsonObject{ { "stopId"_L1, id } } } });
}

SimResponse postCancelFeedback(SimContext &context)
{
    const auto feedback = readFeedback(context.body);
    if (!feedback)
        return notReadable();
    const DeviceAction found = findDeviceAction(context);
    if (!found.action)
        return found.refused;
    if (found.action->active && found.action->status == "canceling"_L1) {
        const StatusEntry entry = entryOf(*feedback);
        if (const auto refused
            = refuseQuota(context, *found.action, entry, feedback->execution == "closed"_L1))
            return *refused;
        recordCancel(context.fleet, *found.action, *feedback, entry);
    }
    return noContent(200);
}

} // namespace falconer

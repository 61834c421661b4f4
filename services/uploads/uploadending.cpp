// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadqueue_p.h"

#include "services/uploads/uploadrules.h"

#include <QRandomGenerator>

#include <algorithm>

namespace falconer {

void UploadQueue::Private::end(qint64 id, const UploadOutcome &given)
{
    reach("answered", id);
    const Running ended = running.at(id);
    const bool wasOnTheWay = find(id)->state != UploadState::Checking;
    if (find(id)->state == UploadState::Verifying) {
        if (given.error && isUnanswered(*given.error))
            leaveUnanswered(id);
        else
            change(id, [](Upload &upload) { upload.unansweredSince = {}; });
    }
    drop(id);
    const bool isRetry = given.kind == UploadOutcome::Kind::Retries;
    failures[id] = isRetry ? failures.value(id) + 1 : 0;
    if (!isRetry)
        breaks.remove(id);
    else if (wasOnTheWay)
        countBreak(id, *given.error);
    unlocking.remove(id);
    const UploadOutcome outcome = afterBreaks(afterNameRefusals(id, given), breaks.value(id));
    switch (outcome.kind) {
    case UploadOutcome::Kind::Retries:
        return retryLater(id, *outcome.error);
    case UploadOutcome::Kind::SignedOut:
        return signOut(id, ended);
    case UploadOutcome::Kind::Distrusts:
        return distrust(id, ended, *outcome.error->certificate);
    case UploadOutcome::Kind::Done:
    case UploadOutcome::Kind::Asks:
    case UploadOutcome::Kind::Fails:
        return settle(id, outcome);
    }
}

void UploadQueue::Private::countBreak(qint64 id, const Error &error)
{
    UploadBreaks &counted = breaks[id];
    ++counted.all;
    counted.serverFull += isServerFull(error) ? 1 : 0;
}

// Nothing more happens to it by itself.
void UploadQueue::Private::settle(qint64 id, const UploadOutcome &outcome)
{
    const Upload &tried = *find(id);
    if (Server &server = servers[tried.profileId]; tried.server == server.address)
        server.limits.learn(outcome, tried.size, storageRefusalMs);
    const bool isAsking = outcome.kind == UploadOutcome::Kind::Asks;
    const bool isDone = outcome.kind == UploadOutcome::Kind::Done;
    change(id, [&](Upload &upload) {
        upload.state = isAsking ? UploadState::Asking
            : isDone            ? UploadState::Done
                                : UploadState::Failed;
        upload.problem = outcome.problem;
        upload.error = outcome.error;
        upload.limitBytes = outcome.limitBytes;
        upload.artifactId = outcome.artifactId;
        upload.wasThere = outcome.wasThere;
        upload.sentBytes = isDone ? upload.size : 0;
        upload.bytesPerSecond = 0;
        upload.isStalled = false;
        if (!isAsking)
            upload.endedAt = QDateTime::currentDateTimeUtc();
    });
    reach("ended", id);
    const Upload *const upload = find(id);
    if (upload == nullptr)
        return;
    const Upload ended = *upload;
    if (!isAsking)
        emit q.finished(ended);
    if (ended.problem == UploadProblem::ModuleGone || ended.problem == UploadProblem::ModuleLocked)
        emit q.moduleRefused(ended);
}

// The first one is followed by a look at what the module has; nothing else explains a second one.
UploadOutcome UploadQueue::Private::afterNameRefusals(qint64 id, const UploadOutcome &outcome)
{
    if (outcome.kind != UploadOutcome::Kind::Retries) {
        nameRefusals.remove(id);
        return outcome;
    }
    if (!isNameRefusal(*outcome.error))
        return outcome;
    if (nameRefusals.remove(id))
        return nameIsTaken(0, outcome.error);
    nameRefusals[id] = *outcome.error;
    return outcome;
}

void UploadQueue::Private::retryLater(qint64 id, const Error &error)
{
    const qint64 pause = std::max<qint64>(error.retryAfterMs,
        retryPauseMs(
            failures.value(id), firstPauseMs, QRandomGenerator::global()->generateDouble()));
    change(id, [&](Upload &upload) {
        upload.state = UploadState::Retrying;
        upload.error = error;
        upload.nextTryAt = QDateTime::currentDateTimeUtc().addMSecs(pause);
        upload.sentBytes = 0;
        upload.bytesPerSecond = 0;
        upload.isStalled = false;
    });
    reach("retrying", id);
    wakeRetries();
    if (isOfConnection(error))
        emit q.connectionLost(find(id)->profileId);
}

void UploadQueue::Private::wakeRetries()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QDateTime next;
    QList<qint64> due;
    for (const Upload &upload : std::as_const(uploads)) {
        if (upload.state != UploadState::Retrying)
            continue;
        if (upload.nextTryAt <= now)
            due << upload.id;
        else if (!next.isValid() || upload.nextTryAt < next)
            next = upload.nextTryAt;
    }
    if (next.isValid())
        retries.start(int(std::max<qint64>(now.msecsTo(next), 1)));
    const Together together(*this);
    for (const qint64 id : due)
        change(id, [this](Upload &upload) { askAnew(upload); });
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/recovery.h"

#include "services/deployment/assignagain.h"
#include "services/hawkbit/actions.h"

#include <QTimer>

#include <algorithm>
#include <map>

namespace falconer {

namespace {

constexpr qsizetype maxAtOnce = 4;
constexpr int pauseMs = 25;        // 40 requests a second; a server takes 50
constexpr int againPauseMs = 100;  // of which each writes three times
constexpr int rateLimitMs = 1'000; // when it says that was too fast and not how long to wait

} // namespace

struct Recovery::Private {
    Private(Recovery &recovery, Client &someClient)
        : q(recovery)
        , client(someClient)
    {
    }

    void sendNext();
    void send(qsizetype index);
    void assignAgain(qsizetype index);
    void takeAssigned(qsizetype index, const Result<qint64> &action);
    void take(qsizetype index, const std::optional<Error> &error);
    void finishIfDone();

    Recovery &q;
    Client &client;
    RecoveryKind kind = RecoveryKind::Cancel;
    QList<RecoveryItem> items;
    qsizetype firstWaiting = 0;
    std::map<qsizetype, Call> calls;
    std::map<qsizetype, std::unique_ptr<AssignAgain>> begun; // of which some wait
    qsizetype underWay = 0;
    QTimer pace;
    bool isRunning = false;
    bool isStopped = false;
};

void Recovery::Private::sendNext()
{
    pace.setInterval(kind == RecoveryKind::AssignAgain ? againPauseMs : pauseMs);
    if (underWay >= maxAtOnce)
        return;
    while (
        firstWaiting < items.size() && items.at(firstWaiting).state != RecoveryItem::State::Waiting)
        ++firstWaiting;
    if (firstWaiting == items.size() || isStopped)
        pace.stop();
    else
        send(firstWaiting);
    finishIfDone();
}

void Recovery::Private::send(qsizetype index)
{
    RecoveryItem &item = items[index];
    item.state = RecoveryItem::State::Sending;
    ++underWay;
    const auto done = [this, index](const auto &result) {
        take(index, result ? std::nullopt : std::optional(result.error()));
    };
    const auto &[id, actionId] = item.action;
    switch (kind) {
    case RecoveryKind::Cancel:
        calls[index] = client.send(cancelAction(id, actionId), done);
        break;
    case RecoveryKind::Force:
        calls[index] = client.send(forceAction(id, actionId), done);
        break;
    case RecoveryKind::ForceQuit:
        calls[index] = client.send(forceQuitAction(id, actionId), done);
        break;
    case RecoveryKind::AssignAgain:
        assignAgain(index);
        break;
    }
}

void Recovery::Private::assignAgain(qsizetype index)
{
    std::unique_ptr<AssignAgain> &act = begun[index];
    const auto &[id, actionId] = items.at(index).action;
    if (!act)
        act = std::make_unique<AssignAgain>(client, id, actionId,
            [this, index](const Result<qint64> &action) { takeAssigned(index, action); });
    act->go();
}

void Recovery::Private::takeAssigned(qsizetype index, const Result<qint64> &action)
{
    items[index].hasEnded = begun.at(index)->hasEnded();
    items[index].newAction = action.value_or(0);
    const bool goesOn = !action && action.error().kind == ErrorKind::RateLimited;
    if (!goesOn)
        begun.erase(index);
    take(index, action ? std::nullopt : std::optional(action.error()));
}

void Recovery::Private::take(qsizetype index, const std::optional<Error> &error)
{
    calls.erase(index);
    --underWay;
    RecoveryItem &item = items[index];
    item.error = error.value_or(Error());
    if (error && error->kind == ErrorKind::RateLimited) {
        // Refused before anybody looked at it: it may be sent again.
        item.state = RecoveryItem::State::Waiting;
        firstWaiting = std::min(firstWaiting, index);
        if (!isStopped)
            pace.start(std::max(error->retryAfterMs, rateLimitMs));
    } else {
        item.state = error ? RecoveryItem::State::Failed : RecoveryItem::State::Done;
    }
    emit q.changed();
    finishIfDone();
}

void Recovery::Private::finishIfDone()
{
    if (!isRunning || underWay > 0 || pace.isActive())
        return;
    isRunning = false;
    // Stopped while the server wanted peace: what has ended waits for nothing.
    for (RecoveryItem &item : items) {
        if (item.state == RecoveryItem::State::Waiting && item.hasEnded)
            item.state = RecoveryItem::State::Failed;
        else if (item.state == RecoveryItem::State::Waiting)
            item.error = {};
    }
    begun.clear();
    emit q.finished();
}

Recovery::Recovery(Client &client, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client))
{
    connect(&d->pace, &QTimer::timeout, this, [this] { d->sendNext(); });
}

Recovery::~Recovery() = default;

void Recovery::start(RecoveryKind kind, const QList<ActionRef> &actions)
{
    Q_ASSERT(!d->isRunning);
    d->kind = kind;
    d->items.clear();
    d->firstWaiting = 0;
    d->begun.clear();
    for (const ActionRef &action : actions)
        d->items << RecoveryItem{ .action = action };
    d->isRunning = true;
    d->isStopped = false;
    d->pace.start(0);
}

void Recovery::stop()
{
    d->isStopped = true;
    if (!d->isRunning)
        return;
    d->pace.start(0); // finished() comes after stop() returned
}

bool Recovery::isRunning() const
{
    return d->isRunning;
}

RecoveryKind Recovery::kind() const
{
    return d->kind;
}

const QList<RecoveryItem> &Recovery::items() const
{
    return d->items;
}

qsizetype Recovery::count(RecoveryItem::State state) const
{
    return std::count_if(d->items.begin(), d->items.end(),
        [&](const RecoveryItem &item) { return item.state == state; });
}

} // namespace falconer

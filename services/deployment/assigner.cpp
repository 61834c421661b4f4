// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/assigner.h"

#include "services/deployment/assignmentlook.h"
#include "services/hawkbit/rsql.h"
#include "services/hawkbit/targets.h"
#include "services/http/lostanswer.h"

#include <QSet>

#include <algorithm>
#include <numeric>

namespace falconer {

using namespace Qt::StringLiterals;

using State = AssignmentChunk::State;

namespace {

// The server did not judge these targets: the next ones would fare no better.
bool stopsEverything(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::Tls:
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::RateLimited:
        return true;
    default:
        return false;
    }
}

} // namespace

struct Assigner::Private {
    Private(Assigner &assigner, Client &someClient, Dialect wire)
        : q(assigner)
        , client(someClient)
        , dialect(wire)
    {
    }

    // The first chunk in a state, -1: none. By index, since whoever copies the outcome shares it.
    qsizetype find(State state) const;
    QStringList idsOf(const AssignmentChunk &chunk) const;
    void next();
    void send(qsizetype index);
    void take(qsizetype index, const Result<AssignmentResult> &result);
    void look(qsizetype index);
    void takeLook(qsizetype index, const Result<AssignmentLook::Answer> &answer);
    void findNotTaken();
    void finish();

    Assigner &q;
    Client &client;
    Dialect dialect;
    AssignmentOrder order;
    AssignmentOutcome outcome;
    bool isRunning = false;
    Call call;
    AssignmentLook lost;
    PageWalk<Target> targets;
    QSet<QString> known; // ids that the server knows, of the chunks that lack some
};

qsizetype Assigner::Private::find(State state) const
{
    for (qsizetype i = 0; i < outcome.chunks.size(); ++i) {
        if (outcome.chunks.at(i).state == state)
            return i;
    }
    return -1;
}

QStringList Assigner::Private::idsOf(const AssignmentChunk &chunk) const
{
    return order.controllerIds.mid(chunk.first, chunk.count);
}

void Assigner::Private::next()
{
    isRunning = true;
    if (const qsizetype unknown = find(State::Unknown); unknown >= 0)
        return look(unknown);
    if (const qsizetype waiting = find(State::Waiting); waiting >= 0)
        return send(waiting);
    findNotTaken();
}

void Assigner::Private::send(qsizetype index)
{
    AssignmentChunk &chunk = outcome.chunks[index];
    chunk.state = State::Sending;
    chunk.error = {};
    call = client.send(assignDistributionSet(order.set.id, idsOf(chunk), order.options),
        [this, index](const Result<AssignmentResult> &result) { take(index, result); });
    emit q.changed();
}

void Assigner::Private::take(qsizetype index, const Result<AssignmentResult> &result)
{
    AssignmentChunk &chunk = outcome.chunks[index];
    if (result) {
        chunk.state = State::Taken;
        chunk.assigned = result->assigned;
        chunk.alreadyAssigned = result->alreadyAssigned;
        outcome.alreadyAssigned += result->alreadyAssigned;
        outcome.notTakenCount += chunk.count - result->assigned - result->alreadyAssigned;
        for (qsizetype i = 0; i < result->actionIds.size(); ++i)
            outcome.actionIds.insert(result->controllerIds.value(i), result->actionIds.at(i));
        return next();
    }
    chunk.error = result.error();
    if (mayHaveHappened(chunk.error))
        return look(index);
    const bool stops = stopsEverything(chunk.error);
    chunk.state = stops ? State::Waiting : State::Refused;
    stops ? finish() : next();
}

void Assigner::Private::look(qsizetype index)
{
    AssignmentChunk &chunk = outcome.chunks[index];
    chunk.state = State::Looking;
    lost.start(client, dialect, order.set, idsOf(chunk),
        [this, index](const Result<AssignmentLook::Answer> &answer) { takeLook(index, answer); });
    emit q.changed();
}

void Assigner::Private::takeLook(qsizetype index, const Result<AssignmentLook::Answer> &answer)
{
    AssignmentChunk &chunk = outcome.chunks[index];
    if (!answer || !answer->happened) {
        chunk.state = answer ? State::Waiting : State::Unknown;
        return finish();
    }
    chunk.state = State::Taken;
    chunk.error = {};
    chunk.assigned = answer->actionIds.size();
    chunk.alreadyAssigned = answer->withoutAction;
    outcome.alreadyAssigned += chunk.alreadyAssigned;
    outcome.notTakenCount += chunk.count - chunk.assigned - chunk.alreadyAssigned;
    outcome.actionIds.insert(answer->actionIds);
    next();
}

// Ids that the server does not know are dropped by it without a word: ask which are left.
void Assigner::Private::findNotTaken()
{
    QStringList asked;
    for (const AssignmentChunk &chunk : std::as_const(outcome.chunks)) {
        if (chunk.state == State::Taken && chunk.assigned + chunk.alreadyAssigned < chunk.count)
            asked += idsOf(chunk);
    }
    if (asked.isEmpty() || !outcome.notTaken.isEmpty())
        return finish();
    known.clear();
    targets.start(
        client, rsqlIn(u"controllerid"_s, asked), listTargets,
        [this](const Page<Target> &page) {
            for (const Target &target : page.content)
                known.insert(target.controllerId);
            return true;
        },
        [this, asked](const std::optional<Error> &error) {
            for (const QString &id : asked) {
                if (!error && !known.contains(id))
                    outcome.notTaken << id;
            }
            finish();
        });
    emit q.changed();
}

void Assigner::Private::finish()
{
    isRunning = false;
    emit q.changed();
    emit q.finished();
}

qint64 AssignmentOutcome::assigned() const
{
    return std::accumulate(chunks.begin(), chunks.end(), qint64(0),
        [](qint64 sum, const AssignmentChunk &chunk) { return sum + chunk.assigned; });
}

bool AssignmentOutcome::hasFailures() const
{
    return std::any_of(chunks.begin(), chunks.end(),
        [](const AssignmentChunk &chunk) { return chunk.state != State::Taken; });
}

Assigner::Assigner(Client &client, Dialect dialect, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, dialect))
{
}

Assigner::~Assigner() = default;

void Assigner::start(const AssignmentOrder &order)
{
    Q_ASSERT(!d->isRunning && !order.controllerIds.isEmpty());
    d->order = order;
    d->outcome = {};
    const qsizetype count = order.controllerIds.size();
    for (qsizetype first = 0; first < count; first += maxTargetsPerAssignment) {
        d->outcome.chunks << AssignmentChunk{ .first = first,
            .count = std::min<qsizetype>(maxTargetsPerAssignment, count - first) };
    }
    d->next();
}

void Assigner::resume()
{
    if (canResume())
        d->next();
}

bool Assigner::canResume() const
{
    return !d->isRunning && (d->find(State::Waiting) >= 0 || d->find(State::Unknown) >= 0);
}

bool Assigner::isRunning() const
{
    return d->isRunning;
}

const AssignmentOrder &Assigner::order() const
{
    return d->order;
}

const AssignmentOutcome &Assigner::outcome() const
{
    return d->outcome;
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/client.h"

#include "services/http/exchange.h"
#include "services/http/redaction.h"
#include "services/http/requestqueue.h"
#include "services/http/retrypolicy.h"
#include "services/http/systemproxy.h"
#include "services/http/wirerequest.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QRandomGenerator>

#include <algorithm>
#include <map>

namespace falconer {

namespace {

struct Job {
    RequestData request;
    QByteArray etag;
    std::function<void(Result<Response>)> done;
    int tries = 0;
    std::unique_ptr<QTimer> pause; // between two tries
    Exchange *exchange = nullptr;  // a child of the client, while on the wire
    quint64 credentials = 0;       // with which it was sent
};

int patienceMs(const Timeouts &timeouts, Patience patience)
{
    switch (patience) {
    case Patience::Probe:
        return timeouts.probe;
    case Patience::Read:
        return timeouts.read;
    case Patience::Write:
        return timeouts.write;
    case Patience::Transfer:
        return timeouts.transfer;
    }
    return timeouts.read;
}

} // namespace

struct Client::Private {
    Private(Client &client, ClientOptions clientOptions);

    void enqueue(quint64 number);
    void sendWaiting();
    void start(quint64 number);
    Exchange *newExchange(const Job &job);
    void drop(quint64 number);
    void tellWritesEnded(bool wasWrite);
    void finish(quint64 number, Result<Response> result);
    bool tryAgain(quint64 number, const Error &error);
    bool isNewSignOut(const Job &job, const Result<Response> &result);

    Client &q;
    ClientOptions options;
    Redaction redaction;
    QNetworkAccessManager reads; // they share its connections, which are kept alive
    RequestQueue queue;
    std::map<quint64, Job> jobs;
    quint64 lastNumber = 0;
    quint64 credentials = 1; // counts the sets of them
    quint64 signedOutOf = 0; // the last one that a server refused
    qint64 sentCount = 0;
};

Client::Private::Private(Client &client, ClientOptions clientOptions)
    : q(client)
    , options(std::move(clientOptions))
    , queue(options.maxInFlight)
{
    redaction.add(options.credentials);
    useProxy(reads, options.useSystemProxy);
}

void Client::Private::enqueue(quint64 number)
{
    if (jobs.at(number).request.verb == Verb::Get)
        queue.addRead(number);
    else
        queue.addWrite(number);
    sendWaiting();
}

void Client::Private::sendWaiting()
{
    while (const std::optional<quint64> number = queue.takeNext())
        start(*number);
}

void Client::Private::start(quint64 number)
{
    Job &job = jobs.at(number);
    ++job.tries;
    job.credentials = credentials;
    job.exchange = newExchange(job);
    connect(job.exchange, &Exchange::sent, &q, [this] { ++sentCount; });
    connect(job.exchange, &Exchange::finished, &q,
        [this, number](const Exchange::Outcome &outcome) { finish(number, outcome.result); });
    job.exchange->start();
}

// A server closes a connection that was idle for a while without notice, and what was written into
// it meanwhile is lost: a read is sent again, a write never. So each write has a connection of its
// own, that is a manager: its cache cannot be told to keep one out.
Exchange *Client::Private::newExchange(const Job &job)
{
    const bool isRead = job.request.verb == Verb::Get;
    QNetworkAccessManager *const network = isRead ? &reads : new QNetworkAccessManager;
    auto *const exchange = new Exchange(*network,
        { .request = wireRequest(options, job.request, job.etag),
            .verb = job.request.verb,
            .body = job.request.body.value_or(QByteArray()),
            .patienceMs = patienceMs(options.timeouts, job.request.patience),
            .trustedCertificate = options.trustedCertificate },
        &q);
    if (!isRead) {
        useProxy(*network, options.useSystemProxy);
        network->setParent(exchange);
    }
    return exchange;
}

void Client::Private::drop(quint64 number)
{
    const auto found = jobs.find(number);
    if (found == jobs.end())
        return;
    const bool isWrite = found->second.request.verb != Verb::Get;
    if (Exchange *const exchange = found->second.exchange) {
        exchange->cancel();
        exchange->deleteLater();
    }
    queue.remove(number);
    jobs.erase(found);
    tellWritesEnded(isWrite);
    // Not at once: whoever drops many calls would see each slot filled by one to be dropped next.
    QMetaObject::invokeMethod(
        &q, [this] { sendWaiting(); }, Qt::QueuedConnection);
}

// Behind what is told of the last one, which may begin another.
void Client::Private::tellWritesEnded(bool wasWrite)
{
    if (!wasWrite)
        return;
    QMetaObject::invokeMethod(
        &q,
        [this] {
            if (!q.isWriting())
                emit q.writesEnded();
        },
        Qt::QueuedConnection);
}

bool Client::Private::tryAgain(quint64 number, const Error &error)
{
    Job &job = jobs.at(number);
    const std::optional<int> pause = retryPause(job.request, error, job.tries, options.retryDelays,
        QRandomGenerator::global()->generateDouble());
    if (!pause)
        return false;
    queue.remove(number);
    job.pause = std::make_unique<QTimer>();
    job.pause->setSingleShot(true);
    job.pause->callOnTimeout(&q, [this, number] { enqueue(number); });
    job.pause->start(*pause);
    return true;
}

bool Client::Private::isNewSignOut(const Job &job, const Result<Response> &result)
{
    if (result || result.error().kind != ErrorKind::Unauthorized || job.credentials != credentials
        || signedOutOf == credentials)
        return false;
    signedOutOf = credentials;
    return true;
}

void Client::Private::finish(quint64 number, Result<Response> result)
{
    Job &job = jobs.at(number);
    if (Exchange *const exchange = std::exchange(job.exchange, nullptr))
        exchange->deleteLater();
    QMetaObject::invokeMethod(
        &q, [this] { sendWaiting(); }, Qt::QueuedConnection);
    if (!result) {
        if (tryAgain(number, result.error()))
            return;
        result.error().where
            = QString::fromLatin1(verbName(job.request.verb) + ' ' + job.request.path);
        result = tl::unexpected(redaction.apply(result.error()));
    }
    const bool signOut = isNewSignOut(job, result);
    const auto done = std::move(job.done);
    tellWritesEnded(job.request.verb != Verb::Get);
    queue.remove(number);
    jobs.erase(number);
    // Both may destroy the client: nothing of it is touched after them.
    const QPointer<Client> alive(&q);
    if (signOut)
        emit q.signedOut();
    if (alive)
        done(std::move(result));
}

Client::Client(ClientOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(options)))
{
}

Client::~Client()
{
    for (const auto &[number, job] : d->jobs)
        delete job.exchange;
}

const ClientOptions &Client::options() const
{
    return d->options;
}

void Client::setCredentials(const Credentials &credentials)
{
    d->options.credentials = credentials;
    d->redaction.add(credentials);
    ++d->credentials;
}

void Client::setTrustedCertificate(const QByteArray &sha256)
{
    d->options.trustedCertificate = sha256;
}

qint64 Client::sentCount() const
{
    return d->sentCount;
}

bool Client::isWriting() const
{
    return std::ranges::any_of(
        d->jobs, [](const auto &job) { return job.second.request.verb != Verb::Get; });
}

Call Client::sendData(
    const RequestData &request, const QByteArray &etag, std::function<void(Result<Response>)> done)
{
    const quint64 number = ++d->lastNumber;
    d->jobs.emplace(number, Job{ .request = request, .etag = etag, .done = std::move(done) });
    if (std::optional<Error> error = refusal(d->options.server, request)) {
        QMetaObject::invokeMethod(
            this,
            [this, number, result = *std::move(error)] {
                if (d->jobs.contains(number))
                    d->finish(number, tl::unexpected(result));
            },
            Qt::QueuedConnection);
    } else {
        d->enqueue(number);
    }
    return Call([client = QPointer(this), number] {
        if (client)
            client->d->drop(number);
    });
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/downloads/downloadworker.h"

#include "services/downloads/bytestream.h"
#include "services/http/systemproxy.h"
#include "services/http/wirerequest.h"

#include <QFileInfo>
#include <QRandomGenerator>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 msBetweenProgress = 100;
constexpr int mostBegunAnew = 3; // a start: else what breaks off each time goes on for ever

RequestData requestOf(const DownloadOrder &order, qint64 offset)
{
    RequestData request{ .path = artifactDownloadPath(order.softwareModuleId, order.artifact.id),
        .patience = Patience::Transfer };
    if (offset > 0)
        request.range = "bytes=" + QByteArray::number(offset) + '-';
    return request;
}

bool isWorthRetrying(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::RateLimited:
    case ErrorKind::Server:
        return true;
    default:
        return false;
    }
}

DownloadProblem problemOf(const Error &error)
{
    if (error.kind == ErrorKind::NotFound)
        return DownloadProblem::Gone;
    return isWorthRetrying(error) ? DownloadProblem::Connection : DownloadProblem::Refused;
}

// Shortened by up to half at random, so that many downloads do not come back at once.
int shortened(int ms)
{
    return int(ms * (0.5 + QRandomGenerator::global()->generateDouble() / 2));
}

} // namespace

DownloadWorker::DownloadWorker()
    : m_retryTimer(this)
{
    m_retryTimer.setSingleShot(true);
    m_retryTimer.callOnTimeout(this, &DownloadWorker::ask);
}

DownloadWorker::~DownloadWorker()
{
    delete m_stream;
}

bool DownloadWorker::setRun(quint64 run)
{
    quint64 former = m_run;
    while (former != finishing) {
        if (m_run.compare_exchange_weak(former, run))
            return true;
    }
    return false;
}

void DownloadWorker::measure(quint64 run, const DownloadOrder &order)
{
    const QFileInfo part(partPath(order));
    const QFileInfo whole(order.path);
    if (part.exists() || !whole.isFile() || whole.size() != order.artifact.size) {
        emit measured(run, part.size());
        return;
    }
    emit progressed(run, whole.size());
    emit verifying(run);
    if (isContentOf(order.artifact, order.path, [this, run] { return run == m_run; }))
        emit ended(run, DownloadProblem::None, std::nullopt);
    else
        emit measured(run, 0);
}

void DownloadWorker::begin(quint64 run, const DownloadOrder &order, const ClientOptions &options,
    const QList<int> &retryDelays)
{
    if (run != m_run)
        return;
    stop();
    m_current = run;
    m_order = order;
    m_options = options;
    m_retryDelays = retryDelays;
    m_triesInVain = 0;
    m_timesBegunAnew = 0;
    m_knowsNoRange = false;
    m_redaction.add(options.credentials);
    const RequestData request = requestOf(order, 0);
    m_where = QString::fromLatin1("GET " + request.path);
    if (const std::optional<Error> refused = refusal(options.server, request))
        return end(DownloadProblem::Refused, refused);
    m_part = std::make_unique<PartFile>(order);
    if (const auto fault = m_part->open(order.artifact.size, order.overwrites))
        return fail(*fault);
    m_isContinued = m_part->size() > 0;
    ask();
}

void DownloadWorker::stop()
{
    m_retryTimer.stop();
    if (ByteStream *const stream = std::exchange(m_stream, nullptr)) {
        stream->disconnect(this);
        stream->deleteLater();
    }
    m_part.reset();
}

void DownloadWorker::discard(const DownloadOrder &order)
{
    stop();
    PartFile(order).remove();
}

void DownloadWorker::ask()
{
    if (!isWanted())
        return;
    const qint64 offset = m_knowsNoRange ? 0 : m_part->size();
    emit progressed(m_current, offset);
    if (m_part->size() == m_order.artifact.size)
        return verify();
    // One a try: QNAM keeps no connection that it has not yet understood to be dead.
    delete m_network;
    m_network = new QNetworkAccessManager(this);
    useProxy(*m_network, m_options.useSystemProxy);
    m_stream = new ByteStream(*m_network,
        { .request = wireRequest(m_options, requestOf(m_order, offset), {}),
            .offset = offset,
            .size = m_order.artifact.size,
            .patienceMs = m_options.timeouts.read,
            .trustedCertificate = m_options.trustedCertificate },
        this);
    connect(m_stream, &ByteStream::begun, this, &DownloadWorker::takeBegin);
    connect(m_stream, &ByteStream::arrived, this, &DownloadWorker::takeBytes);
    connect(m_stream, &ByteStream::finished, this, &DownloadWorker::takeEnd);
    m_sinceProgress.start();
    m_stream->start();
}

void DownloadWorker::takeBegin(bool isFromStart)
{
    if (isFromStart && m_part && m_part->size() > 0)
        beginAnew();
}

bool DownloadWorker::beginAnew()
{
    if (++m_timesBegunAnew > mostBegunAnew) {
        end(DownloadProblem::Connection,
            Error{ .kind = ErrorKind::Network,
                .message = u"it broke off each time, and could not be continued"_s,
                .fault = NetworkFault::ConnectionLost });
        return false;
    }
    if (const auto fault = m_part->beginAnew()) {
        fail(*fault);
        return false;
    }
    m_isContinued = false;
    emit begunAnew(m_current);
    emit progressed(m_current, 0);
    return true;
}

void DownloadWorker::takeBytes(const QByteArray &bytes)
{
    if (!isWanted() || !m_part)
        return;
    if (m_part->size() + bytes.size() > m_order.artifact.size) {
        return end(DownloadProblem::Refused,
            Error{ .kind = ErrorKind::Protocol, .message = u"more bytes than the artifact has"_s });
    }
    if (const auto fault = m_part->write(bytes))
        return fail(*fault);
    m_triesInVain = 0;
    if (m_sinceProgress.elapsed() < msBetweenProgress)
        return;
    m_sinceProgress.start();
    emit progressed(m_current, m_part->size());
}

void DownloadWorker::takeEnd(const std::optional<Error> &error, bool isRangeWrong)
{
    if (ByteStream *const stream = std::exchange(m_stream, nullptr))
        stream->deleteLater();
    if (!isWanted() || !m_part)
        return;
    if (isRangeWrong) {
        m_knowsNoRange = true;
        if (beginAnew())
            ask();
    } else if (error && !isWorthRetrying(*error)) {
        end(problemOf(*error), error);
    } else if (error) {
        retry(*error);
    } else if (m_part->size() < m_order.artifact.size) {
        retry({ .kind = ErrorKind::Network, .fault = NetworkFault::ConnectionLost });
    } else {
        verify();
    }
}

void DownloadWorker::retry(const Error &error)
{
    m_isContinued = m_part->size() > 0;
    if (m_triesInVain >= m_retryDelays.size())
        return end(problemOf(error), error);
    const int pause = std::max(shortened(m_retryDelays.at(m_triesInVain++)), error.retryAfterMs);
    Error told = m_redaction.apply(error);
    told.where = m_where;
    emit progressed(m_current, m_part->size());
    emit retrying(m_current, QDateTime::currentDateTimeUtc().addMSecs(pause), told);
    m_retryTimer.start(pause);
}

void DownloadWorker::verify()
{
    emit progressed(m_current, m_part->size());
    emit verifying(m_current);
    const bool isRight
        = isContentOf(m_order.artifact, partPath(m_order), [this] { return isWanted(); });
    if (!isWanted())
        return;
    if (!isRight)
        return handleWrongHash();
    const auto fault = m_part->sync();
    fault ? fail(*fault) : giveName();
}

// Either it was paused or cancelled before, or it can be no more: never both.
void DownloadWorker::giveName()
{
    quint64 mine = m_current;
    if (!m_run.compare_exchange_strong(mine, finishing))
        return;
    if (const auto fault = m_part->finish(m_order.overwrites)) {
        m_run = m_current;
        return fail(*fault);
    }
    end(DownloadProblem::None, std::nullopt);
}

// A part that was there may be of another file: then it is had whole, once.
void DownloadWorker::handleWrongHash()
{
    if (m_isContinued) {
        if (beginAnew())
            ask();
        return;
    }
    m_part->remove();
    end(DownloadProblem::WrongHash,
        Error{ .kind = ErrorKind::Protocol, .message = u"the hash of what came is another"_s });
}

void DownloadWorker::fail(const FileFault &fault)
{
    end(fault.problem, fault.error);
}

void DownloadWorker::end(DownloadProblem problem, std::optional<Error> error)
{
    stop();
    if (error && error->kind != ErrorKind::Io)
        error->where = m_where;
    if (error)
        error = m_redaction.apply(*error);
    if (isWanted())
        emit ended(m_current, problem, error);
}

} // namespace falconer

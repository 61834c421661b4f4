// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/downloads/artifactdownload.h"

#include "services/downloads/downloadworker.h"

#include <QCoreApplication>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWaitMs = 2'000;

} // namespace

ArtifactDownload::ArtifactDownload(
    DownloadOrder order, const ClientOptions &options, QObject *parent)
    : QObject(parent)
    , m_order(std::move(order))
    , m_options(options)
    , m_worker(new DownloadWorker)
    , m_thread(u"download"_s, m_worker, WorkerThread::Rank::BehindWindow)
{
    listen();
    connect(qApp, &QCoreApplication::aboutToQuit, this, [this] {
        endThread();
        m_patience.emplace(mostWaitMs);
    });
}

ArtifactDownload::~ArtifactDownload()
{
    if (m_patience)
        m_thread.wait(*m_patience);
    else
        endThread();
}

void ArtifactDownload::endThread()
{
    m_worker->setRun(0);
    m_thread.quitBehind(); // a discard
}

// What an earlier run still said when it was ended is not heard.
void ArtifactDownload::listen()
{
    connect(m_worker, &DownloadWorker::progressed, this, [this](quint64 run, qint64 bytes) {
        if (run != m_run)
            return;
        m_status.receivedBytes = bytes;
        setState(DownloadState::Downloading);
    });
    connect(m_worker, &DownloadWorker::measured, this, [this](quint64 run, qint64 bytes) {
        if (run != m_run)
            return;
        m_status.receivedBytes = bytes;
        setState(DownloadState::Paused);
    });
    connect(m_worker, &DownloadWorker::begunAnew, this, [this](quint64 run) {
        if (run == m_run)
            m_status.isBegunAnew = true;
    });
    connect(m_worker, &DownloadWorker::retrying, this,
        [this](quint64 run, const QDateTime &at, const Error &error) {
            if (run != m_run)
                return;
            m_status.nextTryAt = at;
            m_status.error = error;
            setState(DownloadState::Retrying);
        });
    connect(m_worker, &DownloadWorker::verifying, this, [this](quint64 run) {
        if (run == m_run)
            setState(DownloadState::Verifying);
    });
    connect(m_worker, &DownloadWorker::ended, this,
        [this](quint64 run, DownloadProblem problem, const std::optional<Error> &error) {
            if (run == m_run)
                end(problem, error);
        });
}

void ArtifactDownload::setOptions(const ClientOptions &options)
{
    m_options = options;
}

void ArtifactDownload::restore()
{
    leaveRun();
    post([run = m_run, order = m_order](DownloadWorker &worker) { worker.measure(run, order); });
    setState(DownloadState::Paused);
}

void ArtifactDownload::start()
{
    const DownloadState state = m_status.state;
    if (state == DownloadState::Downloading || state == DownloadState::Verifying
        || state == DownloadState::Done || !leaveRun())
        return;
    m_status = { .state = DownloadState::Downloading, .receivedBytes = m_status.receivedBytes };
    post([run = m_run, order = m_order, options = m_options, delays = m_retryDelays](
             DownloadWorker &worker) { worker.begin(run, order, options, delays); });
    emit changed();
}

void ArtifactDownload::pause()
{
    if (m_status.state == DownloadState::Done || m_status.state == DownloadState::Failed
        || !leaveRun())
        return;
    post([](DownloadWorker &worker) { worker.stop(); });
    setState(DownloadState::Paused);
}

bool ArtifactDownload::cancel()
{
    if (m_status.state == DownloadState::Done || !leaveRun())
        return false;
    post([order = m_order](DownloadWorker &worker) { worker.discard(order); });
    m_status = {};
    emit changed();
    return true;
}

void ArtifactDownload::overwriteAndStart()
{
    m_order.overwrites = true;
    start();
}

bool ArtifactDownload::leaveRun()
{
    if (!m_worker->setRun(m_run + 1))
        return false;
    ++m_run;
    return true;
}

void ArtifactDownload::end(DownloadProblem problem, const std::optional<Error> &error)
{
    m_status.problem = problem;
    m_status.error = error;
    if (problem == DownloadProblem::WrongHash)
        m_status.receivedBytes = 0;
    setState(problem == DownloadProblem::None ? DownloadState::Done : DownloadState::Failed);
    emit finished();
}

void ArtifactDownload::setState(DownloadState state)
{
    if (state == DownloadState::Downloading || state == DownloadState::Paused)
        m_status.error.reset();
    if (state != DownloadState::Retrying)
        m_status.nextTryAt = {};
    m_status.state = state;
    emit changed();
}

void ArtifactDownload::post(const std::function<void(DownloadWorker &)> &work)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, work] { work(*worker); }, Qt::QueuedConnection);
}

} // namespace falconer

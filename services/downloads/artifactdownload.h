// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/downloads/download.h"
#include "services/http/clientoptions.h"
#include "services/threads/workerthread.h"

#include <QList>
#include <QObject>

namespace falconer {

class DownloadWorker;

// One artifact on its way into a file. Receives, writes and hashes on a thread of its own; what
// broke off goes on by Range where it was, also after a restart of the program. A file gets its
// final name only when its SHA-256 (SHA-1 of servers that tell no other) is right. Lives on the GUI
// thread and never blocks it, but for 2 s at most when the program ends.
class ArtifactDownload final : public QObject {
    Q_OBJECT

public:
    explicit ArtifactDownload(
        DownloadOrder order, const ClientOptions &options, QObject *parent = nullptr);
    // What came so far stays, as when paused; what cancel() began goes on.
    ~ArtifactDownload() override;

    const DownloadOrder &order() const { return m_order; }
    const Download &status() const { return m_status; }

    // Pauses in ms before the second, third, ... try that brings nothing.
    void setRetryDelays(const QList<int> &delays) { m_retryDelays = delays; }
    // After signing in anew, for the next start.
    void setOptions(const ClientOptions &options);

    // Paused, with what an earlier start of the program left; Done soon if all of it is there and
    // has its name.
    void restore();
    void start(); // or go on: after a pause, a failure, or at once when it waits for its next try
    // Keeps what came. Does nothing when the file is getting its name: then it is Done soon.
    void pause();
    // Removes what came, and is Waiting again. False: too late, the file is there.
    bool cancel();
    void overwriteAndStart(); // the answer to NameTaken

signals:
    void changed();  // at most ten times a second for progress
    void finished(); // Done or Failed, once a start

private:
    void listen();
    void endThread();
    bool leaveRun(); // false: too late
    void end(DownloadProblem problem, const std::optional<Error> &error);
    void setState(DownloadState state);
    void post(const std::function<void(DownloadWorker &)> &work);

    DownloadOrder m_order;
    ClientOptions m_options;
    QList<int> m_retryDelays{ 1'000, 3'000, 10'000, 30'000, 60'000 };
    Download m_status;
    DownloadWorker *m_worker; // ends with its thread
    WorkerThread m_thread;
    quint64 m_run = 0;
    std::optional<QDeadlineTimer> m_patience; // with its thread, since the program ends
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QString>

#include <memory>

class QObject;
class QThread;

namespace falconer {

// A thread for an object that reads, hashes, sends or keeps, beside the window's. A disk that hangs
// must not hang the window: nobody has to wait for its end.
class WorkerThread final {
public:
    enum class Rank {
        Equal,        // somebody waits for what it does
        BehindWindow, // and so are the threads that its worker starts
    };

    // Starts it. worker: without a parent; lives there from now on, and ends with it.
    WorkerThread(const QString &name, QObject *worker, Rank rank = Rank::Equal);
    // If it has not ended by then, it ends by itself: as it was told, else by quit(). Only the end
    // of the program waits for that, till 2 s from here at most.
    ~WorkerThread();

    void quit();                        // after what the worker does now
    void quitBehind();                  // after all that is queued for the worker too
    bool wait(QDeadlineTimer patience); // whether it has ended

private:
    std::unique_ptr<QThread> m_thread;
    QObject *m_worker;
    bool m_isQuitting = false;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/threads/workerthread.h"

#include <QObject>

#include <functional>

namespace falconer {

class RateLimit;
class UploadSender;

// A thread with an UploadSender, for one run after the other.
class UploadLane final : public QObject {
    Q_OBJECT

public:
    // limit: must outlive the lane, not what the lane leaves behind.
    explicit UploadLane(RateLimit &limit, QObject *parent = nullptr);
    // Does not wait for a disk that hangs: 2 s at most since release().
    ~UploadLane() override;

    UploadSender &sender() { return *m_sender; }

    bool isFree() const { return m_isFree; }
    quint64 take(); // for a run of its own: answers its number
    // Ends what the run left under way. The lane is free once its thread answers: not while a disk
    // hangs.
    void release();

    // Runs it on the sender's thread.
    void post(const std::function<void(UploadSender &)> &work);

signals:
    void freed();

private:
    class Limit;

    static UploadSender *makeSender(Limit &limit);

    Limit *m_limit;         // the sender's part, goes with it
    UploadSender *m_sender; // ends with its thread
    WorkerThread m_thread;
    quint64 m_lastRun = 0;
    bool m_isFree = true;
    QDeadlineTimer m_patience; // since release()
};

} // namespace falconer

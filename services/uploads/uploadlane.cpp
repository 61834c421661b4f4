// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadlane.h"

#include "services/uploads/ratelimit.h"
#include "services/uploads/uploadsender.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWaitMs = 2'000;

} // namespace

// A disk may hold the sender for longer than there is a lane, and the whole limit.
class UploadLane::Limit final : public QObject {
public:
    explicit Limit(RateLimit &whole)
        : part(whole)
    {
    }

    RateLimit part;
};

UploadLane::UploadLane(RateLimit &limit, QObject *parent)
    : QObject(parent)
    , m_limit(new Limit(limit))
    , m_sender(makeSender(*m_limit))
    , m_thread(u"upload"_s, m_sender, WorkerThread::Rank::BehindWindow)
{
    connect(m_sender, &UploadSender::left, this, [this] {
        m_isFree = true;
        emit freed();
    });
}

UploadLane::~UploadLane()
{
    m_sender->setRun(0);
    m_limit->part.leaveWhole();
    m_thread.quit();
    m_thread.wait(m_isFree ? QDeadlineTimer(mostWaitMs) : m_patience);
}

UploadSender *UploadLane::makeSender(Limit &limit)
{
    auto *const sender = new UploadSender(limit.part);
    limit.setParent(sender);
    return sender;
}

quint64 UploadLane::take()
{
    m_isFree = false;
    m_sender->setRun(++m_lastRun);
    return m_lastRun;
}

void UploadLane::release()
{
    m_patience.setRemainingTime(mostWaitMs);
    m_sender->setRun(0);
    post([](UploadSender &sender) { sender.leave(); });
}

void UploadLane::post(const std::function<void(UploadSender &)> &work)
{
    QMetaObject::invokeMethod(
        m_sender, [sender = m_sender, work] { work(*sender); }, Qt::QueuedConnection);
}

} // namespace falconer

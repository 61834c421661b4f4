// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/desktop/desktopnotifications.h"

#include "services/desktop/notificationworker.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWaitMs = 1'000;

} // namespace

DesktopNotifications::DesktopNotifications(
    const QString &program, const QString &bus, QObject *parent)
    : QObject(parent)
    , m_worker(new NotificationWorker(program, bus))
    , m_thread(u"notifications"_s, m_worker)
{
    connect(m_worker, &NotificationWorker::notShown, this, &DesktopNotifications::notShown,
        Qt::QueuedConnection);
    connect(m_worker, &NotificationWorker::clicked, this, &DesktopNotifications::clicked,
        Qt::QueuedConnection);
}

DesktopNotifications::~DesktopNotifications()
{
    m_thread.quit();
    m_thread.wait(QDeadlineTimer(mostWaitMs));
}

void DesktopNotifications::show(const DesktopNotification &notification)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, notification] { worker->show(notification); },
        Qt::QueuedConnection);
}

} // namespace falconer

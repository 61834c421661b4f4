// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/threads/workerthread.h"

#include <QObject>
#include <QString>

namespace falconer {

class NotificationWorker;

struct DesktopNotification {
    QString title;
    QString text;   // plain; several lines
    QString action; // what a click on it does, in words

    bool operator==(const DesktopNotification &) const = default;
};

// The desktop's own notifications on Linux: org.freedesktop.Notifications over D-Bus, version 1.2
// of the Desktop Notifications Specification. The bus is spoken to on a thread of its own: whatever
// hangs there, nobody waits for it.
class DesktopNotifications final : public QObject {
    Q_OBJECT

public:
    // program: as people know it. bus: an address, empty: the session's.
    explicit DesktopNotifications(
        const QString &program, const QString &bus = {}, QObject *parent = nullptr);
    ~DesktopNotifications() override;

    void show(const DesktopNotification &notification);

signals:
    // There is no such service, or it did not take it.
    void notShown(const falconer::DesktopNotification &notification);
    // token: lets the program's window come to the front under Wayland; may be empty.
    void clicked(const QString &token);

private:
    NotificationWorker *m_worker; // ends with its thread
    WorkerThread m_thread;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lanewatch.h"

#include <QObject>
#include <QSystemTrayIcon>

class QSettings;

namespace falconer {

class DesktopNotifications;

// What the desktop is told of news: a line of counts, and the first of them by name.
struct Notification {
    QString title; // "2 finished, 1 failed"
    QString text;  // a line a lane
};
Notification notificationOf(const QList<LaneNews> &news);

// Tells news through the desktop while its window is not in front: by its own notifications on
// Linux, as a message where there is a tray to say it, and by the window's entry in the task bar. A
// click on the message brings the window. Can be turned off, which is remembered.
class Notifier final : public QObject {
    Q_OBJECT

public:
    // bus: the address of the D-Bus that the desktop listens to, Linux only; empty: the session's.
    Notifier(QSettings &settings, QWidget *window, const QString &bus = {});

    bool isOn() const;
    void setOn(bool on);
    void tell(const QList<LaneNews> &news);
    void say(const Notification &notification);

signals:
    void told(const falconer::Notification &notification);

private:
    void showMessage(const Notification &notification);
    void showInTray(const Notification &notification);

    QSettings &m_settings;
    QWidget *m_window;
    QSystemTrayIcon m_tray;
    QString m_bus;
    DesktopNotifications *m_desktop = nullptr; // made with the first message, Linux only
};

} // namespace falconer

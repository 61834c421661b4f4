// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/desktop/desktopnotifications.h"

#include <QList>
#include <QSet>
#include <QStringList>

#include <optional>

class QDBusPendingCall;

namespace falconer {

// The half of DesktopNotifications that speaks with the bus: lives on a thread of its own.
class NotificationWorker final : public QObject {
    Q_OBJECT

public:
    NotificationWorker(QString program, QString bus);
    ~NotificationWorker() override;

    void show(const DesktopNotification &notification); // on its thread

public slots: // signals of the service, for whoever's notification
    void takeToken(uint id, const QString &token);
    void takeAction(uint id, const QString &action);
    void takeEnd(uint id, uint reason);

signals:
    void notShown(const falconer::DesktopNotification &notification);
    void clicked(const QString &token);

private:
    bool connectToBus();
    void askCapabilities();
    void send(const DesktopNotification &notification);
    QVariantList arguments(const DesktopNotification &notification) const;
    template <typename Answer, typename Done> void await(const QDBusPendingCall &call, Done done);

    QString m_program;
    QString m_address;
    QString m_connection;                      // Qt's name of it; empty: none
    std::optional<QStringList> m_capabilities; // of the service; nothing: not known yet
    QList<DesktopNotification> m_waiting;      // until they are
    QSet<uint> m_shown;                        // ids
    QString m_token;                           // for the click that comes next
};

} // namespace falconer

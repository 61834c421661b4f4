// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/desktop/notificationworker.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QUuid>

#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
constexpr int patience = 5'000;  // ms, for an answer
constexpr int untilItsTime = -1; // the desktop decides how long it is in sight

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

NotificationWorker::NotificationWorker(QString program, QString bus)
    : m_program(std::move(program))
    , m_address(std::move(bus))
{
}

NotificationWorker::~NotificationWorker()
{
    if (!m_connection.isEmpty())
        QDBusConnection::disconnectFromBus(m_connection);
}

bool NotificationWorker::connectToBus()
{
    if (!m_connection.isEmpty() && QDBusConnection(m_connection).isConnected())
        return true;
    if (!m_connection.isEmpty())
        QDBusConnection::disconnectFromBus(std::exchange(m_connection, {}));
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QDBusConnection bus = m_address.isEmpty()
        ? QDBusConnection::connectToBus(QDBusConnection::SessionBus, name)
        : QDBusConnection::connectToBus(m_address, name);
    m_connection = name;
    m_capabilities.reset();
    if (!bus.isConnected())
        return false;
    // clang-format off
    bus.connect(service, path, service, u"ActivationToken"_s, this, SLOT(takeToken(uint,QString)));
    bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(takeAction(uint,QString)));
    bus.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(takeEnd(uint,uint)));
    // clang-format on
    return true;
}

// done gets what came, or nothing.
template <typename Answer, typename Done>
void NotificationWorker::await(const QDBusPendingCall &call, Done done)
{
    auto *const watcher = new QDBusPendingCallWatcher(call, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, done] {
        const QDBusPendingReply<Answer> reply = *watcher;
        done(reply.isError() ? std::nullopt : std::optional<Answer>(reply.value()));
        watcher->deleteLater();
    });
}

void NotificationWorker::show(const DesktopNotification &notification)
{
    if (!connectToBus())
        return emit notShown(notification);
    if (m_capabilities)
        return send(notification);
    m_waiting << notification;
    if (m_waiting.size() == 1)
        askCapabilities();
}

void NotificationWorker::askCapabilities()
{
    const QDBusPendingCall asked
        = QDBusConnection(m_connection).asyncCall(call(u"GetCapabilities"_s), patience);
    await<QStringList>(asked, [this](const std::optional<QStringList> &capabilities) {
        m_capabilities = capabilities;
        const QList<DesktopNotification> waiting = std::exchange(m_waiting, {});
        for (const DesktopNotification &each : waiting)
            capabilities ? send(each) : emit notShown(each);
    });
}

// What devices say must not become markup.
QVariantList NotificationWorker::arguments(const DesktopNotification &notification) const
{
    const bool readsMarkup = m_capabilities->contains(u"body-markup"_s);
    const QStringList actions = m_capabilities->contains(u"actions"_s)
        ? QStringList{ u"default"_s, notification.action }
        : QStringList();
    return { m_program, 0U, QString(), notification.title,
        readsMarkup ? notification.text.toHtmlEscaped() : notification.text, actions,
        QVariantMap{ { u"desktop-entry"_s, m_program.toLower() } }, untilItsTime };
}

void NotificationWorker::send(const DesktopNotification &notification)
{
    QDBusMessage message = call(u"Notify"_s);
    message.setArguments(arguments(notification));
    await<uint>(QDBusConnection(m_connection).asyncCall(message, patience),
        [this, notification](std::optional<uint> id) {
            if (id)
                m_shown.insert(*id);
            else
                emit notShown(notification);
        });
}

void NotificationWorker::takeToken(uint id, const QString &token)
{
    if (m_shown.contains(id))
        m_token = token;
}

void NotificationWorker::takeAction(uint id, const QString &action)
{
    if (m_shown.contains(id) && action == "default"_L1)
        emit clicked(std::exchange(m_token, {}));
}

void NotificationWorker::takeEnd(uint id, uint)
{
    m_shown.remove(id);
}

} // namespace falconer

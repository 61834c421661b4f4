// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakedesktop.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QVariantMap>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

const QString connectionName = u"fake desktop"_s;
constexpr uint byTheUser = 2; // why a notification ended

// Nothing is started by this bus, whatever is installed.
constexpr const char *busConfig
    = "<!DOCTYPE busconfig PUBLIC '-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN'"
      " 'http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd'>"
      "<busconfig><type>session</type><listen>unix:dir=%1</listen><auth>EXTERNAL</auth>"
      "<policy context='default'><allow send_destination='*' eavesdrop='true'/>"
      "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>";

} // namespace

// What the bus sees of it, as the specification spells it.
class FakeDesktopService final : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    explicit FakeDesktopService(FakeDesktop &desktop)
        : m_desktop(desktop)
    {
    }

public slots:
    QStringList GetCapabilities() { return m_desktop.capabilities; }
    uint Notify(const QString &program, uint replaced, const QString &icon, const QString &title,
        const QString &text, const QStringList &actions, const QVariantMap &hints, int timeout)
    {
        Q_UNUSED(replaced)
        Q_UNUSED(icon)
        Q_UNUSED(hints)
        Q_UNUSED(timeout)
        if (m_desktop.hangs || m_desktop.refuses)
            setDelayedReply(true);
        if (m_desktop.refuses)
            sendErrorReply(QDBusError::LimitsExceeded, u"too many"_s);
        if (m_desktop.hangs || m_desktop.refuses)
            return 0;
        m_desktop.shown << FakeDesktop::Shown{ program, title, text, actions };
        return uint(m_desktop.shown.size());
    }

signals:
    void ActionInvoked(uint id, const QString &action);
    void ActivationToken(uint id, const QString &token);
    void NotificationClosed(uint id, uint reason);

private:
    FakeDesktop &m_desktop;
};

struct FakeDesktop::Bus {
    explicit Bus(FakeDesktop &desktop)
        : service(desktop)
    {
    }

    FakeDesktopService service;
    QTemporaryDir folder;
    QProcess daemon;
    QString address;
};

FakeDesktop::FakeDesktop()
    : m_bus(std::make_unique<Bus>(*this))
{
    QFile config(m_bus->folder.filePath(u"bus.conf"_s));
    if (!config.open(QIODevice::WriteOnly))
        qFatal("no bus.conf");
    config.write(QByteArray(busConfig).replace("%1", m_bus->folder.path().toUtf8()));
    config.close();
    m_bus->daemon.start(u"dbus-daemon"_s,
        { u"--config-file=%1"_s.arg(config.fileName()), u"--nofork"_s, u"--print-address"_s });
    if (!QTest::qWaitFor([this] { return m_bus->daemon.canReadLine(); }))
        qFatal("no dbus-daemon: packaging/debian-12.txt names what the tests need");
    m_bus->address = QString::fromUtf8(m_bus->daemon.readLine()).trimmed();
}

FakeDesktop::~FakeDesktop()
{
    QDBusConnection::disconnectFromBus(connectionName);
    m_bus->daemon.kill();
    m_bus->daemon.waitForFinished();
}

QString FakeDesktop::bus() const
{
    return m_bus->address;
}

void FakeDesktop::appear()
{
    QDBusConnection bus = QDBusConnection::connectToBus(m_bus->address, connectionName);
    if (!bus.registerObject(u"/org/freedesktop/Notifications"_s, &m_bus->service,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals)
        || !bus.registerService(u"org.freedesktop.Notifications"_s))
        qFatal("no service");
}

void FakeDesktop::click(int notification, const QString &token)
{
    if (!token.isEmpty())
        emit m_bus->service.ActivationToken(uint(notification), token);
    emit m_bus->service.ActionInvoked(uint(notification), u"default"_s);
    close(notification);
}

void FakeDesktop::close(int notification)
{
    emit m_bus->service.NotificationClosed(uint(notification), byTheUser);
}

} // namespace falconer

#include "fakedesktop.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QThread>
#include <QTimer>
#include <QVariant>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWaitMs = 3'000;
constexpr int pauseMs = 50;
constexpr qint64 mostBytes = 32LL * 1024;
constexpr const char *taken = "taken\n";

// A file in the folder, which other users cannot put there; Windows has one place for all pipes.
QString socketName(const QString &folder)
{
#ifdef Q_OS_WIN
    return u"falconer-"_s
        + QString::fromLatin1(
            QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha1).toHex());
#else
    return folder + u"/falconer.socket"_s;
#endif
}

QByteArray toBytes(const QStringList &arguments)
{
    const QJsonDocument json(QJsonArray::fromStringList(arguments));
    return json.toJson(QJsonDocument::Compact) + '\n';
}

std::optional<CommandLine> requestIn(const QByteArray &bytes)
{
    const QJsonArray json = QJsonDocument::fromJson(bytes).array();
    const QStringList arguments = QVariant(json.toVariantList()).toStringList();
    if (arguments.isEmpty())
        return {};
    const auto request = parseCommandLine(arguments);
    const bool isForWindow
        = request && request->action == CommandLine::Action::Window && !request->demo;
    return isForWindow ? std::optional(*request) : std::nullopt;
}

// Windows lets only whom the one in front allows it.
void letOthersComeForward()
{
#ifdef Q_OS_WIN
    AllowSetForegroundWindow(ASFW_ANY);
#endif
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_name(socketName(folder))
    , m_lock(folder + u"/falconer.lock"_s)
{
    QDir().mkpath(folder);
    m_lock.setStaleLockTime(0); // however long it is held, as long as its process lives
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::accept);
    // Whoever comes while this one is taken down waits for its end, not for its answer.
    connect(qApp, &QCoreApplication::aboutToQuit, &m_server, &QLocalServer::close);
    if (m_lock.tryLock())
        listen();
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_name); // left behind by one that was killed
    (void)m_server.listen(m_name);      // else later ones start on their own
}

bool SingleInstance::handOver(const QStringList &arguments)
{
    const QDeadlineTimer patience(mostWaitMs);
    while (!isFirst() && m_lock.error() == QLockFile::LockFailedError && !patience.hasExpired()) {
        if (ask(arguments, patience))
            return true;
        QThread::msleep(pauseMs); // it begins, or ends
        if (m_lock.tryLock())
            listen();
    }
    return false;
}

bool SingleInstance::ask(const QStringList &arguments, const QDeadlineTimer &patience) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(int(patience.remainingTime())))
        return false;
    letOthersComeForward();
    socket.write(toBytes(arguments));
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(int(patience.remainingTime())))
            return false;
    }
    return socket.readLine() == taken;
}

void SingleInstance::accept()
{
    while (QLocalSocket *const socket = m_server.nextPendingConnection()) {
        socket->setReadBufferSize(mostBytes);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(*socket); });
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(mostWaitMs, socket, &QObject::deleteLater); // who says nothing, or on
    }
}

void SingleInstance::read(QLocalSocket &socket)
{
    if (!socket.canReadLine() && socket.bytesAvailable() < mostBytes)
        return;
    socket.disconnect(this);
    const std::optional<CommandLine> request = requestIn(socket.readLine());
    if (!request)
        return socket.abort();
    socket.write(taken);
    socket.flush();
    socket.disconnectFromServer();
    emit requested(*request);
}

} // namespace falconer

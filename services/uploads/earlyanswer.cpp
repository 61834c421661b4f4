// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/earlyanswer.h"

#include "services/http/errormapping.h"

#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslSocket>
#include <QUrl>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 2'000; // for the word that the body may come, and for one on its head
constexpr qsizetype mostHeard = 64LL * 1024;
constexpr int firstRefusal = 400;

bool isTls(const QNetworkRequest &request)
{
    return request.url().scheme() == "https"_L1;
}

QByteArray headOf(const QNetworkRequest &request, qint64 bodySize)
{
    const QUrl url = request.url();
    QByteArray head = "POST "
        + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment)
        + " HTTP/1.1\r\nHost: "
        + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveUserInfo | QUrl::RemovePath
                 | QUrl::RemoveQuery | QUrl::RemoveFragment)
              .mid(2)
        + "\r\n";
    const QByteArrayList names = request.rawHeaderList();
    for (const QByteArray &name : names)
        head += name + ": " + request.rawHeader(name) + "\r\n";
    return head + "Content-Length: " + QByteArray::number(bodySize)
        + "\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n";
}

QByteArray headerIn(const QByteArray &head, const QByteArray &name)
{
    const QByteArrayList lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

} // namespace

std::optional<Error> refusalIn(const QByteArray &answer, bool isWhole)
{
    const qsizetype headEnd = answer.indexOf("\r\n\r\n");
    if (headEnd < 0 || !answer.startsWith("HTTP/1."))
        return {};
    const QByteArray head = answer.left(headEnd);
    const int status = head.mid(9, 3).toInt();
    const QByteArray body = answer.mid(headEnd + 4);
    if (status < firstRefusal
        || (!isWhole && body.size() < headerIn(head, "Content-Length").toLongLong()))
        return {};
    return errorOfAnswer(
        { .status = status, .contentType = headerIn(head, "Content-Type"), .body = body },
        headerIn(head, "Retry-After"));
}

EarlyAnswer::EarlyAnswer(const QNetworkRequest &request, const QByteArray &bodyHead,
    qint64 bodySize, const QByteArray &trustedCertificate, QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_bodyHead(bodyHead)
    , m_bodySize(bodySize)
    , m_trustedCertificate(trustedCertificate)
    , m_socket(isTls(request) ? std::make_unique<QSslSocket>() : std::make_unique<QTcpSocket>())
{
    m_timer.setSingleShot(true);
    m_timer.callOnTimeout(this, &EarlyAnswer::giveUp);
}

EarlyAnswer::~EarlyAnswer()
{
    m_socket->disconnect(this);
}

void EarlyAnswer::start()
{
    m_timer.start(patienceMs);
    m_socket->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &EarlyAnswer::read);
    const auto over = [this] { end(refusalIn(m_heard + m_socket->readAll(), true)); };
    connect(m_socket.get(), &QTcpSocket::disconnected, this, over, Qt::QueuedConnection);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, over, Qt::QueuedConnection);
    const QUrl url = m_request.url();
    if (auto *const secure = qobject_cast<QSslSocket *>(m_socket.get())) {
        connect(secure, &QSslSocket::encrypted, this, &EarlyAnswer::write);
        connect(secure, &QSslSocket::sslErrors, this, [this, secure] {
            if (secure->peerCertificate().digest(QCryptographicHash::Sha256)
                == m_trustedCertificate)
                secure->ignoreSslErrors();
        });
        secure->connectToHostEncrypted(url.host(), quint16(url.port(443)));
    } else {
        connect(m_socket.get(), &QTcpSocket::connected, this, &EarlyAnswer::write);
        m_socket->connectToHost(url.host(), quint16(url.port(80)));
    }
}

void EarlyAnswer::write()
{
    m_socket->write(headOf(m_request, m_bodySize));
}

void EarlyAnswer::writeBodyHead()
{
    m_socket->write(std::exchange(m_bodyHead, {}));
    m_timer.start(patienceMs);
}

// Not every server answers the question whether the body may come.
void EarlyAnswer::giveUp()
{
    if (m_bodyHead.isEmpty() || m_socket->state() != QTcpSocket::ConnectedState)
        end(refusalIn(m_heard, true));
    else
        writeBodyHead();
}

void EarlyAnswer::read()
{
    m_heard += m_socket->readAll();
    const qsizetype headEnd = m_heard.indexOf("\r\n\r\n");
    if (m_heard.startsWith("HTTP/1.1 100") && headEnd >= 0) {
        m_heard.remove(0, headEnd + 4);
        if (!m_bodyHead.isEmpty())
            writeBodyHead();
    }
    if (const std::optional<Error> refusal = refusalIn(m_heard, false))
        end(refusal);
    else if (m_heard.size() > mostHeard)
        end({});
}

// Once; whoever hears it deletes this.
void EarlyAnswer::end(const std::optional<Error> &refusal)
{
    m_timer.stop();
    m_socket->disconnect(this);
    emit finished(refusal);
}

} // namespace falconer

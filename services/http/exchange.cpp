// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/exchange.h"

#include "services/http/errormapping.h"
#include "services/http/onetimebody.h"
#include "services/http/wirerequest.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostHops = 5;

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

// Whether what ended the reply is below HTTP: then a status that came before it does not count.
bool isConnectionFault(QNetworkReply::NetworkError error)
{
    return error != QNetworkReply::NoError
        && (error < QNetworkReply::ContentAccessDenied || error == QNetworkReply::ContentReSendError
            || error == QNetworkReply::ProtocolFailure
            || error == QNetworkReply::ProtocolUnknownError)
        && error != QNetworkReply::ProxyAuthenticationRequiredError;
}

QUrl locationOf(const QNetworkReply &reply)
{
    return reply.url().resolved(QUrl::fromEncoded(reply.rawHeader("Location")));
}

} // namespace

Exchange::Exchange(QNetworkAccessManager &network, Outgoing outgoing, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_out(std::move(outgoing))
{
    m_timer.setSingleShot(true);
    m_timer.callOnTimeout(this, &Exchange::giveUp);
    connect(&network, &QNetworkAccessManager::sslErrors, this, &Exchange::judgeCertificate);
}

// A reply that knows its error has its end on the way: Qt complains when it gets another one.
void Exchange::abort(QNetworkReply &reply)
{
    if (reply.error() == QNetworkReply::NoError)
        reply.abort();
}

Exchange::~Exchange()
{
    cancel();
}

void Exchange::start()
{
    if (m_out.verb == Verb::Get) {
        m_reply = m_network.get(m_out.request);
    } else {
        sendBody();
    }
    // Queued: whoever hears of the end may delete the client and with it the manager, which a reply
    // does not survive while it is still emitting.
    connect(
        m_reply, &QNetworkReply::finished, this, &Exchange::replyFinished, Qt::QueuedConnection);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_wasSent = true; });
    connect(m_reply, &QNetworkReply::requestSent, this, &Exchange::restartTimer);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::restartTimer);
    connect(m_reply, &QNetworkReply::uploadProgress, this, &Exchange::restartTimer);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64 size) {
        if (size > 0) // the last one is (0, 0)
            emit progressed(sent, size);
    });
    restartTimer();
    emit sent();
}

void Exchange::sendBody()
{
    auto *const body = m_out.device ? nullptr : new OneTimeBody(m_out.body);
    QIODevice *const device = body ? body : m_out.device;
    QNetworkRequest request = m_out.request;
    request.setHeader(
        QNetworkRequest::ContentLengthHeader, body ? m_out.body.size() : device->size());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    m_reply = m_network.sendCustomRequest(request, verbName(m_out.verb), device);
    if (body)
        body->setParent(m_reply);
}

void Exchange::cancel()
{
    m_timer.stop();
    if (QNetworkReply *const reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        // At once, with what is under way to it: an error that comes after the abort would be a
        // second one. Never inside of its own signals, which are heard queued.
        delete reply;
    }
}

void Exchange::setPatience(int patienceMs)
{
    m_out.patienceMs = patienceMs;
    restartTimer();
}

void Exchange::restartTimer()
{
    if (m_out.patienceMs > 0)
        m_timer.start(m_out.patienceMs);
}

void Exchange::giveUp()
{
    m_timedOut = true;
    abort(*m_reply); // comes back as finished, looking like a cancel
}

// Of every reply of the manager: when one connection is refused, QNAM also ends the requests that
// have none yet, and does not say why.
void Exchange::judgeCertificate(QNetworkReply *reply, const QList<QSslError> &problems)
{
    const QSslCertificate leaf = reply->sslConfiguration().peerCertificate();
    if (leaf.isNull())
        return;
    if (leaf.digest(QCryptographicHash::Sha256) != m_out.trustedCertificate)
        m_refused = describe(leaf, problems);
    else if (reply == m_reply)
        reply->ignoreSslErrors(problems);
}

void Exchange::replyFinished()
{
    m_timer.stop();
    QNetworkReply *const reply = std::exchange(m_reply, nullptr);
    if (!reply)
        return; // cancelled while the signal was under way
    reply->disconnect(this);
    reply->deleteLater();
    if (!followRedirect(*reply))
        emit finished({ resultOf(*reply) });
}

bool Exchange::followRedirect(const QNetworkReply &reply)
{
    if (m_out.verb != Verb::Get || !isRedirect(statusOf(reply)) || isConnectionFault(reply.error())
        || !reply.hasRawHeader("Location"))
        return false;
    const QUrl to = locationOf(reply);
    if (!to.isValid() || !isSameOrigin(reply.url(), to) || ++m_hops > mostHops)
        return false;
    m_out.request.setUrl(to);
    start();
    return true;
}

Result<Response> Exchange::resultOf(QNetworkReply &reply) const
{
    Response response{ .status = statusOf(reply),
        .contentType = reply.rawHeader("Content-Type"),
        .body = reply.isOpen() ? reply.readAll() : QByteArray(), // closed when aborted
        .etag = reply.rawHeader("ETag") };
    if (response.status == 0 || isConnectionFault(reply.error()))
        return tl::unexpected(connectionError(reply));
    if (response.status == 304 && m_out.request.hasRawHeader("If-None-Match")) {
        return Response{ .status = 304,
            .etag
            = response.etag.isEmpty() ? m_out.request.rawHeader("If-None-Match") : response.etag };
    }
    if (isRedirect(response.status)) {
        const QUrl to = locationOf(reply).adjusted(
            QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
        return tl::unexpected(Error{ .kind = ErrorKind::Protocol,
            .httpStatus = response.status,
            .message = u"redirected to "_s + to.toDisplayString() });
    }
    if (response.status < 200 || response.status > 299)
        return tl::unexpected(errorOfAnswer(response, reply.rawHeader("Retry-After")));
    // Else the page of a proxy or a login would count as success where no body is expected.
    if (isWebPage(response)) {
        return tl::unexpected(Error{ .kind = ErrorKind::Protocol,
            .httpStatus = response.status,
            .message = u"the answer is a web page, not JSON"_s });
    }
    return response;
}

Error Exchange::connectionError(const QNetworkReply &reply) const
{
    if (m_timedOut)
        return Error{ .kind = ErrorKind::Timeout };
    Error error = errorOfConnection(reply.error(), reply.errorString(), m_wasSent);
    if (error.kind == ErrorKind::Tls)
        error.certificate = m_refused;
    return error;
}

} // namespace falconer

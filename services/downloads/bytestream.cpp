// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/downloads/bytestream.h"

#include "services/http/errormapping.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QSslConfiguration>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostUnread = 1024LL * 1024;
constexpr qint64 mostOfRefusal = 64LL * 1024;

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace

ByteStream::ByteStream(QNetworkAccessManager &network, Wanted wanted, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_wanted(std::move(wanted))
{
    m_timer.setSingleShot(true);
    m_timer.callOnTimeout(this, [this] {
        m_timedOut = true;
        if (m_reply && m_reply->error() == QNetworkReply::NoError)
            m_reply->abort(); // comes back as finished, looking like a cancel
    });
}

ByteStream::~ByteStream()
{
    if (m_reply) {
        m_reply->disconnect(this);
        delete m_reply.data();
    }
}

void ByteStream::start()
{
    m_reply = m_network.get(m_wanted.request);
    m_reply->setReadBufferSize(mostUnread);
    connect(m_reply, &QNetworkReply::sslErrors, this, &ByteStream::judge);
    // Queued: whoever hears may delete this, and a reply does not survive that while it emits.
    connect(m_reply, &QNetworkReply::readyRead, this, &ByteStream::read, Qt::QueuedConnection);
    connect(m_reply, &QNetworkReply::finished, this, &ByteStream::end, Qt::QueuedConnection);
    m_timer.start(m_wanted.patienceMs);
}

void ByteStream::judge(const QList<QSslError> &problems)
{
    const QSslCertificate leaf = m_reply->sslConfiguration().peerCertificate();
    if (leaf.isNull())
        return;
    if (leaf.digest(QCryptographicHash::Sha256) == m_wanted.trustedCertificate)
        m_reply->ignoreSslErrors(problems);
    else
        m_refused = describe(leaf, problems);
}

bool ByteStream::isWantedRange() const
{
    static const QRegularExpression form(u"^bytes (\\d+)-\\d+/(\\d+)$"_s);
    const auto match
        = form.match(QString::fromLatin1(m_reply->rawHeader("Content-Range")).trimmed());
    return match.captured(1).toLongLong() == m_wanted.offset
        && match.captured(2).toLongLong() == m_wanted.size && match.hasMatch();
}

bool ByteStream::isBody()
{
    if (m_isBody)
        return *m_isBody;
    const int status = statusOf(*m_reply);
    const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    m_isRangeWrong = m_wanted.offset > 0 && (status == 416 || (status == 206 && !isWantedRange()));
    m_isLengthWrong = status == 200 && length.isValid() && length.toLongLong() != m_wanted.size;
    m_isBody = (status == 200 || (status == 206 && m_wanted.offset > 0)) && !m_isRangeWrong
        && !m_isLengthWrong;
    if (*m_isBody)
        emit begun(status == 200);
    return *m_isBody;
}

void ByteStream::take()
{
    if (m_reply && m_reply->bytesAvailable() > 0 && isBody())
        emit arrived(m_reply->readAll());
}

void ByteStream::read()
{
    if (!m_reply)
        return;
    m_timer.start(m_wanted.patienceMs);
    take();
    // The rest of what is of no use is not waited for.
    if (m_isRangeWrong || m_isLengthWrong || m_reply->bytesAvailable() > mostOfRefusal)
        end();
}

void ByteStream::end()
{
    if (!m_reply)
        return;
    m_timer.stop();
    take();
    if (m_reply && statusOf(*m_reply) != 0)
        isBody(); // although nothing came
    const std::optional<Error> error = errorOfReply();
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply = nullptr;
    emit finished(error, m_isRangeWrong);
}

std::optional<Error> ByteStream::errorOfReply()
{
    if (m_timedOut)
        return Error{ .kind = ErrorKind::Timeout };
    const int status = statusOf(*m_reply);
    const QNetworkReply::NetworkError code = m_reply->error();
    const bool isBroken = status == 0 || (status / 100 == 2 && code != QNetworkReply::NoError);
    if (isBroken) {
        Error error = errorOfConnection(code, m_reply->errorString(), status != 0);
        if (error.kind == ErrorKind::Tls)
            error.certificate = m_refused;
        return error;
    }
    if (m_isBody.value_or(false))
        return std::nullopt;
    if (status / 100 == 2 || status / 100 == 3) {
        return Error{ .kind = ErrorKind::Protocol,
            .httpStatus = status,
            .message = u"the answer is not the artifact"_s };
    }
    const Response response{ .status = status,
        .contentType = m_reply->rawHeader("Content-Type"),
        .body = m_reply->isOpen() ? m_reply->read(mostOfRefusal) : QByteArray() };
    return errorOfAnswer(response, m_reply->rawHeader("Retry-After"));
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/errormapping.h"

#include "services/time/utc.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestMessage = 2'000;
constexpr qint64 longestWaitMs = std::numeric_limits<int>::max();

ErrorKind kindOf(int status, const QString &code)
{
    const bool isQuota = code.startsWith("quota."_L1);
    switch (status) {
    case 401:
        return ErrorKind::Unauthorized;
    case 403:
        return isQuota ? ErrorKind::Quota : ErrorKind::Forbidden;
    case 404:
    case 410:
        return ErrorKind::NotFound;
    case 407:
        return ErrorKind::Network;
    case 409:
        return ErrorKind::Conflict;
    case 423:
        return ErrorKind::Locked;
    case 429:
        return code.isEmpty() ? ErrorKind::RateLimited : ErrorKind::Quota;
    default:
        break;
    }
    if (status >= 500)
        return ErrorKind::Server;
    return status >= 400 ? ErrorKind::Invalid : ErrorKind::Protocol;
}

QString pageTitle(const QByteArray &body)
{
    static const QRegularExpression title(
        u"<title[^>]*>([^<]*)</title>"_s, QRegularExpression::CaseInsensitiveOption);
    return title.match(QString::fromUtf8(body)).captured(1).simplified();
}

QString messageOf(const Response &response, const QJsonObject &json)
{
    if (isWebPage(response))
        return pageTitle(response.body);
    if (json.isEmpty())
        return QString::fromUtf8(response.body).trimmed();
    // ExceptionInfo has a message; Spring's body often just the reason phrase as "error".
    const QString message = json["message"_L1].toString();
    return message.isEmpty() ? json["error"_L1].toString() : message;
}

NetworkFault faultOf(QNetworkReply::NetworkError code, bool wasSent)
{
    switch (code) {
    case QNetworkReply::ConnectionRefusedError:
        return NetworkFault::ConnectionRefused;
    case QNetworkReply::HostNotFoundError:
        return NetworkFault::HostNotFound;
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return NetworkFault::Unreachable;
    case QNetworkReply::UnknownNetworkError:
        return wasSent ? NetworkFault::ConnectionLost : NetworkFault::Unreachable;
    default:
        break;
    }
    const bool isProxy = code > 100 && code < 200;
    return isProxy ? NetworkFault::Proxy : NetworkFault::ConnectionLost;
}

} // namespace

Error errorOfAnswer(const Response &response, const QByteArray &retryAfter)
{
    const QJsonObject json = QJsonDocument::fromJson(response.body).object();
    Error error{ .httpStatus = response.status,
        .code = currentErrorCode(json["errorCode"_L1].toString()),
        .message = messageOf(response, json).left(longestMessage),
        .retryAfterMs = retryAfterMs(retryAfter, QDateTime::currentDateTimeUtc()) };
    error.kind = kindOf(response.status, error.code);
    if (response.status == 407)
        error.fault = NetworkFault::Proxy;
    // To what we accept, hawkBit says 404 in JSON or without a body: a page is another server's.
    if (response.status == 404 && isWebPage(response))
        error.kind = ErrorKind::Protocol;
    return error;
}

Error errorOfConnection(QNetworkReply::NetworkError code, const QString &text, bool wasSent)
{
    Error error{ .message = text };
    switch (code) {
    case QNetworkReply::TimeoutError:
        error.kind = ErrorKind::Timeout;
        break;
    case QNetworkReply::SslHandshakeFailedError:
        error.kind = ErrorKind::Tls;
        break;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError:
        error.kind = ErrorKind::Protocol;
        break;
    default:
        error.kind = ErrorKind::Network;
        error.fault = faultOf(code, wasSent);
    }
    return error;
}

QString currentErrorCode(const QString &errorCode)
{
    static const QMap<QString, QString> corrected{
        { u"repo.entitiyAlreayExists"_s, u"repo.entityAlreadyExists"_s },
        { u"repo.entitiyNotFound"_s, u"repo.entityNotFound"_s },
        { u"entitiylocked"_s, u"entityLocked"_s },
        { u"entityreadonly"_s, u"entityReadOnly"_s },
        { u"insufficientpermission"_s, u"insufficientPermission"_s },
        { u"action.notcancelable"_s, u"action.notCancelable"_s },
        { u"action.notforcequitable"_s, u"action.notForceQuitable"_s },
        { u"multiassignmentNotEnabled"_s, u"multiAssignmentNotEnabled"_s },
        { u"rollout.illegalstate"_s, u"rollout.illegalState"_s },
    };
    static constexpr QLatin1StringView prefix = "hawkbit.server.error."_L1;
    const QString code = errorCode.startsWith(prefix) ? errorCode.mid(prefix.size()) : errorCode;
    return corrected.value(code, code);
}

int retryAfterMs(const QByteArray &header, const QDateTime &now)
{
    if (header.isEmpty())
        return 0;
    bool isNumber = false;
    qint64 ms = header.trimmed().toLongLong(&isNumber);
    if (isNumber) {
        ms = std::clamp<qint64>(ms, 0, longestWaitMs / 1'000) * 1'000;
    } else {
        const QDateTime at = QLocale::c().toDateTime(
            QString::fromLatin1(header.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
        ms = at.isValid() ? now.msecsTo(QDateTime(at.date(), at.time(), inUtc)) : 0;
    }
    return int(std::clamp<qint64>(ms, 0, longestWaitMs));
}

PeerCertificate describe(const QSslCertificate &certificate, const QList<QSslError> &problems)
{
    PeerCertificate peer{ .subject = certificate.subjectDisplayName(),
        .issuer = certificate.issuerDisplayName(),
        .notBefore = certificate.effectiveDate().toUTC(),
        .notAfter = certificate.expiryDate().toUTC(),
        .sha256 = certificate.digest(QCryptographicHash::Sha256) };
    for (const QSslError &problem : problems) {
        if (!peer.problems.contains(problem.errorString()))
            peer.problems << problem.errorString();
    }
    return peer;
}

bool isWebPage(const Response &response)
{
    return response.contentType.toLower().startsWith("text/html")
        || response.body.left(200).trimmed().toLower().startsWith("<!doctype html")
        || response.body.left(200).trimmed().toLower().startsWith("<html");
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/wirerequest.h"

#include <QUrl>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QByteArray authorization(const Credentials &credentials)
{
    const QByteArray secret = credentials.secret.toUtf8();
    switch (credentials.scheme) {
    case Credentials::Scheme::None:
        break;
    case Credentials::Scheme::Basic:
        return "Basic " + QByteArray(credentials.user.toUtf8() + ':' + secret).toBase64();
    case Credentials::Scheme::Bearer:
        return "Bearer " + secret;
    case Credentials::Scheme::GatewayToken:
        return "GatewayToken " + secret;
    case Credentials::Scheme::TargetToken:
        return "TargetToken " + secret;
    }
    return {};
}

// What Spring's firewall or Tomcat refuses: certain characters anywhere, and "." and ".." as a
// segment. An empty segment would mean another resource.
bool isRefusedPath(const QByteArray &path)
{
    static const QByteArrayList refused{ "%2f", "%5c", "%3b", "%25", ";", "\\" };
    const QByteArray lower = path.toLower();
    const QByteArrayList segments = lower.split('/').mid(1);
    return !path.startsWith('/')
        || std::any_of(refused.begin(), refused.end(),
            [&](const QByteArray &part) { return lower.contains(part); })
        || std::any_of(segments.begin(), segments.end(), [](const QByteArray &segment) {
               return segment.isEmpty() || segment == "." || segment == "..";
           });
}

bool isHttp(const QUrl &server)
{
    return server.isValid() && !server.host().isEmpty()
        && (server.scheme() == "http"_L1 || server.scheme() == "https"_L1);
}

// hawkBit is stateless: a cookie could only carry one session's identity into the next, and QNAM's
// own credential cache would outlive setCredentials().
void keepStateless(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
}

} // namespace

QByteArray encodeQuery(const Query &query)
{
    QByteArrayList parts;
    for (const auto &[key, value] : query)
        parts << QUrl::toPercentEncoding(key) + '=' + QUrl::toPercentEncoding(value);
    return parts.join('&');
}

QUrl wireUrl(const QUrl &server, const RequestData &request)
{
    QByteArray prefix = server.path(QUrl::FullyEncoded).toLatin1();
    while (prefix.endsWith('/'))
        prefix.chop(1);
    const QUrl origin = server.adjusted(
        QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    QByteArray encoded = origin.toEncoded() + prefix + request.path;
    if (!request.query.isEmpty())
        encoded += '?' + encodeQuery(request.query);
    return QUrl::fromEncoded(encoded, QUrl::StrictMode);
}

QNetworkRequest wireRequest(
    const ClientOptions &options, const RequestData &request, const QByteArray &etag)
{
    QNetworkRequest result(wireUrl(options.server, request));
    keepStateless(result);
    if (request.patience == Patience::Transfer || !request.range.isEmpty()) {
        result.setRawHeader("Accept", "*/*");
        result.setRawHeader("Accept-Encoding", "identity"); // bytes as stored, ranges of those
    } else {
        result.setRawHeader("Accept", "application/hal+json, application/json");
    }
    if (const QByteArray value = authorization(options.credentials); !value.isEmpty())
        result.setRawHeader("Authorization", value);
    if (!etag.isEmpty())
        result.setRawHeader("If-None-Match", etag);
    if (!request.range.isEmpty())
        result.setRawHeader("Range", request.range);
    if (request.body)
        result.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    return result;
}

QByteArray verbName(Verb verb)
{
    switch (verb) {
    case Verb::Get:
        return "GET";
    case Verb::Post:
        return "POST";
    case Verb::Put:
        return "PUT";
    case Verb::Delete:
        return "DELETE";
    }
    return {};
}

std::optional<Error> refusal(const QUrl &server, const RequestData &request)
{
    if (isRefusedPath(request.path)) {
        return Error{ .kind = ErrorKind::Invalid,
            .message
            = u"not addressable: a segment of the path is empty, . or .., or holds / \\ ; or %"_s };
    }
    if (!isHttp(server) || !wireUrl(server, request).isValid())
        return Error{ .kind = ErrorKind::Invalid, .message = u"not an http or https address"_s };
    return std::nullopt;
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port
        = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/answers.h"
#include "services/simulator/rights.h"
#include "services/simulator/targetindex.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// What Tomcat refuses with a page and Spring's firewall with its own body (hawkbit-api 1.1).
std::optional<SimResponse> transportRefusal(const SimRequest &request)
{
    for (const char c : request.target) {
        if (strchr("<>{}|\\^\"`", c))
            return htmlError(400);
    }
    const QByteArray path = request.path();
    const QByteArray lower = path.toLower();
    if (lower.contains("%2f") || lower.contains("%5c"))
        return htmlError(400);
    for (qsizetype i = path.indexOf('%'); i >= 0; i = path.indexOf('%', i + 1)) {
        if (QByteArray::fromHex(path.mid(i + 1, 2)).size() != 1
            || QByteArray::fromHex(path.mid(i + 1, 2)).toHex() != lower.mid(i + 1, 2))
            return htmlError(400);
    }
    if (path.contains("//") || path.contains(';') || lower.contains("%3b") || lower.contains("%25")
        || request.segments().contains(".."))
        return springError(400);
    return {};
}

// Probes that need no credentials.
std::optional<SimResponse> openAnswer(const SimRequest &request)
{
    const QByteArray path = request.path();
    if (path == "/") {
        SimResponse response{ .status = 302 };
        response.headers.append({ "Location", request.baseUrl + "/swagger-ui/index.html" });
        return response;
    }
    if (path == "/actuator/health")
        return answer(200, QJsonObject{ { u"status"_s, u"UP"_s } });
    if (path == "/v3/api-docs")
        return answer(200, QJsonObject{ { u"openapi"_s, u"3.1.0"_s } });
    return {};
}

SimResponse unauthorized(const SimRequest &request)
{
    SimResponse response = springError(401);
    if (request.path().startsWith("/rest/"))
        response.headers.append(
            std::pair(QByteArray("WWW-Authenticate"), QByteArray("Basic realm=\"hawkBit\"")));
    return response;
}

bool isPlaceholder(const QString &segment)
{
    return segment.startsWith(u'{');
}

bool matches(const Route &route, const QList<QByteArray> &segments)
{
    if (route.pattern.size() != segments.size())
        return false;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const QString &wanted = route.pattern.at(i);
        const bool fits = isPlaceholder(wanted) ? !segments.at(i).isEmpty()
                                                : wanted.toLatin1() == segments.at(i);
        if (!fits)
            return false;
    }
    return true;
}

// Fixed segments win: of two that match, the one whose first placeholder comes later.
bool isMoreSpecific(const Route &a, const Route &b)
{
    for (qsizetype i = 0; i < a.pattern.size(); ++i) {
        if (isPlaceholder(a.pattern.at(i)) != isPlaceholder(b.pattern.at(i)))
            return !isPlaceholder(a.pattern.at(i));
    }
    return false;
}

const Route *best(const std::vector<const Route *> &candidates, const QByteArray &method)
{
    const Route *found = nullptr;
    for (const Route *route : candidates) {
        if (route->method == method && (!found || isMoreSpecific(*route, *found)))
            found = route;
    }
    return found;
}

SimResponse methodNotAllowed(const std::vector<const Route *> &candidates, bool isOptions)
{
    QByteArrayList allowed;
    for (const Route *route : candidates) {
        if (!allowed.contains(route->method))
            allowed << route->method;
    }
    SimResponse response = isOptions ? noContent(200) : springError(405);
    response.headers.append({ "Allow", allowed.join(',') });
    return response;
}

std::optional<SimResponse> acceptRefusal(const SimRequest &request, const Route &route)
{
    const QByteArray accept = request.header("Accept").toLower();
    const bool isDownload = request.path().endsWith("/download") || route.isDevice;
    if (accept.isEmpty() || isDownload || accept.contains("*/*") || accept.contains("application/*")
        || accept.contains("json"))
        return {};
    return accept.contains("text/html") ? htmlError(406) : springError(406);
}

std::optional<SimResponse> contentTypeRefusal(const SimRequest &request, BodyKind kind)
{
    const QByteArray type = request.header("Content-Type").toLower();
    if (kind == BodyKind::None || (request.body.isEmpty() && kind != BodyKind::Multipart))
        return {};
    const QByteArray wanted = kind == BodyKind::Multipart ? "multipart/form-data" : "application/";
    const bool fits
        = type.startsWith(wanted) && (kind == BodyKind::Multipart || type.contains("json"));
    return fits ? std::optional<SimResponse>() : springError(415);
}

bool fits(const QJsonValue &body, BodyKind kind)
{
    switch (kind) {
    case BodyKind::Object:
        return body.isObject();
    case BodyKind::OptionalObject:
        return body.isObject() || body.isUndefined();
    case BodyKind::Array:
        return body.isArray();
    case BodyKind::OptionalArray:
        return body.isArray() || body.isUndefined();
    case BodyKind::Any:
        return !body.isUndefined();
    default:
        return true;
    }
}

// False when the body is not what the route wants.
bool readBody(const SimRequest &request, BodyKind kind, QJsonValue &body)
{
    body = QJsonValue::Undefined;
    if (kind == BodyKind::None || kind == BodyKind::Multipart)
        return true;
    if (!request.body.isEmpty()) {
        const QJsonDocument document = QJsonDocument::fromJson(request.body);
        if (document.isNull())
            return false;
        body = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    }
    return fits(body, kind);
}

bool readIds(const Route &route, const QList<QByteArray> &segments, QStringList &ids)
{
    for (qsizetype i = 0; i < segments.size(); ++i) {
        if (!isPlaceholder(route.pattern.at(i)))
            continue;
        ids << QString::fromUtf8(QByteArray::fromPercentEncoding(segments.at(i)));
        bool isNumber = true;
        if (route.pattern.at(i).startsWith("{n"_L1))
            ids.last().toLongLong(&isNumber);
        if (!isNumber)
            return false;
    }
    return true;
}

SimResponse callRule(
    Fleet &fleet, const SimRequest &request, const Route &route, const SimUser *user)
{
    if (const auto refused = acceptRefusal(request, route))
        return *refused;
    if (const auto refused = contentTypeRefusal(request, route.needs.body))
        return *refused;
    SimContext context{ .fleet = fleet, .request = request, .user = user };
    if (!readIds(route, request.segments(), context.ids)
        || !readBody(request, route.needs.body, context.body))
        return notReadable();
    if (!hasRight(context, route.needs.right))
        return forbidden();
    return route.rule(context);
}

void addEntityTag(const SimRequest &request, SimResponse &response)
{
    if (request.method != "GET" && request.method != "HEAD")
        return;
    if (response.status / 100 != 2 || !response.header("ETag").isNull())
        return;
    const QByteArray tag
        = "\"0" + QCryptographicHash::hash(response.body, QCryptographicHash::Md5).toHex() + '"';
    if (request.header("If-None-Match").split(',').contains(tag))
        response = noContent(304);
    response.headers.append({ "ETag", tag });
}

// What generated targets refer to by id: then what lists computed of them is not right any more.
bool changesCatalog(const SimRequest &request)
{
    const QByteArray path = request.path();
    return request.method != "GET" && path.startsWith("/rest/") && !path.contains("/targets")
        && !path.contains("/assigned");
}

} // namespace

SimResponse Dispatcher::handle(Fleet &fleet, const SimRequest &request) const
{
    fleet.tick();
    if (!fleet.admitsRequest())
        return noContent(429);
    if (const auto refused = transportRefusal(request))
        return *refused;
    if (const auto open = openAnswer(request))
        return *open;
    const QList<QByteArray> segments = request.segments();
    const bool isDevice = segments.size() > 2 && segments.at(1) == "controller";
    const SimUser *user = userOf(fleet, request.header("Authorization"));
    if (!isDevice && !user)
        return unauthorized(request);
    std::vector<const Route *> candidates;
    for (const Route &route : m_routes.all()) {
        if (matches(route, segments))
            candidates.push_back(&route);
    }
    if (candidates.empty())
        return springError(404);
    const QByteArray method = request.method == "HEAD" ? "GET" : request.method;
    const Route *route = best(candidates, method);
    if (!route)
        return methodNotAllowed(candidates, method == "OPTIONS");
    SimResponse response = callRule(fleet, request, *route, isDevice ? nullptr : user);
    if (changesCatalog(request))
        fleet.targetIndex().clear();
    addEntityTag(request, response);
    if (request.method == "HEAD")
        response.body.clear();
    return response;
}

} // namespace falconer

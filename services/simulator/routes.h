// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/exchange.h"
#include "services/simulator/fleet.h"

#include <QStringList>

#include <vector>

namespace falconer {

// What a rule gets: the fleet, the request, the placeholders of its path decoded, the body parsed.
struct SimContext {
    Fleet &fleet;
    const SimRequest &request;
    QStringList ids;               // the {...} of the pattern, in order
    const SimUser *user = nullptr; // null for device routes
    QJsonValue body;               // Undefined when empty

    // The id at this place as a number; the dispatcher has checked {n...} placeholders.
    qint64 number(int place) const { return ids.at(place).toLongLong(); }
    QString who() const { return user ? user->name : QString(); }
    bool isOldWire() const { return fleet.isOldWire(); }
    // An absolute link below the Management API, "targets/a%2Bb" (already encoded).
    QString link(const QString &path) const;
    // What a write without content answers: 204, or 200 on the old wire.
    SimResponse done() const { return noContent(isOldWire() ? 200 : 204); }
};

// One rule of the fleet: a plain function, tested without a socket.
using Rule = SimResponse (*)(SimContext &);

// What the dispatcher does with the body before it asks for the right: any content must be JSON of
// this shape, else 400 rest.body.notReadable; a missing one too, unless it may be missing.
enum class BodyKind { None, Object, Array, Any, OptionalObject, OptionalArray, Multipart };

struct Needs {
    QString right; // "UPDATE_TARGET"; empty: only a valid user. Checked by its name of 1.0.4
    BodyKind body = BodyKind::None;
};

struct Route {
    QByteArray method;
    QStringList pattern; // segments; {n} matches an integer (another text is a 400), {x} any text
    Needs needs;
    Rule rule = nullptr;
    bool isDevice = false;
};

// The table that every area adds its routes to. Fixed segments win over placeholders.
class Routes final {
public:
    // Management API: the path without "rest/v1/".
    void add(const QByteArray &method, const QByteArray &path, const Needs &needs, Rule rule);
    // Device API: the path after "{tenant}/controller/v1/", so ids[0] is the tenant and ids[1] the
    // controllerId: addDevice("GET", "{cid}/deploymentBase/{n}", ...). No right is checked, the
    // rule looks at the Authorization header itself. Empty bodies are not refused for Optional*.
    void addDevice(const QByteArray &method, const QByteArray &path, BodyKind body, Rule rule);

    const std::vector<Route> &all() const { return m_routes; }

private:
    std::vector<Route> m_routes;
};

// The areas. Each lives in the files of its name; Dispatcher's constructor (areas.cpp) calls them.
void addModuleTypeRoutes(Routes &routes);
void addModuleRoutes(Routes &routes);
void addArtifactRoutes(Routes &routes);
void addSetTypeRoutes(Routes &routes);
void addSetRoutes(Routes &routes);
void addTargetTypeRoutes(Routes &routes);
void addTargetRoutes(Routes &routes);
void addMetadataRoutes(Routes &routes);
void addTagRoutes(Routes &routes);
void addFilterRoutes(Routes &routes);
void addConfigRoutes(Routes &routes);
void addUserInfoRoutes(Routes &routes);
void addDeploymentRoutes(Routes &routes); // assignment, cancel, force, confirmation
void addActionRoutes(Routes &routes);     // lists, statuses, deleting records
void addDdiRoutes(Routes &routes);

// Answers one request: transport-level refusals, authentication, route, body, right, rule, ETag.
class Dispatcher final {
public:
    Dispatcher();
    SimResponse handle(Fleet &fleet, const SimRequest &request) const;

private:
    Routes m_routes;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/json.h"
#include "services/http/request.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace falconer {

// Where a server's answer points to: path (encoded) and query of the href, from the tenant on. Host
// and prefix of an href are not followed, they are often wrong behind a proxy; the client puts our
// own base in front. An empty path: there is no such link.
struct DdiLink {
    QByteArray path;
    Query query;

    bool isEmpty() const { return path.isEmpty(); }
    bool operator==(const DdiLink &) const = default;
};

// What a device hears when it polls. At most one of the first three is there.
struct DdiBase {
    int sleepSeconds = 0; // when to poll again
    DdiLink deploymentBase;
    DdiLink cancelAction;
    DdiLink confirmationBase;
    DdiLink installedBase;
    DdiLink configData; // attributes are wanted

    bool operator==(const DdiBase &) const = default;
};

struct DdiArtifact {
    QString filename;
    qint64 size = 0; // bytes
    QString sha1;
    QString md5;
    QString sha256;
    DdiLink download; // by https where the server has it, else by http

    bool operator==(const DdiArtifact &) const = default;
};

// One software module of the set.
struct DdiChunk {
    QString part; // key of the module's type; "bApp" and "jvm" for application and runtime
    QString version;
    QString name;
    QList<DdiArtifact> artifacts;

    bool operator==(const DdiChunk &) const = default;
};

// What is to be installed and how. download and update: skip, attempt, forced, or a newer word.
struct DdiDeployment {
    QString id; // of the action
    QString download;
    QString update;
    QString maintenanceWindow; // available, unavailable; empty: none
    QList<DdiChunk> chunks;

    bool operator==(const DdiDeployment &) const = default;
};

// What a device tells about an action. execution: proceeding, closed, download, downloaded,
// rejected, canceled, scheduled, resumed. finished: none, success, failure.
struct DdiReport {
    QString execution;
    QString finished = QStringLiteral("none");
    QStringList details;
    std::optional<int> code;

    bool operator==(const DdiReport &) const = default;
};

DdiBase readDdiBase(const JsonReader &json);
DdiArtifact readDdiArtifact(const JsonReader &json);
// Of deploymentBase, installedBase ("deployment") and confirmationBase ("confirmation") alike.
DdiDeployment readDdiDeployment(const JsonReader &json);
// The id of the action that is to stop.
QString readDdiCancel(const JsonReader &json);

} // namespace falconer

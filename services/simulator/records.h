// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace falconer {

// The simulator's plain data. Times are milliseconds since the epoch (UTC), 0 means never; an id of
// 0 means none; a null text is left out of answers, an empty one is written.
struct SimAudit {
    QString createdBy;
    qint64 createdAt = 0;
    QString lastModifiedBy;
    qint64 lastModifiedAt = 0;
};

struct SimNamed {
    qint64 id = 0;
    QString name;
    QString description;
    SimAudit audit;
};

struct SimModuleType : SimNamed {
    QString key;
    int maxAssignments = 1;
    int minArtifacts = 0;
    QString colour;
    bool deleted = false;
};

struct SimSetType : SimNamed {
    QString key;
    QList<qint64> mandatory; // module type ids
    QList<qint64> optional;
    QString colour;
    bool deleted = false;
};

struct SimTargetType : SimNamed {
    QString key;
    QList<qint64> setTypes; // the compatible ones
    QString colour;
};

struct SimTag : SimNamed {
    QString colour;
};

struct SimMetadata {
    QString value;
    bool targetVisible = false; // modules only
    bool isBroken = false;      // stored without a value by 0.9: see isBroken(SimModule)
};

struct SimArtifact {
    qint64 id = 0;
    QString filename;
    QByteArray md5; // hex
    QByteArray sha1;
    QByteArray sha256;
    qint64 size = 0;
    QByteArray content;
    bool isBinaryDeleted = false; // its module was soft-deleted
    SimAudit audit;
};

struct SimModule : SimNamed {
    QString version;
    qint64 typeId = 0;
    QString vendor;
    bool locked = false;
    bool deleted = false;
    QList<SimArtifact> artifacts;
    QMap<QString, SimMetadata> metadata;
};

struct SimSet : SimNamed {
    QString version;
    qint64 typeId = 0;
    QList<qint64> modules;
    bool requiredMigrationStep = false;
    bool locked = false;
    bool deleted = false;
    bool valid = true;
    bool everAssigned = false; // then deleting keeps the row
    QMap<QString, SimMetadata> metadata;
    QSet<qint64> tags;
};

struct SimAutoConfirm {
    QString initiator;
    QString remark;
    qint64 activatedAt = 0;
};

struct SimTarget {
    QString controllerId;
    QString name;
    QString description;
    QString address;
    QString securityToken;
    QString group;
    QString updateStatus
        = QStringLiteral("unknown"); // error, in_sync, pending, registered, unknown
    bool requestAttributes = true;
    qint64 typeId = 0;
    qint64 lastRequestAt = 0;
    qint64 installedAt = 0;
    qint64 assignedSet = 0;
    qint64 installedSet = 0;
    QMap<QString, QString> attributes;
    QMap<QString, SimMetadata> metadata;
    QSet<qint64> tags;
    std::optional<SimAutoConfirm> autoConfirm;
    SimAudit audit;
};

struct SimWindow {
    QString schedule;
    QString duration;
    QString timezone;
};

struct SimStatus {
    qint64 id = 0;
    QString type; // running, retrieved, download, finished, ...
    QStringList messages;
    qint64 reportedAt = 0;
    qint64 timestamp = 0;
    std::optional<int> code;
};

struct SimAction {
    qint64 id = 0;
    QString controllerId;
    qint64 setId = 0;
    bool active = true;
    QString status = QStringLiteral("running");   // the detailed one, whatever the wire
    QString forceType = QStringLiteral("forced"); // soft, forced, timeforced, downloadonly
    qint64 forceTime = 0;
    int weight = 1000;
    std::optional<SimWindow> window;
    std::optional<int> lastStatusCode;
    QString externalRef;
    QList<SimStatus> statuses; // oldest first
    SimAudit audit;
};

struct SimFilter : SimNamed {
    QString query;
    qint64 autoAssignSet = 0;
    QString autoAssignType;
    std::optional<int> autoAssignWeight;
    std::optional<bool> confirmationRequired;
};

struct SimConfigValue {
    QByteArray json; // the value as JSON text
    SimAudit audit;
};

struct SimUser {
    QString name;
    QString password;
    QStringList granted; // as configured: what userinfo shows
};

} // namespace falconer

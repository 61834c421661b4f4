// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/page.h"
#include "services/hawkbit/softwaremodules.h"

#include <QDateTime>
#include <QMap>

#include <optional>

namespace falconer {

// Software that is rolled out together. Source: Management API "distributionsets".
struct DistributionSet {
    qint64 id = 0;
    QString name;
    QString version;
    QString description;
    QString type; // key
    QString typeName;
    bool complete = false; // every module that its type demands is there
    bool valid = true;     // false: invalidated, for good
    bool locked = false;   // from 0.5: its modules can no longer change
    bool deleted = false;  // only hidden: it was assigned once
    bool requiredMigrationStep = false;
    QList<SoftwareModule> modules;
    QString createdBy;
    QDateTime createdAt;      // UTC
    QDateTime lastModifiedAt; // UTC

    bool operator==(const DistributionSet &) const = default;
};

struct NewDistributionSet {
    QString name;    // at most 128
    QString version; // at most 64
    QString type;    // key; empty: the tenant's default
    QString description;
    bool requiredMigrationStep = false;
    QList<qint64> modules; // ids

    bool operator==(const NewDistributionSet &) const = default;
};

// What is to change; the rest stays. The type never changes.
struct DistributionSetChange {
    std::optional<QString> name;
    std::optional<QString> version;
    std::optional<QString> description;
    std::optional<bool> locked; // true locks its modules too; false does not unlock them
    std::optional<bool> requiredMigrationStep;

    bool operator==(const DistributionSetChange &) const = default;
};

// What uses a set: actions and rollouts by their status ("RUNNING"), "total" among them.
struct DistributionSetStatistics {
    QMap<QString, qint64> actions;
    QMap<QString, qint64> rollouts;
    qint64 autoAssignments = 0;

    bool operator==(const DistributionSetStatistics &) const = default;
};

// What becomes of the running actions of a set that is invalidated.
enum class ActionCancelation {
    Soft,  // devices are asked to cancel
    Force, // they end at once, whatever devices do
    None,  // they go on, and so do rollouts
};

DistributionSet readDistributionSet(const JsonReader &json);
DistributionSetStatistics readDistributionSetStatistics(const JsonReader &json);

Request<Page<DistributionSet>> listDistributionSets(const ListQuery &query);
Request<DistributionSet> getDistributionSet(qint64 id);
// All or none, answered in this order. 409: type, name and version are taken, by a hidden one too.
Request<QList<DistributionSet>> createDistributionSets(const QList<NewDistributionSet> &sets);
Request<DistributionSet> updateDistributionSet(qint64 id, const DistributionSetChange &wanted);
// One that was ever assigned is only hidden.
Request<Nothing> deleteDistributionSet(qint64 id);

// 423 while the set is locked, 400 if its type does not take a module.
Request<Nothing> assignSoftwareModules(qint64 setId, const QList<qint64> &moduleIds);
Request<Nothing> unassignSoftwareModule(qint64 setId, qint64 moduleId);

// From 0.3.0M9.
Request<DistributionSetStatistics> getDistributionSetStatistics(qint64 id);
// For good: nothing makes the set valid again. Its auto-assignments are removed; its rollouts are
// stopped unless cancelation is None. 400 for an incomplete set.
Request<Nothing> invalidateDistributionSet(qint64 id, ActionCancelation cancelation);

} // namespace falconer

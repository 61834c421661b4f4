// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/actions.h"
#include "services/hawkbit/distributionsets.h"
#include "services/hawkbit/targets.h"
#include "services/hawkbit/targettypes.h"
#include "services/http/error.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <optional>

namespace falconer {

// More targets than this are work for a rollout, not for one assignment.
constexpr qint64 maxTargetsOfPlan = 50'000;

// How far the gathering of one kind of fact is.
struct Knowledge {
    enum class State { Gathering, Known, Failed };

    State state = State::Gathering;
    qint64 targets = 0; // how many targets it covers so far
    Error error;        // Failed only

    bool isKnown() const { return state == State::Known; }
    bool operator==(const Knowledge &) const = default;
};

// The kinds of facts, each gathered by requests of its own.
enum class PlanPart { Set, Targets, Actions, Assigned, Installed, Compatibility };
constexpr int planPartCount = 6;

struct SetName {
    QString name;
    QString version;

    bool operator==(const SetName &) const = default;
};
size_t qHash(const SetName &name, size_t seed = 0);

// What is known about bringing a distribution set to targets; PlanGatherer fills it bit by bit.
struct PlanFacts {
    DistributionSet set;
    QStringList missingModuleTypes; // names, of an incomplete set
    QStringList incompleteModules;  // "name version", of an incomplete set, from 0.10
    qint64 selected = 0;            // how many targets are meant
    QList<Target> targets;          // those known
    QStringList unresolvedIds;      // those whose Target is not known yet
    QSet<QString> absentIds;        // the server does not know them
    QSet<QString> assigned;         // have this set assigned
    QSet<QString> installed;        // have this set installed
    QHash<QString, SetName> former; // what else is installed; an empty name: nothing
    QList<Action> running;          // active actions of any set
    QHash<qint64, QList<DistributionSetType>> accepted; // by target type
    Knowledge parts[planPartCount];
    bool setGone = false;  // the server answered 404
    bool byFilter = false; // the targets are what a filter matches
    bool mayAssign = true;

    Knowledge &part(PlanPart which) { return parts[int(which)]; }
    const Knowledge &part(PlanPart which) const { return parts[int(which)]; }
};

struct PlanTarget {
    QString controllerId;
    QString name;

    bool operator==(const PlanTarget &) const = default;
};

// Targets that go from one set to the new one.
struct PlanChange {
    enum class From { Set, Nothing, Unknown };

    From from = From::Unknown;
    SetName former; // From::Set only
    bool isDowngrade = false;
    QList<PlanTarget> targets;

    bool operator==(const PlanChange &) const = default;
};

// Targets whose running action gives way, by what is running there.
struct PlanCancellation {
    QString distributionSet; // "name:version" as the server writes it
    QList<PlanTarget> targets;

    bool operator==(const PlanCancellation &) const = default;
};

// Targets whose type does not take the set's type.
struct PlanRefusal {
    QString targetType;
    QStringList accepted; // names of the set types that it takes
    QList<PlanTarget> targets;

    bool operator==(const PlanRefusal &) const = default;
};

enum class PlanBlock {
    None,
    SetIncomplete,
    SetInvalid,
    SetDeleted,
    NotPermitted,
    NoTargets,     // nothing is selected, or nothing would change
    TooMany,       // over maxTargetsOfPlan
    StillCounting, // a filter's targets are not all known yet
    Unreachable,   // a filter's targets could not be read
};

// What will happen when a set goes to targets: a value, made by makePlan(), made sentences of in
// ui/. A target stands in exactly one of starting, alreadyThere, refused and absent; the other
// lists are about those that start.
struct Plan {
    DistributionSet set;
    qint64 selected = 0;
    PlanBlock block = PlanBlock::None;
    QStringList missingModuleTypes;
    QStringList incompleteModules;

    QList<PlanTarget> starting;     // what an assignment would name
    QList<PlanChange> changes;      // starting, by what they have; the largest first
    QList<PlanTarget> alreadyThere; // have it assigned: nothing will happen
    QList<PlanTarget> reinstalling; // have it installed but something else assigned
    QList<PlanCancellation> cancellations;
    QList<PlanRefusal> refusals;
    QList<PlanTarget> overdue;
    QDateTime overdueSince; // of the longest silent one, UTC
    QList<PlanTarget> neverPolled;
    QList<PlanTarget> downgrades;
    QStringList absent; // ids that the server does not know
    Knowledge parts[planPartCount];

    const Knowledge &part(PlanPart which) const { return parts[int(which)]; }
    bool isComplete() const; // nothing is being gathered
    qint64 cancelledCount() const;
    qint64 refusedCount() const;
    QStringList controllerIds() const; // of starting

    bool operator==(const Plan &) const = default;
};

Plan makePlan(const PlanFacts &facts);

} // namespace falconer

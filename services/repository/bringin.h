// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "services/repository/settyperules.h"

#include <optional>

namespace falconer {

// A software module that files are brought into.
struct BringInModule {
    qint64 existingId = 0; // of one that is there; 0: it is created
    QString name;
    QString version;
    QString type; // key
    QStringList paths;

    bool operator==(const BringInModule &) const = default;
};

// A distribution set that is created to hold these modules.
struct BringInSet {
    QString name;
    QString version;
    QString type; // key
    QString description;
    bool requiredMigrationStep = false;
    QList<qint64> otherModules; // ids, of what it holds besides
    QStringList otherTypes;     // their types, keys

    bool operator==(const BringInSet &) const = default;
};

// From files to what can be rolled out: what is created, and which file goes where. A plain value:
// nothing happens before it is run (bringinrun.h).
struct BringIn {
    QList<BringInModule> modules;
    std::optional<BringInSet> set;

    bool operator==(const BringIn &) const = default;
};

struct BringInStep {
    enum class Kind { CreateModule, CreateSet, QueueFile };

    Kind kind = Kind::CreateModule;
    int module = -1; // of BringIn::modules, not for CreateSet
    int file = -1;   // of its paths, QueueFile only

    bool operator==(const BringInStep &) const = default;
};

// In the order in which they are done: what takes no time and can be refused comes first, the files
// come last.
QList<BringInStep> stepsOf(const BringIn &plan);

// Why a plan cannot be run as it is.
struct BringInFault {
    enum class Kind {
        NothingToDo,
        ModuleName, // is missing
        ModuleVersion,
        ModuleType,
        SameModule, // as one before it
        SameFile,   // two of one name in one module
        SetName,
        SetVersion,
        SetType,        // is missing, though there is one that takes the modules
        SetTypeNone,    // is missing, and none takes all these modules
        SetTypeNoRoom,  // nor so many of this one's type
        SetTypeNoPlace, // nor this one
        SetForeign,     // its type has no place for this module
        SetNoRoom,      // nor for so many of this one's type: the server would throw one out
    };

    Kind kind = Kind::NothingToDo;
    int module = -1; // which of them, if one

    bool operator==(const BringInFault &) const = default;
};

// types: of sets; a type that is not among them is the server's to judge.
std::optional<BringInFault> faultOf(const BringIn &plan, const QList<SetTypeRules> &types);

// Only why its set cannot hold its modules, whatever is still to be typed; a module without a type
// fits.
std::optional<BringInFault> fitFaultOf(const BringIn &plan, const QList<SetTypeRules> &types);

// The key of a type of sets that is complete with these modules and has a place for each; else of
// one that has a place for each; empty: none has.
QString fittingSetType(const QList<SetTypeRules> &types, const QList<BringInModule> &brought);

// The next version of a set: the same modules, but those that the plan brings instead: of the same
// name and type.
BringInSet nextVersionOf(
    const DistributionSet &former, const QString &version, const QList<BringInModule> &brought);

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/modulesplan.h"

#include "models/softwaretitles.h"
#include "services/repository/moduledeletion.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <functional>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ModulesPlan)
};

QSet<qint64> modulesIn(const QList<DistributionSet> &sets)
{
    QSet<qint64> ids;
    for (const DistributionSet &set : sets) {
        for (const SoftwareModule &module : set.modules)
            ids << module.id;
    }
    return ids;
}

QList<DistributionSet> setsInTheWay(const QList<DistributionSet> &holders)
{
    QList<DistributionSet> inTheWay = holders;
    inTheWay.removeIf(std::not_fn(&staysLocked));
    return inTheWay;
}

// Of those that can be deleted: the sets that the deletion changes.
QList<DistributionSet> setsOf(
    const QList<SoftwareModule> &toDo, const QList<DistributionSet> &holders)
{
    QSet<qint64> ids;
    for (const SoftwareModule &module : toDo)
        ids << module.id;
    QList<DistributionSet> sets = holders;
    sets.removeIf([&ids](const DistributionSet &set) {
        return std::ranges::none_of(
            set.modules, [&ids](const SoftwareModule &module) { return ids.contains(module.id); });
    });
    return sets;
}

void addLeftOut(QList<ConsequenceLine> &lines, const QList<SoftwareModule> &modules,
    const QList<DistributionSet> &holders)
{
    const QList<DistributionSet> inTheWay = setsInTheWay(holders);
    const QSet<qint64> stuck = modulesIn(inTheWay);
    addNamed(lines, u"leftOut"_s, Icon::Registered, Tone::Failure,
        titlesWhere(
            modules, [&stuck](const SoftwareModule &module) { return stuck.contains(module.id); }),
        [](int n) {
            return Words::tr("left out: in sets that are locked and were invalidated, which the "
                             "server does not unlock",
                nullptr, n);
        });
    addNamed(lines, u"inTheWay"_s, Icon::Locked, Tone::Failure,
        titlesWhere(inTheWay, [](const auto &) { return true; }), [](int n) {
            return Words::tr("invalidated set(s) to be deleted before them", nullptr, n);
        });
}

QList<ConsequenceLine> deletionLines(
    const QList<SoftwareModule> &modules, const QList<DistributionSet> &holders)
{
    const QList<SoftwareModule> toDo = modulesToDo(ModuleDeed::Delete, modules, holders);
    const QList<DistributionSet> sets = setsOf(toDo, holders);
    const QSet<qint64> held = modulesIn(sets);
    const auto isHeld = [&held](const SoftwareModule &module) { return held.contains(module.id); };
    QList<ConsequenceLine> lines;
    addLeftOut(lines, modules, holders);
    addNamed(lines, u"unused"_s, Icon::Delete, Tone::Attention,
        titlesWhere(toDo, std::not_fn(isHeld)), [](int n) {
            return Words::tr("in no distribution set: removed for good with their files, and their "
                             "names and versions are free again, unless a deleted set holds them",
                nullptr, n);
        });
    addNamed(
        lines, u"held"_s, Icon::Repository, Tone::Attention, titlesWhere(toDo, isHeld), [](int n) {
            return Words::tr("in distribution sets: the server only hides them, removes their "
                             "files, and their names and versions stay taken",
                nullptr, n);
        });
    if (!sets.isEmpty()) {
        lines << ConsequenceLine{ .id = u"devices"_s,
            .icon = Icon::Warning,
            .tone = Tone::Failure,
            .sentence = Words::tr("Devices that still have to install one of these sets can no "
                                  "longer download their files.") };
    }
    addNamed(lines, u"locked"_s, Icon::Locked, Tone::Attention,
        titlesWhere(sets, [](const DistributionSet &set) { return set.locked; }), [](int n) {
            return Words::tr("set(s) are locked: they are unlocked first, and stay so", nullptr, n);
        });
    return lines;
}

QList<ConsequenceLine> lockLines(ModuleDeed deed, const QList<SoftwareModule> &modules)
{
    const auto isLocked = [](const SoftwareModule &module) { return module.locked; };
    QList<ConsequenceLine> lines;
    if (deed == ModuleDeed::Unlock) {
        addNamed(lines, u"unlocked"_s, Icon::Locked, Tone::Plain, titlesWhere(modules, isLocked),
            [](int n) {
                return Words::tr("unlocked: their artifacts can be changed again; the sets that "
                                 "hold them stay locked",
                    nullptr, n);
            });
        return lines;
    }
    addNamed(lines, u"locked"_s, Icon::Locked, Tone::Plain,
        titlesWhere(modules, std::not_fn(isLocked)), [](int n) {
            return Words::tr(
                "locked: no artifact can be added or deleted until they are unlocked", nullptr, n);
        });
    addNamed(lines, u"same"_s, Icon::Registered, Tone::Quiet, titlesWhere(modules, isLocked),
        [](int) { return Words::tr("left out: locked already"); });
    return lines;
}

} // namespace

ModuleDeed lockDeed(const QList<SoftwareModule> &modules)
{
    return std::ranges::all_of(modules, &SoftwareModule::locked) ? ModuleDeed::Unlock
                                                                 : ModuleDeed::Lock;
}

QList<SoftwareModule> modulesToDo(
    ModuleDeed deed, const QList<SoftwareModule> &modules, const QList<DistributionSet> &holders)
{
    QList<SoftwareModule> toDo = modules;
    const QSet<qint64> stuck = modulesIn(setsInTheWay(holders));
    toDo.removeIf([&](const SoftwareModule &module) {
        return deed == ModuleDeed::Delete ? stuck.contains(module.id)
                                          : module.locked == (deed == ModuleDeed::Lock);
    });
    return toDo;
}

QString modulesObstacle(ModuleDeed deed)
{
    return deed == ModuleDeed::Delete
        ? Words::tr("The invalidated sets that hold them have to be deleted first.")
        : Words::tr("The server has none of them any more.");
}

QList<qint64> lockedHolders(const QList<DistributionSet> &holders, qint64 moduleId)
{
    QList<qint64> locked;
    for (const DistributionSet &set : holders) {
        const bool holds = std::ranges::any_of(
            set.modules, [moduleId](const SoftwareModule &one) { return one.id == moduleId; });
        if (set.locked && holds)
            locked << set.id;
    }
    return locked;
}

QString modulesTitle(ModuleDeed deed, qsizetype modules)
{
    const int n = int(modules);
    switch (deed) {
    case ModuleDeed::Delete:
        return Words::tr("Delete %Ln software module(s)", nullptr, n);
    case ModuleDeed::Lock:
        return Words::tr("Lock %Ln software module(s)", nullptr, n);
    case ModuleDeed::Unlock:
        return Words::tr("Unlock %Ln software module(s)", nullptr, n);
    }
    Q_UNREACHABLE();
}

QString modulesButton(
    ModuleDeed deed, const QList<SoftwareModule> &toDo, const QList<DistributionSet> &holders)
{
    const int locked
        = int(std::ranges::count(setsOf(toDo, holders), true, &DistributionSet::locked));
    switch (deed) {
    case ModuleDeed::Delete:
        return locked > 0 ? Words::tr("Unlock %n set(s) and delete", nullptr, locked)
                          : Words::tr("Delete");
    case ModuleDeed::Lock:
        return Words::tr("Lock");
    case ModuleDeed::Unlock:
        return Words::tr("Unlock");
    }
    Q_UNREACHABLE();
}

QString modulesDoneText(ModuleDeed deed, int modules)
{
    switch (deed) {
    case ModuleDeed::Delete:
        return Words::tr("were deleted", nullptr, modules);
    case ModuleDeed::Lock:
        return Words::tr("were locked", nullptr, modules);
    case ModuleDeed::Unlock:
        return Words::tr("were unlocked", nullptr, modules);
    }
    Q_UNREACHABLE();
}

QList<ConsequenceLine> modulesLines(
    ModuleDeed deed, const QList<SoftwareModule> &modules, const QList<DistributionSet> &holders)
{
    return deed == ModuleDeed::Delete ? deletionLines(modules, holders) : lockLines(deed, modules);
}

} // namespace falconer

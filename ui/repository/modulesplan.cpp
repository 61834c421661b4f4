// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/modulesplan.h"

#include "models/softwaretitles.h"

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

QList<ConsequenceLine> deletionLines(
    const QList<SoftwareModule> &modules, const QList<DistributionSet> &holders)
{
    QSet<qint64> held;
    for (const DistributionSet &set : holders) {
        for (const SoftwareModule &module : set.modules)
            held << module.id;
    }
    const auto isHeld = [&held](const SoftwareModule &module) { return held.contains(module.id); };
    QList<ConsequenceLine> lines;
    addNamed(lines, u"unused"_s, Icon::Delete, Tone::Attention,
        titlesWhere(modules, std::not_fn(isHeld)), [](int n) {
            return Words::tr("in no distribution set: removed for good with their files, and their "
                             "names and versions are free again, unless a deleted set holds them",
                nullptr, n);
        });
    addNamed(lines, u"held"_s, Icon::Repository, Tone::Attention, titlesWhere(modules, isHeld),
        [](int n) {
            return Words::tr("in distribution sets: the server only hides them, removes their "
                             "files, and their names and versions stay taken",
                nullptr, n);
        });
    if (!holders.isEmpty()) {
        lines << ConsequenceLine{ .id = u"devices"_s,
            .icon = Icon::Warning,
            .tone = Tone::Failure,
            .sentence = Words::tr("Devices that still have to install one of these sets can no "
                                  "longer download their files.") };
    }
    addNamed(lines, u"locked"_s, Icon::Locked, Tone::Attention,
        titlesWhere(holders, [](const DistributionSet &set) { return set.locked; }), [](int n) {
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

QList<SoftwareModule> modulesToDo(ModuleDeed deed, const QList<SoftwareModule> &modules)
{
    QList<SoftwareModule> toDo = modules;
    if (deed != ModuleDeed::Delete)
        toDo.removeIf([&](const SoftwareModule &module) {
            return module.locked == (deed == ModuleDeed::Lock);
        });
    return toDo;
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
        return Words::tr("Delete %n software module(s)", nullptr, n);
    case ModuleDeed::Lock:
        return Words::tr("Lock %n software module(s)", nullptr, n);
    case ModuleDeed::Unlock:
        return Words::tr("Unlock %n software module(s)", nullptr, n);
    }
    Q_UNREACHABLE();
}

QString modulesButton(ModuleDeed deed, const QList<DistributionSet> &holders)
{
    const int locked = int(std::ranges::count(holders, true, &DistributionSet::locked));
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

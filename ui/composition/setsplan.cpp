// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/setsplan.h"

#include "ui/composition/compositiontext.h"

#include <QCoreApplication>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SetsPlan)
};

QList<ConsequenceLine> deletionLines(const QList<SetFate> &fates)
{
    const auto are = [&fates](SetFate::Kind kind) {
        return titlesWhere(
            fates, [kind](const SetFate &fate) { return fate.kind == kind; }, &SetFate::set);
    };
    QList<ConsequenceLine> lines;
    addNamed(lines, u"gone"_s, Icon::Delete, Tone::Attention, are(SetFate::Kind::Gone), [](int n) {
        return Words::tr(
            "never assigned, as far as the server tells: deleted with their metadata", nullptr, n);
    });
    addNamed(
        lines, u"hidden"_s, Icon::Warning, Tone::Attention, are(SetFate::Kind::Hidden), [](int n) {
            return Words::tr(
                "assigned once: the server only hides them, for good, and their names and "
                "versions stay taken",
                nullptr, n);
        });
    addNamed(lines, u"unknown"_s, Icon::Unknown, Tone::Attention, are(SetFate::Kind::Unknown),
        [](int n) {
            return Words::tr("not looked at: if they were assigned once, the server only hides "
                             "them, and their names and versions stay taken",
                nullptr, n);
        });
    addNamed(lines, u"running"_s, Icon::Warning, Tone::Attention,
        titlesWhere(
            fates, [](const SetFate &fate) { return fate.runningActions > 0; }, &SetFate::set),
        [](int) { return Words::tr("with actions that have not ended: devices go on with them"); });
    addNamed(lines, u"auto"_s, Icon::Warning, Tone::Attention,
        titlesWhere(
            fates, [](const SetFate &fate) { return fate.autoAssignments > 0; }, &SetFate::set),
        [](int) { return Words::tr("assigned by target filters, which will no longer do it"); });
    lines << ConsequenceLine{ .id = u"modules"_s,
        .icon = Icon::Information,
        .tone = Tone::Quiet,
        .sentence = Words::tr("Software modules and artifacts stay.") };
    return lines;
}

bool isTooIncomplete(const DistributionSet &set, const ServerFacts &facts)
{
    return !set.complete && !facts.dialect.detailedActionStatus;
}

QList<ConsequenceLine> lockLines(const QList<DistributionSet> &sets, const ServerFacts &facts)
{
    QList<ConsequenceLine> lines;
    addNamed(lines, u"locked"_s, Icon::Locked, Tone::Plain,
        titlesWhere(setsToDo(SetDeed::Lock, sets, facts), [](const auto &) { return true; }),
        [](int n) {
            return Words::tr("locked: their modules and artifacts no longer change", nullptr, n);
        });
    addNamed(lines, u"same"_s, Icon::Registered, Tone::Quiet,
        titlesWhere(sets, [](const DistributionSet &set) { return set.valid && set.locked; }),
        [](int) { return Words::tr("left out: locked already"); });
    addNamed(lines, u"incomplete"_s, Icon::Registered, Tone::Quiet,
        titlesWhere(sets,
            [&facts](const DistributionSet &set) {
                return set.valid && !set.locked && isTooIncomplete(set, facts);
            }),
        [](int) {
            return Words::tr("left out: incomplete, and this server locks complete sets only");
        });
    return lines;
}

QList<ConsequenceLine> unlockLines(const QList<DistributionSet> &sets, const ServerFacts &facts)
{
    QList<ConsequenceLine> lines;
    const QStringList unlocked
        = titlesWhere(setsToDo(SetDeed::Unlock, sets, facts), [](const auto &) { return true; });
    addNamed(lines, u"unlocked"_s, Icon::Locked, Tone::Plain, unlocked, [](int n) {
        return Words::tr(
            "unlocked, with their modules: what is in them can change again", nullptr, n);
    });
    if (!unlocked.isEmpty()) {
        lines << ConsequenceLine{ .id = u"devices"_s,
            .icon = Icon::Warning,
            .tone = Tone::Attention,
            .sentence = Words::tr(
                "Devices that get one of them from now on may get something else than those that "
                "have it under the same version.") };
    }
    addNamed(lines, u"same"_s, Icon::Registered, Tone::Quiet,
        titlesWhere(sets,
            [](const DistributionSet &set) {
                return set.valid && !set.locked && !hasLockedModules(set);
            }),
        [](int) { return Words::tr("left out: not locked"); });
    return lines;
}

} // namespace

std::optional<SetDeed> deedOf(SetCommand command)
{
    switch (command) {
    case SetCommand::Delete:
        return SetDeed::Delete;
    case SetCommand::Lock:
        return SetDeed::Lock;
    case SetCommand::Unlock:
        return SetDeed::Unlock;
    default:
        return {};
    }
}

bool hasLockedModules(const DistributionSet &set)
{
    return std::ranges::any_of(set.modules, &SoftwareModule::locked);
}

QList<DistributionSet> setsToDo(
    SetDeed deed, const QList<DistributionSet> &sets, const ServerFacts &facts)
{
    QList<DistributionSet> toDo;
    std::ranges::copy_if(sets, std::back_inserter(toDo), [&](const DistributionSet &set) {
        switch (deed) {
        case SetDeed::Delete:
            return true;
        case SetDeed::Lock:
            return set.valid && !set.locked && !isTooIncomplete(set, facts);
        case SetDeed::Unlock:
            return set.valid && (set.locked || hasLockedModules(set));
        }
        Q_UNREACHABLE();
    });
    return toDo;
}

QString leftOutText(SetDeed deed)
{
    return deed == SetDeed::Lock
        ? Words::tr("None of them can be locked: they are locked, invalidated or incomplete.")
        : Words::tr("None of them is locked, or they were invalidated.");
}

QString setsTitle(SetDeed deed, qsizetype sets)
{
    const int n = int(sets);
    switch (deed) {
    case SetDeed::Delete:
        return Words::tr("Delete %Ln distribution set(s)", nullptr, n);
    case SetDeed::Lock:
        return Words::tr("Lock %Ln distribution set(s)", nullptr, n);
    case SetDeed::Unlock:
        return Words::tr("Unlock %Ln distribution set(s)", nullptr, n);
    }
    Q_UNREACHABLE();
}

QString setsButton(SetDeed deed)
{
    switch (deed) {
    case SetDeed::Delete:
        return Words::tr("Delete");
    case SetDeed::Lock:
        return Words::tr("Lock");
    case SetDeed::Unlock:
        return Words::tr("Unlock");
    }
    Q_UNREACHABLE();
}

QList<ConsequenceLine> setsLines(SetDeed deed, const QList<DistributionSet> &sets,
    const QList<SetFate> &fates, const ServerFacts &facts)
{
    if (deed == SetDeed::Delete)
        return deletionLines(fates);
    QList<ConsequenceLine> lines
        = deed == SetDeed::Lock ? lockLines(sets, facts) : unlockLines(sets, facts);
    addNamed(lines, u"invalid"_s, Icon::Registered, Tone::Quiet,
        titlesWhere(sets, [](const DistributionSet &set) { return !set.valid; }), [](int n) {
            return Words::tr("left out: invalidated, they cannot change any more", nullptr, n);
        });
    return lines;
}

QString setsDoneText(SetDeed deed, int sets)
{
    switch (deed) {
    case SetDeed::Delete:
        return Words::tr("were deleted", nullptr, sets);
    case SetDeed::Lock:
        return Words::tr("were locked", nullptr, sets);
    case SetDeed::Unlock:
        return Words::tr("were unlocked", nullptr, sets);
    }
    Q_UNREACHABLE();
}

} // namespace falconer

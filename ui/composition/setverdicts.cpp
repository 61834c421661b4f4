// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/setverdicts.h"

#include "ui/composition/compositiontext.h"
#include "ui/composition/setsplan.h"
#include "ui/shared/missingright.h"

#include <QCoreApplication>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SetVerdicts)
};

DropVerdict refused(const QString &why)
{
    return { false, why };
}

QStringList rightsFor(SetCommand command)
{
    switch (command) {
    case SetCommand::New:
    case SetCommand::Clone:
        return { u"CREATE_DISTRIBUTION_SET"_s };
    case SetCommand::Compare:
        return { u"READ_DISTRIBUTION_SET"_s };
    case SetCommand::Edit:
    case SetCommand::Lock:
    case SetCommand::Unlock:
        return { u"UPDATE_DISTRIBUTION_SET"_s };
    case SetCommand::Invalidate:
        return { u"UPDATE_DISTRIBUTION_SET"_s, u"UPDATE_TARGET"_s };
    case SetCommand::Delete:
        return { u"DELETE_DISTRIBUTION_SET"_s };
    }
    Q_UNREACHABLE();
}

DropVerdict notLoaded()
{
    return refused(
        Words::tr("What is selected is not loaded, or is gone: select it in the table again."));
}

DropVerdict compareVerdict(const SetSelection &selected)
{
    if (selected.count == 0)
        return refused(Words::tr("Select two sets, or one, first."));
    if (selected.count > 2)
        return refused(Words::tr("Only two sets can be compared."));
    if (!selected.isAtHand())
        return notLoaded();
    const DistributionSet &first = selected.items.first();
    if (selected.count == 1)
        return { true, Words::tr("Compare %1 with what a target has").arg(titleOf(first)) };
    return { true,
        Words::tr("Compare %1 with %2").arg(titleOf(first), titleOf(selected.items.last())) };
}

// Of several sets. What becomes of each is said before anything is sent.
DropVerdict verdictOfSeveral(
    SetCommand command, const SetSelection &selected, const ServerFacts &facts)
{
    const std::optional<SetDeed> deed = deedOf(command);
    if (!deed)
        return refused(Words::tr("Select one set only."));
    if (selected.isBeingRead())
        return refused(Words::tr("The selected rows are still being read."));
    if (selected.isAtHand() && setsToDo(*deed, selected.items, facts).isEmpty())
        return refused(leftOutText(*deed));
    const int n = int(selected.count);
    switch (*deed) {
    case SetDeed::Delete:
        return { true,
            Words::tr(
                "Look what deleting the %Ln selected set(s) would do, then decide", nullptr, n) };
    case SetDeed::Lock:
        return { true,
            Words::tr(
                "Look which of the %Ln selected set(s) can be locked, then decide", nullptr, n) };
    case SetDeed::Unlock:
        return { true,
            Words::tr(
                "Look which of the %Ln selected set(s) are locked, then decide", nullptr, n) };
    }
    Q_UNREACHABLE();
}

DropVerdict lockVerdict(const DistributionSet &set, const ServerFacts &facts)
{
    if (set.locked)
        return refused(Words::tr("%1 is locked already.").arg(titleOf(set)));
    if (!set.complete && !facts.dialect.detailedActionStatus)
        return refused(
            Words::tr("%1 is incomplete: this server locks complete sets only.").arg(titleOf(set)));
    return { true,
        Words::tr("Lock %1: its modules and their artifacts no longer change").arg(titleOf(set)) };
}

DropVerdict unlockVerdict(const DistributionSet &set)
{
    if (set.locked)
        return { true, Words::tr("Unlock %1 and its modules...").arg(titleOf(set)) };
    if (hasLockedModules(set))
        return { true, Words::tr("Unlock the modules of %1...").arg(titleOf(set)) };
    return refused(Words::tr("%1 is not locked, and neither are its modules.").arg(titleOf(set)));
}

DropVerdict invalidateVerdict(const DistributionSet &set)
{
    if (!set.valid)
        return refused(Words::tr("%1 was invalidated already.").arg(titleOf(set)));
    if (!set.complete)
        return refused(
            Words::tr("%1 is incomplete: it cannot be assigned anyway, and hawkBit invalidates "
                      "complete sets only.")
                .arg(titleOf(set)));
    return { true,
        Words::tr("Stop %1 for good: nothing can be assigned to it again").arg(titleOf(set)) };
}

DropVerdict verdictOfOne(SetCommand command, const DistributionSet &set, const ServerFacts &facts)
{
    const QString title = titleOf(set);
    switch (command) {
    case SetCommand::Clone:
        return { true, Words::tr("Make a new version of %1 with the same modules").arg(title) };
    case SetCommand::Delete:
        return { true, Words::tr("Delete %1").arg(title) };
    case SetCommand::Invalidate:
        return invalidateVerdict(set);
    default:
        break;
    }
    if (!set.valid) // hawkBit refuses every change of it
        return refused(Words::tr("%1 was invalidated: it cannot change any more.").arg(title));
    switch (command) {
    case SetCommand::Edit:
        return { true, Words::tr("Change name, version and description of %1").arg(title) };
    case SetCommand::Lock:
        return lockVerdict(set, facts);
    case SetCommand::Unlock:
        return unlockVerdict(set);
    default:
        Q_UNREACHABLE();
    }
}

} // namespace

DropVerdict setVerdict(SetCommand command, const SetSelection &selected, const ServerFacts &facts)
{
    if (const QString missing = missingRight(facts, rightsFor(command)); !missing.isEmpty())
        return refused(missing);
    if (command == SetCommand::New)
        return { true, Words::tr("Make a distribution set (Insert)") };
    if (command == SetCommand::Compare)
        return compareVerdict(selected);
    if (selected.count == 0)
        return refused(Words::tr("Select a set first."));
    if (selected.count > 1)
        return verdictOfSeveral(command, selected, facts);
    return selected.isAtHand() ? verdictOfOne(command, selected.items.first(), facts) : notLoaded();
}

QString mayUpdateSets(const ServerFacts &facts)
{
    return missingRight(facts, { u"UPDATE_DISTRIBUTION_SET"_s });
}

TagObstacles tagObstacles(const ServerFacts &facts)
{
    return { .changing = mayUpdateSets(facts),
        .making = missingRight(facts, { u"CREATE_DISTRIBUTION_SET"_s }),
        .deleting = missingRight(facts, { u"DELETE_DISTRIBUTION_SET"_s }) };
}

DropVerdict addVerdict(const DistributionSet &set, const std::optional<SetTypeRules> &rules,
    const QList<SoftwareModule> &modules, const ServerFacts &facts)
{
    if (const QString missing = mayUpdateSets(facts); !missing.isEmpty())
        return refused(missing);
    if (modules.isEmpty())
        return refused(Words::tr("No module is selected."));
    if (const QString why = misfitText(set, moduleFit(set, rules, modules)); !why.isEmpty())
        return refused(why);
    return { true,
        modules.size() == 1
            ? Words::tr("Put %1 into %2").arg(titleOf(modules.first()), titleOf(set))
            : Words::tr("Put %n modules into %1", nullptr, int(modules.size())).arg(titleOf(set)) };
}

DropVerdict removeVerdict(
    const DistributionSet &set, const SoftwareModule &module, const ServerFacts &facts)
{
    if (const QString missing = mayUpdateSets(facts); !missing.isEmpty())
        return refused(missing);
    if (!set.valid)
        return refused(
            Words::tr("%1 was invalidated: it cannot change any more.").arg(titleOf(set)));
    if (set.locked)
        return refused(
            Words::tr("%1 is locked: unlock it first, or make a new version.").arg(titleOf(set)));
    return { true, Words::tr("Take %1 out of %2").arg(titleOf(module), titleOf(set)) };
}

} // namespace falconer

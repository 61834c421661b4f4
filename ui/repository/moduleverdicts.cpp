// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/moduleverdicts.h"

#include "models/softwaretitles.h"
#include "ui/shared/missingright.h"

#include <QCoreApplication>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ModuleVerdicts)
};

QString rightOf(ModuleCommand command)
{
    switch (command) {
    case ModuleCommand::Edit:
    case ModuleCommand::Lock:
        return u"UPDATE_SOFTWARE_MODULE"_s;
    case ModuleCommand::Delete:
        return u"DELETE_SOFTWARE_MODULE"_s;
    case ModuleCommand::Upload:
        return u"CREATE_SOFTWARE_MODULE"_s;
    }
    Q_UNREACHABLE();
}

QString deletedSentence(const SoftwareModule &module)
{
    return Words::tr("%1 was deleted on the server.").arg(titleOf(module));
}

DropVerdict lockVerdict(const SoftwareModule &module)
{
    return { true,
        module.locked
            ? Words::tr("Artifacts of %1 can be changed again; the sets that hold it stay locked")
                  .arg(titleOf(module))
            : Words::tr("No artifact of %1 can be added or deleted any more, until it is unlocked")
                  .arg(titleOf(module)) };
}

// What becomes of each is said before anything is sent.
DropVerdict verdictOfSeveral(ModuleCommand command, const ItemSelection<SoftwareModule> &selected)
{
    if (command == ModuleCommand::Edit || command == ModuleCommand::Upload)
        return { false, Words::tr("Select one software module only.") };
    if (selected.isBeingRead())
        return { false, Words::tr("The selected rows are still being read.") };
    const int n = int(selected.count);
    if (command == ModuleCommand::Delete)
        return { true,
            Words::tr("Look what deleting the %Ln selected module(s) would do, then decide",
                nullptr, n) };
    return { true,
        areAllLocked(selected)
            ? Words::tr("Unlock the %Ln selected module(s)...", nullptr, n)
            : Words::tr("Look which of the %Ln selected module(s) are locked already, then decide",
                nullptr, n) };
}

DropVerdict verdictOfOne(
    ModuleCommand command, const SoftwareModule &module, const ServerFacts &facts)
{
    if (module.deleted)
        return { false, deletedSentence(module) };
    switch (command) {
    case ModuleCommand::Edit:
        return { true, Words::tr("Change vendor and description of %1").arg(titleOf(module)) };
    case ModuleCommand::Lock:
        return lockVerdict(module);
    case ModuleCommand::Delete:
        return { true,
            Words::tr("Look what deleting %1 would do, then decide").arg(titleOf(module)) };
    case ModuleCommand::Upload:
        return module.locked
            ? filesVerdict(module, {}, facts)
            : DropVerdict{ true, Words::tr("Choose files for %1").arg(titleOf(module)) };
    }
    Q_UNREACHABLE();
}

} // namespace

bool areAllLocked(const ItemSelection<SoftwareModule> &selected)
{
    return selected.count > 0 && selected.isAtHand()
        && std::ranges::all_of(selected.items, &SoftwareModule::locked);
}

DropVerdict newModuleVerdict(const ServerFacts &facts)
{
    const QString problem = missingRight(facts, { u"CREATE_SOFTWARE_MODULE"_s });
    return { problem.isEmpty(), problem.isEmpty() ? Words::tr("Make a software module") : problem };
}

DropVerdict moduleVerdict(
    ModuleCommand command, const ItemSelection<SoftwareModule> &selected, const ServerFacts &facts)
{
    if (selected.count == 0)
        return { false, Words::tr("Select a software module first.") };
    if (const QString problem = missingRight(facts, { rightOf(command) }); !problem.isEmpty())
        return { false, problem };
    if (selected.count > 1)
        return verdictOfSeveral(command, selected);
    if (!selected.isAtHand())
        return { false,
            Words::tr(
                "What is selected is not loaded, or is gone: select it in the table again.") };
    return verdictOfOne(command, selected.items.first(), facts);
}

DropVerdict filesVerdict(
    const SoftwareModule &module, const QString &what, const ServerFacts &facts)
{
    if (const QString problem = missingRight(facts, { u"CREATE_SOFTWARE_MODULE"_s });
        !problem.isEmpty())
        return { false, problem };
    if (module.deleted)
        return { false, deletedSentence(module) };
    if (module.locked)
        return {
            false,
            Words::tr("%1 is locked: it takes no files until it is unlocked.").arg(titleOf(module))
        };
    return { true, Words::tr("Put %1 into %2").arg(what, titleOf(module)) };
}

DropVerdict deleteArtifactVerdict(
    const SoftwareModule &module, const QList<Artifact> &selected, const ServerFacts &facts)
{
    if (selected.size() != 1)
        return { false, Words::tr("Select an artifact first.") };
    if (const QString problem = missingRight(facts, { u"DELETE_SOFTWARE_MODULE"_s });
        !problem.isEmpty())
        return { false, problem };
    const QString name = selected.first().providedFilename;
    return { true,
        module.locked ? Words::tr("%1 is locked: deleting %2 would unlock it first")
                            .arg(titleOf(module), name)
                      : Words::tr("Delete %1").arg(name) };
}

DropVerdict downloadVerdict(const QList<Artifact> &selected, const ServerFacts &facts)
{
    if (selected.size() != 1)
        return { false, Words::tr("Select an artifact first.") };
    if (const QString problem = missingRight(facts, { u"READ_SOFTWARE_MODULE_ARTIFACT"_s });
        !problem.isEmpty())
        return { false, problem };
    return { true, Words::tr("Save %1 on this computer").arg(selected.first().providedFilename) };
}

QString metadataIsFixed(const ServerFacts &facts)
{
    return missingRight(facts, { u"UPDATE_SOFTWARE_MODULE"_s });
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/moduleverdicts.h"

#include "models/softwaretitles.h"
#include "services/hawkbit/permissions.h"
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

DropVerdict lockVerdict(const QList<SoftwareModule> &modules)
{
    const int n = int(modules.size());
    if (areAllLocked(modules))
        return { true,
            n == 1 ? Words::tr(
                "Artifacts of %1 can be changed again; the sets that hold it stay locked")
                         .arg(titleOf(modules.first()))
                   : Words::tr("Artifacts of the %n module(s) can be changed again", nullptr, n) };
    return { true,
        n == 1
            ? Words::tr("No artifact of %1 can be added or deleted any more, until it is unlocked")
                  .arg(titleOf(modules.first()))
            : Words::tr(
                "No artifact of the %n module(s) can be added or deleted any more", nullptr, n) };
}

} // namespace

bool areAllLocked(const QList<SoftwareModule> &modules)
{
    return !modules.isEmpty()
        && std::ranges::all_of(modules, [](const SoftwareModule &one) { return one.locked; });
}

DropVerdict newModuleVerdict(const ServerFacts &facts)
{
    const QString problem = missingRight(facts, { u"CREATE_SOFTWARE_MODULE"_s });
    return { problem.isEmpty(), problem.isEmpty() ? Words::tr("Make a software module") : problem };
}

DropVerdict moduleVerdict(
    ModuleCommand command, const QList<SoftwareModule> &selected, const ServerFacts &facts)
{
    if (selected.isEmpty())
        return { false, Words::tr("Select a software module first.") };
    if (const QString problem = missingRight(facts, { rightOf(command) }); !problem.isEmpty())
        return { false, problem };
    if (command == ModuleCommand::Lock)
        return lockVerdict(selected);
    if (selected.size() > 1)
        return { false, Words::tr("Select one software module only.") };
    const SoftwareModule &module = selected.first();
    if (module.deleted)
        return { false, deletedSentence(module) };
    switch (command) {
    case ModuleCommand::Edit:
        return { true, Words::tr("Change vendor and description of %1").arg(titleOf(module)) };
    case ModuleCommand::Delete:
        return { true,
            Words::tr("Look what deleting %1 would do, then decide").arg(titleOf(module)) };
    case ModuleCommand::Upload:
        return module.locked
            ? filesVerdict(module, 0, facts)
            : DropVerdict{ true, Words::tr("Choose files for %1").arg(titleOf(module)) };
    case ModuleCommand::Lock:
        break;
    }
    Q_UNREACHABLE();
}

DropVerdict filesVerdict(const SoftwareModule &module, qsizetype files, const ServerFacts &facts)
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
    return { true, Words::tr("Put %n file(s) into %1", nullptr, int(files)).arg(titleOf(module)) };
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
    const QString right = u"READ_SOFTWARE_MODULE_ARTIFACT"_s;
    // Up to 0.9 under another name.
    if (!isGranted(facts.user.permissions, right)
        && !facts.user.permissions.contains(u"DOWNLOAD_REPOSITORY_ARTIFACT"_s))
        return { false, missingRight(facts, { right }) };
    return { true, Words::tr("Save %1 on this computer").arg(selected.first().providedFilename) };
}

QString metadataIsFixed(const ServerFacts &facts)
{
    return missingRight(facts, { u"UPDATE_SOFTWARE_MODULE"_s });
}

} // namespace falconer

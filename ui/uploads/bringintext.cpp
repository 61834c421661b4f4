// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/bringintext.h"

#include "models/sizetext.h"
#include "ui/shared/errortext.h"
#include "ui/uploads/uploadtext.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::BringInText)
};

constexpr qsizetype mostNames = 3;

QString titleOf(const BringInModule &module)
{
    return module.name + u' ' + module.version;
}

QString titleOf(const BringInSet &set)
{
    return set.name + u' ' + set.version;
}

QString joined(const QStringList &parts)
{
    if (parts.size() < 2)
        return parts.join(QString());
    return Words::tr("%1 and %2").arg(parts.mid(0, parts.size() - 1).join(u", "_s), parts.last());
}

int fileCount(const BringIn &plan)
{
    qsizetype count = 0;
    for (const BringInModule &module : plan.modules)
        count += module.paths.size();
    return int(count);
}

// What is created, in words; empty: nothing.
QString creationsOf(const BringIn &plan)
{
    QStringList created;
    for (const BringInModule &module : plan.modules) {
        if (module.existingId == 0)
            created << titleOf(module);
    }
    const auto count = int(created.size());
    if (count > 1)
        created = { Words::tr("%n software module(s)", nullptr, count) };
    if (plan.set)
        created << (count == 1 ? Words::tr("the set %1").arg(titleOf(*plan.set))
                               : Words::tr("set %1").arg(titleOf(*plan.set)));
    return joined(created);
}

QString stepText(const BringInStep &step, const BringIn &plan)
{
    switch (step.kind) {
    case BringInStep::Kind::CreateModule:
        return Words::tr("create software module %1").arg(titleOf(plan.modules[step.module]));
    case BringInStep::Kind::CreateSet:
        return Words::tr("create distribution set %1").arg(titleOf(*plan.set));
    case BringInStep::Kind::QueueFile:
        return Words::tr("put %n file(s) into the queue of uploads", nullptr, fileCount(plan));
    }
    Q_UNREACHABLE();
}

void showState(ConsequenceLine &line, BringInRun::StepState state)
{
    switch (state) {
    case BringInRun::StepState::Waiting:
        line.icon = Icon::Registered;
        line.tone = Tone::Quiet;
        break;
    case BringInRun::StepState::Running:
        line.icon = Icon::Pending;
        line.tone = Tone::Running;
        break;
    case BringInRun::StepState::Done:
        line.icon = Icon::InSync;
        line.tone = Tone::Success;
        break;
    case BringInRun::StepState::Failed:
        line.icon = Icon::Error;
        line.tone = Tone::Failure;
        break;
    }
}

// All files together: done with the last of them.
BringInRun::StepState filesState(const BringInRun &run, qsizetype first)
{
    for (qsizetype step = first; step < run.steps().size(); ++step) {
        if (const auto state = run.stepState(step); state != BringInRun::StepState::Done)
            return step > first && state == BringInRun::StepState::Waiting
                ? BringInRun::StepState::Running
                : state;
    }
    return BringInRun::StepState::Done;
}

// What the step creates that failed.
QString failedTitle(const BringInRun &run)
{
    const BringIn &plan = run.plan();
    for (qsizetype step = 0; step < run.steps().size(); ++step) {
        if (run.stepState(step) == BringInRun::StepState::Done)
            continue;
        return run.steps()[step].kind == BringInStep::Kind::CreateSet
            ? titleOf(*plan.set)
            : titleOf(plan.modules[run.steps()[step].module]);
    }
    return {};
}

} // namespace

QString bringInButtonText(const BringIn &plan)
{
    const QString created = creationsOf(plan);
    const int files = fileCount(plan);
    if (!created.isEmpty())
        return Words::tr("Create %1 and upload %n file(s)", nullptr, files).arg(created);
    const QString into = plan.modules.size() == 1
        ? titleOf(plan.modules.constFirst())
        : Words::tr("%n software module(s)", nullptr, int(plan.modules.size()));
    return Words::tr("Upload %n file(s) into %1", nullptr, files).arg(into);
}

QString bringInFaultText(const BringInFault &fault, const BringIn &plan)
{
    using Kind = BringInFault::Kind;
    const QString name = fault.module >= 0 ? plan.modules[fault.module].name : QString();
    switch (fault.kind) {
    case Kind::NothingToDo:
        return Words::tr("Choose at least one software module.");
    case Kind::ModuleName:
        return Words::tr("A software module needs a name.");
    case Kind::ModuleVersion:
        return Words::tr("%1 needs a version: its file name has none.").arg(name);
    case Kind::ModuleType:
        return Words::tr("%1 needs a type.").arg(name);
    case Kind::SameModule:
        return Words::tr("%1 is there twice.").arg(titleOf(plan.modules[fault.module]));
    case Kind::SameFile:
        return Words::tr("Two files of the same name cannot go into %1.").arg(name);
    case Kind::SetName:
        return Words::tr("The distribution set needs a name.");
    case Kind::SetVersion:
        return Words::tr("The distribution set needs a version.");
    case Kind::SetType:
        return Words::tr("The distribution set needs a type that takes these modules.");
    case Kind::SetForeign:
        return Words::tr("A set of this type has no place for %1.").arg(name);
    case Kind::SetNoRoom:
        return Words::tr("A set of this type takes no second module like %1.").arg(name);
    }
    Q_UNREACHABLE();
}

QString walkedText(const WalkedFiles &walked)
{
    QStringList sentences;
    if (walked.isLimited)
        sentences << Words::tr(
            "Only the first %n file(s) are taken.", nullptr, int(walked.files.size()));
    if (!walked.emptyFiles.isEmpty())
        sentences << Words::tr("%n empty file(s) are left out: hawkBit takes none.", nullptr,
            int(walked.emptyFiles.size()));
    if (!walked.unreadable.isEmpty())
        sentences << Words::tr(
            "%n file(s) or folder(s) cannot be read.", nullptr, int(walked.unreadable.size()));
    return sentences.join(u' ');
}

QString filesText(const QStringList &paths, qint64 bytes)
{
    QStringList names;
    for (const QString &path : paths) {
        if (names.size() < mostNames)
            names << QFileInfo(path).fileName();
    }
    if (paths.size() > mostNames)
        names << Words::tr("%n more", nullptr, int(paths.size() - mostNames));
    return Words::tr("%1, %2").arg(joined(names), sizeText(bytes));
}

QList<ConsequenceLine> bringInLines(const BringInRun &run)
{
    QList<ConsequenceLine> lines;
    for (qsizetype step = 0; step < run.steps().size(); ++step) {
        const bool isFile = run.steps()[step].kind == BringInStep::Kind::QueueFile;
        ConsequenceLine line{ .id = u"step-%1"_s.arg(step),
            .sentence = stepText(run.steps()[step], run.plan()) };
        const auto state = isFile ? filesState(run, step) : run.stepState(step);
        showState(line, state);
        if (state == BringInRun::StepState::Failed && run.error())
            line.details = errorText(*run.error()).details;
        lines << line;
        if (isFile)
            break; // the rest of them are files, too
    }
    return lines;
}

QString createdText(const BringInRun &run)
{
    if (run.state() == BringInRun::State::Done)
        return {}; // the steps say it
    QStringList created;
    for (const int module : run.createdModules())
        created << titleOf(run.plan().modules[module]);
    if (run.hasCreatedSet())
        created << Words::tr("the set %1").arg(titleOf(*run.plan().set));
    QStringList sentences;
    if (!created.isEmpty())
        sentences << Words::tr("Created so far: %1.").arg(joined(created));
    if (run.isFateUnknown())
        sentences << Words::tr("%1 may have been created: the answer was lost. It is looked "
                               "for before anything else is done.")
                         .arg(failedTitle(run));
    return sentences.join(u' ');
}

} // namespace falconer

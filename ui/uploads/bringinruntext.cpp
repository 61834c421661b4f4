// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/bringinruntext.h"

#include "ui/shared/errortext.h"
#include "ui/shared/takentext.h"
#include "ui/uploads/bringintext.h"

#include <QCoreApplication>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::BringInRunText)
};

constexpr qsizetype mostTitles = 3;

QString stepText(const BringInStep &step, const BringInRun &run)
{
    switch (step.kind) {
    case BringInStep::Kind::CreateModule:
        return Words::tr("create software module %1").arg(titleOf(run.plan().modules[step.module]));
    case BringInStep::Kind::CreateSet:
        return Words::tr("create distribution set %1").arg(titleOf(*run.plan().set));
    case BringInStep::Kind::QueueFile:
        return Words::tr("put %n file(s) into the queue of uploads", nullptr,
            int(std::ranges::count(run.steps(), BringInStep::Kind::QueueFile, &BringInStep::kind)));
    }
    Q_UNREACHABLE();
}

QString removedText(const BringInStep &step, const BringInRun &run)
{
    switch (step.kind) {
    case BringInStep::Kind::CreateModule:
        return Words::tr("software module %1 was removed")
            .arg(titleOf(run.plan().modules[step.module]));
    case BringInStep::Kind::CreateSet:
        return Words::tr("distribution set %1 was removed").arg(titleOf(*run.plan().set));
    case BringInStep::Kind::QueueFile:
        return Words::tr("the files were taken out of the queue of uploads");
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

// What the step creates that runs or failed.
QString currentTitle(const BringInRun &run)
{
    const BringInStep *const step = run.current();
    if (step == nullptr)
        return {};
    return step->kind == BringInStep::Kind::CreateSet ? titleOf(*run.plan().set)
                                                      : titleOf(run.plan().modules[step->module]);
}

QString makerOf(const NameHolder &holder)
{
    return holder.createdBy.isEmpty() ? Words::tr("somebody else") : holder.createdBy;
}

} // namespace

QList<ConsequenceLine> bringInLines(const BringInRun &run)
{
    QList<ConsequenceLine> lines;
    for (qsizetype step = 0; step < run.steps().size(); ++step) {
        const bool isFile = run.steps()[step].kind == BringInStep::Kind::QueueFile;
        ConsequenceLine line{ .id = u"step-%1"_s.arg(step),
            .sentence = stepText(run.steps()[step], run) };
        const auto state = isFile ? filesState(run, step) : run.stepState(step);
        showState(line, state);
        if (run.state() == BringInRun::State::Undone && state == BringInRun::StepState::Done) {
            line.sentence = removedText(run.steps()[step], run);
            line.icon = Icon::Remove;
            line.tone = Tone::Quiet;
        }
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
    for (const BringInModule &module : run.createdModules())
        created << titleOf(module);
    if (const auto count = int(created.size()); count > mostTitles)
        created = { Words::tr("%n software module(s)", nullptr, count) };
    if (run.hasCreatedSet())
        created << Words::tr("the set %1").arg(titleOf(*run.plan().set));
    QStringList sentences;
    if (!created.isEmpty())
        sentences << Words::tr("Created so far: %1.").arg(joinedText(created));
    if (run.isFateUnknown())
        sentences << Words::tr("%1 may have been created: the answer was lost. It is looked "
                               "for before anything else is done.")
                         .arg(currentTitle(run));
    if (run.state() == BringInRun::State::Undone && run.holder())
        sentences << Words::tr("%1 was not created here, but by %2: it stays.")
                         .arg(currentTitle(run), makerOf(*run.holder()));
    return sentences.join(u' ');
}

QString takenNameText(const BringInRun &run)
{
    if (run.isNameHidden())
        return takenText(currentTitle(run), false);
    if (!run.holder())
        return {};
    return Words::tr("%1 of this type exists already, created by %2.")
        .arg(currentTitle(run), makerOf(*run.holder()));
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/bringinruntext.h"

#include "ui/shared/errortext.h"
#include "ui/shared/takentext.h"
#include "ui/uploads/bringintext.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::BringInRunText)
};

constexpr qsizetype mostTitles = 3;
constexpr int mostModuleLines = 8;

using Kind = BringInStep::Kind;
using StepState = BringInRun::StepState;

int countOf(Kind kind, const BringInRun &run)
{
    return int(std::ranges::count(run.steps(), kind, &BringInStep::kind));
}

// All files are one step to whoever looks, and so are many modules: of these as many lines as are
// taken in at a glance.
bool isOneLine(Kind kind, const BringInRun &run)
{
    return kind == Kind::QueueFile
        || (kind == Kind::CreateModule && countOf(kind, run) > mostModuleLines);
}

QString stepText(const BringInStep &step, const BringInRun &run)
{
    switch (step.kind) {
    case Kind::CreateModule:
        return isOneLine(step.kind, run)
            ? Words::tr("create %n software module(s)", nullptr, countOf(step.kind, run))
            : Words::tr("create software module %1").arg(titleOf(run.plan().modules[step.module]));
    case Kind::CreateSet:
        return Words::tr("create distribution set %1").arg(titleOf(*run.plan().set));
    case Kind::QueueFile:
        return Words::tr(
            "put %n file(s) into the queue of uploads", nullptr, countOf(step.kind, run));
    }
    Q_UNREACHABLE();
}

QString removedText(const BringInStep &step, const BringInRun &run)
{
    switch (step.kind) {
    case Kind::CreateModule:
        return isOneLine(step.kind, run)
            ? Words::tr("%n software module(s) were removed", nullptr, countOf(step.kind, run))
            : Words::tr("software module %1 was removed")
                  .arg(titleOf(run.plan().modules[step.module]));
    case Kind::CreateSet:
        return Words::tr("distribution set %1 was removed").arg(titleOf(*run.plan().set));
    case Kind::QueueFile:
        return Words::tr("the files were taken out of the queue of uploads");
    }
    Q_UNREACHABLE();
}

void showState(ConsequenceLine &line, StepState state)
{
    switch (state) {
    case StepState::Waiting:
        line.icon = Icon::Registered;
        line.tone = Tone::Quiet;
        break;
    case StepState::Running:
        line.icon = Icon::Pending;
        line.tone = Tone::Running;
        break;
    case StepState::Done:
        line.icon = Icon::InSync;
        line.tone = Tone::Success;
        break;
    case StepState::Failed:
        line.icon = Icon::Error;
        line.tone = Tone::Failure;
        break;
    }
}

// Of this step and those after it of its kind: done with the last of them.
StepState stateOfAll(const BringInRun &run, qsizetype first)
{
    for (qsizetype step = first; step < run.steps().size(); ++step) {
        if (run.steps()[step].kind != run.steps()[first].kind)
            break;
        if (const auto state = run.stepState(step); state != StepState::Done)
            return step > first && state == StepState::Waiting ? StepState::Running : state;
    }
    return StepState::Done;
}

// What the step creates that runs or failed.
QString currentTitle(const BringInRun &run)
{
    const BringInStep *const step = run.current();
    if (step == nullptr)
        return {};
    return step->kind == Kind::CreateSet ? titleOf(*run.plan().set)
                                         : titleOf(run.plan().modules[step->module]);
}

// "gateway 1.4.2", "the set gateway 1.4.2"
QStringList createdTitles(const BringInRun &run)
{
    QStringList created;
    for (const BringInModule &module : run.createdModules())
        created << titleOf(module);
    if (const auto count = int(created.size()); count > mostTitles)
        created = { Words::tr("%n software module(s)", nullptr, count) };
    if (run.hasCreatedSet())
        created << Words::tr("the set %1").arg(titleOf(*run.plan().set));
    return created;
}

QString makerOf(const NameHolder &holder)
{
    return holder.createdBy.isEmpty() ? Words::tr("somebody else") : holder.createdBy;
}

} // namespace

QList<ConsequenceLine> bringInLines(const BringInRun &run)
{
    QList<ConsequenceLine> lines;
    std::optional<Kind> shown; // of the line before, which stands for all of its kind
    for (qsizetype i = 0; i < run.steps().size(); ++i) {
        const BringInStep &step = run.steps()[i];
        if (step.kind == shown)
            continue;
        const bool isForAll = isOneLine(step.kind, run);
        shown = isForAll ? std::optional(step.kind) : std::nullopt;
        ConsequenceLine line{ .id = u"step-%1"_s.arg(i), .sentence = stepText(step, run) };
        const StepState state = isForAll ? stateOfAll(run, i) : run.stepState(i);
        showState(line, state);
        if (run.state() == BringInRun::State::Undone && state == StepState::Done) {
            line.sentence = removedText(step, run);
            line.icon = Icon::Remove;
            line.tone = Tone::Quiet;
        }
        if (state == StepState::Failed && run.error())
            line.details = errorText(*run.error()).details;
        lines << line;
    }
    return lines;
}

QString createdText(const BringInRun &run)
{
    const QStringList created = createdTitles(run);
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

QString broughtInText(const BringInRun &run)
{
    const QStringList created = createdTitles(run);
    const int files = countOf(Kind::QueueFile, run);
    QStringList sentences;
    if (!created.isEmpty())
        sentences << Words::tr("Created %1.").arg(joinedText(created));
    sentences << (run.hasCreatedSet()
            ? Words::tr("The set can be rolled out once %n file(s) are uploaded.", nullptr, files)
            : Words::tr("%n file(s) are being uploaded.", nullptr, files));
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

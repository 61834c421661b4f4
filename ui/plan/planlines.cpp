// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/planlines.h"

#include "models/softwaretitles.h"
#include "ui/plan/changetext.h"
#include "ui/plan/plannames.h"
#include "ui/plan/plantext.h"
#include "ui/shared/errortext.h"

#include <QCoreApplication>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype setsInSentence = 3;

struct Lines {
    Q_DECLARE_TR_FUNCTIONS(PlanText)

public:
    const Plan &plan;
    QDateTime now;
    QList<ConsequenceLine> lines;

    void addSetProblem();
    void addStarting();
    void addAlreadyThere();
    void addCancellations();
    void addRefusals();
    void addSilent();
    void addOthers();

    QString checkedText(PlanPart part) const;
    bool addUnknown(PlanPart part, const QString &id, const QString &asking, const QString &failed);
};

// "checked for 5,000 of 12,000", where the rest is only assumed.
QString Lines::checkedText(PlanPart part) const
{
    const Knowledge &known = plan.part(part);
    if (!known.isKnown() || known.targets >= plan.selected)
        return {};
    return tr(" (checked for %1 of %2)").arg(numberText(known.targets), numberText(plan.selected));
}

// A line that says that its part is being asked for or could not be read.
bool Lines::addUnknown(
    PlanPart part, const QString &id, const QString &asking, const QString &failed)
{
    const Knowledge &known = plan.part(part);
    if (known.isKnown())
        return false;
    const bool isFailed = known.state == Knowledge::State::Failed;
    lines << ConsequenceLine{ .id = id,
        .icon = isFailed ? Icon::Warning : Icon::Waiting,
        .tone = isFailed ? Tone::Attention : Tone::Quiet,
        .sentence = isFailed ? failed : asking,
        .details = isFailed ? errorText(known.error).sentence : QString() };
    return true;
}

void Lines::addSetProblem()
{
    if (plan.block == PlanBlock::SetIncomplete || plan.block == PlanBlock::SetInvalid
        || plan.block == PlanBlock::SetDeleted) {
        lines << ConsequenceLine{
            .id = u"set"_s, .icon = Icon::Error, .tone = Tone::Failure, .sentence = blockText(plan)
        };
        return;
    }
    if (const QStringList gone = deletedModules(plan.set); !gone.isEmpty())
        lines << ConsequenceLine{ .id = u"deletedModules"_s,
            .icon = Icon::Warning,
            .tone = Tone::Attention,
            .sentence = tr("Deleted on the server, so that devices cannot download it: %1.")
                            .arg(gone.join(u", "_s)) };
    addUnknown(PlanPart::Set, u"set"_s, tr("asking for the latest state of the set"),
        tr("the latest state of the set could not be read"));
}

void Lines::addStarting()
{
    ConsequenceLine line{ .id = u"starting"_s,
        .icon = Icon::InSync,
        .tone = Tone::Success,
        .number = plan.starting.size(),
        .sentence = tr("will start"),
        .names = namesOf(plan.starting) };
    const Knowledge &targets = plan.part(PlanPart::Targets);
    const Knowledge &installed = plan.part(PlanPart::Installed);
    if (targets.state == Knowledge::State::Gathering && plan.selected > targets.targets) {
        line.sentence = tr("will start, %1 of %2 targets read")
                            .arg(numberText(targets.targets), numberText(plan.selected));
    } else if (targets.state == Knowledge::State::Failed) {
        line.details = errorText(targets.error).sentence;
        line.sentence = tr("will start; not all targets could be read");
    } else if (!plan.starting.isEmpty() && installed.state == Knowledge::State::Gathering) {
        line.sentence = tr("will start; asking what they have installed");
    } else if (!plan.starting.isEmpty()) {
        line.sentence = tr("will start: %1", "changes of version").arg(changesText(plan));
    }
    if (plan.starting.isEmpty()) {
        line.icon = Icon::Registered;
        line.tone = Tone::Quiet;
    }
    lines << line;
}

void Lines::addAlreadyThere()
{
    if (addUnknown(PlanPart::Assigned, u"there"_s, tr("asking which have it already"),
            tr("which have it already could not be read; nothing will happen to those")))
        return;
    lines << ConsequenceLine{ .id = u"there"_s,
        .icon = Icon::Registered,
        .tone = Tone::Quiet,
        .number = plan.alreadyThere.size(),
        .sentence
        = tr("have it already, nothing will happen", nullptr, int(plan.alreadyThere.size()))
            + checkedText(PlanPart::Assigned),
        .names = namesOf(plan.alreadyThere) };
}

void Lines::addCancellations()
{
    if (addUnknown(PlanPart::Actions, u"cancels"_s, tr("asking which actions are running"),
            tr("running actions could not be read; those would be cancelled")))
        return;
    const int count = int(plan.cancelledCount());
    ConsequenceLine line{ .id = u"cancels"_s,
        .icon = count == 0 ? Icon::Registered : Icon::Canceling,
        .tone = count == 0 ? Tone::Quiet : Tone::Running,
        .number = count,
        .sentence = tr("running actions will be cancelled", nullptr, count) };
    QStringList sets;
    QStringList groups;
    for (const PlanCancellation &group : plan.cancellations) {
        sets << (group.distributionSet.isEmpty() ? tr("of an unnamed set")
                                                 : setTitle(group.distributionSet));
        groups << sets.last() + u" (%1)"_s.arg(numberText(group.targets.size()));
        for (const QString &name : namesOf(group.targets))
            line.names << name + "  "_L1 + sets.last();
    }
    if (groups.size() == 1 && count == 1)
        line.sentence = withNames(tr("running action %1 will be cancelled").arg(sets.first()),
            plan.cancellations.first().targets);
    else if (groups.size() == 1)
        line.sentence = tr("running actions of %1 will be cancelled").arg(sets.first());
    else if (groups.size() > setsInSentence)
        groups = groups.first(setsInSentence)
            << tr("others of %n more set(s)", nullptr, int(groups.size() - setsInSentence));
    if (groups.size() > 1)
        line.sentence += ": "_L1 + groups.join(", "_L1);
    line.sentence += checkedText(PlanPart::Actions);
    lines << line;
}

void Lines::addRefusals()
{
    if (addUnknown(PlanPart::Compatibility, u"refused"_s,
            tr("asking which types of sets they take"),
            tr("which types of sets they take could not be read; the server refuses what does not "
               "fit")))
        return;
    ConsequenceLine line{ .id = u"refused"_s,
        .icon = plan.refusals.isEmpty() ? Icon::Registered : Icon::Error,
        .tone = plan.refusals.isEmpty() ? Tone::Quiet : Tone::Failure,
        .number = plan.refusedCount(),
        .sentence = tr("are incompatible", nullptr, int(plan.refusedCount())) };
    QStringList reasons;
    for (const PlanRefusal &group : plan.refusals) {
        reasons << (group.accepted.isEmpty()
                ? tr("target type %1 accepts no set").arg(group.targetType)
                : tr("target type %1 accepts %2", "name of a type, names of set types")
                      .arg(group.targetType, group.accepted.join(", "_L1)));
        line.names += namesOf(group.targets);
    }
    if (!reasons.isEmpty())
        line.sentence = tr("are incompatible and left out (%1)", nullptr, int(plan.refusedCount()))
                            .arg(reasons.join("; "_L1));
    lines << line;
}

void Lines::addSilent()
{
    if (!plan.overdue.isEmpty()) {
        const QString since = roundDurationText(plan.overdueSince.secsTo(now));
        lines << ConsequenceLine{ .id = u"overdue"_s,
            .icon = Icon::Overdue,
            .tone = Tone::Attention,
            .number = plan.overdue.size(),
            .sentence
            = withNames(plan.overdue.size() == 1 ? tr("overdue since %1").arg(since)
                                                 : tr("overdue, the longest since %1").arg(since),
                plan.overdue),
            .names = namesOf(plan.overdue) };
    }
    if (!plan.neverPolled.isEmpty()) {
        lines << ConsequenceLine{ .id = u"silent"_s,
            .icon = Icon::Unknown,
            .tone = Tone::Attention,
            .number = plan.neverPolled.size(),
            .sentence = withNames(tr("never polled, nobody knows when they start", nullptr,
                                      int(plan.neverPolled.size())),
                plan.neverPolled),
            .names = namesOf(plan.neverPolled) };
    }
}

void Lines::addOthers()
{
    const auto add
        = [this](const QString &id, const QList<PlanTarget> &targets, const QString &sentence) {
              if (targets.isEmpty())
                  return;
              lines << ConsequenceLine{ .id = id,
                  .icon = Icon::Warning,
                  .tone = Tone::Attention,
                  .number = targets.size(),
                  .sentence = withNames(sentence, targets),
                  .names = namesOf(targets) };
          };
    add(u"downgrade"_s, plan.downgrades,
        tr("go back to an older version", nullptr, int(plan.downgrades.size())));
    add(u"again"_s, plan.reinstalling,
        tr("have it installed, but something else assigned: installed once more", nullptr,
            int(plan.reinstalling.size())));
    if (plan.absent.isEmpty())
        return;
    lines << ConsequenceLine{ .id = u"absent"_s,
        .icon = Icon::Warning,
        .tone = Tone::Attention,
        .number = plan.absent.size(),
        .sentence
        = tr("are not known to this server and left out", nullptr, int(plan.absent.size())),
        .names = plan.absent };
}

} // namespace

QList<ConsequenceLine> planLines(const Plan &plan, const QDateTime &now)
{
    Lines lines{ plan, now, {} };
    lines.addSetProblem();
    lines.addStarting();
    lines.addAlreadyThere();
    lines.addCancellations();
    lines.addRefusals();
    lines.addSilent();
    lines.addOthers();
    return lines.lines;
}

} // namespace falconer

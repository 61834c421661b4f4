// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/plantext.h"

#include "services/hawkbit/assignment.h"
#include "ui/shared/errortext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype namesInSentence = 2;
constexpr qsizetype changesInSentence = 3;

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

// A few names at the end of a sentence; many are behind "show".
QString withNames(const QString &sentence, const QList<PlanTarget> &targets)
{
    if (targets.isEmpty() || targets.size() > namesInSentence)
        return sentence;
    QStringList ids;
    for (const PlanTarget &target : targets)
        ids << target.controllerId;
    return sentence + ": "_L1 + ids.join(", "_L1);
}

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

    static QString changeText(
        const PlanChange &change, const DistributionSet &set, bool known, bool isNamed);
    QString changesText() const;
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
    addUnknown(PlanPart::Set, u"set"_s, tr("asking for the latest state of the set"),
        tr("the latest state of the set could not be read"));
}

QString Lines::changeText(
    const PlanChange &change, const DistributionSet &set, bool known, bool isNamed)
{
    const QString count = numberText(change.targets.size());
    switch (change.from) {
    case PlanChange::From::Nothing:
        return tr("first installation (%1)").arg(count);
    case PlanChange::From::Unknown:
        return known ? tr("in place of a set that the server does not name (%1)").arg(count)
                     : tr("what is installed is not known (%1)").arg(count);
    case PlanChange::From::Set:
        break;
    }
    if (change.former == SetName{ set.name, set.version })
        return tr("%1 once more (%2)").arg(setText(set), count);
    const bool isSameSet = change.former.name == set.name;
    const QString former = isSameSet && isNamed ? change.former.version
                                                : change.former.name + u' ' + change.former.version;
    return tr("%1 → %2 (%3)", "from set and version, to set or version, number of targets")
        .arg(former, isSameSet ? set.version : setText(set), count);
}

QString Lines::changesText() const
{
    const bool known = plan.part(PlanPart::Installed).isKnown();
    QStringList texts;
    bool isNamed = false; // the set in another version is named once
    for (const PlanChange &change :
        plan.changes.first(std::min(changesInSentence, plan.changes.size()))) {
        texts << changeText(change, plan.set, known, isNamed);
        isNamed |= change.former.name == plan.set.name;
    }
    if (plan.changes.size() > changesInSentence)
        texts << tr("and %1 more").arg(numberText(plan.changes.size() - changesInSentence));
    return texts.join(", "_L1);
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
        line.sentence = tr("will start: %1", "changes of version").arg(changesText());
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
    ConsequenceLine line{ .id = u"cancels"_s,
        .icon = plan.cancellations.isEmpty() ? Icon::Registered : Icon::Canceling,
        .tone = plan.cancellations.isEmpty() ? Tone::Quiet : Tone::Running,
        .number = plan.cancelledCount(),
        .sentence = tr("running actions will be cancelled") };
    QStringList groups;
    for (const PlanCancellation &group : plan.cancellations) {
        // "name:version", of which only the last colon divides.
        QString set = group.distributionSet;
        if (const qsizetype colon = set.lastIndexOf(u':'); colon >= 0)
            set[colon] = u' ';
        groups << (set.isEmpty() ? tr("of an unnamed set") : set);
        for (const QString &name : namesOf(group.targets))
            line.names << name + "  "_L1 + groups.last();
    }
    if (groups.size() == 1 && plan.cancelledCount() == 1)
        line.sentence = withNames(tr("running action %1 will be cancelled").arg(groups.first()),
            plan.cancellations.first().targets);
    else if (groups.size() == 1)
        line.sentence = tr("running actions of %1 will be cancelled").arg(groups.first());
    else if (!groups.isEmpty())
        line.sentence += ": "_L1 + groups.mid(0, changesInSentence).join(", "_L1);
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
            .sentence
            = withNames(tr("never polled, nobody knows when they start"), plan.neverPolled),
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

QString setText(const DistributionSet &set)
{
    return set.name + u' ' + set.version;
}

QStringList namesOf(const QList<PlanTarget> &targets)
{
    QStringList names;
    names.reserve(targets.size());
    for (const PlanTarget &target : targets) {
        const bool hasName = !target.name.isEmpty() && target.name != target.controllerId;
        names << (hasName ? target.controllerId + "  "_L1 + target.name : target.controllerId);
    }
    return names;
}

QString roundDurationText(qint64 seconds)
{
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (seconds < 60)
        return Lines::tr("%1 s", "seconds").arg(std::max(seconds, qint64(0)));
    if (minutes < 60)
        return Lines::tr("%1 min", "minutes").arg(minutes);
    if (hours >= 48)
        return Lines::tr("%n day(s)", nullptr, int(hours / 24));
    if (minutes % 60 == 0)
        return Lines::tr("%1 h", "hours").arg(hours);
    return Lines::tr("%1 h %2 min", "hours and minutes").arg(hours).arg(minutes % 60);
}

QString planTitle(const Plan &plan)
{
    return Lines::tr("Assign %1 to %n target(s)", nullptr, int(plan.selected))
        .arg(setText(plan.set));
}

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

QString blockText(const Plan &plan)
{
    const QString set = setText(plan.set);
    switch (plan.block) {
    case PlanBlock::None:
        return {};
    case PlanBlock::SetDeleted:
        return Lines::tr("%1 was deleted and can no longer be assigned.").arg(set);
    case PlanBlock::SetInvalid:
        return Lines::tr("%1 was invalidated and can never be assigned again.").arg(set);
    case PlanBlock::SetIncomplete:
        if (!plan.missingModuleTypes.isEmpty())
            return Lines::tr("%1 is incomplete: it lacks a module of type %2.")
                .arg(set, plan.missingModuleTypes.join(", "_L1));
        if (!plan.incompleteModules.isEmpty())
            return Lines::tr("%1 is incomplete: %2 has too few artifacts.")
                .arg(set, plan.incompleteModules.join(", "_L1));
        return Lines::tr("%1 is incomplete: a module that its type demands is missing.").arg(set);
    case PlanBlock::NotPermitted:
        return Lines::tr("You may not assign sets here: the right to update targets or to read "
                         "distribution sets is missing.");
    case PlanBlock::TooMany:
        return Lines::tr("More than %1 targets are work for a rollout.")
            .arg(numberText(maxTargetsOfPlan));
    case PlanBlock::StillCounting:
        return Lines::tr("Reading which targets are meant.");
    case PlanBlock::Unreachable:
        return Lines::tr("Which targets are meant could not be read.");
    case PlanBlock::NoTargets:
        return Lines::tr("Nothing would change.");
    }
    Q_UNREACHABLE();
}

QString footerText(const Plan &plan, int pollSeconds)
{
    if (plan.block != PlanBlock::None)
        return blockText(plan);
    const qint64 count = plan.starting.size();
    const qint64 requests = (count + maxTargetsPerAssignment - 1) / maxTargetsPerAssignment;
    const QString sent = Lines::tr("%n request(s)", nullptr, int(requests));
    const QString start = Lines::tr("about %n device(s) start at their next poll", nullptr,
        int(count - plan.neverPolled.size()));
    if (pollSeconds <= 0)
        return Lines::tr("%1, %2", "requests, devices").arg(sent, start);
    return Lines::tr("%1, %2 (within %3)", "requests, devices, duration")
        .arg(sent, start, roundDurationText(pollSeconds));
}

QString assignButtonText(const Plan &plan)
{
    return Lines::tr("Assign to %n target(s)", nullptr, int(plan.starting.size()));
}

} // namespace falconer

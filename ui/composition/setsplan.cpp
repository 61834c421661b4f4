// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/setsplan.h"

#include "ui/composition/compositiontext.h"
#include "ui/shared/errortext.h"

#include <QCoreApplication>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SetsPlan)
};

template <typename T, typename Belongs>
QStringList namesWhere(const QList<T> &things, Belongs belongs)
{
    QStringList names;
    for (const T &thing : things) {
        if (!belongs(thing))
            continue;
        if constexpr (std::is_same_v<T, DistributionSet>)
            names << titleOf(thing);
        else
            names << titleOf(thing.set);
    }
    return names;
}

// Nothing when there are none: words would say a number of 0.
void add(QList<ConsequenceLine> &lines, const QString &id, Icon icon, Tone tone,
    const QStringList &names, QString (*words)(int))
{
    if (names.isEmpty())
        return;
    lines << ConsequenceLine{ .id = id,
        .icon = icon,
        .tone = tone,
        .number = names.size(),
        .sentence = words(int(names.size())),
        .names = names };
}

QList<ConsequenceLine> deletionLines(const QList<SetFate> &fates)
{
    const auto are = [&fates](SetFate::Kind kind) {
        return namesWhere(fates, [kind](const SetFate &fate) { return fate.kind == kind; });
    };
    QList<ConsequenceLine> lines;
    add(lines, u"gone"_s, Icon::Delete, Tone::Attention, are(SetFate::Kind::Gone), [](int n) {
        return Words::tr(
            "never assigned, as far as the server tells: deleted with their metadata", nullptr, n);
    });
    add(lines, u"hidden"_s, Icon::Warning, Tone::Attention, are(SetFate::Kind::Hidden), [](int n) {
        return Words::tr("assigned once: the server only hides them, for good, and their names and "
                         "versions stay taken",
            nullptr, n);
    });
    add(lines, u"unknown"_s, Icon::Unknown, Tone::Attention, are(SetFate::Kind::Unknown),
        [](int n) {
            return Words::tr("not looked at: if they were assigned once, the server only hides "
                             "them, and their names and versions stay taken",
                nullptr, n);
        });
    add(lines, u"auto"_s, Icon::Warning, Tone::Attention,
        namesWhere(fates, [](const SetFate &fate) { return fate.autoAssignments > 0; }),
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
    add(lines, u"locked"_s, Icon::Locked, Tone::Plain,
        namesWhere(setsToDo(SetDeed::Lock, sets, facts), [](const auto &) { return true; }),
        [](int n) {
            return Words::tr("locked: their modules and artifacts no longer change", nullptr, n);
        });
    add(lines, u"same"_s, Icon::Registered, Tone::Quiet,
        namesWhere(sets, [](const DistributionSet &set) { return set.valid && set.locked; }),
        [](int) { return Words::tr("left out: locked already"); });
    add(lines, u"incomplete"_s, Icon::Registered, Tone::Quiet,
        namesWhere(sets,
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
        = namesWhere(setsToDo(SetDeed::Unlock, sets, facts), [](const auto &) { return true; });
    add(lines, u"unlocked"_s, Icon::Locked, Tone::Plain, unlocked, [](int n) {
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
    add(lines, u"same"_s, Icon::Registered, Tone::Quiet,
        namesWhere(sets,
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
        return Words::tr("Delete %n distribution set(s)", nullptr, n);
    case SetDeed::Lock:
        return Words::tr("Lock %n distribution set(s)", nullptr, n);
    case SetDeed::Unlock:
        return Words::tr("Unlock %n distribution set(s)", nullptr, n);
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
    add(lines, u"invalid"_s, Icon::Registered, Tone::Quiet,
        namesWhere(sets, [](const DistributionSet &set) { return !set.valid; }), [](int n) {
            return Words::tr("left out: invalidated, they cannot change any more", nullptr, n);
        });
    return lines;
}

QList<ConsequenceLine> setsResultLines(SetDeed deed, const QList<SetsRunItem> &items)
{
    using State = SetsRunItem::State;
    const auto are = [&items](State state) {
        return namesWhere(items, [state](const SetsRunItem &item) { return item.state == state; });
    };
    QList<ConsequenceLine> lines;
    add(
        lines, u"done"_s, Icon::InSync, Tone::Success, are(State::Done),
        deed == SetDeed::Delete     ? [](int n) { return Words::tr("were deleted", nullptr, n); }
            : deed == SetDeed::Lock ? [](int n) { return Words::tr("were locked", nullptr, n); }
                                    : [](int n) { return Words::tr("were unlocked", nullptr, n); });
    QMap<QString, QList<SetsRunItem>> failures; // by what the server said
    for (const SetsRunItem &item : items) {
        if (item.state == State::Failed)
            failures[errorText(item.error).sentence] << item;
    }
    for (auto it = failures.cbegin(); it != failures.cend(); ++it) {
        lines << ConsequenceLine{ .id = u"failed-"_s + it.key(),
            .icon = Icon::Error,
            .tone = Tone::Failure,
            .number = it->size(),
            .sentence = Words::tr("were not: %1", nullptr, int(it->size())).arg(it.key()),
            .names = namesWhere(*it, [](const SetsRunItem &) { return true; }),
            .details = errorText(it->first().error).details };
    }
    add(lines, u"waiting"_s, Icon::Stop, Tone::Quiet, are(State::Waiting),
        [](int n) { return Words::tr("were left as they were, since you stopped", nullptr, n); });
    return lines;
}

} // namespace falconer

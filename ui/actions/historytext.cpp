// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/historytext.h"

#include "ui/shared/errortext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(HistoryText)
};

QString nameOf(const Action &action)
{
    return action.controllerId + "  "_L1 + action.setTitle();
}

template <typename Belongs> QStringList namesWhere(const QList<Action> &actions, Belongs belongs)
{
    QStringList names;
    for (const Action &action : actions) {
        if (belongs(action))
            names << nameOf(action);
    }
    return names;
}

QStringList sorted(const QSet<QString> &names)
{
    QStringList list(names.begin(), names.end());
    list.sort();
    return list;
}

// A line with its number and the names behind it.
ConsequenceLine line(
    const QString &id, Icon icon, Tone tone, const QStringList &names, QString (*words)(int))
{
    return { .id = id,
        .icon = icon,
        .tone = tone,
        .number = names.size(),
        .sentence = words(int(names.size())),
        .names = names };
}

// What goes beside the rows themselves, and what does not.
QList<ConsequenceLine> sideLines(const QList<Action> &history)
{
    QSet<QString> targets;
    QSet<QString> rollouts;
    for (const Action &action : history) {
        targets << action.controllerId;
        if (!action.rolloutName.isEmpty())
            rollouts << action.rolloutName;
    }
    return {
        line(u"failed"_s, Icon::Error, Tone::Failure,
            namesWhere(history, [](const Action &a) { return a.status == "error"_L1; }),
            [](int n) {
                return Words::tr("of them failed; the reports that tell why go too", nullptr, n);
            }),
        line(u"rollouts"_s, Icon::Rollouts, Tone::Attention, sorted(rollouts),
            [](int n) {
                return Words::tr(
                    "count their progress from these actions; their numbers change", nullptr, n);
            }),
        line(u"targets"_s, Icon::Device, Tone::Quiet, sorted(targets),
            [](int n) {
                return Words::tr(
                    "keep what is installed on them: only the record goes", nullptr, n);
            }),
    };
}

QList<ConsequenceLine> leftOutLines(const QList<Action> &actions)
{
    return {
        line(u"running"_s, Icon::Registered, Tone::Quiet,
            namesWhere(actions, [](const Action &a) { return a.active; }),
            [](int n) { return Words::tr("left out: still run", nullptr, n); }),
        line(u"scheduled"_s, Icon::Registered, Tone::Quiet,
            namesWhere(actions, [](const Action &a) { return !a.active && !a.hasEnded(); }),
            [](int n) {
                return Words::tr("left out: wait for their group of a rollout", nullptr, n);
            }),
    };
}

} // namespace

QString historyTitle(qsizetype actions)
{
    return Words::tr("Delete the history of %n action(s)", nullptr, int(actions));
}

QList<ConsequenceLine> historyLines(const QList<Action> &actions)
{
    QList<Action> history;
    std::ranges::copy_if(actions, std::back_inserter(history), &Action::hasEnded);
    QList<ConsequenceLine> lines{ line(u"deleted"_s, Icon::Delete, Tone::Failure,
        namesWhere(history, [](const Action &) { return true; }), [](int n) {
            return Words::tr(
                "are removed from the server for good, with every report of the device", nullptr,
                n);
        }) };
    for (const ConsequenceLine &more : sideLines(history) + leftOutLines(actions)) {
        if (more.number > 0)
            lines << more;
    }
    return lines;
}

ConsequenceLine historyLimitLine(qint64 actions)
{
    return { .id = u"limit"_s,
        .icon = Icon::Warning,
        .tone = Tone::Attention,
        .sentence = Words::tr("only the newest %1 are deleted at once; delete again for the others")
                        .arg(QLocale().toString(actions)) };
}

QList<ConsequenceLine> deletedLines(
    qsizetype asked, qsizetype deleted, const std::optional<Error> &error)
{
    QList<ConsequenceLine> lines{ { .id = u"deleted"_s,
        .icon = Icon::InSync,
        .tone = deleted > 0 ? Tone::Success : Tone::Quiet,
        .number = deleted,
        .sentence = Words::tr("were removed from the server", nullptr, int(deleted)) } };
    const qsizetype rest = asked - deleted;
    if (error) {
        const ErrorText text = errorText(*error);
        lines << ConsequenceLine{ .id = u"failed"_s,
            .icon = Icon::Error,
            .tone = Tone::Failure,
            .number = rest,
            .sentence = Words::tr("were not: %1", nullptr, int(rest)).arg(text.sentence),
            .details = text.details };
    } else if (rest > 0) {
        lines << ConsequenceLine{ .id = u"waiting"_s,
            .icon = Icon::Waiting,
            .tone = Tone::Quiet,
            .number = rest,
            .sentence = Words::tr("were left, since you stopped", nullptr, int(rest)) };
    }
    return lines;
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/deletionlines.h"

#include "models/sizetext.h"
#include "models/softwaretitles.h"
#include "services/repository/moduledeletion.h"

#include <QCoreApplication>

#include <functional>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DeletionLines)
};

QStringList titles(const QList<DistributionSet> &sets)
{
    QStringList titles;
    for (const DistributionSet &set : sets)
        titles << titleOf(set);
    return titles;
}

ConsequenceLine filesLine(const QList<Artifact> &artifacts)
{
    qint64 bytes = 0;
    QStringList names;
    for (const Artifact &artifact : artifacts) {
        bytes += artifact.size;
        names << artifact.providedFilename;
    }
    return { .id = u"files"_s,
        .icon = Icon::Delete,
        .tone = Tone::Attention,
        .number = artifacts.size(),
        .sentence = Words::tr(
            "file(s) of %1 are removed from the server for good", nullptr, int(artifacts.size()))
                        .arg(sizeText(bytes)),
        .names = names };
}

QList<ConsequenceLine> unusedLines()
{
    return { { .id = u"unused"_s,
                 .icon = Icon::Information,
                 .sentence
                 = Words::tr("No distribution set holds it, so it is removed for good and its "
                             "name and version are free again.") },
        { .id = u"hidden"_s,
            .icon = Icon::Information,
            .tone = Tone::Quiet,
            .sentence
            = Words::tr("Only if a deleted set still holds it, the server hides it instead and "
                        "keeps its name and version.") } };
}

} // namespace

QList<DistributionSet> setsToUnlock(const Page<DistributionSet> &holders)
{
    QList<DistributionSet> locked = holders.content;
    locked.removeIf([](const DistributionSet &set) { return !set.locked || staysLocked(set); });
    return locked;
}

QList<DistributionSet> setsInTheWay(const Page<DistributionSet> &holders)
{
    QList<DistributionSet> inTheWay = holders.content;
    inTheWay.removeIf(std::not_fn(&staysLocked));
    return inTheWay;
}

QList<ConsequenceLine> moduleDeletionLines(
    const Page<DistributionSet> &holders, const std::optional<QList<Artifact>> &artifacts)
{
    QList<ConsequenceLine> lines;
    const int held = int(holders.total);
    if (held == 0) {
        lines = unusedLines();
    } else {
        lines << ConsequenceLine{ .id = u"held"_s,
            .icon = Icon::Repository,
            .tone = Tone::Attention,
            .number = held,
            .sentence
            = Words::tr("distribution set(s) hold it: the server only hides it, and its name "
                        "and version stay taken",
                nullptr, held),
            .names = titles(holders.content) };
        lines << ConsequenceLine{ .id = u"devices"_s,
            .icon = Icon::Warning,
            .tone = Tone::Failure,
            .sentence
            = Words::tr("Devices that still have to install one of them can no longer download "
                        "its files.") };
    }
    addNamed(
        lines, u"inTheWay"_s, Icon::Error, Tone::Failure, titles(setsInTheWay(holders)), [](int n) {
            return Words::tr("of them are locked and were invalidated: the server does not unlock "
                             "them, so delete those sets first",
                nullptr, n);
        });
    const QList<DistributionSet> locked = setsToUnlock(holders);
    if (!locked.isEmpty())
        lines << ConsequenceLine{ .id = u"locked"_s,
            .icon = Icon::Locked,
            .tone = Tone::Attention,
            .number = locked.size(),
            .sentence
            = Words::tr("of them are locked: the server refuses until they are unlocked, which "
                        "is done first",
                nullptr, int(locked.size())),
            .names = titles(locked) };
    if (artifacts && !artifacts->isEmpty())
        lines << filesLine(*artifacts);
    return lines;
}

QList<ConsequenceLine> artifactDeletionLines(const SoftwareModule &module, const Artifact &artifact,
    const std::optional<Page<DistributionSet>> &holders)
{
    QList<ConsequenceLine> lines{ { .id = u"file"_s,
        .icon = Icon::Delete,
        .tone = Tone::Attention,
        .sentence = Words::tr("%1 of %2 is removed from the server for good.")
                        .arg(artifact.providedFilename, sizeText(artifact.size)) } };
    if (module.locked)
        lines << ConsequenceLine{ .id = u"locked"_s,
            .icon = Icon::Locked,
            .tone = Tone::Attention,
            .sentence
            = Words::tr("%1 is locked: the server refuses until it is unlocked, which is done "
                        "first. It stays unlocked.")
                  .arg(titleOf(module)) };
    if (holders && holders->total > 0)
        lines << ConsequenceLine{ .id = u"held"_s,
            .icon = Icon::Warning,
            .tone = Tone::Failure,
            .number = holders->total,
            .sentence
            = Words::tr("distribution set(s) hold the module: devices get them without this "
                        "file from now on",
                nullptr, int(holders->total)),
            .names = titles(holders->content) };
    return lines;
}

} // namespace falconer

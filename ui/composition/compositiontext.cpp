// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/compositiontext.h"

#include "models/sizetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CompositionText)
};

QString namesOf(const QList<SoftwareModuleType> &types)
{
    QStringList names;
    for (const SoftwareModuleType &type : types)
        names << type.name;
    names.sort();
    return names.join(u", "_s);
}

QString shortText(const ShortModule &one)
{
    const QString name = titleOf(one.module);
    if (one.minArtifacts > 0 && one.artifacts) {
        return Words::tr(
            "%1 has %2, and its type demands %n artifact(s)", nullptr, int(one.minArtifacts))
            .arg(
                name, *one.artifacts == 0 ? Words::tr("none") : QLocale().toString(*one.artifacts));
    }
    return Words::tr("%1 has fewer artifacts than its type demands").arg(name);
}

} // namespace

QString placeText(const ModulePlace &place)
{
    if (!place.modules.isEmpty())
        return place.type.name;
    return place.isMandatory ? Words::tr("%1: none yet - drag one here").arg(place.type.name)
                             : Words::tr("%1: none, and none is needed").arg(place.type.name);
}

QString placeRule(const ModulePlace &place)
{
    const qint64 most = place.type.maxAssignments;
    const QString room = most >= SoftwareModuleType::unlimited
        ? Words::tr("any number")
        : Words::tr("%n at most", nullptr, int(most));
    return place.isMandatory ? Words::tr("needed, %1").arg(room)
                             : Words::tr("optional, %1").arg(room);
}

QStringList incompleteReasons(const SetCompleteness &completeness)
{
    QStringList reasons;
    if (completeness.complete)
        return reasons;
    for (const SoftwareModuleType &type : completeness.missing())
        reasons << Words::tr("needs 1 %1 module, has none").arg(type.name);
    for (const ShortModule &one : completeness.tooFewArtifacts)
        reasons << shortText(one);
    if (!reasons.isEmpty())
        return reasons;
    if (!completeness.areRulesKnown)
        return { Words::tr(
            "what its type demands is not known: the type was deleted, or could not be "
            "read") };
    if (completeness.places.isEmpty())
        return { Words::tr(
            "its type has no module types, and a set without modules is never complete") };
    return { Words::tr("the server does not say why") };
}

QString rulesText(const SetTypeRules &rules)
{
    if (rules.mandatory.isEmpty() && rules.optional.isEmpty())
        return Words::tr("Takes no modules at all: sets of this type are never complete.");
    if (rules.optional.isEmpty())
        return Words::tr("Needs %1.").arg(namesOf(rules.mandatory));
    if (rules.mandatory.isEmpty())
        return Words::tr("Takes %1, and needs none of them.").arg(namesOf(rules.optional));
    return Words::tr("Needs %1, and takes %2 as well.")
        .arg(namesOf(rules.mandatory), namesOf(rules.optional));
}

QString misfitText(const DistributionSet &set, const ModuleFit &fit)
{
    using Verdict = ModuleFit::Verdict;
    const QString title = titleOf(set);
    const QString module = titleOf(fit.module);
    switch (fit.verdict) {
    case Verdict::Fits:
        return {};
    case Verdict::SetDeleted:
        return Words::tr("%1 was deleted on the server.").arg(title);
    case Verdict::SetInvalid:
        return Words::tr("%1 was invalidated: it cannot change any more.").arg(title);
    case Verdict::SetLocked:
        return Words::tr("%1 is locked: unlock it first, or make a new version.").arg(title);
    case Verdict::ModuleDeleted:
        return Words::tr("%1 was deleted on the server.").arg(module);
    case Verdict::AlreadyIn:
        return Words::tr("%1 has %2 already.").arg(title, module);
    case Verdict::ForeignType:
        return Words::tr("%1 is of type %2, which a set of type %3 does not take.")
            .arg(module, typeText(fit.module), typeText(set));
    case Verdict::NoRoom:
        return Words::tr("%1 takes %n %2 module(s) at most: take one out first.", nullptr,
            int(fit.type.maxAssignments))
            .arg(title, fit.type.name);
    }
    Q_UNREACHABLE();
}

QString artifactsText(const QList<Artifact> &artifacts)
{
    if (artifacts.isEmpty())
        return Words::tr("no file");
    qint64 bytes = 0;
    for (const Artifact &artifact : artifacts)
        bytes += artifact.size;
    return Words::tr("%n file(s), %1", nullptr, int(artifacts.size())).arg(sizeText(bytes));
}

} // namespace falconer

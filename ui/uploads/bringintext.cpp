// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/bringintext.h"

#include "models/sizetext.h"
#include "ui/uploads/uploadtext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::BringInText)
};

constexpr qsizetype mostNames = 3;
constexpr qsizetype longestFileName = 60; // characters; a line cannot be broken within it
constexpr qsizetype endOfFileName = 20;
constexpr qsizetype mostPaths = 20;
constexpr qsizetype longestTitles = 44; // characters

int fileCount(const BringIn &plan)
{
    qsizetype count = 0;
    for (const BringInModule &module : plan.modules)
        count += module.paths.size();
    return int(count);
}

// What tells a file from others is at its beginning, and at its end: the version, the ending.
QString elidedName(const QString &name)
{
    if (name.size() <= longestFileName)
        return name;
    QString begin = name.left(longestFileName - endOfFileName - 1);
    QString end = name.right(endOfFileName);
    if (begin.back().isHighSurrogate()) // half an emoji
        begin.chop(1);
    if (end.front().isLowSurrogate())
        end.remove(0, 1);
    return begin + u'…' + end;
}

// Of the first file that has the name of one before it.
QString doubleName(const QStringList &paths)
{
    QSet<QString> names;
    for (const QString &path : paths) {
        QString name = QFileInfo(path).fileName();
        if (names.contains(name))
            return name;
        names << name;
    }
    return {};
}

QString countOf(qsizetype modules)
{
    return Words::tr("%n software module(s)", nullptr, int(modules));
}

// What is still to be created, by name where that is short enough for a button; empty: nothing.
QString creationsOf(const BringIn &plan)
{
    QStringList created;
    for (const BringInModule &module : plan.modules) {
        if (module.existingId == 0)
            created << titleOf(module);
    }
    const qsizetype count = created.size();
    if (count > 1)
        created = { countOf(count) };
    if (plan.set)
        created << (count == 1 ? Words::tr("the set %1").arg(titleOf(*plan.set))
                               : Words::tr("set %1").arg(titleOf(*plan.set)));
    if (QString text = joinedText(created); text.size() <= longestTitles)
        return text;
    created.clear();
    if (count > 0)
        created << countOf(count);
    if (plan.set)
        created << Words::tr("a set");
    return joinedText(created);
}

} // namespace

QString joinedText(const QStringList &parts)
{
    if (parts.size() < 2)
        return parts.join(QString());
    return Words::tr("%1 and %2").arg(parts.mid(0, parts.size() - 1).join(u", "_s), parts.last());
}

QString titleOf(const BringInModule &module)
{
    return QString(module.name + u' ' + module.version).trimmed(); // it may be missing yet
}

QString titleOf(const BringInSet &set)
{
    return QString(set.name + u' ' + set.version).trimmed();
}

QString bringInButtonText(const BringIn &plan)
{
    const QString created = creationsOf(plan);
    const int files = fileCount(plan);
    if (!created.isEmpty())
        return Words::tr("Create %1 and upload %n file(s)", nullptr, files).arg(created);
    const QString title = plan.modules.size() == 1 ? titleOf(plan.modules.constFirst()) : QString();
    const QString into
        = title.isEmpty() || title.size() > longestTitles ? countOf(plan.modules.size()) : title;
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
        return Words::tr("Two files are called %1: they cannot both go into %2.")
            .arg(doubleName(plan.modules[fault.module].paths), name);
    case Kind::SetName:
        return Words::tr("The distribution set needs a name.");
    case Kind::SetVersion:
        return Words::tr("The distribution set needs a version.");
    case Kind::SetType:
        return Words::tr("The distribution set needs a type that takes these modules.");
    case Kind::SetTypeNone:
        return Words::tr("No type of sets takes all of these modules.");
    case Kind::SetTypeNoRoom:
        return Words::tr("No type of sets takes so many modules of the type of %1.").arg(name);
    case Kind::SetTypeNoPlace:
        return Words::tr("No type of sets has a place for %1.").arg(name);
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
        sentences
            << Words::tr("Empty, which hawkBit refuses: %1.").arg(fileNames(walked.emptyFiles));
    if (!walked.unreadable.isEmpty())
        sentences << Words::tr("Cannot be read: %1.").arg(fileNames(walked.unreadable));
    if (!walked.notFiles.isEmpty())
        sentences << Words::tr("Pipes, devices or links to nothing, and left out: %1.")
                         .arg(fileNames(walked.notFiles));
    if (!walked.elsewhere.isEmpty())
        sentences << Words::tr("Not on this computer, and left out: %1.")
                         .arg(fileNames(walked.elsewhere));
    return sentences.join(u' ');
}

QString fileNames(const QStringList &paths)
{
    QStringList names;
    for (const QString &path : paths.first(std::min(mostNames, paths.size()))) {
        const QString name = QFileInfo(path).fileName();
        names << elidedName(name.isEmpty() ? path : name);
    }
    if (paths.size() > mostNames)
        names << Words::tr("%n more", nullptr, int(paths.size() - mostNames));
    return joinedText(names);
}

QString filesText(const QStringList &paths, qint64 bytes)
{
    return Words::tr("%1, %2").arg(fileNames(paths), sizeText(bytes));
}

QString pathsText(const QStringList &paths)
{
    QStringList lines = paths.first(std::min(mostPaths, paths.size()));
    if (paths.size() > mostPaths)
        lines << Words::tr("and %n more", nullptr, int(paths.size() - mostPaths));
    return lines.join(u'\n');
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/filenameproposal.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

using Kind = NamedSoftware::Kind;

constexpr qsizetype shortestEnding = 3; // less is the beginning of too many words

// Says how a file is packed, not what is in it.
bool isPacked(const QString &ending)
{
    static const QStringList packers{ u"tar"_s, u"tgz"_s, u"bz2"_s, u"zst"_s, u"zip"_s };
    return packers.contains(ending, Qt::CaseInsensitive);
}

QString keyOf(Kind kind)
{
    switch (kind) {
    case Kind::Os:
        return u"os"_s;
    case Kind::Application:
        return u"application"_s;
    case Kind::Unknown:
        break;
    }
    return {};
}

NamedSoftware readDropped(const DroppedFile &file)
{
    NamedSoftware read = readFilename(QFileInfo(file.path).fileName());
    if (!read.version.isEmpty() || file.folder.isEmpty())
        return read;
    const NamedSoftware folder = readFolderName(file.folder);
    if (folder.version.isEmpty())
        return read;
    read.version = folder.version;
    if (!folder.name.isEmpty())
        read.name = folder.name;
    return read;
}

struct Group {
    NamedSoftware software;
    QStringList paths;
};

bool isSameVersion(const NamedSoftware &a, const NamedSoftware &b)
{
    return a.name == b.name && a.version == b.version;
}

QList<Group> groupsOf(const QList<DroppedFile> &files)
{
    QList<Group> groups;
    for (const DroppedFile &file : files) {
        const NamedSoftware software = readDropped(file);
        const auto same = std::ranges::find_if(groups, [&](const Group &group) {
            return isSameVersion(group.software, software)
                && group.software.architecture == software.architecture;
        });
        Group &group = same == groups.end() ? groups.emplace_back(Group{ software, {} }) : *same;
        group.paths << file.path;
        // A signature says nothing, the file beside it does; an image says more than its notes.
        if (group.software.kind == Kind::Unknown || software.kind == Kind::Os)
            group.software.kind = software.kind;
    }
    return groups;
}

// The words that all of them begin with: "gateway" of "gateway-os" and "gateway-apps".
QString commonBeginning(const QStringList &names)
{
    QString common = names.constFirst();
    const auto isWhole = [&common](const QString &name) {
        return name.startsWith(common)
            && (name.size() == common.size() || !name[common.size()].isLetterOrNumber());
    };
    while (!common.isEmpty() && !std::ranges::all_of(names, isWhole))
        common.chop(1);
    return common;
}

// The folder that all of them were dropped with; empty: there is none.
QString commonFolder(const QList<DroppedFile> &files)
{
    const QString &folder = files.constFirst().folder;
    return std::ranges::all_of(
               files, [&](const DroppedFile &file) { return file.folder == folder; })
        ? folder
        : QString();
}

} // namespace

QList<ModuleProposal> proposeModules(const QList<DroppedFile> &files)
{
    QList<ModuleProposal> proposals;
    const QList<Group> groups = groupsOf(files);
    for (const Group &group : groups) {
        const NamedSoftware &software = group.software;
        const bool isOneOfSeveral = std::ranges::count_if(groups, [&](const Group &other) {
            return isSameVersion(other.software, software);
        }) > 1;
        proposals << ModuleProposal{ .name = isOneOfSeveral && !software.architecture.isEmpty()
                ? software.name + u'-' + software.architecture
                : software.name,
            .version = software.version,
            .kind = software.kind,
            .paths = group.paths };
    }
    return proposals;
}

ModuleProposal proposeOneModule(const QList<DroppedFile> &files)
{
    ModuleProposal one;
    QStringList names;
    QSet<QString> versions;
    QSet<Kind> kinds;
    for (const DroppedFile &file : files) {
        const NamedSoftware read = readFilename(QFileInfo(file.path).fileName());
        one.paths << file.path;
        names << read.name;
        if (!read.version.isEmpty())
            versions << read.version;
        if (read.kind != Kind::Unknown)
            kinds << read.kind;
    }
    if (files.isEmpty())
        return one;
    const QString folder = commonFolder(files);
    const NamedSoftware ofFolder = folder.isEmpty() ? NamedSoftware() : readFolderName(folder);
    one.name = commonBeginning(names);
    if (one.name.isEmpty())
        one.name = ofFolder.name.isEmpty() ? folder : ofFolder.name;
    one.version = versions.size() == 1 ? *versions.cbegin() : ofFolder.version;
    one.kind = kinds.size() == 1 ? *kinds.cbegin() : Kind::Unknown;
    return one;
}

QString typeOfEnding(const QStringList &paths, const QList<SoftwareModuleType> &types)
{
    for (const QString &path : paths) {
        const QString ending = QFileInfo(path).suffix();
        if (ending.size() < shortestEnding || isPacked(ending))
            continue;
        for (const SoftwareModuleType &type : types) {
            const QString nameAlone = QString(type.name).remove(u' ');
            if (type.key.startsWith(ending, Qt::CaseInsensitive)
                || nameAlone.startsWith(ending, Qt::CaseInsensitive))
                return type.key;
        }
    }
    return {};
}

QString proposeType(NamedSoftware::Kind kind, const QString &name, const QStringList &knownTypes,
    const QList<KnownModule> &knownModules, const QString &ofEnding)
{
    QString type = ofEnding.isEmpty() ? keyOf(kind) : ofEnding;
    for (const KnownModule &known : knownModules) {
        if (known.name.compare(name, Qt::CaseInsensitive) == 0)
            type = known.type;
    }
    return knownTypes.contains(type) ? type : QString();
}

} // namespace falconer

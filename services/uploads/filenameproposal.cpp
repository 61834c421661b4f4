// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/filenameproposal.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

using Kind = NamedSoftware::Kind;

// What lies beside a file and speaks of it.
const QStringList &companions()
{
    static const QStringList all{ u"sig"_s, u"asc"_s, u"p7s"_s, u"cms"_s, u"pem"_s, u"sha1"_s,
        u"sha256"_s, u"sha512"_s, u"sha256sum"_s, u"md5"_s, u"md5sum"_s, u"manifest"_s, u"bmap"_s,
        u"zsync"_s, u"caibx"_s };
    return all;
}

const QStringList &packings()
{
    static const QStringList all{ u"gz"_s, u"xz"_s, u"bz2"_s, u"zst"_s, u"lz4"_s, u"lzma"_s };
    return all;
}

const QStringList &images()
{
    static const QStringList all{ u"swu"_s, u"raucb"_s, u"mender"_s, u"wic"_s, u"img"_s, u"iso"_s,
        u"ext2"_s, u"ext3"_s, u"ext4"_s, u"ubi"_s, u"ubifs"_s, u"squashfs"_s, u"sqfs"_s, u"erofs"_s,
        u"f2fs"_s, u"jffs2"_s, u"cpio"_s, u"itb"_s, u"uimage"_s, u"zimage"_s, u"bin"_s, u"hex"_s,
        u"elf"_s, u"s19"_s, u"srec"_s, u"dfu"_s, u"uf2"_s, u"fw"_s, u"rom"_s, u"sdimg"_s,
        u"rpi-sdimg"_s, u"upd"_s };
    return all;
}

const QStringList &packages()
{
    static const QStringList all{ u"tar"_s, u"tgz"_s, u"txz"_s, u"tbz2"_s, u"zip"_s, u"7z"_s,
        u"deb"_s, u"rpm"_s, u"ipk"_s, u"opk"_s, u"apk"_s, u"aab"_s, u"jar"_s, u"war"_s, u"whl"_s,
        u"msi"_s, u"exe"_s, u"dmg"_s, u"pkg"_s, u"appimage"_s, u"flatpak"_s, u"snap"_s, u"so"_s,
        u"js"_s, u"py"_s, u"sh"_s, u"json"_s, u"yaml"_s, u"yml"_s, u"toml"_s, u"xml"_s, u"conf"_s,
        u"cfg"_s, u"ini"_s, u"txt"_s, u"md"_s, u"pdf"_s };
    return all;
}

// Takes the last ".suffix" off, if it is one of these.
QString takeSuffix(QString &name, const QStringList &ofThese)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    if (dot <= 0 || !ofThese.contains(QStringView(name).mid(dot + 1), Qt::CaseInsensitive))
        return {};
    const QString suffix = name.mid(dot + 1).toLower();
    name.truncate(dot);
    return suffix;
}

// What is left when all that says how the file is made has been taken off.
QString stemOf(const QString &filename, Kind &kind)
{
    QString stem = filename;
    while (!takeSuffix(stem, companions()).isEmpty()) { }
    const bool isPacked = !takeSuffix(stem, packings()).isEmpty();
    if (!takeSuffix(stem, images()).isEmpty())
        kind = Kind::Os;
    else if (!takeSuffix(stem, packages()).isEmpty() || isPacked)
        kind = Kind::Application;
    else if (const qsizetype dot = stem.lastIndexOf(u'.'); dot > 0) {
        // A suffix that nobody knows is letters first: a version ends in figures.
        static const QRegularExpression letters(u"^[A-Za-z][A-Za-z0-9]{0,9}$"_s);
        static const QRegularExpression preRelease(
            u"^(rc|beta|alpha|dev|pre|post)\\d*$"_s, QRegularExpression::CaseInsensitiveOption);
        const QString suffix = stem.mid(dot + 1);
        if (letters.match(suffix).hasMatch() && !preRelease.match(suffix).hasMatch())
            stem.truncate(dot);
    }
    return stem;
}

struct Split {
    QString name;
    QString version;
};

// A version begins behind a separator with a figure (or v and a figure): at the first place where
// figures with points begin, else at the last place where a figure begins at all, if only figures
// follow it.
Split splitVersion(const QString &stem)
{
    static const QRegularExpression dotted(u"(?:^|[-_ .])[vV]?(\\d+(?:\\.\\d+)+.*)$"_s);
    static const QRegularExpression word(
        u"(?:^|[-_ .])(?:[vVrR](\\d[\\w.+-]*)|(\\d{4,}[\\w+-]*|\\d+))$"_s);
    for (const QRegularExpression &expression : { dotted, word }) {
        const QRegularExpressionMatch match = expression.match(stem);
        if (!match.hasMatch())
            continue;
        const QString version = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
        return { stem.left(match.capturedStart()), version };
    }
    return { stem, {} };
}

QString trimmed(const QString &text)
{
    static const QRegularExpression edges(u"^[-_ .]+|[-_ .]+$"_s);
    return QString(text).remove(edges);
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
    const Split folder = splitVersion(file.folder);
    if (folder.version.isEmpty())
        return read;
    read.version = folder.version;
    if (const QString name = trimmed(folder.name); !name.isEmpty())
        read.name = name;
    return read;
}

} // namespace

NamedSoftware readFilename(const QString &filename)
{
    NamedSoftware read;
    const QString stem = stemOf(filename, read.kind);
    const Split split = splitVersion(stem);
    read.name = trimmed(split.name);
    read.version = trimmed(split.version);
    if (read.name.isEmpty()) // "1.4.2.swu": all of it is its name
        read.name = stem;
    return read;
}

QList<ModuleProposal> proposeModules(const QList<DroppedFile> &files)
{
    QList<ModuleProposal> proposals;
    for (const DroppedFile &file : files) {
        const NamedSoftware software = readDropped(file);
        const auto same = std::ranges::find_if(proposals, [&](const ModuleProposal &proposal) {
            return proposal.name == software.name && proposal.version == software.version;
        });
        ModuleProposal &proposal = same == proposals.end() ? proposals.emplace_back(ModuleProposal{
                                       software.name, software.version, Kind::Unknown, {} })
                                                           : *same;
        proposal.paths << file.path;
        // A signature says nothing, the file beside it does; an image says more than its notes.
        if (proposal.kind == Kind::Unknown || software.kind == Kind::Os)
            proposal.kind = software.kind;
    }
    return proposals;
}

QString proposeType(NamedSoftware::Kind kind, const QString &name, const QStringList &knownTypes,
    const QList<KnownModule> &knownModules)
{
    QString type = keyOf(kind);
    for (const KnownModule &known : knownModules) {
        if (known.name.compare(name, Qt::CaseInsensitive) == 0)
            type = known.type;
    }
    return knownTypes.contains(type) ? type : QString();
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/filename.h"

#include <QList>
#include <QRegularExpression>
#include <QStringList>

#include <optional>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

using Kind = NamedSoftware::Kind;

// What lies beside a file and speaks of it, or is wrapped around it.
const QStringList &companions()
{
    static const QStringList all{ u"sig"_s, u"asc"_s, u"p7s"_s, u"cms"_s, u"pem"_s, u"sha1"_s,
        u"sha256"_s, u"sha512"_s, u"sha256sum"_s, u"md5"_s, u"md5sum"_s, u"manifest"_s, u"bmap"_s,
        u"zsync"_s, u"caibx"_s, u"enc"_s, u"gpg"_s };
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
        u"msi"_s, u"msix"_s, u"exe"_s, u"dmg"_s, u"pkg"_s, u"appimage"_s, u"flatpak"_s, u"snap"_s,
        u"so"_s, u"js"_s, u"py"_s, u"sh"_s, u"json"_s, u"yaml"_s, u"yml"_s, u"toml"_s, u"xml"_s,
        u"conf"_s, u"cfg"_s, u"ini"_s, u"txt"_s, u"md"_s, u"pdf"_s };
    return all;
}

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

// What makes a version a special one instead of naming something.
QString specials()
{
    return u"rc|beta|alpha|dev|pre|post|final|release|snapshot|build|git|dirty"_s;
}

// Takes the last ".suffix" off, if it is one of these.
QString takeSuffix(QString &name, const QStringList &ofThese)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    if (dot <= 0 || !ofThese.contains(QStringView(name).mid(dot + 1), Qt::CaseInsensitive))
        return {};
    QString suffix = name.mid(dot + 1).toLower();
    name.truncate(dot);
    return suffix;
}

struct Stem {
    QString text;   // what is left when all that says how the file is made has been taken off
    QString format; // "deb", empty: not a known one
    Kind kind = Kind::Unknown;
};

Stem stemOf(const QString &filename)
{
    Stem stem{ .text = filename };
    while (!takeSuffix(stem.text, companions()).isEmpty()) { }
    const bool isPacked = !takeSuffix(stem.text, packings()).isEmpty();
    if (stem.format = takeSuffix(stem.text, images()); !stem.format.isEmpty()) {
        stem.kind = Kind::Os;
    } else if (stem.format = takeSuffix(stem.text, packages());
               isPacked || !stem.format.isEmpty()) {
        stem.kind = Kind::Application;
    } else if (const qsizetype dot = stem.text.lastIndexOf(u'.'); dot > 0) {
        // A suffix that nobody knows is letters first: a version ends in figures.
        static const QRegularExpression letters = pattern(u"^[a-z][a-z0-9]{0,9}$"_s);
        static const QRegularExpression special = pattern(u"^(%1)\\d*$"_s.arg(specials()));
        const QString suffix = stem.text.mid(dot + 1);
        if (letters.match(suffix).hasMatch() && !special.match(suffix).hasMatch())
            stem.text.truncate(dot);
    }
    // "gateway-1.0 (1)" is a second download, "x.rootfs" what Yocto calls all of its images.
    static const QRegularExpression copyMarks
        = pattern(u"(\\s*\\([^()]*\\)|\\s+-\\s+(copy|kopie)|[.-]rootfs)+$"_s);
    if (const auto match = copyMarks.match(stem.text); match.capturedStart() > 0)
        stem.text.truncate(match.capturedStart());
    return stem;
}

QString trimmed(const QString &text)
{
    static const QRegularExpression edges(u"^[-_ .]+|[-_ .]+$"_s);
    return QString(text).remove(edges);
}

// Formats whose names have a grammar.
std::optional<NamedSoftware> readPackage(const Stem &stem)
{
    static const QRegularExpression deb = pattern(u"^([^_]+)_([^_]+)_([^_]+)$"_s);
    static const QRegularExpression rpm = pattern(u"^(.+)-([^-]+-[^-]+)\\.([^.-]+)$"_s);
    static const QRegularExpression wheel
        = pattern(u"^([^-]+)-([^-]+)(?:-\\d[^-]*)?-[^-]+-[^-]+-([^-]+)$"_s);
    const bool isDeb
        = stem.format == u"deb"_s || stem.format == u"ipk"_s || stem.format == u"opk"_s;
    const QRegularExpression *const grammar = isDeb ? &deb
        : stem.format == u"rpm"_s                   ? &rpm
        : stem.format == u"whl"_s                   ? &wheel
                                                    : nullptr;
    if (grammar == nullptr)
        return {};
    const QRegularExpressionMatch match = grammar->match(stem.text);
    if (!match.hasMatch())
        return {};
    return NamedSoftware{
        .name = match.captured(1), .version = match.captured(2), .architecture = match.captured(3)
    };
}

// The operating system and processor behind a version: "-linux-arm64".
QString takeArchitecture(QString &stem)
{
    static const QRegularExpression end = pattern(
        u"(?:[-_. "
        u"](?:linux|windows|win32|win64|macos|darwin|android|unknown|pc|poky|oe|none|gnu\\w*"
        "|musl\\w*|msvc|x86[-_]64|amd64|x64|i[3-6]86|x86|arm64|aarch64|arm(?:v[5-9]\\w*|hf|el)?"
        "|cortex[a-z]?\\w+|riscv(?:32|64)|mips(?:el|64)?|ppc64le|noarch|all|any))+$"_s);
    const QRegularExpressionMatch match = end.match(stem);
    if (match.capturedStart() <= 0)
        return {};
    stem.truncate(match.capturedStart());
    return trimmed(match.captured());
}

// "ubuntu-22.04-gateway-1.4.2": the last of several, if a word that names something stands between.
qsizetype lastVersionIn(const QString &version)
{
    static const QRegularExpression next
        = pattern(u"[-_ ](?!(?:%1|linux|to)[-_ ])[a-z]{3,}[-_ ]v?(?=\\d+\\.\\d)"_s.arg(specials()));
    qsizetype end = 0;
    for (auto matches = next.globalMatch(version); matches.hasNext();)
        end = matches.next().capturedEnd();
    return end;
}

struct Split {
    QString name;
    QString version;
};

// "1.4.2-gateway" and "20241128_gateway".
std::optional<Split> splitBefore(const QString &stem)
{
    static const QRegularExpression first
        = pattern(u"^v?(\\d+(?:\\.\\d+)+|\\d{8}|\\d{4}-\\d\\d-\\d\\d)[-_ ]+"
                  "(?!(?:%1)\\b|(?:%1)\\d)([^\\W\\d_]{2}.*)$"_s.arg(specials()));
    const QRegularExpressionMatch match = first.match(stem);
    if (!match.hasMatch() || match.captured(2).contains(u'.'))
        return {};
    return Split{ match.captured(2), match.captured(1) };
}

// A version begins behind a separator with a figure (or v and a figure): at the first place where
// figures with points begin, else where a date, a number, or the hash of a commit ends the name.
Split splitVersion(const QString &stem)
{
    if (const auto split = splitBefore(stem))
        return *split;
    static const QRegularExpression dotted
        = pattern(u"(?:^|[-_ ]|(?<!\\d)\\.)v?(\\d+(?:\\.\\d+)+.*)$"_s);
    if (const auto match = dotted.match(stem); match.hasMatch()) {
        const qsizetype at = match.capturedStart(1) + lastVersionIn(match.captured(1));
        static const QRegularExpression mark = pattern(u"[-_ .]+v?$"_s);
        return { stem.left(at).remove(mark), stem.mid(at) };
    }
    static const QRegularExpression bits(u"\\d[-_](?:32|64)$"_s); // "qemux86-64"
    if (bits.match(stem).hasMatch())
        return { stem, {} };
    static const QList<QRegularExpression> ends{
        pattern(u"(?<=[a-z])v?(\\d+(?:\\.\\d+){2,}.*)$"_s), // "Firmware1.4.2"
        pattern(u"(?:^|[-_ .])(\\d{4}[-_]\\d\\d[-_]\\d\\d(?:[-_t]\\d{4,6})?)$"_s),
        pattern(u"(?:^|[-_ .])[vr](\\d[\\d_-]*(?:[-_.+]?(?:%1)[\\w.+-]*)?)$"_s.arg(specials())),
        pattern(u"_(\\d{1,3}(?:_\\d{1,3})+)$"_s),
        pattern(u"-(\\d{1,3}(?:-\\d{1,3}){2,})$"_s),
        pattern(u"(?:^|[-_ .])(?:build[-_. ]?)?(\\d{4,}[\\w+-]*|\\d+)$"_s),
        pattern(u"[-_ .]g?(?=[0-9a-f]*\\d)([0-9a-f]{7,40})$"_s),
    };
    for (const QRegularExpression &end : ends) {
        const QRegularExpressionMatch match = end.match(stem);
        if (!match.hasMatch())
            continue;
        static const QRegularExpression parts(u"^\\d{1,3}([-_]\\d{1,3})+$"_s);
        QString version = match.captured(1);
        if (parts.match(version).hasMatch()) // "1_4_2"
            version.replace(u'_', u'.').replace(u'-', u'.');
        return { stem.left(match.capturedStart()), version };
    }
    return { stem, {} };
}

NamedSoftware readStem(const QString &stem)
{
    NamedSoftware read;
    QString text = stem;
    read.architecture = takeArchitecture(text);
    Split split = splitVersion(text);
    if (split.version.isEmpty() && !read.architecture.isEmpty()) {
        read.architecture.clear(); // not behind a version: a part of the name
        split = splitVersion(stem);
    }
    static const QRegularExpression noise = pattern(u"([-_ .]latest|[.-]rootfs)+$"_s);
    read.name = trimmed(trimmed(split.name).remove(noise));
    read.version = trimmed(split.version);
    return read;
}

} // namespace

NamedSoftware readFilename(const QString &filename)
{
    const Stem stem = stemOf(filename);
    NamedSoftware read = readPackage(stem).value_or(readStem(stem.text));
    read.kind = stem.kind;
    if (read.name.isEmpty()) // "1.4.2.swu": all of it is its name
        read.name = stem.text;
    return read;
}

NamedSoftware readFolderName(const QString &folder)
{
    return readStem(folder);
}

} // namespace falconer

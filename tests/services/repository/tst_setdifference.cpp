// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/setdifference.h"
#include "tests/services/repository/parts.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <algorithm>

using namespace falconer;
using namespace Qt::StringLiterals;

using Kind = DifferenceKind;

namespace {

SetContents contents(qint64 id, const QString &version, const QList<SoftwareModule> &modules)
{
    return { .set = { .id = id,
                 .name = u"gateway"_s,
                 .version = version,
                 .type = u"os_app"_s,
                 .complete = true,
                 .modules = modules } };
}

// "Changed os 1 -> os 2"
QStringList lines(const QList<ModuleDifference> &modules)
{
    static const char *const words[] = { "equal", "changed", "left", "right" };
    const auto text = [](const std::optional<SoftwareModule> &module) {
        return module ? module->name + u' ' + module->version : u"-"_s;
    };
    QStringList lines;
    for (const ModuleDifference &each : modules)
        lines << QString::fromLatin1(words[int(each.kind)]) + u' ' + text(each.left) + u" | "_s
                + text(each.right);
    return lines;
}

} // namespace

class tst_setdifference : public Test {
    Q_OBJECT

private slots:
    void findsNothingBetweenEquals()
    {
        SetContents one = contents(1, u"1"_s, { makeModule(1, u"os"_s, u"1"_s, u"os"_s) });
        one.artifacts[1] = { makeArtifact(u"a"_s, 3, u"ff"_s) };
        one.metadata = { { u"k"_s, u"v"_s } };
        const SetDifference difference = setDifference(one, one);
        QVERIFY(difference.isSameSoftware());
        for (const FieldDifference &field : difference.fields)
            QVERIFY(field.isEqual());
        QCOMPARE(difference.metadata.first().kind, Kind::Equal);
        QCOMPARE(difference.modules.first().artifacts.first().kind, Kind::Equal);
    }

    void aTypeIsCalledByItsName()
    {
        SetContents named = contents(1, u"1"_s, {});
        named.set.typeName = u"OS with app(s)"_s;
        const SetDifference difference = setDifference(named, contents(2, u"2"_s, {}));
        const auto type
            = std::ranges::find(difference.fields, SetField::Type, &FieldDifference::field);
        QVERIFY(type != difference.fields.end());
        QCOMPARE(type->left, u"OS with app(s)"_s);
        QCOMPARE(type->right, u"os_app"_s); // a server that tells no name
    }

    void joinsModulesByIdNameAndPlace()
    {
        const SetContents left = contents(1, u"1"_s,
            { makeModule(1, u"os"_s, u"1"_s, u"os"_s),
                makeModule(2, u"tools"_s, u"1"_s, u"application"_s),
                makeModule(3, u"panel"_s, u"1"_s, u"application"_s),
                makeModule(4, u"boot"_s, u"1"_s, u"firmware"_s) });
        const SetContents right = contents(2, u"2"_s,
            { makeModule(9, u"linux"_s, u"7"_s, u"os"_s), // the only one of its type: in its place
                makeModule(2, u"tools"_s, u"1"_s, u"application"_s),
                makeModule(8, u"panel"_s, u"2"_s, u"application"_s),
                makeModule(7, u"viewer"_s, u"1"_s, u"application"_s) });
        QCOMPARE(lines(setDifference(left, right).modules),
            QStringList({ u"changed panel 1 | panel 2"_s, u"equal tools 1 | tools 1"_s,
                u"right - | viewer 1"_s, u"left boot 1 | -"_s, u"changed os 1 | linux 7"_s }));
        QVERIFY(!setDifference(left, right).isSameSoftware());
    }

    void comparesFilesByContent()
    {
        SetContents left = contents(1, u"1"_s, { makeModule(1, u"os"_s, u"1"_s, u"os"_s) });
        SetContents right = contents(2, u"2"_s, { makeModule(2, u"os"_s, u"2"_s, u"os"_s) });
        left.artifacts[1] = { makeArtifact(u"same.bin"_s, 5, u"aa"_s),
            makeArtifact(u"changed.bin"_s, 5, u"bb"_s), makeArtifact(u"old-name.bin"_s, 7, u"cc"_s),
            makeArtifact(u"gone.bin"_s, 9, u"dd"_s) };
        right.artifacts[2] = { makeArtifact(u"new.bin"_s, 1, u"ee"_s),
            makeArtifact(u"next.bin"_s, 1, u"ef"_s), makeArtifact(u"same.bin"_s, 5, u"aa"_s),
            makeArtifact(u"changed.bin"_s, 6, u"b2"_s),
            makeArtifact(u"renamed.bin"_s, 7, u"cc"_s) };
        const QList<ArtifactDifference> files
            = setDifference(left, right).modules.first().artifacts;
        QStringList names;
        QList<Kind> kinds;
        for (const ArtifactDifference &file : files) {
            names << (file.left ? file.left->providedFilename : file.right->providedFilename);
            kinds << file.kind;
        }
        QCOMPARE(names,
            QStringList({ u"changed.bin"_s, u"gone.bin"_s, u"new.bin"_s, u"next.bin"_s,
                u"old-name.bin"_s, u"same.bin"_s }));
        QCOMPARE(kinds,
            QList<Kind>({ Kind::Changed, Kind::OnlyLeft, Kind::OnlyRight, Kind::OnlyRight,
                Kind::Changed, Kind::Equal }));
        QVERIFY(files[4].isRenamed());
        QVERIFY(!files[0].isRenamed());
    }

    // Names often hold a version.
    void joinsTheLastTwoFiles()
    {
        SetContents left = contents(1, u"1"_s, { makeModule(1, u"os"_s, u"1"_s, u"os"_s) });
        SetContents right = contents(2, u"2"_s, { makeModule(2, u"os"_s, u"2"_s, u"os"_s) });
        left.artifacts[1] = { makeArtifact(u"os-1.raucb"_s, 5, u"aa"_s) };
        right.artifacts[2] = { makeArtifact(u"os-2.raucb"_s, 6, u"bb"_s) };
        const QList<ArtifactDifference> files
            = setDifference(left, right).modules.first().artifacts;
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().kind, Kind::Changed);
        QVERIFY(!files.first().isRenamed());
    }

    // A module that is in both can still be read before and after a file was added.
    void tellsAChangedModuleByItsFiles()
    {
        SetContents left = contents(1, u"1"_s, { makeModule(1, u"os"_s, u"1"_s, u"os"_s) });
        SetContents right = left;
        right.artifacts[1] = { makeArtifact(u"a"_s, 1, u"aa"_s) };
        QCOMPARE(setDifference(left, right).modules.first().kind, Kind::Changed);
    }

    void fallsBackToWeakerHashes()
    {
        const Artifact strong{ .size = 1, .sha1 = u"11"_s, .md5 = u"m"_s, .sha256 = u"22"_s };
        Artifact old{ .size = 1, .sha1 = u"11"_s, .md5 = u"m"_s };
        QVERIFY(isSameContent(strong, old));
        old.sha1 = u"12"_s;
        QVERIFY(!isSameContent(strong, old));
        QVERIFY(!isSameContent({ .size = 1 }, { .size = 1 })); // nothing tells
        old = strong;
        old.size = 2;
        QVERIFY(!isSameContent(strong, old));
    }

    void comparesFieldsAndMetadata()
    {
        SetContents left = contents(1, u"1"_s, {});
        SetContents right = contents(2, u"2"_s, {});
        right.set.locked = true;
        left.metadata = { { u"b"_s, u"1"_s }, { u"a"_s, u"1"_s }, { u"c"_s, u"1"_s } };
        right.metadata = { { u"a"_s, u"1"_s }, { u"b"_s, u"2"_s }, { u"d"_s, u"1"_s } };
        const SetDifference difference = setDifference(left, right);
        QStringList fields;
        for (const FieldDifference &field : difference.fields) {
            if (!field.isEqual())
                fields << QString::number(int(field.field)) + u' ' + field.left + u' '
                        + field.right;
        }
        QCOMPARE(fields,
            QStringList({ QString::number(int(SetField::Version)) + u" 1 2"_s,
                QString::number(int(SetField::Locked)) + u" false true"_s }));
        QList<Kind> kinds;
        for (const MetadataDifference &each : difference.metadata)
            kinds << each.kind;
        QCOMPARE(
            kinds, QList<Kind>({ Kind::Equal, Kind::Changed, Kind::OnlyLeft, Kind::OnlyRight }));
    }
};

FALCONER_TEST(tst_setdifference)
#include "tst_setdifference.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/filenameproposal.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QString kindText(NamedSoftware::Kind kind)
{
    return kind == NamedSoftware::Kind::Os         ? u"os"_s
        : kind == NamedSoftware::Kind::Application ? u"application"_s
                                                   : QString();
}

QStringList textOf(const QList<ModuleProposal> &proposals)
{
    QStringList lines;
    for (const ModuleProposal &proposal : proposals)
        lines << QStringList{ proposal.name, proposal.version, kindText(proposal.kind),
            proposal.paths.join(u' ') }
                     .join(u'|');
    return lines;
}

} // namespace

class tst_filenameproposal : public Test {
    Q_OBJECT

private slots:
    void namesAreRead_data()
    {
        using Kind = NamedSoftware::Kind;
        QTest::addColumn<QString>("filename");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("version");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *filename, const char *name, const char *version,
                             Kind kind) {
            QTest::newRow(filename) << QString::fromLatin1(filename) << QString::fromLatin1(name)
                                    << QString::fromLatin1(version) << int(kind);
        };
        row("gateway-1.4.2.swu", "gateway", "1.4.2", Kind::Os);
        row("panel-bundle_2.0.raucb", "panel-bundle", "2.0", Kind::Os);
        row("rootfs.ext4.gz", "rootfs", "", Kind::Os);
        row("app_v1.2.3-rc1+build5.tar.gz", "app", "1.2.3-rc1+build5", Kind::Application);
        row("firmware-2024.11.28.bin", "firmware", "2024.11.28", Kind::Os);
        row("firmware-20241128.bin", "firmware", "20241128", Kind::Os);
        row("x-1.0.swu.sig", "x", "1.0", Kind::Os);
        row("x-1.0.swu.sha256", "x", "1.0", Kind::Os);
        row("README", "README", "", Kind::Unknown);
        row("README.md", "README", "", Kind::Application);
        row("settings.json", "settings", "", Kind::Application);
        row("tool-3.zip", "tool", "3", Kind::Application);
        row("tool v3.1.zip", "tool", "3.1", Kind::Application);
        row("my app 1.0.0.deb", "my app", "1.0.0", Kind::Application);
        row("libfoo_1.2.3-1_arm64.deb", "libfoo", "1.2.3-1_arm64", Kind::Application);
        row("python-3.11.2-cp311-linux.whl", "python", "3.11.2-cp311-linux", Kind::Application);
        row("core-image-qemuarm64-5.0.1.wic.xz", "core-image-qemuarm64", "5.0.1", Kind::Os);
        row("image-imx8.ext4", "image-imx8", "", Kind::Os); // a board, not a version
        row("sensor2.hex", "sensor2", "", Kind::Os);
        row("sensor-r7.hex", "sensor", "7", Kind::Os);
        row("app.1.2.3.zip", "app", "1.2.3", Kind::Application);
        row("app-1.0-rc.2.tar.xz", "app", "1.0-rc.2", Kind::Application);
        row("app-1.0.beta", "app", "1.0.beta", Kind::Unknown);
        row("app-1.0.unknown", "app", "1.0", Kind::Unknown);
        row("data.gz", "data", "", Kind::Application);
        row("GATEWAY-1.4.2.SWU", "GATEWAY", "1.4.2", Kind::Os);
        row("1.4.2.swu", "1.4.2", "1.4.2", Kind::Os);
        row("v2.swu", "v2", "2", Kind::Os);
        row(".hidden", "hidden", "", Kind::Unknown);
        row("-.bin", "-", "", Kind::Os);
        row("a--1.0--.bin", "a", "1.0", Kind::Os);
    }

    void namesAreRead()
    {
        QFETCH(QString, filename);
        QFETCH(QString, name);
        QFETCH(QString, version);
        QFETCH(int, kind);
        const NamedSoftware read = readFilename(filename);
        QCOMPARE(read.name, name);
        QCOMPARE(read.version, version);
        QCOMPARE(int(read.kind), kind);
    }

    void otherScriptsAreNamesToo()
    {
        QCOMPARE(readFilename(u"Steuergerät-1.0.swu"_s).name, u"Steuergerät"_s);
        QCOMPARE(readFilename(u"网关_2.1.zip"_s).name, u"网关"_s);
    }

    void oneFileIsOneModule()
    {
        QCOMPARE(textOf(proposeModules({ { u"/d/gateway-1.4.2.swu"_s, {} } })),
            QStringList{ u"gateway|1.4.2|os|/d/gateway-1.4.2.swu"_s });
        QVERIFY(proposeModules({}).isEmpty());
    }

    void filesOfOneStemShareAModule()
    {
        QCOMPARE(textOf(proposeModules({ { u"/d/x-1.0.swu.sig"_s, {} }, { u"/d/x-1.0.swu"_s, {} },
                     { u"/d/x-1.1.swu"_s, {} }, { u"/d/x-1.0.zip"_s, {} } })),
            QStringList({ u"x|1.0|os|/d/x-1.0.swu.sig /d/x-1.0.swu /d/x-1.0.zip"_s,
                u"x|1.1|os|/d/x-1.1.swu"_s }));
    }

    void theFolderTellsTheVersionThatAFileHasNot()
    {
        QCOMPARE(
            textOf(proposeModules({ { u"/d/gateway-1.4.2/rootfs.ext4.gz"_s, u"gateway-1.4.2"_s },
                { u"/d/gateway-1.4.2/kernel.img"_s, u"gateway-1.4.2"_s },
                { u"/d/gateway-1.4.2/tool-3.0.zip"_s, u"gateway-1.4.2"_s } })),
            QStringList({ u"gateway|1.4.2|os|/d/gateway-1.4.2/rootfs.ext4.gz "
                          "/d/gateway-1.4.2/kernel.img"_s,
                u"tool|3.0|application|/d/gateway-1.4.2/tool-3.0.zip"_s }));
        QCOMPARE(textOf(proposeModules({ { u"/d/out/rootfs.ext4"_s, u"out"_s } })),
            QStringList{ u"rootfs||os|/d/out/rootfs.ext4"_s });
        QCOMPARE(textOf(proposeModules({ { u"/d/2.0/rootfs.ext4"_s, u"2.0"_s } })),
            QStringList{ u"rootfs|2.0|os|/d/2.0/rootfs.ext4"_s });
    }

    void modulesOfTheSameNameTellTheType()
    {
        using Kind = NamedSoftware::Kind;
        const QStringList types{ u"os"_s, u"application"_s };
        const QList<KnownModule> known{ { u"gateway"_s, u"1.3"_s, u"os"_s, 1 },
            { u"gateway"_s, u"1.4"_s, u"application"_s, 2 }, { u"panel"_s, u"1"_s, u"gone"_s, 3 } };
        QCOMPARE(proposeType(Kind::Os, u"gateway"_s, types, known), u"application"_s);
        QCOMPARE(proposeType(Kind::Os, u"Gateway"_s, types, known), u"application"_s);
        QCOMPARE(proposeType(Kind::Os, u"other"_s, types, known), u"os"_s);
        QCOMPARE(proposeType(Kind::Application, u"other"_s, types, {}), u"application"_s);
        QCOMPARE(proposeType(Kind::Unknown, u"other"_s, types, known), QString());
        // What the server no longer has is nothing to propose.
        QCOMPARE(proposeType(Kind::Os, u"panel"_s, types, known), QString());
        QCOMPARE(proposeType(Kind::Os, u"other"_s, { u"bundle"_s }, {}), QString());
    }
};

FALCONER_TEST(tst_filenameproposal)
#include "tst_filenameproposal.moc"

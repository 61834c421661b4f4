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
        row("libfoo_1.2.3-1_arm64.deb", "libfoo", "1.2.3-1", Kind::Application);
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

    // As they lie on the shares of release engineers.
    void realNamesAreRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("architecture");
        const auto row = [](const QString &filename, const QString &name, const QString &version,
                             const QString &architecture = {}) {
            QTest::newRow(qPrintable(filename)) << name << version << architecture;
        };
        // Yocto: the date behind the machine, "rootfs" in either place.
        row(u"core-image-minimal-raspberrypi4-64-20241128093015.rootfs.wic.bz2"_s,
            u"core-image-minimal-raspberrypi4-64"_s, u"20241128093015"_s);
        row(u"core-image-minimal-raspberrypi4-64.rootfs-20241128093015.wic.bmap"_s,
            u"core-image-minimal-raspberrypi4-64"_s, u"20241128093015"_s);
        row(u"core-image-minimal-qemux86-64.ext4"_s, u"core-image-minimal-qemux86-64"_s, {});
        row(u"acme-image-imx8mp-lpddr4-evk.swu"_s, u"acme-image-imx8mp-lpddr4-evk"_s, {});
        row(u"gateway-os-2.4.0.rootfs.tar.xz.sha256"_s, u"gateway-os"_s, u"2.4.0"_s);
        row(u"u-boot-2024.04.bin"_s, u"u-boot"_s, u"2024.04"_s);
        row(u"kernel-6.6.32-yocto-standard.itb"_s, u"kernel"_s, u"6.6.32-yocto-standard"_s);
        // Bundles.
        row(u"bundle-panel-v2.3.0-rc.1.raucb"_s, u"bundle-panel"_s, u"2.3.0-rc.1"_s);
        row(u"update-bundle-2024.11.28-1.raucb"_s, u"update-bundle"_s, u"2024.11.28-1"_s);
        row(u"artifact_1.4.2_arm64.mender"_s, u"artifact"_s, u"1.4.2"_s, u"arm64"_s);
        row(u"ubuntu-22.04-gateway-1.4.2.img.xz"_s, u"ubuntu-22.04-gateway"_s, u"1.4.2"_s);
        row(u"gateway-1.4.1-to-1.4.2.swu"_s, u"gateway"_s, u"1.4.1-to-1.4.2"_s);
        row(u"gateway-1.4.2.swu.enc"_s, u"gateway"_s, u"1.4.2"_s);
        // Dates.
        row(u"release-2024-11-28.mender"_s, u"release"_s, u"2024-11-28"_s);
        row(u"gateway_2024_11_28.swu"_s, u"gateway"_s, u"2024_11_28"_s);
        row(u"gateway-20241128-0930.swu"_s, u"gateway"_s, u"20241128-0930"_s);
        row(u"gateway-2024W48.swu"_s, u"gateway"_s, u"2024W48"_s);
        // The version first.
        row(u"2.0.1-gateway.swu"_s, u"gateway"_s, u"2.0.1"_s);
        row(u"v2.0.1_gateway-panel.swu"_s, u"gateway-panel"_s, u"2.0.1"_s);
        row(u"20241128-gateway.swu"_s, u"gateway"_s, u"20241128"_s);
        row(u"2.0-rc1.swu"_s, u"2.0-rc1"_s, u"2.0-rc1"_s);
        // Packages.
        row(u"falcon-agent_2.1.0+dfsg-1~bpo12+1_amd64.deb"_s, u"falcon-agent"_s,
            u"2.1.0+dfsg-1~bpo12+1"_s, u"amd64"_s);
        row(u"falcon-agent-2.1.0-3.el9.x86_64.rpm"_s, u"falcon-agent"_s, u"2.1.0-3.el9"_s,
            u"x86_64"_s);
        row(u"tool-12-1.fc40.noarch.rpm"_s, u"tool"_s, u"12-1.fc40"_s, u"noarch"_s);
        row(u"opkg-utils_0.4.5-r0_cortexa53.ipk"_s, u"opkg-utils"_s, u"0.4.5-r0"_s, u"cortexa53"_s);
        row(u"acme_agent-3.11.2-py3-none-any.whl"_s, u"acme_agent"_s, u"3.11.2"_s, u"any"_s);
        row(u"node_exporter-1.8.2.linux-arm64.tar.gz"_s, u"node_exporter"_s, u"1.8.2"_s,
            u"linux-arm64"_s);
        row(u"telegraf-1.32.3_linux_armhf.tar.gz"_s, u"telegraf"_s, u"1.32.3"_s, u"linux_armhf"_s);
        row(u"agent-0.9.1-aarch64-unknown-linux-gnu.tar.zst"_s, u"agent"_s, u"0.9.1"_s,
            u"aarch64-unknown-linux-gnu"_s);
        row(u"agent-arm64.tar.gz"_s, u"agent-arm64"_s, {});
        row(u"Falconer-Setup-1.2.3-x64.exe"_s, u"Falconer-Setup"_s, u"1.2.3"_s, u"x64"_s);
        row(u"com.acme.panel_1.2.3.apk"_s, u"com.acme.panel"_s, u"1.2.3"_s);
        row(u"panel-ui-1.0.0-SNAPSHOT.jar"_s, u"panel-ui"_s, u"1.0.0-SNAPSHOT"_s);
        // Firmware.
        row(u"controller-fw-v1.2.3-14-g2414721.bin"_s, u"controller-fw"_s, u"1.2.3-14-g2414721"_s);
        row(u"controller-fw-v1.2.3-dirty.hex"_s, u"controller-fw"_s, u"1.2.3-dirty"_s);
        row(u"controller-fw-9f3c1ab.hex"_s, u"controller-fw"_s, u"9f3c1ab"_s);
        row(u"controller-facade.hex"_s, u"controller-facade"_s, {});
        row(u"STM32F407_bootloader_r12.hex"_s, u"STM32F407_bootloader"_s, u"12"_s);
        row(u"sensor_1_4_2.hex"_s, u"sensor"_s, u"1.4.2"_s);
        row(u"sensor-v1-4.hex"_s, u"sensor"_s, u"1.4"_s);
        row(u"sensor_fw-1.2.3_hw-2.0.hex"_s, u"sensor_fw"_s, u"1.2.3_hw-2.0"_s);
        row(u"GatewayFirmwareV1.4.2.bin"_s, u"GatewayFirmware"_s, u"1.4.2"_s);
        row(u"firmware build 1234.bin"_s, u"firmware"_s, u"1234"_s);
        row(u"ESP32-S3.bin"_s, u"ESP32-S3"_s, {});
        row(u"panel-v2-kiosk.zip"_s, u"panel-v2-kiosk"_s, {});
        row(u"gateway-latest.swu"_s, u"gateway"_s, {});
        // From a download folder.
        row(u"gateway-1.4.2 (1).swu"_s, u"gateway"_s, u"1.4.2"_s);
        row(u"gateway-1.4.2 - Copy.swu"_s, u"gateway"_s, u"1.4.2"_s);
        row(u"Steuergerät Firmware 3.2.1 (final).zip"_s, u"Steuergerät Firmware"_s, u"3.2.1"_s);
        row(u"网关-固件_2.1.zip"_s, u"网关-固件"_s, u"2.1"_s);
        row(u"1.0-прошивка.bin"_s, u"прошивка"_s, u"1.0"_s);
    }

    void realNamesAreRead()
    {
        QFETCH(QString, name);
        QFETCH(QString, version);
        QFETCH(QString, architecture);
        const NamedSoftware read = readFilename(QString::fromUtf8(QTest::currentDataTag()));
        QCOMPARE(read.name, name);
        QCOMPARE(read.version, version);
        QCOMPARE(read.architecture, architecture);
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

    void severalArchitecturesAreSeveralModules()
    {
        QCOMPARE(textOf(proposeModules({ { u"/d/agent_1.0_arm64.deb"_s, {} },
                     { u"/d/agent_1.0_armhf.deb"_s, {} }, { u"/d/agent_1.0_arm64.deb.sig"_s, {} },
                     { u"/d/tool_2.0_arm64.deb"_s, {} } })),
            QStringList(
                { u"agent-arm64|1.0|application|/d/agent_1.0_arm64.deb /d/agent_1.0_arm64.deb.sig"_s,
                    u"agent-armhf|1.0|application|/d/agent_1.0_armhf.deb"_s,
                    u"tool|2.0|application|/d/tool_2.0_arm64.deb"_s }));
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

    void allFilesShareAModuleNamedAfterWhatIsCommon()
    {
        const auto text = [](const QList<DroppedFile> &files) {
            return textOf({ proposeOneModule(files) }).constFirst();
        };
        QCOMPARE(text({ { u"/d/gateway-os-1.4.img"_s, {} }, { u"/d/gateway-apps-1.4.img"_s, {} } }),
            u"gateway|1.4|os|/d/gateway-os-1.4.img /d/gateway-apps-1.4.img"_s);
        // Versions that differ are nobody's, and half a word is no name.
        QCOMPARE(text({ { u"/d/panel-1.img"_s, {} }, { u"/d/panic-2.zip"_s, {} } }),
            u"|||/d/panel-1.img /d/panic-2.zip"_s);
        const QString folder = u"drop-3.0"_s;
        QCOMPARE(text({ { u"/d/drop-3.0/a.img"_s, folder }, { u"/d/drop-3.0/b.img"_s, folder } }),
            u"drop|3.0|os|/d/drop-3.0/a.img /d/drop-3.0/b.img"_s);
        QCOMPARE(text({ { u"/d/out/a.img"_s, u"out"_s }, { u"/d/out/b-2.img"_s, u"out"_s } }),
            u"out|2|os|/d/out/a.img /d/out/b-2.img"_s);
        QVERIFY(proposeOneModule({}).paths.isEmpty());
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
        // The ending comes behind the same name, and before what files of this kind are.
        QCOMPARE(
            proposeType(Kind::Os, u"other"_s, types, known, u"application"_s), u"application"_s);
        QCOMPARE(proposeType(Kind::Os, u"gateway"_s, types, known, u"os"_s), u"application"_s);
    }

    void aTypeIsCalledAfterTheEndingOfItsFiles()
    {
        const QList<SoftwareModuleType> types{ { .key = u"os"_s, .name = u"OS"_s },
            { .key = u"target-agent"_s, .name = u"Target agent"_s },
            { .key = u"raucbundle"_s, .name = u"RAUC bundle"_s },
            { .key = u"up"_s, .name = u"SWUpdate"_s } };
        QCOMPARE(typeOfEnding({ u"/d/panel-bundle_2.0.raucb"_s }, types), u"raucbundle"_s);
        QCOMPARE(typeOfEnding({ u"/d/notes.txt"_s, u"/d/gateway-1.0.SWU"_s }, types), u"up"_s);
        QCOMPARE(typeOfEnding({ u"/d/rootfs-1.0.tar"_s }, types), QString());
        QCOMPARE(typeOfEnding({ u"/d/rootfs-1.0.o"_s, u"/d/rootfs"_s }, types), QString());
    }
};

FALCONER_TEST(tst_filenameproposal)
#include "tst_filenameproposal.moc"

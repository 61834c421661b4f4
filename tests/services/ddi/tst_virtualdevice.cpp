// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ddi/virtualdevice.h"
#include "tests/support/simulatorbench.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr int waitMs = 30'000;

// A device that talks to a simulator over the wire, a hundred times faster than in life.
struct Rig {
    explicit Rig(double speed = 100)
        : pace{ .speed = speed, .pollMs = 5'000, .busyPollMs = 2'000 }
        , client({ .server = bench.url(),
              .credentials = { .scheme = Credentials::Scheme::GatewayToken,
                  .secret = SimulatorBench::gatewayToken },
              .useSystemProxy = false })
    {
    }

    void start(Temper temper, quint32 seed = 3, bool confirms = true)
    {
        device = std::make_unique<VirtualDevice>(
            DeviceProfile{ .device = { .controllerId = u"dev-1"_s },
                .temper = temper,
                .seed = seed,
                .attributes = { { u"serial"_s, u"SN-1"_s } },
                .confirms = confirms },
            pace, client, wheel);
        device->start(0);
    }
    bool said(qint64 action, const QString &text)
    {
        return !bench.messages(action).filter(text).isEmpty();
    }
    QByteArray actionPath(qint64 action) const
    {
        return "targets/dev-1/actions/" + QByteArray::number(action);
    }

    SimulatorBench bench;
    DevicePace pace;
    TimerWheel wheel;
    Client client;
    std::unique_ptr<VirtualDevice> device;
};

} // namespace

class tst_virtualdevice : public Test {
    Q_OBJECT

private slots:
    void installs()
    {
        Rig rig;
        const qint64 action = rig.bench.assign(rig.bench.gatewayOs());
        rig.start(Temper::Normal);
        QTRY_COMPARE_WITH_TIMEOUT(rig.bench.action(action).status, u"finished"_s, waitMs);
        const SimTarget target = rig.bench.target();
        QCOMPARE(target.updateStatus, u"in_sync"_s);
        QCOMPARE(target.installedSet, rig.bench.gatewayOs());
        QCOMPARE(target.attributes.value(u"serial"_s), u"SN-1"_s);
        const QStringList types = rig.bench.types(action);
        // Two artifacts, both fetched once.
        QCOMPARE(types.first(4),
            (QStringList{ u"running"_s, u"retrieved"_s, u"download"_s, u"download"_s }));
        QCOMPARE(types.count(u"download"_s), 2);
        QCOMPARE(types.count(u"retrieved"_s), 1);
        const QStringList messages = rig.bench.messages(action);
        QVERIFY(messages.indexOf(u"File checksum OK."_s) < messages.indexOf(u"installing"_s));
        QVERIFY(messages.contains(u" 85% Copying image to rootfs.1"_s));
        QCOMPARE(messages.last(), u"Software bundle installed successfully."_s);
    }

    void failsWithItsCause()
    {
        Rig rig;
        const qint64 action = rig.bench.assign(rig.bench.gatewayOs());
        rig.start(Temper::Fails);
        QTRY_COMPARE_WITH_TIMEOUT(rig.bench.action(action).status, u"error"_s, waitMs);
        QCOMPARE(rig.bench.target().updateStatus, u"error"_s);
        QCOMPARE(rig.bench.target().assignedSet, 0);
        QCOMPARE(rig.bench.target().installedSet, 0);
    }

    void refusesBytesThatAreNotTheAnnouncedOnes()
    {
        Rig rig;
        rig.bench.change([](Fleet &fleet) {
            for (auto &[id, module] : fleet.modules.rows())
                module.artifacts.first().content[0] = char(module.artifacts.first().content[0] + 1);
        });
        const qint64 action = rig.bench.assign(rig.bench.gatewayOs());
        rig.start(Temper::Normal);
        QTRY_COMPARE_WITH_TIMEOUT(rig.bench.action(action).status, u"error"_s, waitMs);
        QVERIFY(rig.bench.messages(action).constLast().contains(u"Invalid checksum"_s));
        QVERIFY(!rig.said(action, u"installing"_s));
    }

    void confirmsACancelWhileDownloading()
    {
        Rig rig(20);
        const qint64 action = rig.bench.assign(rig.bench.gatewayOs());
        rig.start(Temper::Normal);
        QTRY_VERIFY_WITH_TIMEOUT(rig.bench.types(action).contains(u"download"_s), waitMs);
        QCOMPARE(rig.bench.manage("DELETE", rig.actionPath(action)).status, 204);
        QTRY_COMPARE_WITH_TIMEOUT(rig.bench.action(action).status, u"canceled"_s, waitMs);
        const QStringList messages = rig.bench.messages(action);
        QCOMPARE(messages.last(3),
            (QStringList{ u"Update Server: Cancellation confirmed."_s, u"Action canceled."_s,
                u"Update Server: Cancellation completion is finished successfully."_s }));
        QVERIFY(!rig.said(action, u"installing"_s));
        QCOMPARE(rig.bench.target().updateStatus, u"in_sync"_s);
    }

    void rejectsACancelWhileInstalling()
    {
        Rig rig(20);
        const qint64 action = rig.bench.assign(rig.bench.gatewayOs());
        rig.start(Temper::Normal);
        QTRY_VERIFY_WITH_TIMEOUT(rig.said(action, u"Installing"_s), waitMs);
        QCOMPARE(rig.bench.manage("DELETE", rig.actionPath(action)).status, 204);
        QTRY_VERIFY_WITH_TIMEOUT(rig.bench.types(action).contains(u"cancel_rejected"_s), waitMs);
        QTRY_COMPARE_WITH_TIMEOUT(rig.bench.action(action).status, u"finished"_s, waitMs);
    }

    void staysSilentAndIsForceQuit()
    {
        Rig rig;
        const qint64 action = rig.bench.assign(rig.bench.gatewayOs());
        rig.start(Temper::Hangs);
        QTRY_VERIFY_WITH_TIMEOUT(rig.said(action, u"Copying image"_s), waitMs);
        // It hears nothing any more: neither a poll nor a report goes out.
        auto isQuiet = [&, last = qint64(-1)]() mutable {
            const qint64 sent = rig.client.sentCount();
            return std::exchange(last, sent) == sent;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isQuiet(), waitMs);
        const qint64 sent = rig.client.sentCount();
        QCOMPARE(rig.bench.manage("DELETE", rig.actionPath(action)).status, 204);
        rig.device->nudge(0);
        QTRY_VERIFY(isQuiet());
        QCOMPARE(rig.client.sentCount(), sent);
        QCOMPARE(rig.bench.action(action).status, u"canceling"_s);
        QCOMPARE(rig.bench.manage("DELETE", rig.actionPath(action) + "?force=true").status, 204);
        QCOMPARE(rig.bench.action(action).status, u"canceled"_s);
        QCOMPARE(rig.bench.messages(action).constLast(),
            u"Update Server: A force quit has been performed."_s);
    }

    void asksForConfirmationFirst()
    {
        Rig rig;
        rig.bench.manage("PUT", "system/configs/user.confirmation.flow.enabled",
            QJsonObject{ { u"value"_s, true } });
        const qint64 action = rig.bench.assign(rig.bench.gatewayOs());
        QCOMPARE(rig.bench.action(action).status, u"wait_for_confirmation"_s);
        rig.start(Temper::Normal);
        QTRY_COMPARE_WITH_TIMEOUT(rig.bench.action(action).status, u"finished"_s, waitMs);
        QVERIFY(rig.said(action, u"Target confirmed action"_s));
    }

    void obeysSoft()
    {
        Rig rig;
        const qint64 action = rig.bench.assign(rig.bench.gatewayOs(), { { u"type"_s, u"soft"_s } });
        rig.start(Temper::Normal);
        QTRY_COMPARE_WITH_TIMEOUT(rig.bench.action(action).status, u"finished"_s, waitMs);
    }

    void onlyDownloads()
    {
        Rig rig;
        const qint64 action
            = rig.bench.assign(rig.bench.gatewayOs(), { { u"type"_s, u"downloadonly"_s } });
        rig.start(Temper::Normal);
        QTRY_COMPARE_WITH_TIMEOUT(rig.bench.action(action).status, u"downloaded"_s, waitMs);
        QVERIFY(!rig.said(action, u"installing"_s));
        QCOMPARE(rig.bench.target().installedSet, 0);
    }

    void waitsForTheMaintenanceWindow()
    {
        Rig rig;
        const QJsonObject never{ { u"schedule"_s, u"0 0 3 1 1 ? 2099"_s },
            { u"duration"_s, u"00:10:00"_s }, { u"timezone"_s, u"Z"_s } };
        const qint64 action
            = rig.bench.assign(rig.bench.gatewayOs(), { { u"maintenanceWindow"_s, never } });
        rig.start(Temper::Normal);
        QTRY_VERIFY_WITH_TIMEOUT(rig.said(action, u"File checksum OK."_s), waitMs);
        QTRY_VERIFY(rig.bench.types(action).count(u"retrieved"_s) > 1);
        QVERIFY(!rig.said(action, u"installing"_s));
        rig.bench.change(
            [&](Fleet &fleet) { fleet.actions.find(action)->window->schedule = u"0 * * * * ?"_s; });
        QTRY_COMPARE_WITH_TIMEOUT(rig.bench.action(action).status, u"finished"_s, waitMs);
        QVERIFY(rig.said(action, u"Download complete. 0.00 MB/s"_s));
    }

    void batchesItsLog()
    {
        Rig rig;
        const qint64 action = rig.bench.assign(rig.bench.gatewayOs());
        rig.start(Temper::Batches);
        QTRY_VERIFY_WITH_TIMEOUT(!rig.bench.action(action).active, waitMs);
        QVERIFY(rig.said(action, u"Migrating"_s));
        QVERIFY(rig.bench.types(action).size() < 14);
    }
};

FALCONER_TEST(tst_virtualdevice)
#include "tst_virtualdevice.moc"

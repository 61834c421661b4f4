// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/differencegatherer.h"
#include "tests/services/repository/simulatedclient.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_contentsreader : public Test {
    Q_OBJECT

private slots:
    void comparesTwoVersions()
    {
        SimulatedClient stage;
        DifferenceGatherer gatherer(stage.client);
        QSignalSpy finished(&gatherer, &DifferenceGatherer::finished);
        gatherer.compareSets(stage.bench.setOf(DemoProduct::GatewayOs, u"2.3.1"_s),
            stage.bench.setOf(DemoProduct::GatewayOs, u"2.4.0"_s));
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!gatherer.error());
        const std::optional<SetDifference> difference = gatherer.difference();
        QVERIFY(difference);
        QCOMPARE(difference->modules.size(), 2);
        for (const ModuleDifference &module : difference->modules) {
            QCOMPARE(module.kind, DifferenceKind::Changed);
            QCOMPARE(module.artifacts.size(), 1); // whose name holds the version
            QCOMPARE(module.artifacts.first().kind, DifferenceKind::Changed);
        }
        QCOMPARE(difference->metadata.size(), 1);
        QCOMPARE(difference->metadata.first().kind, DifferenceKind::Equal);
        // Two sets, the metadata of both, the artifacts of four modules; nothing else.
        QCOMPARE(stage.client.sentCount(), 8);
    }

    void comparesWithWhatIsInstalled()
    {
        SimulatedClient stage;
        const qint64 installed = stage.bench.setOf(DemoProduct::GatewayOs, u"2.3.1"_s);
        stage.bench.change(
            [&](Fleet &fleet) { fleet.targets.edit(u"dev-1"_s)->installedSet = installed; });
        DifferenceGatherer gatherer(stage.client);
        QSignalSpy finished(&gatherer, &DifferenceGatherer::finished);
        gatherer.compareWithInstalled(u"dev-1"_s, installed);
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(gatherer.difference() && gatherer.difference()->isSameSoftware());
        QCOMPARE(gatherer.left()->set.id, installed);
    }

    void saysThatNothingIsInstalled()
    {
        SimulatedClient stage;
        DifferenceGatherer gatherer(stage.client);
        QSignalSpy finished(&gatherer, &DifferenceGatherer::finished);
        gatherer.compareWithInstalled(u"dev-1"_s, stage.bench.gatewayOs());
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!gatherer.error() && !gatherer.left() && gatherer.right());
        QVERIFY(!gatherer.difference());
    }

    // Servers answer alike for a device that does not exist.
    void saysThatThereIsNoSuchDevice()
    {
        SimulatedClient stage;
        QCOMPARE(stage.bench.manage("GET", "targets/nosuch/installedDS").status, 204);
        DifferenceGatherer gatherer(stage.client);
        QSignalSpy finished(&gatherer, &DifferenceGatherer::finished);
        gatherer.compareWithInstalled(u"nosuch"_s, stage.bench.gatewayOs());
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(gatherer.error());
        QCOMPARE(gatherer.error()->kind, ErrorKind::NotFound);
        QVERIFY(!gatherer.left() && gatherer.right());
    }

    void passesAProblemOn()
    {
        SimulatedClient stage;
        DifferenceGatherer gatherer(stage.client);
        QSignalSpy finished(&gatherer, &DifferenceGatherer::finished);
        gatherer.compareSets(4711, stage.bench.gatewayOs());
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(gatherer.error());
        QCOMPARE(gatherer.error()->kind, ErrorKind::NotFound);
        QVERIFY(!gatherer.difference());
    }

    void isSilentOnceStopped()
    {
        SimulatedClient stage;
        DifferenceGatherer gatherer(stage.client);
        QSignalSpy finished(&gatherer, &DifferenceGatherer::finished);
        gatherer.compareSets(stage.bench.gatewayOs(), stage.bench.gatewayOs());
        gatherer.stop();
        QVERIFY(!gatherer.isReading());
        bool isAnswered = false; // what was asked before would be by now
        const Call after = stage.client.send(getDistributionSet(stage.bench.gatewayOs()),
            [&](const Result<DistributionSet> &) { isAnswered = true; });
        QTRY_VERIFY(isAnswered);
        QCOMPARE(finished.count(), 0);
    }
};

FALCONER_TEST(tst_contentsreader)
#include "tst_contentsreader.moc"

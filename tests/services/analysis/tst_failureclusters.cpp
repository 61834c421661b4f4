// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/failureclusters.h"
#include "tests/services/analysis/madetimeline.h"
#include "tests/services/analysis/recordedfleet.h"
#include "tests/support/devicehistories.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

Failure failure(const QString &device, double seconds, const QString &message,
    std::optional<int> code = {}, CauseSource source = CauseSource::LastError)
{
    return { device, at(seconds), message, source, code };
}

// Of all recorded histories but the fleet's, each device named as its file.
QList<Failure> recordedFailures()
{
    QList<Failure> failures;
    const QStringList files = deviceHistoryFiles();
    for (const QString &file : files) {
        if (file == "ddi-scripted-fleet-200"_L1)
            continue;
        const QList<DeviceHistory> histories = loadDeviceHistories(file);
        for (const DeviceHistory &history : histories) {
            const Timeline timeline = buildTimeline(history.action, history.statuses);
            if (const auto found = failureOf(file, timeline))
                failures << *found;
        }
    }
    return failures;
}

QList<Failure> fleetFailures()
{
    QList<Failure> failures;
    const QList<FleetDevice> fleet = recordedFleet();
    for (const FleetDevice &device : fleet) {
        if (const auto found = failureOf(device.controllerId, device.timeline))
            failures << *found;
    }
    return failures;
}

QStringList devicesOf(const QList<FailureCluster> &clusters)
{
    QStringList lines;
    for (const FailureCluster &cluster : clusters)
        lines << cluster.devices.join(u' ');
    return lines;
}

} // namespace

class tst_failureclusters : public Test {
    Q_OBJECT

private slots:
    void whatDiffersIsStripped_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("pattern");
        const auto row = [](const char *name, const QString &message, const QString &pattern) {
            QTest::newRow(name) << message << pattern;
        };
        row("nothing", u"No space left on device"_s, u"No space left on device"_s);
        row("empty", u" \n "_s, {});
        row("numbers", u"Slot (12582912 bytes) is too small for image (20971520 bytes)."_s,
            u"Slot (# bytes) is too small for image (# bytes)."_s);
        row("negative, decimal", u"exit -1 after 2.5 s"_s, u"exit # after # s"_s);
        row("per cent", u"Refusing: battery below 50 %"_s, u"Refusing: battery below # %"_s);
        row("a name with a number", u"Failed updating slot rootfs.1: no"_s,
            u"Failed updating slot rootfs.#: no"_s);
        row("path", u"cannot open /var/lib/x-1/a.b: denied"_s, u"cannot open #: denied"_s);
        row("path of swupdate", u"cannot open /var /lib /x: denied"_s, u"cannot open #: denied"_s);
        row("path of Windows", u"cannot open C:\\temp\\a.bin"_s, u"cannot open #"_s);
        row("no path", u"read/write error"_s, u"read/write error"_s);
        row("address", u"https://a.example:8080/b?c=1: timeout"_s, u"#: timeout"_s);
        row("hex", u"HASH mismatch : 00ab22d5df086d0f <--> 5891b5b522d5df08"_s,
            u"HASH mismatch : # <--> #"_s);
        row("hex with 0x", u"at 0xDEADbeef"_s, u"at #"_s);
        row("a word of hex letters", u"defaced facade"_s, u"defaced facade"_s);
        row("uuid", u"bundle 123e4567-e89b-12d3-a456-426614174000 lost"_s, u"bundle # lost"_s);
        row("MAC", u"no answer of 00:1b:44:11:3a:b7"_s, u"no answer of #"_s);
        row("version", u"needs V4.0.0, has 3.9.12-rc1+g12ab"_s, u"needs #, has #"_s);
        row("IP and port", u"10.0.0.17:8080 refused"_s, u"# refused"_s);
        row("quoted", u"Expected 'gateway' but bundle has 'other-board'"_s,
            u"Expected # but bundle has #"_s);
        row("quoted twice", u"\"a b\" is not \"c\""_s, u"# is not #"_s);
        row("an apostrophe", u"can't open, won't try"_s, u"can't open, won't try"_s);
        row("prefix", u"Installation error: no"_s, u"no"_s);
        row("prefixes", u"LastError: Installation error: no"_s, u"no"_s);
        row("lines stay", u"execute scripts failed\nmigrate: 3 left"_s,
            u"execute scripts failed\nmigrate: # left"_s);
        row("another alphabet", u"Ошибка 17: нет места"_s, u"Ошибка #: нет места"_s);
    }

    void whatDiffersIsStripped()
    {
        QFETCH(QString, message);
        QFETCH(QString, pattern);
        QCOMPARE(failurePattern(message), pattern);
        QCOMPARE(failurePattern(pattern), pattern); // nothing is left to strip
    }

    void anEndlessMessageIsCut()
    {
        QVERIFY(failurePattern(QString(1'000'000, u'/')).size() <= 4'096);
        QVERIFY(failurePattern(QString(1'000'000, u'\'')).size() <= 4'096);
        QVERIFY(failurePattern(u"/a"_s.repeated(500'000)).size() <= 4'096);
        QVERIFY(failurePattern(u"1."_s.repeated(500'000)).size() <= 4'096);
    }

    void aClusterTellsWhoAndWhen()
    {
        const QList<FailureCluster> clusters
            = clusterFailures({ failure(u"b"_s, 20, u"exit 2"_s, 7),
                failure(u"a"_s, 30, u"exit 3"_s), failure(u"b"_s, 10, u"exit 1"_s, 5) });
        QCOMPARE(clusters.size(), 1);
        const FailureCluster &cluster = clusters.first();
        QCOMPARE(cluster.pattern, u"exit #"_s);
        QCOMPARE(cluster.code, 7); // the last one told
        QCOMPARE(cluster.count, 3);
        QCOMPARE(cluster.firstSeen, at(10));
        QCOMPARE(cluster.lastSeen, at(30));
        QCOMPARE(cluster.devices, QStringList({ u"a"_s, u"b"_s }));
        QCOMPARE(cluster.example, u"exit 3"_s);
        QVERIFY(!cluster.hadBefore);
    }

    void theLargestIsFirstThenTheLatest()
    {
        const QList<FailureCluster> clusters
            = clusterFailures({ failure(u"a"_s, 1, u"early"_s), failure(u"b"_s, 2, u"late"_s),
                failure(u"c"_s, 0, u"often"_s), failure(u"d"_s, 0, u"often"_s) });
        QCOMPARE(devicesOf(clusters), QStringList({ u"c d"_s, u"b"_s, u"a"_s }));
    }

    void theFormerSetIsKnown()
    {
        const QList<FailureCluster> clusters
            = clusterFailures({ failure(u"a"_s, 2, u"exit 4"_s), failure(u"b"_s, 1, u"new"_s) },
                { failure(u"z"_s, 0, u"exit 9"_s), failure(u"z"_s, 0, u"gone"_s) });
        QCOMPARE(clusters.size(), 2); // what is gone is no cluster
        QVERIFY(clusters[0].hadBefore);
        QVERIFY(!clusters[1].hadBefore);
        QCOMPARE(clusters[0].count, 1);
    }

    void aCodeDividesOnlyWhereTheMessageSaysNothing()
    {
        const auto count = [](const QString &message, CauseSource source) {
            return clusterFailures(
                { failure(u"a"_s, 1, message, 1, source), failure(u"b"_s, 1, message, 2, source),
                    failure(u"c"_s, 1, message, 2, source) })
                .size();
        };
        QCOMPARE(count(u"no space"_s, CauseSource::LastError), 1);
        QCOMPARE(count(u"update failed"_s, CauseSource::EndMessage), 2);
        QCOMPARE(count({}, CauseSource::Code), 2);
    }

    void anEndThatNobodySawHasNoTime()
    {
        Failure unseen = failure(u"a"_s, 1, u"no"_s);
        unseen.at = {};
        const QList<FailureCluster> clusters
            = clusterFailures({ unseen, failure(u"b"_s, 5, u"no"_s), unseen });
        QCOMPARE(clusters.first().firstSeen, at(5));
        QCOMPARE(clusters.first().lastSeen, at(5));
        QCOMPARE(clusters.first().count, 3);
        QVERIFY(!clusterFailures({ unseen }).constFirst().lastSeen.isValid());
    }

    void onlyFailuresFail()
    {
        QVERIFY(!failureOf(u"a"_s, runningTimeline({})));
        QVERIFY(!failureOf(u"a"_s, endedTimeline(OutcomeKind::Success, 1, {})));
        QVERIFY(!failureOf(u"a"_s, endedTimeline(OutcomeKind::Canceled, 1, {})));
        QVERIFY(failureOf(u"a"_s, endedTimeline(OutcomeKind::Error, 1, {})));
    }

    // 24 failures of five causes, with and without a code.
    void theFleet()
    {
        const QList<FailureCluster> clusters = clusterFailures(fleetFailures());
        QStringList found;
        for (const FailureCluster &cluster : clusters)
            found << QString::number(cluster.count) + u' ' + cluster.pattern;
        found.sort();
        QCOMPARE(found,
            QStringList({ u"3 Failed updating slot rootfs.#: failed to copy image: Error writing "
                          "to file descriptor: No space left on device"_s,
                u"4 Failed updating slot appfs.#: failed to run slot hook: Child process exited "
                "with code #"_s,
                u"5 Compatible mismatch: Expected # but bundle manifest has #"_s,
                u"5 signature verification failed: Verify error: certificate has expired"_s,
                u"7 Download of bundle failed: Timeout was reached, Operation too slow. Less than "
                "# bytes/sec transferred the last # seconds"_s }));
        for (const FailureCluster &cluster : clusters)
            QCOMPARE(cluster.devices.size(), cluster.count);
    }

    // By the files: what had the same cause lies together, whichever client told it.
    void allRecordings()
    {
        QStringList found = devicesOf(clusterFailures(recordedFailures()));
        found.sort();
        QCOMPARE(found,
            QStringList({ u"ddi-scripted-error-codes"_s, u"ddi-scripted-range-download"_s,
                u"rauc-hawkbit-python-failure-signature rauc-hawkbit-updater-failure-signature "
                "rauc-hawkbit-updater-failure-signature-new-rauc"_s,
                u"rauc-hawkbit-python-failure-slot-hook rauc-hawkbit-updater-failure-slot-hook "
                "rauc-hawkbit-updater-failure-slot-hook-new-rauc"_s,
                u"rauc-hawkbit-updater-failure-broken-bundle"_s,
                u"rauc-hawkbit-updater-failure-checksum"_s,
                u"rauc-hawkbit-updater-failure-compatible"_s,
                u"rauc-hawkbit-updater-failure-image-too-big"_s,
                u"rauc-hawkbit-updater-failure-image-too-big-new-rauc"_s,
                u"rauc-hawkbit-updater-failure-install-check"_s,
                u"rauc-hawkbit-updater-failure-late"_s,
                u"rauc-hawkbit-updater-failure-no-installer"_s, u"swupdate-confirm-failed"_s,
                u"swupdate-failure-broken-archive"_s, u"swupdate-failure-hardware"_s,
                u"swupdate-failure-hash"_s,
                u"swupdate-failure-postinst swupdate-history-three-actions"_s,
                u"swupdate-failure-preinst"_s, u"swupdate-failure-signature"_s }));
    }

    void theFleetAfterTheBench()
    {
        QStringList before;
        const QList<FailureCluster> clusters = clusterFailures(fleetFailures(), recordedFailures());
        for (const FailureCluster &cluster : clusters) {
            if (cluster.hadBefore)
                before << cluster.pattern.section(u':', 0, 0);
        }
        before.sort();
        QCOMPARE(
            before, QStringList({ u"Compatible mismatch"_s, u"Failed updating slot rootfs.#"_s }));
    }
};

FALCONER_TEST(tst_failureclusters)
#include "tst_failureclusters.moc"

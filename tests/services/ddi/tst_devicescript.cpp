// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ddi/devicescript.h"
#include "services/ddi/raucscript.h"
#include "tests/support/recordings.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

ScriptPlan plan(Temper temper, quint32 seed, RaucVersion rauc = RaucVersion::V1_8)
{
    return { .temper = temper,
        .seed = seed,
        .rauc = rauc,
        .setName = u"gateway-os"_s,
        .setVersion = u"2.4.0"_s,
        .artifacts = { { .filename = u"gateway-os-2.4.0.raucb"_s, .size = 65536 } } };
}

QStringList messagesOf(const QList<ScriptStep> &steps)
{
    QStringList result;
    for (const ScriptStep &step : steps)
        result << step.report.details;
    return result;
}

int durationOf(const QList<ScriptStep> &steps)
{
    int ms = 0;
    for (const ScriptStep &step : steps)
        ms += step.delayMs;
    return ms;
}

// What a real device reported, oldest first, from "installing" on.
QStringList recorded(const QString &name)
{
    const QJsonObject root
        = QJsonDocument::fromJson(testData("devices/rauc-hawkbit-updater-"_L1 + name + ".json"_L1))
              .object();
    QStringList result;
    const QJsonArray content = root["statuses"_L1]["content"_L1].toArray();
    for (qsizetype i = content.size() - 1; i >= 0; --i) {
        const QString message = content[i]["messages"_L1][0].toString();
        if (!result.isEmpty() || message == "installing"_L1)
            result << message;
    }
    return result;
}

// Real devices leave "idle" out at times.
QStringList withoutIdle(QStringList messages)
{
    messages.removeAll(u"idle"_s);
    return messages;
}

} // namespace

class tst_devicescript : public Test {
    Q_OBJECT

private slots:
    void saysWhatRealDevicesSaid_data()
    {
        QTest::addColumn<RaucVersion>("version");
        QTest::addColumn<RaucFault>("fault");
        QTest::addColumn<QString>("file");
        const auto row = [](const char *file, RaucVersion version, RaucFault fault) {
            QTest::newRow(file) << version << fault << QString::fromLatin1(file);
        };
        row("success", RaucVersion::V1_8, RaucFault::None);
        row("success-new-rauc", RaucVersion::V1_16, RaucFault::None);
        row("failure-broken-bundle", RaucVersion::V1_8, RaucFault::BrokenBundle);
        row("failure-signature", RaucVersion::V1_8, RaucFault::Signature);
        row("failure-signature-new-rauc", RaucVersion::V1_16, RaucFault::Signature);
        row("failure-compatible", RaucVersion::V1_8, RaucFault::Compatible);
        row("failure-install-check", RaucVersion::V1_8, RaucFault::InstallCheck);
        row("failure-slot-hook", RaucVersion::V1_8, RaucFault::SlotHook);
        row("failure-slot-hook-new-rauc", RaucVersion::V1_16, RaucFault::SlotHook);
    }

    void saysWhatRealDevicesSaid()
    {
        QFETCH(RaucVersion, version);
        QFETCH(RaucFault, fault);
        QFETCH(QString, file);
        QRandomGenerator random(1);
        const auto steps = raucSteps(version, fault, 30'000, random);
        QCOMPARE(withoutIdle(messagesOf(steps)), withoutIdle(recorded(file)));
    }

    void isAPureFunctionOfItsPlan()
    {
        for (quint32 seed = 0; seed < 20; ++seed) {
            QCOMPARE(
                writeScript(plan(Temper::Normal, seed)), writeScript(plan(Temper::Normal, seed)));
            QVERIFY(writeScript(plan(Temper::Normal, seed))
                != writeScript(plan(Temper::Normal, seed + 1)));
        }
    }

    void lastsAsLongAsPromised_data()
    {
        QTest::addColumn<RaucVersion>("version");
        QTest::newRow("1.8") << RaucVersion::V1_8;
        QTest::newRow("1.16") << RaucVersion::V1_16;
    }

    void lastsAsLongAsPromised()
    {
        QFETCH(RaucVersion, version);
        for (quint32 seed = 0; seed < 300; ++seed) {
            const DeviceScript script = writeScript(plan(Temper::Normal, seed, version));
            const int ms = script.downloadMs + durationOf(script.downloaded + script.installing);
            QVERIFY2(ms > 16'000 && ms < 105'000, qPrintable(QString::number(ms)));
            QCOMPARE(
                script.downloaded.last().report.details, QStringList{ u"File checksum OK."_s });
            QCOMPARE(script.installing.last().report.finished, u"success"_s);
        }
    }

    void failsForManyCauses()
    {
        QSet<QString> causes;
        for (quint32 seed = 0; seed < 100; ++seed) {
            const DeviceScript script = writeScript(plan(Temper::Fails, seed));
            const QStringList errors = messagesOf(script.installing).filter(u"LastError:"_s);
            causes << (script.damagesDownload ? u"checksum"_s : errors.value(0, u"none"_s));
            if (!script.damagesDownload) {
                QCOMPARE(script.installing.last().report.execution, u"closed"_s);
                QCOMPARE(script.installing.last().report.finished, u"failure"_s);
            }
        }
        QCOMPARE(causes.size(), 9);
    }

    void hangsInTheMiddleOfCopying()
    {
        for (quint32 seed = 0; seed < 50; ++seed) {
            const DeviceScript script = writeScript(plan(Temper::Hangs, seed, RaucVersion::V1_16));
            const QStringList said = messagesOf(script.installing);
            QVERIFY(!said.filter(u"Copying image to"_s).isEmpty());
            for (const ScriptStep &step : script.installing)
                QCOMPARE(step.report.execution, u"proceeding"_s);
            QVERIFY(said.filter(u"Installing done."_s).isEmpty());
        }
    }

    void batchesFewEntriesWithManyLines()
    {
        const DeviceScript script = writeScript(plan(Temper::Batches, 3));
        QCOMPARE(
            messagesOf(script.starting), QStringList{ u"Installing Update Chunk Artifacts."_s });
        QVERIFY(script.downloaded.isEmpty());
        QVERIFY(script.installing.size() < 8);
        for (const ScriptStep &step : script.installing)
            QVERIFY(step.report.details.size() <= 50);
        QVERIFY(messagesOf(script.installing).contains(u"[read_lines_notify] : 36% Migrating"_s));
    }

    void staysWithinWhatAServerTakes()
    {
        for (const Temper temper :
            { Temper::Normal, Temper::Slow, Temper::Fails, Temper::Batches }) {
            for (quint32 seed = 0; seed < 30; ++seed) {
                const DeviceScript script = writeScript(plan(temper, seed, RaucVersion::V1_16));
                QVERIFY(script.installing.size() < 900);
                for (const ScriptStep &step : script.installing) {
                    QVERIFY(step.delayMs >= 0);
                    for (const QString &message : step.report.details)
                        QVERIFY(message.size() <= 512);
                }
            }
        }
    }
};

FALCONER_TEST(tst_devicescript)
#include "tst_devicescript.moc"

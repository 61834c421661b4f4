// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/timeline.h"
#include "tests/services/timeline/timelinetext.h"
#include "tests/support/devicehistories.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <random>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QString textOf(const QList<DeviceHistory> &histories)
{
    QString text;
    QSet<QString> shown; // of a fleet one device of each kind, the others in one line
    for (const DeviceHistory &history : histories) {
        const Timeline timeline = buildTimeline(history.action, history.statuses);
        if (history.kind.isEmpty() || !shown.contains(history.kind)) {
            shown << history.kind;
            text += "== "_L1 + history.name + ' '_L1 + history.kind + "\n"_L1
                + timelineText(timeline) + '\n'_L1;
        } else {
            text += history.name + ' '_L1 + history.kind.leftJustified(10)
                + timelineSummary(timeline) + '\n'_L1;
        }
    }
    return text;
}

} // namespace

// Every history that a real device left, as a table that was read by a person:
// tests/data/timeline. To write them anew after a change, and then read the difference:
//   FALCONER_UPDATE_GOLDEN=1 build/dev/falconer_tests_services tst_devicehistories
class tst_devicehistories : public Test {
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("file");
        const QStringList files = deviceHistoryFiles();
        QCOMPARE(files.size(), 62);
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << file;
    }

    void reads()
    {
        QFETCH(QString, file);
        const QString text = textOf(loadDeviceHistories(file));
        QFile golden(QStringLiteral(FALCONER_TEST_DATA "/timeline/") + file + ".txt"_L1);
        if (qEnvironmentVariableIsSet("FALCONER_UPDATE_GOLDEN")) {
            QVERIFY(golden.open(QIODevice::WriteOnly | QIODevice::Text));
            golden.write(text.toUtf8());
            return;
        }
        QVERIFY2(golden.open(QIODevice::ReadOnly | QIODevice::Text), qPrintable(golden.fileName()));
        QCOMPARE(text.split(u'\n'), QString::fromUtf8(golden.readAll()).split(u'\n'));
    }

    void doesNotDependOnOrderOrDoubles_data() { reads_data(); }

    void doesNotDependOnOrderOrDoubles()
    {
        QFETCH(QString, file);
        std::minstd_rand random(42);
        for (DeviceHistory history : loadDeviceHistories(file)) {
            const Timeline expected = buildTimeline(history.action, history.statuses);
            history.statuses += history.statuses;
            std::ranges::shuffle(history.statuses, random);
            QVERIFY(buildTimeline(history.action, history.statuses) == expected);
        }
    }

    // Whatever has been reported so far, the picture holds together: a live view sees every prefix.
    void everyPrefixHoldsTogether_data() { reads_data(); }

    void everyPrefixHoldsTogether()
    {
        QFETCH(QString, file);
        DeviceHistory history = loadDeviceHistories(file).value(0);
        std::ranges::reverse(history.statuses);
        history.action.active = true;
        const qsizetype stride = std::max<qsizetype>(1, history.statuses.size() / 60);
        for (qsizetype count = 0; count <= history.statuses.size(); count += stride) {
            const Timeline timeline = buildTimeline(history.action, history.statuses.first(count));
            for (const Step &step : timeline.steps) {
                QCOMPARE(step.end.isValid(), step.outcome != StepOutcome::Running);
                QVERIFY(!step.end.isValid() || step.start <= step.end);
                QVERIFY(step.parent < 0 || timeline.steps[step.parent].start <= step.start);
                QVERIFY(!step.entries.isEmpty());
            }
            for (qsizetype i = 1; i < timeline.phases.size(); ++i)
                QVERIFY(timeline.phases[i - 1].end <= timeline.phases[i].start);
            QVERIFY(timeline.isRunning() || timeline.currentStep() < 0);
        }
    }
};

FALCONER_TEST(tst_devicehistories)
#include "tst_devicehistories.moc"

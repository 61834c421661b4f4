// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/actioncolumns.h"
#include "services/time/utc.h"
#include "tests/support/recordings.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, inUtc);
const Dialect newWire;
const Dialect oldWire{ .detailedActionStatus = false };

Column<Action> column(const QString &id, const Dialect &dialect = newWire)
{
    for (const Column<Action> &candidate : actionColumns(dialect, [] { return now; })) {
        if (candidate.id == id)
            return candidate;
    }
    qFatal("no such column");
}

QStringList sortKeys(const Dialect &dialect)
{
    QStringList keys;
    for (const Column<Action> &candidate : actionColumns(dialect, [] { return now; })) {
        if (!candidate.sortKey.isEmpty())
            keys << candidate.id + u' ' + candidate.sortKey;
    }
    return keys;
}

// Every action of the recorded lists of a server.
QList<Action> recordedActions(const QString &corpus)
{
    QList<Action> actions;
    for (const RecordedStep &step : loadCorpus(corpus).steps) {
        if (step.method() != u"GET"_s || !step.path().startsWith("/rest/v1/actions?"_L1)
            || step.status() != 200)
            continue;
        const auto page = decodeJson<Page<Action>>(step.bodyBytes(), readPage<Action, readAction>);
        if (page)
            actions << page->content;
    }
    return actions;
}

} // namespace

class tst_actioncolumns : public Test {
    Q_OBJECT

private slots:
    void isWhole()
    {
        QSet<QString> ids;
        for (const Column<Action> &each : actionColumns(newWire, [] { return now; })) {
            ids << each.id;
            QVERIFY(!each.title.isEmpty());
            QVERIFY(each.width > 0);
            each.text({}); // nothing known: no crash
            if (each.toolTip)
                each.toolTip({});
            if (each.look)
                each.look({});
        }
        QCOMPARE(ids.size(), actionColumns(oldWire, [] { return now; }).size());
    }

    // hawkbit-api 2.2 and 2.4: an unknown field is refused.
    void sortsByWhatTheServerKnows()
    {
        QCOMPARE(sortKeys(newWire),
            QStringList({ u"state status"_s, u"started id"_s, u"code laststatuscode"_s,
                u"who createdby"_s, u"weight weight"_s, u"changed lastmodifiedat"_s, u"id id"_s }));
        QCOMPARE(sortKeys(oldWire),
            QStringList({ u"state detailstatus"_s, u"started id"_s, u"code laststatuscode"_s,
                u"weight weight"_s, u"id id"_s }));
    }

    void statesHaveWordSignAndMeaning_data()
    {
        QTest::addColumn<bool>("active");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("text");
        QTest::addColumn<CellLook>("look");
        const auto row = [](bool active, const char *status, const QString &text, CellLook look) {
            QTest::addRow("%s %s", status, active ? "active" : "closed")
                << active << QString::fromLatin1(status) << text << look;
        };
        row(true, "running", u"running"_s, { Meaning::Running, Sign::Running });
        row(true, "retrieved", u"retrieved"_s, { Meaning::Running, Sign::Running });
        row(true, "download", u"downloading"_s, { Meaning::Running, Sign::Running });
        row(true, "wait_for_confirmation", u"waiting for confirmation"_s,
            { Meaning::Attention, Sign::Waiting });
        row(true, "canceling", u"cancelling"_s, { Meaning::Attention, Sign::Invalid });
        row(true, "warning", u"warning"_s, { Meaning::Attention, Sign::Warning });
        row(false, "scheduled", u"scheduled"_s, { Meaning::Quiet, Sign::Waiting });
        row(false, "finished", u"finished"_s, { Meaning::Success, Sign::Done });
        row(false, "downloaded", u"downloaded"_s, { Meaning::Success, Sign::Done });
        row(false, "error", u"failed"_s, { Meaning::Failure, Sign::Failed });
        row(false, "canceled", u"cancelled"_s, { Meaning::Quiet, Sign::Invalid });
        // The device asked again after the end: it does not run.
        row(false, "retrieved", u"ended"_s, { Meaning::Quiet, Sign::Unknown });
        row(false, "of_tomorrow", u"of_tomorrow"_s, { Meaning::Quiet, Sign::Unknown });
    }

    void statesHaveWordSignAndMeaning()
    {
        QFETCH(bool, active);
        QFETCH(QString, status);
        QFETCH(CellLook, look);
        const Action action{ .active = active, .status = status };
        QTEST(actionStateText(action), "text");
        QCOMPARE(actionStateLook(action), look);
    }

    void recordedStatesAreTold_data()
    {
        QTest::addColumn<QString>("corpus");
        QTest::newRow("1.0.4") << u"hawkbit-1.0.4"_s;
        QTest::newRow("0.9.0") << u"hawkbit-0.9.0"_s;
    }

    // Both wires give the same window.
    void recordedStatesAreTold()
    {
        QFETCH(QString, corpus);
        const QList<Action> actions = recordedActions(corpus);
        QSet<QString> seen;
        for (const Action &action : actions) {
            const QString text = actionStateText(action);
            QVERIFY(!text.isEmpty() && text != u"pending"_s && !text.contains(u'_'));
            QVERIFY(actionStateLook(action).sign != Sign::None);
            seen << text;
        }
        for (const QString &text : { u"running"_s, u"finished"_s, u"failed"_s, u"cancelling"_s })
            QVERIFY2(seen.contains(text), qPrintable(text));
    }

    void namesAreReadable()
    {
        const Action action{ .controllerId = u"gw-1"_s,
            .targetName = u"Entrance"_s,
            .distributionSet = u"os:edge:2.4.0"_s };
        QCOMPARE(column(u"target"_s).text(action), u"Entrance"_s);
        QCOMPARE(column(u"target"_s).toolTip(action), u"gw-1"_s);
        QCOMPARE(column(u"target"_s).text({ .controllerId = u"gw-1"_s }), u"gw-1"_s);
        QCOMPARE(column(u"set"_s).text(action), u"os:edge 2.4.0"_s);
    }

    void typesAreWords()
    {
        QCOMPARE(actionTypeText({ .forceType = u"soft"_s }), u"soft"_s);
        QCOMPARE(actionTypeText({ .forceType = u"downloadonly"_s }), u"download only"_s);
        QCOMPARE(actionTypeText({ .forceType = u"timeforced"_s }), u"time-forced"_s);
        QVERIFY(column(u"type"_s)
                    .toolTip({ .forceType = u"timeforced"_s, .forceTime = now })
                    .contains(exactTime(now)));
    }

    void startedIsAnAgeWithItsTime()
    {
        const Action action{ .createdAt = now.addSecs(-240) };
        const auto started = column(u"started"_s);
        QCOMPARE(started.text(action), u"4 min ago"_s);
        QCOMPARE(started.toolTip(action), exactTime(action.createdAt));
    }

    void rareColumnsAreHidden()
    {
        QStringList shown;
        for (const Column<Action> &each : actionColumns(newWire, [] { return now; })) {
            if (!each.hiddenByDefault)
                shown << each.title;
        }
        QCOMPARE(shown,
            QStringList({ u"State"_s, u"Target"_s, u"Distribution set"_s, u"Type"_s, u"Started"_s,
                u"Last code"_s, u"Created by"_s }));
    }
};

FALCONER_TEST(tst_actioncolumns)
#include "tst_actioncolumns.moc"

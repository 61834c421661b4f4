// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/distributionsetcolumns.h"
#include "models/softwaremodulecolumns.h"
#include "models/targetcolumns.h"
#include "models/targetsets.h"
#include "services/time/utc.h"
#include "tests/support/testregistry.h"

#include <QSet>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, inUtc);

template <typename T> Column<T> column(const QList<Column<T>> &columns, const QString &id)
{
    for (const Column<T> &candidate : columns) {
        if (candidate.id == id)
            return candidate;
    }
    qFatal("no such column");
}

template <typename T> void checkTable(const QList<Column<T>> &columns)
{
    QSet<QString> ids;
    for (const Column<T> &candidate : columns) {
        ids << candidate.id;
        QVERIFY(!candidate.title.isEmpty());
        QVERIFY(candidate.width > 0);
        QVERIFY(candidate.text);
        candidate.text(T()); // nothing known: no crash
        if (candidate.toolTip)
            candidate.toolTip(T());
        if (candidate.look)
            candidate.look(T());
    }
    QCOMPARE(ids.size(), columns.size());
}

} // namespace

class tst_columns : public Test {
    Q_OBJECT

private slots:
    void tablesAreWhole()
    {
        const TargetSets sets({});
        checkTable(targetColumns(sets, [] { return now; }));
        checkTable(distributionSetColumns());
        checkTable(softwareModuleColumns());
    }

    void modulesSortByWhatTheServerKnows()
    {
        const QStringList known{ u"id"_s, u"name"_s, u"version"_s, u"description"_s, u"type"_s,
            u"createdat"_s, QString() }; // hawkbit-api 2.4
        for (const Column<SoftwareModule> &one : softwareModuleColumns())
            QVERIFY2(known.contains(one.sortKey), qPrintable(one.id));
    }

    void modulesSayWhatStateTheyAreIn()
    {
        SoftwareModule module;
        QCOMPARE(softwareModuleState(module), QString());
        QCOMPARE(softwareModuleLook(module), CellLook());
        module.complete = false; // fewer artifacts than its type demands
        module.locked = true;
        QCOMPARE(softwareModuleState(module), u"artifacts missing, locked"_s);
        QCOMPARE(softwareModuleLook(module).sign, Sign::Warning);
        module.complete = true;
        QCOMPARE(softwareModuleLook(module).sign, Sign::Locked);
        module.deleted = true;
        QCOMPARE(softwareModuleState(module), u"deleted"_s);
        QCOMPARE(softwareModuleLook(module).meaning, Meaning::Failure);
    }

    void targetsSortByWhatTheServerKnows()
    {
        const TargetSets sets({});
        // hawkbit-api 2.2 and 2.4
        const QSet<QString> known{ u"controllerid"_s, u"name"_s, u"description"_s,
            u"updatestatus"_s, u"lastcontrollerrequestat"_s, u"ipaddress"_s, u"targettype"_s,
            u"assignedds"_s, u"createdat"_s };
        const auto columns = targetColumns(sets, [] { return now; });
        for (const Column<Target> &candidate : columns)
            QVERIFY(candidate.sortKey.isEmpty() || known.contains(candidate.sortKey));
        QVERIFY(column(columns, u"installed"_s).sortKey.isEmpty());
    }

    void lastContactSaysWhoIsOverdue()
    {
        const TargetSets sets({});
        const auto last = column(targetColumns(sets, [] { return now; }), u"lastContact"_s);
        Target target;
        QCOMPARE(last.text(target), u"never"_s);
        target.lastControllerRequestAt = now.addSecs(-12);
        QCOMPARE(last.text(target), u"12 s ago"_s);
        QCOMPARE(last.look(target), CellLook{});
        QCOMPARE(last.toolTip(target), exactTime(target.lastControllerRequestAt));
        target.pollStatus = PollStatus{ .nextExpectedRequestAt = now.addSecs(-5), .overdue = true };
        QCOMPARE(last.look(target), (CellLook{ Meaning::Attention, Sign::Warning }));
        QVERIFY(last.toolTip(target).contains(exactTime(now.addSecs(-5))));
    }

    void updateStatusIsWordAndSign()
    {
        QSet<Sign> signs;
        for (const QString &status :
            { u"in_sync"_s, u"pending"_s, u"error"_s, u"registered"_s, u"unknown"_s }) {
            QVERIFY(!updateStatusText(status).contains(u'_'));
            signs << updateStatusLook(status).sign;
        }
        QCOMPARE(signs.size(), 5); // never colour alone
        QCOMPARE(updateStatusText(u"something_new"_s), u"something_new"_s);
    }

    void installedIsEmptyUntilKnown()
    {
        std::function<void(Result<Page<Action>>)> answer;
        TargetSets sets({ .actions = [&](const ListQuery &, auto done) {
            answer = std::move(done);
            return Call();
        } });
        const auto installed = column(targetColumns(sets, [] { return now; }), u"installed"_s);
        const Target target{ .controllerId = u"a"_s, .updateStatus = u"registered"_s };
        sets.want({ target });
        QCOMPARE(installed.text(target), QString());
        answer(Page<Action>{});
        QCOMPARE(installed.text(target), u"nothing yet"_s);
        QCOMPARE(installed.look(target).meaning, Meaning::Quiet);
    }

    void aSetSaysWhetherItCanBeAssigned()
    {
        DistributionSet set{ .complete = true };
        QCOMPARE(distributionSetState(set), u"complete"_s);
        QCOMPARE(distributionSetLook(set), CellLook{});
        set.locked = true;
        QCOMPARE(distributionSetState(set), u"complete, locked"_s);
        const auto state = column(distributionSetColumns(), u"state"_s);
        set.modules = { { .name = u"os"_s, .version = u"2"_s },
            { .name = u"app"_s, .version = u"1"_s, .deleted = true } };
        QCOMPARE(state.text(set), u"a module is deleted"_s);
        QCOMPARE(state.look(set), (CellLook{ Meaning::Attention, Sign::Warning }));
        QVERIFY(state.toolTip(set).contains(u": app 1. "_s));
        set.modules.removeLast();
        QCOMPARE(state.text(set), u"complete, locked"_s);
        QCOMPARE(state.toolTip(set), QString());
        set.complete = false;
        QCOMPARE(distributionSetState(set), u"incomplete"_s);
        QCOMPARE(distributionSetLook(set).meaning, Meaning::Attention);
        set.valid = false;
        QCOMPARE(distributionSetState(set), u"invalidated"_s);
        QCOMPARE(distributionSetLook(set).meaning, Meaning::Failure);
        set.deleted = true;
        QCOMPARE(distributionSetState(set), u"deleted"_s);
    }

    void modulesComeInOneOrder()
    {
        const auto modules = column(distributionSetColumns(), u"modules"_s);
        DistributionSet set{ .modules
            = { { .name = u"os"_s, .version = u"2"_s }, { .name = u"app"_s, .version = u"1"_s } } };
        QCOMPARE(modules.text(set), u"app 1, os 2"_s);
    }
};

FALCONER_TEST(tst_columns)
#include "tst_columns.moc"

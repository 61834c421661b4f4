// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/scriptedsource.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// A loaded list of 40 rows whose rows 10 to 19 are on screen.
struct Fixture {
    Fixture()
        : model(server.source(), testColumns(), testKey, nullptr, 10)
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        server.setNumberedRows(40);
        model.reload();
        server.answerAll();
        QSignalSpy settled(&model, &PagedModelBase::windowChanged);
        model.setWindow(10, 19);
        QTRY_COMPARE(settled.count(), 1);
        server.answerAll();
        server.log.clear();
    }

    // What the feed does at each tick.
    void tick()
    {
        const ListQuery query = model.windowQuery().value();
        model.refreshRows(query, server.page(query));
    }
    QStringList keys(int first, int last) const
    {
        QStringList keys;
        for (int row = first; row <= last; ++row)
            keys << model.keyAt(row);
        return keys;
    }

    ScriptedSource server;
    PagedModel<TestRow> model;
    QAbstractItemModelTester tester;
};

} // namespace

// PagedModel under the live feed: the rows on screen are handed in again and again.
class tst_liverows : public Test {
    Q_OBJECT

private slots:
    void asksForTheVisibleRowsAlone()
    {
        Fixture f;
        const ListQuery query = f.model.windowQuery().value();
        QCOMPARE(query.offset, 10);
        QCOMPARE(query.limit, 10);
    }

    void whatDidNotChangeIsNotRepainted()
    {
        Fixture f;
        QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
        f.tick();
        QCOMPARE(changed.count(), 0);
        QCOMPARE(f.model.pendingChanges(), 0);
    }

    void valuesChangeInPlace()
    {
        Fixture f;
        f.server.rows[12].value = 99;
        QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
        f.tick();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 12);
        QCOMPARE(f.model.itemAt(12)->value, 99);
        QCOMPARE(f.model.pendingChanges(), 0);
        QCOMPARE(f.server.log, QStringList());
    }

    void rowsThatAppearWaitUntilTheyAreWanted()
    {
        Fixture f;
        const QStringList before = f.keys(10, 19);
        QSignalSpy pending(&f.model, &PagedModelBase::pendingChangesChanged);
        f.server.rows.insert(12, { u"new"_s, 1 });
        f.server.rows[13].value = 77; // k12, now a row lower: its value shows all the same
        f.tick();
        QCOMPARE(f.keys(10, 19), before);
        QCOMPARE(f.model.rowCount(), 40);
        QCOMPARE(f.model.itemAt(12)->value, 77);
        QCOMPARE(f.model.pendingChanges(), 1);
        f.tick();
        QCOMPARE(pending.count(), 1);

        f.model.applyPending();
        QCOMPARE(f.model.pendingChanges(), 0);
        QCOMPARE(f.model.rowCount(), 41);
        QCOMPARE(f.model.keyAt(12), u"new"_s);
        f.server.answerAll();
        QCOMPARE(f.keys(11, 14), (QStringList{ u"k11"_s, u"new"_s, u"k12"_s, u"k13"_s }));
        f.tick();
        QCOMPARE(f.model.pendingChanges(), 0);
    }

    void rowsThatVanishWaitToo()
    {
        Fixture f;
        f.server.rows.remove(14, 3);
        f.tick();
        QCOMPARE(f.model.keyAt(14), u"k14"_s);
        QCOMPARE(f.model.pendingChanges(), 3);
        f.model.applyPending();
        f.server.answerAll();
        QCOMPARE(f.model.rowCount(), 37);
        QCOMPARE(f.keys(13, 15), (QStringList{ u"k13"_s, u"k17"_s, u"k18"_s }));
    }

    void whatCameAndWentIsForgotten()
    {
        Fixture f;
        f.server.rows.swapItemsAt(10, 11);
        f.tick();
        QCOMPARE(f.model.pendingChanges(), 1);
        f.server.rows.swapItemsAt(10, 11);
        f.tick();
        QCOMPARE(f.model.pendingChanges(), 0);
    }

    void changesOutOfSightAreSeenByTheTotal()
    {
        Fixture f;
        f.server.rows.append({ u"far"_s, 1 });
        f.tick();
        QCOMPARE(f.model.pendingChanges(), 1);
    }

    void answersToAnOlderQueryAreIgnored()
    {
        Fixture f;
        const ListQuery old = f.model.windowQuery().value();
        f.model.setSort({ u"key"_s, Qt::DescendingOrder });
        f.server.answerAll();
        f.model.refreshRows(old, f.server.page(old));
        QCOMPARE(f.model.pendingChanges(), 0);
        QCOMPARE(f.model.keyAt(0), u"k39"_s);
    }

    void anEmptyListFillsAtOnce()
    {
        ScriptedSource server;
        PagedModel<TestRow> model(server.source(), testColumns(), testKey);
        model.reload();
        server.answerAll();
        server.setNumberedRows(2);
        const ListQuery query = model.windowQuery().value();
        model.refreshRows(query, server.page(query));
        server.answerAll();
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.keyAt(1), u"k1"_s);
        QCOMPARE(model.pendingChanges(), 0);
    }

    void rowsPastTheEndOfAShorterListGo()
    {
        Fixture f;
        f.server.setNumberedRows(15);
        f.tick();
        f.model.applyPending();
        f.server.answerAll();
        QCOMPARE(f.model.rowCount(), 15);
        QCOMPARE(f.keys(13, 14), (QStringList{ u"k13"_s, u"k14"_s }));
        QCOMPARE(f.model.loadedRows().size(), 2);
        f.server.setNumberedRows(40);
        f.model.reload();
        f.server.answerAll();
        QCOMPARE(f.keys(18, 19), (QStringList{ u"k18"_s, u"k19"_s }));
    }
};

FALCONER_TEST(tst_liverows)
#include "tst_liverows.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selectionbykey.h"
#include "tests/models/scriptedsource.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr auto click = QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;
constexpr auto ctrlClick = QItemSelectionModel::Toggle | QItemSelectionModel::Rows;
constexpr auto shiftClick = QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows;

// The commands are those that a QTableView gives.
struct Fixture {
    explicit Fixture(int rows = 100)
        : model(server.source(), testColumns(), testKey, nullptr, 10)
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal)
        , selection(&model)
    {
        server.setNumberedRows(rows);
        model.reload();
        server.answerAll();
        show(0, 9);
    }

    void show(int first, int last)
    {
        QSignalSpy settled(&model, &PagedModelBase::windowChanged);
        model.setWindow(first, last);
        QTRY_COMPARE(settled.count(), 1);
        server.answerAll();
    }
    void select(int first, int last, QItemSelectionModel::SelectionFlags command)
    {
        selection.select({ model.index(first, 0), model.index(last, 1) }, command);
    }
    QStringList keys() const
    {
        QStringList keys = selection.keys();
        keys.sort();
        return keys;
    }
    QList<int> rows() const
    {
        QList<int> rows;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (selection.isRowSelected(row))
                rows << row;
        }
        return rows;
    }

    ScriptedSource server;
    PagedModel<TestRow> model;
    QAbstractItemModelTester tester;
    SelectionByKey selection;
};

} // namespace

class tst_selectionbykey : public Test {
    Q_OBJECT

private slots:
    void selectsWholeRowsByKey()
    {
        Fixture f;
        QSignalSpy changed(&f.selection, &SelectionByKey::keysChanged);
        f.selection.select(f.model.index(2, 0), click);
        f.selection.select(f.model.index(4, 0), ctrlClick);
        QCOMPARE(f.keys(), (QStringList{ u"k2"_s, u"k4"_s }));
        QCOMPARE(f.rows(), (QList<int>{ 2, 4 }));
        f.selection.select(f.model.index(2, 0), ctrlClick);
        QCOMPARE(f.keys(), QStringList{ u"k4"_s });
        f.selection.select(f.model.index(7, 0), click);
        QCOMPARE(f.keys(), QStringList{ u"k7"_s });
        QCOMPARE(f.selection.count(), 1);
        QCOMPARE(changed.count(), 4);
    }

    void survivesSorting()
    {
        Fixture f;
        f.select(2, 3, click);
        f.selection.setCurrentIndex(f.model.index(3, 0), QItemSelectionModel::NoUpdate);
        f.model.sort(0, Qt::DescendingOrder);
        QCOMPARE(f.rows(), (QList<int>{ 2, 3 })); // still the old rows, drawn as stale
        f.server.answerAll();
        QCOMPARE(f.rows(), QList<int>());
        QCOMPARE(f.keys(), (QStringList{ u"k2"_s, u"k3"_s }));
        QCOMPARE(f.selection.currentKey(), u"k3"_s);
        QVERIFY(!f.selection.currentIndex().isValid());
        f.show(93, 99);
        QCOMPARE(f.rows(), (QList<int>{ 96, 97 }));
        QCOMPARE(f.selection.currentIndex().row(), 96);
        QCOMPARE(f.selection.count(), 2);
    }

    void survivesAFilterAndIsEndedByAClick()
    {
        Fixture f;
        f.select(2, 3, click);
        f.server.rows.remove(0, 10);
        f.model.setFilter(u"x"_s);
        f.server.answerAll();
        QCOMPARE(f.keys(), (QStringList{ u"k2"_s, u"k3"_s }));
        f.select(0, 0, ctrlClick);
        QCOMPARE(f.keys(), (QStringList{ u"k10"_s, u"k2"_s, u"k3"_s }));
        f.select(1, 1, click);
        QCOMPARE(f.keys(), QStringList{ u"k11"_s });
    }

    void followsRowsThatMoveOnTheServer()
    {
        Fixture f;
        f.select(4, 4, click);
        f.selection.setCurrentIndex(f.model.index(4, 0), QItemSelectionModel::NoUpdate);
        QSignalSpy changed(&f.selection, &SelectionByKey::keysChanged);
        f.server.rows.prepend({ u"new"_s, 1 });
        f.server.rows.remove(3);
        f.server.rows.prepend({ u"newer"_s, 1 });
        f.model.reload();
        f.server.answerAll();
        QCOMPARE(f.model.keyAt(5), u"k4"_s);
        QCOMPARE(f.rows(), QList<int>{ 5 });
        QCOMPARE(f.selection.currentIndex().row(), 5);
        QCOMPARE(f.keys(), QStringList{ u"k4"_s });
        QCOMPARE(changed.count(), 0);
    }

    void isNeitherLostNorDoubledBetweenPages()
    {
        Fixture f;
        f.select(9, 9, click); // the last row of the first page
        f.server.rows.prepend({ u"new"_s, 1 });
        f.show(13, 16); // and now also the first of the second
        QCOMPARE(f.keys(), QStringList{ u"k9"_s });
        QCOMPARE(f.selection.count(), 1);
        QCOMPARE(f.rows(), QList<int>{ 10 });
        f.show(3, 6);
        QCOMPARE(f.keys(), QStringList{ u"k9"_s });
        QCOMPARE(f.rows(), QList<int>{ 10 });
        f.server.rows.removeFirst();
        f.show(13, 15);
        f.model.reload();
        f.server.answerAll();
        f.show(3, 5);
        QCOMPARE(f.rows(), QList<int>{ 9 });
        QCOMPARE(f.selection.count(), 1);
    }

    void survivesEviction()
    {
        Fixture f(1'000);
        f.select(2, 3, click);
        for (int first = 10; first < 990; first += 10)
            f.show(first, first + 9);
        QVERIFY(f.model.keyAt(2).isEmpty());
        QCOMPARE(f.keys(), (QStringList{ u"k2"_s, u"k3"_s }));
        f.select(985, 985, ctrlClick);
        QCOMPARE(f.keys(), (QStringList{ u"k2"_s, u"k3"_s, u"k985"_s }));
        f.select(2, 2, ctrlClick); // by a key that is not loaded any longer
        QCOMPARE(f.keys(), (QStringList{ u"k3"_s, u"k985"_s }));
    }

    void everythingIsAQuery()
    {
        Fixture f(1'000);
        f.server.log.clear();
        f.selection.selectAll();
        QVERIFY(f.selection.isAll());
        QCOMPARE(f.selection.count(), 1'000);
        QCOMPARE(f.keys(), QStringList());
        QCOMPARE(f.server.log, QStringList()); // nobody needs a million keys
        f.select(3, 4, ctrlClick);
        QCOMPARE(f.selection.count(), 998);
        QCOMPARE(f.selection.excludedKeys(), (QSet<QString>{ u"k3"_s, u"k4"_s }));
        QVERIFY(f.selection.contains(u"k900"_s));
        QVERIFY(!f.selection.contains(u"k3"_s));
        f.select(3, 3, ctrlClick);
        QCOMPARE(f.selection.excludedKeys(), QSet<QString>{ u"k4"_s });

        f.model.sort(0, Qt::DescendingOrder);
        f.server.answerAll();
        QCOMPARE(f.selection.count(), 999);
        QVERIFY(f.selection.isRowSelected(4));
        f.show(993, 999);
        QVERIFY(!f.selection.isRowSelected(995));
        QVERIFY(f.selection.isRowSelected(996));

        f.model.setFilter(u"other"_s);
        f.server.answerAll();
        QVERIFY(!f.selection.isAll());
        QCOMPARE(f.selection.count(), 0);
    }

    void everythingOfAShortListIsItsKeys()
    {
        Fixture f(3);
        f.selection.selectAll();
        QVERIFY(!f.selection.isAll());
        QCOMPARE(f.keys(), (QStringList{ u"k0"_s, u"k1"_s, u"k2"_s }));
    }

    void everythingFollowsTheTotal()
    {
        Fixture f(100);
        f.selection.selectAll();
        f.server.setNumberedRows(120);
        f.model.reload();
        f.server.answerAll();
        QCOMPARE(f.selection.count(), 120);
        QVERIFY(f.selection.isRowSelected(119));
    }

    void rowsSelectedUnseenAreFetchedForTheirKeys()
    {
        Fixture f;
        f.select(5, 5, click);
        QSignalSpy changed(&f.selection, &SelectionByKey::keysChanged);
        f.select(5, 44, shiftClick);
        QCOMPARE(f.selection.count(), 40);
        QCOMPARE(f.selection.unresolvedCount(), 35);
        QCOMPARE(f.server.openCount(), 3);
        f.server.answerAll();
        QCOMPARE(f.selection.unresolvedCount(), 0);
        QCOMPARE(f.selection.count(), 40);
        QVERIFY(f.keys().contains(u"k44"_s));
        QVERIFY(changed.count() > 1);
    }

    void rowsSelectedUnseenAreFetchedInSpiteOfAReload()
    {
        Fixture f;
        f.select(5, 44, click);
        f.server.answerFirst();
        QVERIFY(f.selection.unresolvedCount() > 0);
        f.model.reload();
        f.server.answerAll();
        QCOMPARE(f.selection.unresolvedCount(), 0);
        QCOMPARE(f.keys().size(), 40);
    }

    void rowsSelectedUnseenWhosePageFailedAreFetchedAgain_data()
    {
        QTest::addColumn<bool>("isReload");
        QTest::newRow("by a reload") << true;
        QTest::newRow("by a look elsewhere") << false;
    }

    void rowsSelectedUnseenWhosePageFailedAreFetchedAgain()
    {
        QFETCH(bool, isReload);
        Fixture f;
        f.select(5, 44, click);
        f.server.failFirst({ .kind = ErrorKind::Server });
        f.server.answerAll(); // the failed one is not asked for again at once, for ever
        QCOMPARE(f.selection.unresolvedCount(), 10);
        if (isReload) {
            f.model.reload();
            f.server.answerAll();
        } else {
            f.show(60, 69);
        }
        QCOMPARE(f.selection.unresolvedCount(), 0);
        QCOMPARE(f.keys().size(), 40);
    }

    void selectedRowsThatAreNoMoreAreTold()
    {
        Fixture f;
        f.select(5, 44, click);
        QSignalSpy changed(&f.selection, &SelectionByKey::keysChanged);
        f.server.setNumberedRows(20);
        f.model.reload();
        QCOMPARE(f.server.openLog().value(0), u"0+10"_s);
        f.server.answerFirst(); // rows whose keys are known; only the total is news
        QCOMPARE(f.selection.count(), 15);
        QCOMPARE(f.selection.unresolvedCount(), 10);
        QCOMPARE(changed.count(), 1);
        f.server.answerAll();
        QCOMPARE(f.selection.unresolvedCount(), 0);
        QCOMPARE(f.keys().size(), 15);
    }

    void rowsSelectedUnseenEndWithTheQuery()
    {
        Fixture f;
        f.select(5, 44, click);
        f.model.sort(0, Qt::DescendingOrder);
        f.server.answerAll();
        QCOMPARE(f.selection.unresolvedCount(), 0);
        QCOMPARE(f.selection.count(), 5);
        QVERIFY(f.selection.contains(u"k5"_s));
    }

    void selectsKeysFromElsewhere()
    {
        Fixture f;
        f.select(1, 1, click);
        f.selection.selectKeys({ u"k3"_s, u"k50"_s });
        QCOMPARE(f.rows(), QList<int>{ 3 });
        QCOMPARE(f.selection.count(), 2);
        f.show(43, 56);
        QCOMPARE(f.rows(), (QList<int>{ 3, 50 }));
        f.selection.clearAll();
        QCOMPARE(f.selection.count(), 0);
        QCOMPARE(f.rows(), QList<int>());
    }

    void theCurrentRowIsKnownOnceItIsLoaded()
    {
        Fixture f;
        QSignalSpy current(&f.selection, &SelectionByKey::currentKeyChanged);
        f.selection.setCurrentIndex(f.model.index(55, 0), click);
        QCOMPARE(f.selection.currentKey(), QString());
        f.show(53, 56);
        QCOMPARE(f.selection.currentKey(), u"k55"_s);
        QCOMPARE(current.last().first().toString(), u"k55"_s);
    }

    void theCurrentKeyOutlivesItsRow()
    {
        Fixture f(15);
        f.show(10, 14);
        f.selection.setCurrentIndex(f.model.index(14, 0), click);
        f.server.setNumberedRows(12);
        f.model.reload();
        f.server.answerAll();
        QCOMPARE(f.selection.currentKey(), u"k14"_s);
        QCOMPARE(f.keys(), QStringList{ u"k14"_s });
        f.server.setNumberedRows(15);
        f.model.reload();
        f.server.answerAll();
        QCOMPARE(f.selection.currentIndex().row(), 14);
        QCOMPARE(f.rows(), QList<int>{ 14 });
    }
};

FALCONER_TEST(tst_selectionbykey)
#include "tst_selectionbykey.moc"

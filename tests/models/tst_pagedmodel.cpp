// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/scriptedsource.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// A model over a scripted server, under the model tester; small pages keep the tests readable.
struct Fixture {
    explicit Fixture(int rows, int pageSize = 10)
        : model(server.source(), testColumns(), testKey, nullptr, pageSize)
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        server.setNumberedRows(rows);
    }

    // Loaded as a view would: asked for, answered, the view says what it shows.
    void load(int first, int last)
    {
        model.reload();
        server.answerAll();
        show(first, last);
        server.answerAll();
        server.log.clear();
    }
    void show(int first, int last)
    {
        QSignalSpy settled(&model, &PagedModelBase::windowChanged);
        model.setWindow(first, last);
        QTRY_COMPARE(settled.count(), 1);
    }
    QStringList texts(int first, int last, int column = 0) const
    {
        QStringList texts;
        for (int row = first; row <= last; ++row)
            texts << model.index(row, column).data().toString();
        return texts;
    }
    RowState state(int row) const
    {
        return model.index(row, 0).data(PagedModelBase::RowStateRole).value<RowState>();
    }

    ScriptedSource server;
    PagedModel<TestRow> model;
    QAbstractItemModelTester tester;
};

} // namespace

class tst_pagedmodel : public Test {
    Q_OBJECT

private slots:
    void knowsTheTotalAtOnce()
    {
        Fixture f(2'000);
        QSignalSpy totals(&f.model, &PagedModelBase::totalChanged);
        QVERIFY(!f.model.isTotalKnown());
        f.model.reload();
        QCOMPARE(f.server.log, QStringList{ u"0+10"_s });
        f.server.answerAll();
        QCOMPARE(f.model.rowCount(), 2'000);
        QCOMPARE(totals.count(), 1);
        QCOMPARE(f.texts(0, 2), (QStringList{ u"k0"_s, u"k1"_s, u"k2"_s }));
        QCOMPARE(f.state(0), RowState::Fresh);
        QCOMPARE(f.state(10), RowState::Loading);
        QCOMPARE(f.model.keyAt(10), QString());
        QCOMPARE(f.server.log.size(), 1);
    }

    void asksForNothingByItself()
    {
        Fixture f(50);
        f.load(0, 4);
        // Whatever a view may ask of rows that are not there, it costs nothing.
        for (int row = 0; row < 50; ++row) {
            for (const int role : { int(Qt::DisplayRole), int(Qt::ToolTipRole),
                     int(Qt::SizeHintRole), int(PagedModelBase::KeyRole) })
                f.model.index(row, 1).data(role);
        }
        QCOMPARE(f.server.log, QStringList());
    }

    void anEmptyListIsNotAskedForAgain()
    {
        Fixture f(0);
        f.model.reload();
        f.server.answerAll();
        QVERIFY(f.model.isTotalKnown());
        QVERIFY(!f.model.isLoading());
        f.show(0, -2);
        QCOMPARE(f.server.log, QStringList{ u"0+10"_s });
    }

    void aJumpCostsTwoRequestsAtMost()
    {
        ScriptedSource server;
        server.makeRows(1'000'000);
        PagedModel<TestRow> model(server.source(), testColumns(), testKey);
        model.reload();
        server.answerAll();
        QCOMPARE(model.rowCount(), 1'000'000);
        server.log.clear();
        for (const int height : { 1, 37, 60, 100 }) {
            for (const int first : { 900'000, 500'050, 123'456, 999'990 - height }) {
                QSignalSpy settled(&model, &PagedModelBase::windowChanged);
                model.setWindow(first, first + height - 1);
                QTRY_COMPARE(settled.count(), 1);
                server.answerAll();
                QVERIFY2(server.log.size() <= 2, qPrintable(server.log.join(u' ')));
                QCOMPARE(model.keyAt(first), u"k%1"_s.arg(first));
                QCOMPARE(model.keyAt(first + height - 1), u"k%1"_s.arg(first + height - 1));
                server.log.clear();
            }
        }
    }

    void asksForWhatIsVisibleFirst()
    {
        Fixture f(1'000);
        f.load(0, 4);
        f.show(503, 506);
        QCOMPARE(f.server.log, (QStringList{ u"500+10"_s })); // the margin lies inside
        f.server.answerAll();
        f.show(507, 510);
        QCOMPARE(f.server.log, (QStringList{ u"500+10"_s, u"510+10"_s }));
    }

    void theMarginWaitsForWhatIsVisible()
    {
        Fixture f(1'000);
        f.load(0, 4);
        f.show(508, 509);
        QCOMPARE(f.server.log, (QStringList{ u"500+10"_s }));
        f.server.answerAll();
        QCOMPARE(f.server.log, (QStringList{ u"500+10"_s, u"510+10"_s }));
        // Nothing around a window that was left before its answer.
        f.server.log.clear();
        f.show(708, 709);
        f.show(808, 809);
        f.server.answerAll();
        QCOMPARE(f.server.log, (QStringList{ u"700+10"_s, u"800+10"_s, u"810+10"_s }));
    }

    void draggingTheScrollBarDoesNotFlood()
    {
        ScriptedSource server;
        server.makeRows(1'000'000);
        PagedModel<TestRow> model(server.source(), testColumns(), testKey);
        model.reload();
        server.answerAll();
        server.log.clear();
        QSignalSpy settled(&model, &PagedModelBase::windowChanged);
        for (int first = 0; first < 999'960; first += 1'000)
            model.setWindow(first, first + 36);
        model.setWindow(999'963, 999'999);
        QTRY_COMPARE(settled.count(), 1);
        server.answerAll();
        QCOMPARE(server.log, QStringList{ u"999900+100"_s });
        QCOMPARE(model.keyAt(999'999), u"k999999"_s);
    }

    void fewAreInFlightAndTheNewestWindowComesFirst()
    {
        Fixture f(2'000);
        f.load(0, 4);
        f.show(100, 150);
        QCOMPARE(f.server.openLog(), (QStringList{ u"100+10"_s, u"110+10"_s, u"120+10"_s }));
        // What waits is dropped with its window; what runs next to the new one goes on.
        f.show(123, 126);
        QCOMPARE(f.server.aborted, QStringList());
        f.server.answerAll();
        QCOMPARE(f.server.log, (QStringList{ u"100+10"_s, u"110+10"_s, u"120+10"_s }));
    }

    void whatIsFarAwayIsAborted()
    {
        Fixture f(2'000);
        f.load(0, 4);
        f.show(103, 106);
        QTest::qSleep(
            int(PageQueue::oldEnoughToAbort) + 5); // its age, not an event, is what counts
        f.show(1'003, 1'006);
        QCOMPARE(f.server.aborted, QStringList{ u"100+10"_s });
        QCOMPARE(f.server.openLog(), QStringList{ u"1000+10"_s });
        f.server.answerAll();
        QCOMPARE(f.state(100), RowState::Loading);
        QCOMPARE(f.state(1'000), RowState::Fresh);
    }

    void nothingIsAskedTwiceAtATime()
    {
        Fixture f(100);
        f.load(0, 4);
        f.show(23, 24);
        f.show(24, 25);
        f.show(24, 26);
        f.model.requireRows(20, 29);
        QCOMPARE(f.server.log, QStringList{ u"20+10"_s });
    }

    void lateAnswersOfAnOldQueryAreDropped()
    {
        Fixture f(100);
        f.load(0, 4);
        f.model.setSort({ u"key"_s, Qt::DescendingOrder });
        QCOMPARE(f.server.openLog(), QStringList{ u"0+10 key desc"_s });
        f.model.setSort({ u"key"_s, Qt::AscendingOrder });
        QCOMPARE(f.server.aborted, QStringList{ u"0+10 key desc"_s });
        f.model.setFilter(u"a==b"_s);
        QCOMPARE(f.server.openLog(), QStringList{ u"0+10 key asc q=a==b"_s });
        f.server.answerAll();
        QCOMPARE(f.model.keyAt(0), u"k0"_s);
        QCOMPARE(f.state(0), RowState::Fresh);
    }

    void aSourceThatAnswersLateAllTheSameIsIgnored()
    {
        QList<std::function<void(Result<Page<TestRow>>)>> kept;
        PagedModel<TestRow> model(
            [&](const ListQuery &, std::function<void(Result<Page<TestRow>>)> done) {
                kept << std::move(done);
                return Call();
            },
            testColumns(), testKey);
        model.reload();
        model.setFilter(u"x"_s);
        QCOMPARE(kept.size(), 2);
        kept[0](Page<TestRow>{ { { u"old"_s, 1 } }, 1 });
        QCOMPARE(model.rowCount(), 0);
        kept[1](Page<TestRow>{ { { u"new"_s, 1 } }, 1 });
        QCOMPARE(model.keyAt(0), u"new"_s);
    }

    void oldRowsStayDrawnUntilANewFilterIsAnswered()
    {
        Fixture f(100);
        f.load(30, 34);
        QSignalSpy queryChanged(&f.model, &PagedModelBase::queryChanged);
        QSignalSpy replaced(&f.model, &PagedModelBase::rowsReplaced);
        f.model.setFilter(u"name==x"_s);
        QCOMPARE(queryChanged.count(), 1);
        QCOMPARE(replaced.count(), 0);
        QCOMPARE(f.texts(30, 31), (QStringList{ u"k30"_s, u"k31"_s }));
        QCOMPARE(f.state(30), RowState::Stale);
        QVERIFY(!f.model.windowQuery());
        f.server.setNumberedRows(3);
        f.server.answerAll();
        QCOMPARE(f.model.rowCount(), 3);
        QCOMPARE(replaced.count(), 1);
        QCOMPARE(f.server.log, QStringList{ u"0+10 q=name==x"_s });
    }

    void aRefusedFilterSaysWhy()
    {
        Fixture f(100);
        f.load(0, 4);
        QSignalSpy failed(&f.model, &PagedModelBase::failed);
        f.model.setFilter(u"nonsense"_s);
        f.server.failFirst({ .kind = ErrorKind::Invalid });
        QCOMPARE(failed.count(), 1);
        QCOMPARE(f.model.loadError().value().kind, ErrorKind::Invalid);
        QCOMPARE(f.server.openCount(), 0);
        f.model.setFilter({});
        f.server.answerAll();
        QVERIFY(!f.model.loadError());
        QCOMPARE(f.model.rowCount(), 100);
    }

    void aFailedPageIsShownAndRetried()
    {
        Fixture f(100);
        f.load(0, 4);
        f.show(23, 26);
        f.server.failFirst({ .kind = ErrorKind::Server, .httpStatus = 500 });
        QCOMPARE(f.state(20), RowState::Failed);
        QCOMPARE(f.state(0), RowState::Fresh);
        const QVariant error = f.model.index(20, 0).data(PagedModelBase::ErrorRole);
        QCOMPARE(error.value<Error>().httpStatus, 500);
        f.show(23, 25);
        QCOMPARE(f.server.openCount(), 0); // not over and over
        f.model.retry(22);
        QCOMPARE(f.server.openLog(), QStringList{ u"20+10"_s });
        QCOMPARE(f.state(20), RowState::Loading);
        f.server.answerAll();
        QCOMPARE(f.state(20), RowState::Fresh);
        QVERIFY(!f.model.index(20, 0).data(PagedModelBase::ErrorRole).isValid());
    }

    void aFailureIsForgottenOutOfSight()
    {
        Fixture f(200);
        f.load(0, 4);
        f.show(23, 26);
        f.server.failFirst({ .kind = ErrorKind::Network });
        f.show(103, 106);
        f.server.answerAll();
        f.show(23, 26);
        QCOMPARE(f.server.openLog(), QStringList{ u"20+10"_s });
    }

    void reloadKeepsStaleRowsDrawn()
    {
        Fixture f(100);
        f.load(23, 26);
        f.model.reload();
        QCOMPARE(f.state(20), RowState::Stale);
        QCOMPARE(f.texts(20, 21), (QStringList{ u"k20"_s, u"k21"_s }));
        QCOMPARE(f.server.log, QStringList{ u"20+10"_s }); // only what is on screen
        f.server.failFirst({ .kind = ErrorKind::Timeout });
        QCOMPARE(f.texts(20, 21), (QStringList{ u"k20"_s, u"k21"_s }));
        QCOMPARE(f.state(20), RowState::Stale);
        QVERIFY(f.model.index(20, 0).data(PagedModelBase::ErrorRole).isValid());
    }

    void walkingThroughYieldsEveryRowOnce_data()
    {
        QTest::addColumn<Qt::SortOrder>("order");
        QTest::newRow("up") << Qt::AscendingOrder;
        QTest::newRow("down") << Qt::DescendingOrder;
    }
    void walkingThroughYieldsEveryRowOnce()
    {
        QFETCH(Qt::SortOrder, order);
        Fixture f(1'237);
        f.load(0, 4);
        f.model.sort(0, order);
        f.server.answerAll();
        QStringList keys;
        for (int first = 0; first < 1'237; first += 30) {
            const int last = std::min(first + 29, 1'236);
            f.show(first, last);
            f.server.answerAll();
            keys << f.texts(first, last);
        }
        QCOMPARE(keys.size(), 1'237);
        QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), 1'237);
        QCOMPARE(keys.first(), order == Qt::AscendingOrder ? u"k0"_s : u"k1236"_s);
    }

    void sortsOnlyByWhatTheServerCanSort()
    {
        Fixture f(100);
        f.load(0, 4);
        f.model.sort(1, Qt::DescendingOrder);
        QCOMPARE(f.server.log, QStringList());
        f.model.sort(0, Qt::DescendingOrder);
        QCOMPARE(f.server.log, QStringList{ u"0+10 key desc"_s });
        f.server.answerAll();
        QCOMPARE(f.texts(0, 1), (QStringList{ u"k99"_s, u"k98"_s }));
    }

    void memoryStaysFlat()
    {
        ScriptedSource server;
        server.makeRows(1'000'000);
        PagedModel<TestRow> model(server.source(), testColumns(), testKey);
        model.reload();
        server.answerAll();
        for (int first = 0; first < 1'000'000; first += 14'653) {
            QSignalSpy settled(&model, &PagedModelBase::windowChanged);
            model.setWindow(first, first + 36);
            QTRY_COMPARE(settled.count(), 1);
            server.answerAll();
            QVERIFY(model.loadedRows().size() <= PagedModelBase::pageCapacity);
            QVERIFY(!model.keyAt(first).isEmpty());
        }
        QCOMPARE(model.loadedRows().size(), PagedModelBase::pageCapacity);
        QVERIFY(model.keyAt(0).isEmpty());
    }

    void aRowOnTwoPagesCorrectsTheOlderOnce()
    {
        Fixture f(30);
        f.load(0, 4);
        f.server.rows.prepend({ u"new"_s, -1 });
        f.show(4, 13); // page 1 begins with k9, which page 0 ends with
        f.server.answerFirst();
        QCOMPARE(f.model.rowCount(), 31);
        QCOMPARE(f.state(9), RowState::Stale);
        QCOMPARE(f.server.openLog(), QStringList{ u"0+10"_s });
        f.server.rows.prepend({ u"newer"_s, -2 }); // a list in motion must not make us ask for ever
        f.server.answerAll();
        QVERIFY2(f.server.log.size() <= 4, qPrintable(f.server.log.join(u' ')));
        QCOMPARE(f.texts(0, 2), (QStringList{ u"newer"_s, u"new"_s, u"k0"_s }));
    }

    void headersSayWhatColumnsAre()
    {
        Fixture f(0);
        const auto header = [&](int column, int role) {
            return f.model.headerData(column, Qt::Horizontal, role);
        };
        QCOMPARE(header(0, Qt::DisplayRole).toString(), u"Key"_s);
        QCOMPARE(header(1, PagedModelBase::ColumnIdRole).toString(), u"value"_s);
        QCOMPARE(header(0, PagedModelBase::SortKeyRole).toString(), u"key"_s);
        QCOMPARE(header(1, PagedModelBase::SortKeyRole).toString(), QString());
        QCOMPARE(header(0, PagedModelBase::WidthRole).toInt(), 120);
    }

    void cellsSayWhatTheyMean()
    {
        Fixture f(1);
        f.load(0, 0);
        const QModelIndex cell = f.model.index(0, 1);
        QCOMPARE(cell.data(PagedModelBase::MeaningRole).value<Meaning>(), Meaning::Quiet);
        QCOMPARE(cell.data(PagedModelBase::SignRole).value<Sign>(), Sign::Done);
        QCOMPARE(cell.data(PagedModelBase::KeyRole).toString(), u"k0"_s);
    }

    void touchingRepaintsOnlyThoseRows()
    {
        Fixture f(30);
        f.load(0, 4);
        QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
        f.model.touch({ u"k3"_s, u"unknown"_s });
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 3);
    }
};

FALCONER_TEST(tst_pagedmodel)
#include "tst_pagedmodel.moc"

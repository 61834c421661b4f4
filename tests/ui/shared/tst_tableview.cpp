// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listmodel.h"
#include "models/selectionbykey.h"
#include "tests/models/scriptedsource.h"
#include "tests/support/testregistry.h"
#include "ui/shared/rowreveal.h"
#include "ui/shared/tableheader.h"
#include "ui/shared/tablestate.h"
#include "ui/shared/tableview.h"
#include "ui/shared/theme.h"
#include "ui/shared/wrappedtooltip.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct Thing {
    QString name;
    QString size;

    bool operator==(const Thing &) const = default;
};

QList<Column<Thing>> columns()
{
    Column<Thing> name;
    name.id = u"name"_s;
    name.title = u"Name"_s;
    name.text = [](const Thing &t) { return t.name; };
    name.sortKey = u"name"_s;
    name.width = 150;
    Column<Thing> size;
    size.id = u"size"_s;
    size.title = u"Size"_s;
    size.text = [](const Thing &t) { return t.size; };
    size.width = 80;
    Column<Thing> note = name;
    note.id = u"note"_s;
    note.title = u"Note"_s;
    note.hiddenByDefault = true;
    return { name, size, note };
}

QStringList shownColumns(const TableView &view)
{
    QStringList titles;
    const QHeaderView &header = *view.horizontalHeader();
    for (int visual = 0; visual < header.count(); ++visual) {
        const int logical = header.logicalIndex(visual);
        if (!header.isSectionHidden(logical))
            titles << view.model()->headerData(logical, Qt::Horizontal).toString();
    }
    return titles;
}

} // namespace

class tst_tableview : public Test {
    Q_OBJECT

    QTemporaryDir m_folder;
    ListModel<Thing> m_model{ columns(), [](const Thing &t) { return t.name; } };

    QString settingsFile() const { return m_folder.filePath(u"settings.ini"_s); }

private slots:
    void initTestCase() { m_model.setItems({ { u"one"_s, u"1"_s }, { u"two"_s, u"2"_s } }); }

    void looksAsTheModelWants()
    {
        TableView view;
        view.setModel(&m_model);
        QCOMPARE(shownColumns(view), QStringList({ u"Name"_s, u"Size"_s }));
        QCOMPARE(view.columnWidth(0), 150);
        QCOMPARE(view.rowHeight(0), Metrics::rowHeight);
    }

    // The newest is the last of 300 rows, and not even loaded: then the newest come first.
    void whatIsNewComesIntoSight()
    {
        ScriptedSource server;
        server.setNumberedRows(300);
        PagedModel<TestRow> model(server.source(), testColumns(), testKey, nullptr, 100);
        TableView view;
        RowReveal reveal(view, model, u"key"_s);
        view.setModel(&model);
        view.resize(300, 300);
        view.show();
        model.sort(0, Qt::AscendingOrder);
        server.answerAll();
        const auto isInSight = [&](const QString &key) {
            const int row = model.rowOf(key);
            return row >= view.visibleRows().first && row <= view.visibleRows().second;
        };
        reveal.reveal(u"k60"_s); // is there
        QTRY_VERIFY(isInSight(u"k60"_s));
        QCOMPARE(view.currentIndex().row(), model.rowOf(u"k60"_s)); // keys go on from it
        QVERIFY(!view.selectionModel()->hasSelection());
        QCOMPARE(model.sortOrder(), (Sort{ u"key"_s, Qt::AscendingOrder }));
        model.reload();
        reveal.reveal(u"k299"_s);
        server.answerAll();
        QCOMPARE(model.sortOrder(), (Sort{ u"key"_s, Qt::DescendingOrder }));
        QTRY_VERIFY(server.openCount() > 0 || isInSight(u"k299"_s));
        server.answerAll();
        QTRY_VERIFY(isInSight(u"k299"_s));
        // What is nowhere is not looked for again and again.
        model.reload();
        reveal.reveal(u"gone"_s);
        server.answerAll();
        const qsizetype asked = server.log.size();
        model.reload();
        server.answerAll();
        QVERIFY(server.log.size() <= asked + 2);
    }

    void columnsAreRemembered()
    {
        {
            QSettings settings(settingsFile(), QSettings::IniFormat);
            TableView view;
            view.setModel(&m_model);
            view.rememberIn(settings, u"tables/things"_s);
            view.horizontalHeader()->moveSection(1, 0);
            view.horizontalHeader()->resizeSection(1, 222);
            QMenu menu;
            view.header().fillMenu(menu);
            menu.actions().at(2)->trigger(); // Note
            QTRY_VERIFY(settings.contains(u"tables/things"_s));
        }
        QSettings settings(settingsFile(), QSettings::IniFormat);
        TableView view;
        view.setModel(&m_model);
        view.rememberIn(settings, u"tables/things"_s);
        QCOMPARE(shownColumns(view), QStringList({ u"Size"_s, u"Name"_s, u"Note"_s }));
        QCOMPARE(view.horizontalHeader()->sectionSize(1), 222);
    }

    // What takes the rest of a wide window takes the rest of a narrow one at the next start.
    void aStretchedColumnFollowsTheWindowAfterARestart()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        {
            TableView wide;
            wide.setModel(&m_model);
            wide.rememberIn(settings, u"t"_s);
            wide.resize(900, 100);
            wide.show();
            QTRY_VERIFY(wide.columnWidth(1) > 600);
            wide.horizontalHeader()->resizeSection(0, 170);
            QTRY_VERIFY(settings.contains(u"t"_s));
        }
        TableView narrow;
        narrow.setModel(&m_model);
        narrow.rememberIn(settings, u"t"_s);
        narrow.resize(300, 100);
        narrow.show();
        QCOMPARE(narrow.columnWidth(0), 170);
        QTRY_COMPARE(narrow.columnWidth(1), narrow.viewport()->width() - 170);
        QVERIFY(!narrow.horizontalScrollBar()->isVisible());
        narrow.resize(500, 100);
        QTRY_COMPARE(narrow.columnWidth(1), narrow.viewport()->width() - 170);
        narrow.resize(280, 44); // room for a scroll bar
        QTRY_VERIFY(narrow.verticalScrollBar()->isVisible());
        QTRY_COMPARE(narrow.columnWidth(1), narrow.viewport()->width() - 170);
        QVERIFY(!narrow.horizontalScrollBar()->isVisible());
    }

    // As the words of a server that refuses a file by its hash.
    void aLongTooltipIsBroken()
    {
        QCOMPARE(wrappedToolTip(u"short\nlines"_s), u"short\nlines"_s);
        const QString hashes = u"HTTP 400, hawkbit.server.error.artifact <b>: "_s
            + u"given sha256 "_s + QString(64, u'a') + u" does not match "_s + QString(64, u'e');
        ListModel<Thing> model(columns(), [](const Thing &t) { return t.name; });
        model.setItems({ { hashes, u"1"_s } });
        TableView view;
        view.setModel(&model);
        view.resize(400, 200);
        view.show();
        const QPoint place = view.visualRect(model.index(0, 0)).center();
        QHelpEvent event(QEvent::ToolTip, place, view.viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(view.viewport(), &event);
        const QWidgetList all = QApplication::topLevelWidgets();
        const auto tip = std::ranges::find(all, u"qtooltip_label"_s, &QObject::objectName);
        QVERIFY(tip != all.end());
        QVERIFY2((*tip)->width() < 700, qPrintable(QString::number((*tip)->width())));
        QVERIFY(QToolTip::text().contains(u"&lt;b&gt;"_s)); // nobody else's rich text
    }

    void orderIsAskedOnlyWhereThereIsOne()
    {
        TableView view;
        view.resize(500, 200);
        view.setModel(&m_model);
        view.show();
        QSignalSpy wanted(&view.header(), &TableHeader::sortRequested);
        QWidget *const head = view.header().viewport();
        QTest::mouseClick(head, Qt::LeftButton, {}, QPoint(30, 10));
        QTest::mouseClick(head, Qt::LeftButton, {}, QPoint(30, 10));
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted.at(0).at(1).value<Qt::SortOrder>(), Qt::AscendingOrder);
        QCOMPARE(wanted.at(1).at(1).value<Qt::SortOrder>(), Qt::DescendingOrder);
        QTest::mouseClick(head, Qt::LeftButton, {}, QPoint(170, 10)); // Size
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(view.header().sortIndicatorSection(), 0);
    }

    void stateOutlivesOtherColumns()
    {
        TableView view;
        view.setModel(&m_model);
        const TableState old{ .columns
            = { { u"gone"_s, 50, false }, { u"size"_s, 99, false }, { u"name"_s, 0, true } },
            .sortColumn = u"gone"_s };
        TableState::fromJson(old.toJson()).applyTo(view.header());
        QCOMPARE(shownColumns(view), QStringList({ u"Size"_s }));
        QVERIFY(!view.header().isSortIndicatorShown());
        QCOMPARE(TableState::fromJson(old.toJson()), old);
    }

    void lastShownColumnStays()
    {
        TableView view;
        view.setModel(&m_model);
        view.hideColumn(1);
        QMenu menu;
        view.header().fillMenu(menu);
        QVERIFY(!menu.actions().at(0)->isEnabled());
    }

    // A row that a refresh puts elsewhere takes nobody along.
    void staysWhereItIsWhenTheCurrentRowMoves()
    {
        ScriptedSource server;
        server.setNumberedRows(200);
        PagedModel<TestRow> model(server.source(), testColumns(), testKey, nullptr, 100);
        SelectionByKey selection(&model);
        TableView view;
        view.setModel(&model);
        view.setSelectionModel(&selection);
        view.resize(300, 300);
        view.show();
        model.reload();
        server.answerAll();
        view.setCurrentIndex(model.index(3, 0));
        view.scrollTo(model.index(40, 0), QAbstractItemView::PositionAtTop);
        QTRY_COMPARE(view.visibleRows().first, 40);
        server.rows.prepend(TestRow{ u"new"_s, -1 });
        model.reload();
        server.answerAll();
        QTRY_COMPARE(view.currentIndex().row(), 4);
        QCOMPARE(view.visibleRows().first, 40);
        view.setCurrentIndex(model.index(2, 0)); // chosen: there it goes
        QCOMPARE(view.visibleRows().first, 2);
    }

    // Whole rows are selected: the first and the last one, loaded or not, whatever is held with it.
    void homeAndEndGoToTheFirstAndTheLastRow()
    {
        ScriptedSource server;
        server.makeRows(1'000'000);
        PagedModel<TestRow> model(server.source(), testColumns(), testKey, nullptr, 100);
        SelectionByKey selection(&model);
        TableView view;
        view.setModel(&model);
        view.setSelectionModel(&selection);
        view.resize(300, 300);
        view.show();
        QTRY_VERIFY(server.openCount() > 0);
        server.answerAll();
        view.setCurrentIndex(model.index(3, 1));
        for (const Qt::KeyboardModifiers held : { Qt::NoModifier, Qt::ControlModifier }) {
            QTest::keyClick(&view, Qt::Key_End, held);
            QCOMPARE(view.currentIndex(), model.index(999'999, 1));
            QTRY_COMPARE(view.visibleRows().second, 999'999);
            QTRY_VERIFY(server.openCount() > 0 || model.isLoaded(999'999));
            server.answerAll();
            QCOMPARE(selection.keys(), QStringList{ u"k999999"_s });
            QCOMPARE(selection.currentKey(), u"k999999"_s);
            QTest::keyClick(&view, Qt::Key_Home, held);
            QCOMPARE(view.currentIndex(), model.index(0, 1));
            QCOMPARE(selection.keys(), QStringList{ u"k0"_s });
        }
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(selection.keys(), QStringList({ u"k0"_s, u"k1"_s }));
    }

    void homeAndEndDoNothingWithoutRows()
    {
        ListModel<Thing> empty(columns(), [](const Thing &t) { return t.name; });
        TableView view;
        view.setModel(&empty);
        QTest::keyClick(&view, Qt::Key_End);
        QTest::keyClick(&view, Qt::Key_Home);
        QVERIFY(!view.currentIndex().isValid());
    }
};

FALCONER_TEST(tst_tableview)
#include "tst_tableview.moc"

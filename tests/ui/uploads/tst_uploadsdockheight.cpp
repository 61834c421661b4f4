// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/uploads/dockstage.h"
#include "ui/shared/theme.h"

#include <QHeaderView>
#include <QSplitter>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_uploadsdockheight : public Test {
    Q_OBJECT

private slots:
    // It takes no more than it has to show, and the rest is the workspace's.
    void isAsHighAsItsRowsUntilSomebodyDragsIt()
    {
        DockStage stage;
        stage.open();
        stage.window->resize(972, 636);
        stage.add(u"a"_s);
        const auto isFilled = [&] {
            return stage.table().viewport()->height() == stage.table().verticalHeader()->length();
        };
        QTRY_VERIFY(isFilled());
        const int ofOne = stage.dock->height();
        QVERIFY(ofOne < 100);
        stage.add(u"b"_s);
        stage.add(u"c"_s);
        QTRY_VERIFY(isFilled());
        QCOMPARE(stage.dock->height(), ofOne + 2 * Metrics::rowHeight);
        for (int number = 0; number < 12; ++number)
            stage.add(u"more%1"_s.arg(number));
        QTRY_COMPARE(stage.dock->height(), 200); // then it scrolls
        auto *const splitter = qobject_cast<QSplitter *>(stage.window->centralWidget());
        const QPoint edge = middleOf(*splitter->handle(1));
        drag(stage.window.get(), edge, edge - QPoint(0, 100));
        QTRY_VERIFY(stage.dock->height() > 290);
        const int dragged = stage.dock->height();
        QList<qint64> others;
        for (const Upload &upload : stage.queue->uploads().mid(1))
            others << upload.id;
        stage.queue->cancel(others);
        QCOMPARE(stage.dock->list().rowCount(), 1);
        QCOMPARE(stage.dock->height(), dragged);
        stage.close();
        stage.open();
        QTRY_COMPARE(stage.dock->height(), dragged);
    }

    // A command stays where it is while it is being clicked.
    void staysAsHighAsItIsUnderThePointer()
    {
        DockStage stage;
        stage.open();
        stage.add(u"a"_s);
        const qint64 second = stage.add(u"b"_s);
        QTRY_COMPARE(stage.table().viewport()->height(), stage.table().verticalHeader()->length());
        const int height = stage.dock->height();
        QTest::mouseMove(stage.dock);
        QTRY_VERIFY(stage.dock->underMouse());
        stage.queue->cancel({ second });
        QCOMPARE(stage.dock->list().rowCount(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(stage.dock->height(), height);
        QTest::mouseMove(stage.window.get(), QPoint(100, 100));
        QTRY_COMPARE(stage.dock->height(), height - Metrics::rowHeight);
    }
};

FALCONER_TEST(tst_uploadsdockheight)
#include "tst_uploadsdockheight.moc"

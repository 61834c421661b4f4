// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/uploads/dockstage.h"
#include "ui/shared/theme.h"

using namespace falconer;
using namespace Qt::StringLiterals;

// Real drags, from press to release: needs a display that knows them.
class tst_uploadsdrag : public Test {
    Q_OBJECT

    static QPoint upperHalf(const DockStage &stage, int row)
    {
        return placeOf(stage.table(), stage.dock->list().index(row, UploadFileColumn))
            - QPoint(0, Metrics::rowHeight / 4);
    }
    static QPoint lowerHalf(const DockStage &stage, int row)
    {
        return upperHalf(stage, row) + QPoint(0, Metrics::rowHeight / 2);
    }

private slots:
    void rowsAreDraggedToOtherPlaces()
    {
        DockStage stage;
        stage.settings.setValue(u"uploads/height"_s, 200); // with room below the rows
        stage.open();
        for (const QString &name : { u"a"_s, u"b"_s, u"c"_s, u"d"_s })
            stage.add(name);
        QTRY_VERIFY(stage.isLaidOut());
        stage.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        drag(stage.window.get(), upperHalf(stage, 3), upperHalf(stage, 1));
        QTRY_COMPARE(stage.rows(), u"a d b c"_s);
        drag(stage.window.get(), upperHalf(stage, 0), lowerHalf(stage, 2));
        QTRY_COMPARE(stage.rows(), u"d b a c"_s);
        // Several, to below all.
        clickRow(&stage.table(), 0);
        clickRow(&stage.table(), 2, Qt::ControlModifier);
        drag(stage.window.get(), upperHalf(stage, 0),
            lowerHalf(stage, 3) + QPoint(0, Metrics::rowHeight));
        QTRY_COMPARE(stage.rows(), u"b c d a"_s);
        QCOMPARE(stage.table().selectedIds().size(), 2);
        QCOMPARE(stage.dock->list().uploadAt(3)->id, stage.table().selectedIds().constLast());
    }
};

FALCONER_TEST(tst_uploadsdrag)
#include "tst_uploadsdrag.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pictures.h"
#include "tests/support/testregistry.h"
#include "tests/ui/actions/actionsstage.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QImage>

#include <tuple>

using namespace falconer;
using namespace Qt::StringLiterals;

// Draws the workspace and its sheet with either palette and at either width.
// FALCONER_PICTURES=DIR keeps the pictures to be looked at.
class tst_actionspictures : public Test {
    Q_OBJECT

    // The newest actions are of every state.
    static void makeVaried(Fleet &fleet)
    {
        const std::pair<bool, QString> states[] = { { true, u"running"_s },
            { true, u"retrieved"_s }, { true, u"wait_for_confirmation"_s },
            { false, u"scheduled"_s }, { true, u"canceling"_s }, { false, u"error"_s },
            { false, u"canceled"_s }, { false, u"finished"_s }, { true, u"cancel_rejected"_s },
            { false, u"retrieved"_s } };
        const char *const types[] = { "forced", "soft", "timeforced", "downloadonly" };
        auto action = fleet.actions.rows().rbegin();
        for (size_t i = 0; i < std::size(states); ++i, ++action) {
            std::tie(action->second.active, action->second.status) = states[i];
            action->second.forceType = QString::fromLatin1(types[i % 4]);
            action->second.forceTime = action->second.audit.createdAt + 86'400'000;
            if (action->second.status == "error"_L1)
                action->second.lastStatusCode = 42;
        }
    }

private slots:
    void draws_data()
    {
        addLooks({ 1440, 900 }, { 972, 660 }); // beside the rail
    }

    void draws()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        const Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const QString name = pictureName(u"actions"_s);
        ActionsStage stage;
        stage.server.withFleet(makeVaried);
        stage.window->resize(size);
        stage.open();
        QTRY_VERIFY(stage.isAtRest());
        QTRY_VERIFY(stage.kinds().text(int(ActionKind::Finished)).contains(u' '));
        QCOMPARE(stage.window->size(), size); // nothing needs more room
        stage.select(1, 6);
        QTRY_COMPARE(stage.lanes().laneCount(), 6);
        QTRY_VERIFY(stage.areLanesRead());
        keepPicture(*stage.window, name);
        // Everything to choose from is in sight and whole.
        const QWidget *const age = stage.pane().findChild<QComboBox *>(u"age"_s);
        QVERIFY(age->width() >= age->minimumSizeHint().width());
        QVERIFY(
            stage.pane().rect().contains(QRect(age->mapTo(&stage.pane(), QPoint()), age->size())));

        QTest::mouseClick(stage.command(u"delete"_s), Qt::LeftButton);
        QTRY_VERIFY(!stage.line(u"deleted"_s).isEmpty());
        QTRY_VERIFY(stage.part<QPushButton>(u"keep"_s)->hasFocus());
        keepPicture(*stage.window, name + u"-delete"_s);
    }

    void drawsNothing()
    {
        const Theme theme(*qApp, ThemeChoice::Light);
        ActionsStage stage;
        stage.server.withFleet([](Fleet &fleet) {
            fleet.actions.rows().clear();
            fleet.actionsOfTarget.clear();
        });
        stage.open();
        QTRY_VERIFY(stage.table().emptyState().isVisible());
        keepPicture(*stage.window, u"actions-empty"_s);
    }
};

FALCONER_TEST(tst_actionspictures)
#include "tst_actionspictures.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/composition/setsstage.h"
#include "ui/shared/emptystate.h"

#include <QAbstractItemModelTester>
#include <QMenu>
#include <QSignalSpy>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_setsside : public Test {
    Q_OBJECT

private slots:
    void showsTheNewestFirst()
    {
        SetsStage stage;
        const QAbstractItemModelTester tester(
            &stage.side->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(stage.side->model().rowCount(), 40);
        QCOMPARE(stage.side->setAt(0)->name, u"edge-tools"_s);
        QCOMPARE(stage.side->setAt(0)->version, u"3.0"_s);
        QVERIFY(!stage.side->currentSet());
    }

    // The longest state, beside the modules of the smallest window.
    void showsTheStateWhole()
    {
        SetsStage stage;
        stage.window->resize(972, 636);
        QTRY_COMPARE(stage.window->width(), 972);
        const DragTable &table = stage.side->table();
        const QModelIndex index = table.model()->index(stage.rowOf(stage.bench.gatewayOs()), 3);
        QCOMPARE(index.data().toString(), u"complete, locked"_s);
        stage.bringIntoSight(stage.side->table(), index.row());
        QVERIFY(table.sizeHintForIndex(index).width() <= table.visualRect(index).width());
        QVERIFY2(table.viewport()->rect().contains(table.visualRect(index)),
            qPrintable(
                QString::number(table.viewport()->width() - table.visualRect(index).right())));
    }

    void searches()
    {
        SetsStage stage;
        auto *const search = stage.side->findChild<QLineEdit *>();
        QTest::keyClicks(search, u"camera 7.0"_s);
        QTRY_COMPARE(stage.side->model().rowCount(), 3);
        search->clear();
        QTest::keyClicks(search, u"nosuch"_s);
        QTRY_VERIFY(stage.side->table().emptyState().isVisible());
    }

    // Commands go on with it.
    void whatASearchHidesStaysSelected()
    {
        SetsStage stage;
        const qint64 set = stage.id(DemoProduct::GatewayOs, "2.4.0-rc2");
        stage.show(set);
        QTest::keyClicks(stage.side->findChild<QLineEdit *>(), u"nosuch"_s);
        QTRY_VERIFY(stage.side->table().emptyState().isVisible());
        QCOMPARE(stage.side->selectedCount(), 1);
        QVERIFY(stage.page->shownSet());
        QVERIFY(stage.side->verdict(SetCommand::Compare).allowed);
        stage.side->run(SetCommand::Lock);
        QTRY_VERIFY(stage.side->currentSet()->locked);
        QVERIFY(!stage.side->verdict(SetCommand::Lock).allowed); // it is locked
        QVERIFY(stage.side->verdict(SetCommand::Unlock).allowed);
        QVERIFY(stage.page->shownSet()->locked);
        stage.bench.manage("DELETE", "distributionsets/" + QByteArray::number(set));
        QTRY_VERIFY((stage.feed->refresh(), !stage.side->currentSet()));
        QVERIFY(!stage.side->verdict(SetCommand::Edit).allowed);
    }

    void enablesWhatTheSelectionAllows()
    {
        SetsStage stage;
        const auto button
            = [&](const QString &name) { return stage.side->bar().findChild<QPushButton *>(name); };
        QVERIFY(!button(u"edit"_s)->isEnabled());
        QCOMPARE(button(u"edit"_s)->toolTip(), u"Select a set first."_s);
        stage.select(stage.bench.gatewayOs());
        QTRY_VERIFY(button(u"edit"_s)->isEnabled());
        QVERIFY(button(u"compare"_s)->isEnabled());
        stage.select(stage.id(DemoProduct::GatewayOs, "2.3.1"), Qt::ControlModifier);
        QVERIFY(!button(u"edit"_s)->isEnabled());
        QVERIFY(button(u"compare"_s)->isEnabled());
    }

    // Sets are dragged nowhere; who tries it keeps what was selected.
    void keepsTheSelectionWhenADragWasTried()
    {
        SetsStage stage;
        const qint64 other = stage.id(DemoProduct::GatewayOs, "2.3.1");
        stage.select(stage.bench.gatewayOs());
        stage.select(other, Qt::ControlModifier);
        QTRY_COMPARE(stage.side->selectedCount(), 2);
        QWidget *const rows = stage.side->table().viewport();
        const QPoint from = stage.side->table()
                                .visualRect(stage.side->model().index(stage.rowOf(other), 0))
                                .center();
        const QPoint beside(rows->width() - 5, rows->height() + 40);
        QTest::mousePress(rows, Qt::LeftButton, {}, from);
        for (const QPoint &to : { from + QPoint(20, 20), beside })
            QTest::mouseMove(rows, to);
        QTest::mouseRelease(rows, Qt::LeftButton, {}, beside);
        QCOMPARE(stage.side->selectedCount(), 2);
    }

    void locksAndUnlocks()
    {
        SetsStage stage;
        const qint64 open = stage.id(DemoProduct::GatewayOs, "2.4.0-rc2");
        stage.show(open);
        stage.trigger(u"lock"_s);
        QTRY_VERIFY(stage.setJson(open)[u"locked"_s].toBool());
        QTRY_VERIFY(stage.side->currentSet()->locked);
        QTRY_VERIFY(stage.page->shownSet()->locked);
        stage.trigger(u"unlock"_s);
        QVERIFY(stage.sheet());
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QVERIFY(!stage.setJson(open)[u"locked"_s].toBool());
        const QJsonArray modules = stage.setJson(open)[u"modules"_s].toArray();
        for (const auto &module : modules)
            QVERIFY(!module[u"locked"_s].toBool());
        QTRY_VERIFY(!stage.side->currentSet()->locked);
    }

    // Somebody locked it after it was read: 423 offers the way out, and then goes on.
    void offersTheUnlock()
    {
        SetsStage stage;
        const qint64 set = stage.id(DemoProduct::GatewayOs, "2.4.0-rc2");
        stage.show(set);
        const DistributionSet known = *stage.side->currentSet();
        stage.bench.manage("PUT", "distributionsets/" + QByteArray::number(set),
            QJsonObject{ { u"locked"_s, true } });
        stage.side->writer().removeModule(known, known.modules.first());
        QTRY_VERIFY(stage.sideBanner()->isVisible());
        QCOMPARE(stage.sideBanner()->sentence(), u"gateway-os 2.4.0-rc2 is locked."_s);
        clickAt(stage.bannerButton(*stage.sideBanner()));
        QTRY_VERIFY(stage.sheet());
        clickAt(stage.deed());
        QTRY_COMPARE(stage.modulesOf(set).size(), 1);
        QTRY_COMPARE(stage.side->currentSet()->modules.size(), 1);
        QVERIFY(!stage.sideBanner()->isVisible());
    }

    void keepsTheSelectionWhenASetIsChangedElsewhere()
    {
        SetsStage stage;
        const qint64 set = stage.bench.gatewayOs();
        stage.show(set);
        stage.bench.manage("PUT", "distributionsets/" + QByteArray::number(set),
            QJsonObject{ { u"description"_s, u"changed"_s } });
        stage.side->reload();
        QTRY_COMPARE(stage.side->currentSet()->description, u"changed"_s);
        QTRY_COMPARE(stage.page->shownSet()->description, u"changed"_s);
    }

    void asksForNothingBeforeItIsSeen()
    {
        SetsStage stage;
        const qint64 sent = stage.sent();
        const SetsSide hidden(
            { stage.session->client(), *stage.feed, stage.session->facts(), stage.settings,
                { .profile = u"Test"_s }, {}, nullptr, &QDateTime::currentDateTimeUtc });
        QCoreApplication::processEvents();
        QCOMPARE(stage.sent(), sent);
    }

    void saysWhyItShowsNothing()
    {
        SetsStage stage;
        stage.bench.server().stop();
        stage.side->reload();
        QTRY_VERIFY(stage.sideBanner()->isVisible());
        QCOMPARE(stage.bannerButton(*stage.sideBanner())->text(), u"Try again"_s);
        QCOMPARE(stage.side->model().rowCount(), 40); // what was there stays
    }
};

FALCONER_TEST(tst_setsside)
#include "tst_setsside.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/composition/setsstage.h"
#include "ui/composition/rowmarks.h"
#include "ui/composition/takeoutzone.h"
#include "ui/shared/dropoverlay.h"

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_setdrops : public Test {
    Q_OBJECT

    static const DropOverlay *overlayOf(const QWidget &widget)
    {
        const auto *const overlay = widget.findChild<DropOverlay *>();
        return overlay->isVisible() ? overlay : nullptr;
    }

    static QList<qint64> taggedSets(SetsStage &stage)
    {
        QList<qint64> ids;
        stage.bench.change([&](Fleet &fleet) {
            for (const auto &[id, one] : fleet.sets.rows()) {
                if (!one.tags.isEmpty())
                    ids << id;
            }
        });
        return ids;
    }

private slots:
    void dropsAModuleOnASet()
    {
        SetsStage stage;
        const qint64 set = stage.id(DemoProduct::SensorFw, "1.0.0-beta"); // it has none
        const QPoint from = stage.placeOfModule(u"sensor-fw"_s, u"0.9.8"_s);
        QString sentence;
        bool lit = false;
        drag(stage.window.get(), from, stage.placeOfSet(set), [&] {
            if (const DropOverlay *const overlay = overlayOf(stage.side->table()))
                sentence = overlay->verdict().sentence;
            lit = stage.side->findChild<RowMarks *>()->isVisible();
        });
        QTRY_COMPARE(stage.modulesOf(set), QStringList({ u"sensor-fw 0.9.8"_s }));
        QCOMPARE(sentence, u"Put sensor-fw 0.9.8 into sensor-fw 1.0.0-beta"_s);
        QVERIFY(lit);
        QVERIFY(!overlayOf(stage.side->table()));
        QVERIFY(!stage.side->findChild<RowMarks *>()->isVisible());
        QTRY_VERIFY(stage.side->setAt(stage.rowOf(set))->complete);
    }

    // One drops on what is in sight, whatever is selected: the set shows what became of it.
    void showsTheSetThatModulesWereDroppedOn()
    {
        SetsStage stage;
        const qint64 set = stage.id(DemoProduct::SensorFw, "1.0.0-beta");
        stage.select(stage.bench.gatewayOs());
        stage.select(stage.id(DemoProduct::GatewayOs, "2.4.0-rc2"), Qt::ControlModifier);
        drag(stage.window.get(), stage.placeOfModule(u"sensor-fw"_s, u"0.9.8"_s),
            stage.placeOfSet(set));
        QTRY_VERIFY(stage.placeItem(u"sensor-fw"_s));
        QCOMPARE(stage.side->selectedCount(), 1);
        QCOMPARE(stage.side->currentSet()->id, set);
    }

    void saysWhyASetTakesNone_data()
    {
        QTest::addColumn<QString>("module");
        QTest::addColumn<QString>("version");
        QTest::addColumn<int>("product");
        QTest::addColumn<QString>("setVersion");
        QTest::addColumn<QString>("why");
        QTest::newRow("locked") << u"gateway-os"_s << u"2.4.0-rc2"_s << int(DemoProduct::GatewayOs)
                                << u"2.4.0"_s << u"locked"_s;
        QTest::newRow("type") << u"plc-bundle"_s << u"2026.11"_s << int(DemoProduct::SensorFw)
                              << u"1.0.0-beta"_s << u"does not take"_s;
        QTest::newRow("already") << u"sensor-fw"_s << u"0.9.8"_s << int(DemoProduct::SensorFw)
                                 << u"0.9.8"_s << u"already"_s;
        QTest::newRow("no room") << u"camera-fw"_s << u"7.1.0"_s << int(DemoProduct::SensorFw)
                                 << u"0.9.8"_s << u"at most"_s;
    }

    void saysWhyASetTakesNone()
    {
        QFETCH(QString, module);
        QFETCH(QString, version);
        QFETCH(int, product);
        QFETCH(QString, setVersion);
        QFETCH(QString, why);
        SetsStage stage;
        const qint64 set = stage.bench.setOf(DemoProduct(product), setVersion);
        const QStringList before = stage.modulesOf(set);
        const QPoint from = stage.placeOfModule(module, version);
        DropVerdict verdict;
        drag(stage.window.get(), from, stage.placeOfSet(set), [&] {
            if (const DropOverlay *const overlay = overlayOf(stage.side->table()))
                verdict = overlay->verdict();
        });
        QVERIFY(!verdict.allowed);
        QVERIFY2(verdict.sentence.contains(why), qPrintable(verdict.sentence));
        QCoreApplication::processEvents();
        QVERIFY(!stage.side->writer().isBusy());
        QCOMPARE(stage.modulesOf(set), before);
    }

    void dropsAModuleIntoItsPlace()
    {
        SetsStage stage;
        const qint64 set = stage.id(DemoProduct::SensorFw, "1.0.0-beta");
        stage.show(set);
        QTRY_COMPARE(stage.page->places().topLevelItemCount(), 1);
        const QPoint to = stage.placeOfItem(stage.page->places().topLevelItem(0));
        drag(stage.window.get(), stage.placeOfModule(u"camera-fw"_s, u"7.1.0"_s), to);
        QTRY_COMPARE(stage.modulesOf(set), QStringList({ u"camera-fw 7.1.0"_s }));
        QTRY_VERIFY(stage.placeItem(u"camera-fw"_s));
    }

    void dragsAModuleBackOut()
    {
        SetsStage stage;
        const qint64 set = stage.id(DemoProduct::GatewayOs, "2.4.0-rc2");
        stage.show(set);
        QTRY_VERIFY(stage.placeItem(u"gateway-os-apps"_s));
        auto *const zone = stage.page->findChild<TakeOutZone *>();
        QVERIFY(!zone->isVisible());
        // Where the zone will be: at the foot of the list.
        PlacesView &places = stage.page->places();
        const QPoint foot
            = places.mapTo(stage.window.get(), QPoint(places.width() / 2, places.height() - 15));
        bool wasOpen = false;
        drag(stage.window.get(), stage.placeOfItem(stage.placeItem(u"gateway-os-apps"_s)), foot,
            [&] { wasOpen = zone->isVisible(); });
        QVERIFY(wasOpen);
        QTRY_COMPARE(stage.modulesOf(set), QStringList({ u"gateway-os 2.4.0-rc2"_s }));
        QVERIFY(!zone->isVisible());
    }

    void dropsATagOnASet()
    {
        SetsStage stage;
        const qint64 set = stage.id(DemoProduct::CameraFw, "7.0.4");
        stage.show(stage.bench.gatewayOs());
        const QPoint to = stage.placeOfSet(set);
        drag(stage.window.get(), middleOf(*stage.part<TagChip>(u"tag-stable"_s)), to);
        QTRY_COMPARE(taggedSets(stage), QList<qint64>({ set })); // and not the one that is shown
    }

    void dropsATagOnAllSelectedSets()
    {
        SetsStage stage;
        const qint64 first = stage.bench.gatewayOs();
        const qint64 second = stage.id(DemoProduct::GatewayOs, "2.4.0-rc2");
        const qint64 third = stage.id(DemoProduct::CameraFw, "7.0.4");
        const auto chip = [&] { return stage.part<TagChip>(u"tag-stable"_s); };
        stage.select(first);
        stage.select(second, Qt::ControlModifier);
        QTRY_VERIFY(chip());
        const QPoint beside = stage.placeOfSet(third);
        drag(stage.window.get(), middleOf(*chip()), beside); // not one of them
        QTRY_COMPARE(taggedSets(stage), QList<qint64>{ third });
        QTRY_VERIFY(chip() && stage.isAtRest());
        QString sentence;
        const QPoint to = stage.placeOfSet(second);
        drag(stage.window.get(), middleOf(*chip()), to, [&] {
            if (const DropOverlay *const overlay = overlayOf(stage.side->table()))
                sentence = overlay->verdict().sentence;
        });
        QTRY_COMPARE(taggedSets(stage).size(), 3);
        QCOMPARE(sentence, u"Give the 2 selected sets the tag stable"_s);
        QTRY_VERIFY(chip() && chip()->isGiven());
    }
};

FALCONER_TEST(tst_setdrops)
#include "tst_setdrops.moc"

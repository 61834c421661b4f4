// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/softwaretitles.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"
#include "tests/ui/composition/setsstage.h"
#include "ui/shared/metadatatable.h"

#include <QMenu>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QStringList linesOf(const QTreeWidget &tree)
{
    QStringList lines;
    for (int i = 0; i < tree.topLevelItemCount(); ++i) {
        const QTreeWidgetItem *const place = tree.topLevelItem(i);
        lines << place->text(0);
        for (int child = 0; child < place->childCount(); ++child)
            lines << u"  "_s + place->child(child)->text(0) + u' ' + place->child(child)->text(1);
    }
    return lines;
}

bool says(const QWidget &widget, const QString &words)
{
    for (const QLabel *const label : widget.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(words))
            return true;
    }
    return false;
}

} // namespace

class tst_setpage : public Test {
    Q_OBJECT

private slots:
    void groupsModulesByPlace()
    {
        SetsStage stage;
        stage.show(stage.bench.gatewayOs());
        QCOMPARE(linesOf(stage.page->places()),
            QStringList({ u"OS (needed, 1 at most)"_s, u"  gateway-os 2.4.0"_s,
                u"Application (optional, any number)"_s, u"  gateway-os-apps 2.4.0"_s }));
        QTRY_VERIFY(stage.placeItem(u"gateway-os"_s)->text(2).startsWith("1 file, "_L1));
        QCOMPARE(stage.placeItem(u"gateway-os"_s)->text(3), u"locked"_s);
    }

    // Number and size of the artifacts, and the state, in a small window, too.
    void cutsNothingOfAModule()
    {
        SetsStage stage;
        stage.window->resize(972, 636);
        const qint64 set = stage.bench.gatewayOs();
        stage.bench.change([&](Fleet &fleet) {
            for (const qint64 id : fleet.sets.find(set)->modules)
                fleet.modules.find(id)->artifacts.first().size = 1'023'999'999;
        });
        stage.show(set);
        QTRY_VERIFY(stage.placeItem(u"gateway-os"_s)->text(2).contains("977 MiB"_L1));
        const PlacesView &places = stage.page->places();
        for (int column = 1; column < 4; ++column) {
            const QModelIndex index = places.model()->index(0, column, places.model()->index(0, 0));
            QVERIFY(places.sizeHintForIndex(index).width() <= places.visualRect(index).width());
        }
    }

    void saysWhyItIsIncomplete()
    {
        SetsStage stage;
        stage.show(stage.id(DemoProduct::SensorFw, "1.0.0-beta"));
        QTRY_VERIFY(says(*stage.page, u"It needs 1 OS module, has none."_s));
        QCOMPARE(linesOf(stage.page->places()),
            QStringList({ u"OS: none yet - drag one here (needed, 1 at most)"_s }));
    }

    void saysThatAModuleWasDeleted()
    {
        SetsStage stage;
        const qint64 set = stage.id(DemoProduct::GatewayOs, "2.4.0-rc2");
        stage.show(set);
        const SoftwareModule module = stage.side->currentSet()->modules.constFirst();
        stage.bench.manage("DELETE", "softwaremodules/" + QByteArray::number(module.id));
        stage.side->reload();
        QTRY_VERIFY(stage.side->currentSet()->modules.constFirst().deleted);
        QTRY_VERIFY(says(*stage.page,
            u"It holds what was deleted from the server: "_s + titleOf(module) + u'.'));
        const auto items = stage.page->places().findItems(u"deleted"_s, Qt::MatchRecursive, 3);
        QCOMPARE(items.size(), 1);
        QCOMPARE(items.first()->text(2), u"-"_s); // its files are gone, whatever the server lists
        QVERIFY(says(*stage.page, u"a module is deleted"_s));
    }

    void showsWhatUsesIt()
    {
        SetsStage stage;
        stage.bench.assign(stage.bench.gatewayOs());
        stage.show(stage.bench.gatewayOs());
        QTRY_VERIFY(says(*stage.page, u"1 running"_s));
        QTRY_COMPARE(stage.page->metadata().entries().size(), 1);
    }

    void takesAModuleOutByKeyAndButton()
    {
        SetsStage stage;
        const qint64 set = stage.id(DemoProduct::GatewayOs, "2.4.0-rc2");
        stage.show(set);
        auto *const button = stage.part<QPushButton>(u"takeOut"_s);
        QVERIFY(!button->isEnabled());
        QTest::mouseClick(stage.window->windowHandle(), Qt::LeftButton, {},
            stage.placeOfItem(stage.placeItem(u"gateway-os-apps"_s)));
        QVERIFY(button->isEnabled());
        QTest::keyClick(&stage.page->places(), Qt::Key_Delete);
        QTRY_COMPARE(stage.modulesOf(set), QStringList({ u"gateway-os 2.4.0-rc2"_s }));
        QTRY_VERIFY(!stage.placeItem(u"gateway-os-apps"_s));
        QTest::mouseClick(stage.window->windowHandle(), Qt::LeftButton, {},
            stage.placeOfItem(stage.placeItem(u"gateway-os"_s)));
        clickAt(button);
        QTRY_COMPARE(stage.modulesOf(set), QStringList());
        QTRY_VERIFY(says(*stage.page, u"It needs 1 OS module, has none."_s));
    }

    void takesNothingOutOfALockedSet()
    {
        SetsStage stage;
        stage.show(stage.bench.gatewayOs());
        QTest::mouseClick(stage.window->windowHandle(), Qt::LeftButton, {},
            stage.placeOfItem(stage.placeItem(u"gateway-os"_s)));
        const qint64 sent = stage.sent();
        QTest::keyClick(&stage.page->places(), Qt::Key_Delete);
        auto *const button = stage.part<QPushButton>(u"takeOut"_s);
        QVERIFY(!button->isEnabled());
        QVERIFY(button->toolTip().contains("locked"_L1));
        QCOMPARE(stage.modulesOf(stage.bench.gatewayOs()).size(), 2);
        QVERIFY(stage.sent() - sent <= 2); // at most what the feed asks meanwhile
    }

    void givesAndTakesTags()
    {
        SetsStage stage;
        const qint64 set = stage.bench.gatewayOs();
        stage.show(set);
        const auto chip = [&] { return stage.part<TagChip>(u"tag-stable"_s); };
        QVERIFY(chip() && !chip()->isGiven());
        clickAt(chip());
        QTRY_VERIFY(chip() && chip()->isGiven());
        clickAt(chip());
        QTRY_VERIFY(chip() && !chip()->isGiven());
    }

    // As much room before the dot as behind the name, and all in the middle of their line.
    void tagsStandInLine()
    {
        SetsStage stage;
        stage.show(stage.bench.gatewayOs());
        auto *const chip = stage.part<TagChip>(u"tag-stable"_s);
        const auto *const make = stage.part<QToolButton>(u"newTag"_s);
        QTRY_VERIFY(chip->isVisible() && make->isVisible());
        QVERIFY(std::abs(chip->geometry().center().y() - make->geometry().center().y()) <= 1);
        const QImage image = chip->grab().toImage();
        const int edge = 4; // its frame
        const int middle = image.height() / 2;
        const auto isEmpty = [&](int x) {
            for (int y = middle - edge; y < middle + edge; ++y) {
                if (image.pixel(x, y) != image.pixel(edge, middle))
                    return false;
            }
            return true;
        };
        int left = edge, right = edge;
        while (left < image.width() && isEmpty(left))
            ++left;
        while (right < image.width() && isEmpty(image.width() - 1 - right))
            ++right;
        QVERIFY(left < image.width() / 2);
        QVERIFY2(std::abs(left - right) <= 2,
            qPrintable(u"%1 before, %2 behind"_s.arg(left).arg(right)));
    }

    // How many of them have it is said, and a click gives it to all.
    void givesATagToSeveralSets()
    {
        SetsStage stage;
        const qint64 first = stage.bench.gatewayOs();
        const qint64 second = stage.id(DemoProduct::GatewayOs, "2.4.0-rc2");
        stage.show(first);
        const auto chip = [&] { return stage.part<TagChip>(u"tag-stable"_s); };
        clickAt(chip());
        QTRY_VERIFY(chip() && chip()->isGiven());
        stage.select(second, Qt::ControlModifier);
        QTRY_VERIFY(chip() && chip()->text() == "stable (1 of 2)"_L1);
        QVERIFY(!chip()->isChecked());
        QVERIFY(!stage.page->shownSet());
        clickAt(chip());
        QTRY_VERIFY(chip() && chip()->isGiven());
        QCOMPARE(chip()->text(), u"stable"_s);
        QVERIFY(chip()->isChecked());
        const auto tagged = [&] {
            int count = 0;
            stage.bench.change([&](Fleet &fleet) {
                for (const auto &[id, set] : fleet.sets.rows())
                    count += set.tags.isEmpty() ? 0 : 1;
            });
            return count;
        };
        QCOMPARE(tagged(), 2);
        clickAt(chip());
        QTRY_COMPARE(tagged(), 0);
        QTRY_VERIFY(chip() && !chip()->isGiven());
        stage.select(first); // one again: its own strip
        QTRY_VERIFY(stage.page->shownSet() && stage.page->tags().isRead());
        QCOMPARE(stage.page->findChildren<TagChip *>(u"tag-stable"_s).size(), 1);
    }

    // Which sets they are is not known here: nothing that would not reach all of them.
    void offersNoTagsForAQuery()
    {
        SetsStage stage;
        stage.bench.change([](Fleet &fleet) {
            SimSet set = fleet.sets.rows().begin()->second;
            for (int i = 0; i < 120; ++i) {
                set.id = fleet.nextId();
                set.version = QString::number(i);
                fleet.sets.insert(set);
            }
        });
        stage.side->reload();
        QTRY_VERIFY(stage.side->model().rowCount() > 120 && stage.isAtRest());
        stage.side->table().setFocus();
        QTest::keyClick(&stage.side->table(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(stage.side->picked().filter);
        QVERIFY(!stage.part<QToolButton>(u"newTag"_s));
    }

    void keepsTheKeyboardOnAChip()
    {
        SetsStage stage;
        stage.show(stage.bench.gatewayOs());
        stage.part<TagChip>(u"tag-stable"_s)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(stage.part<TagChip>(u"tag-stable"_s), Qt::Key_Space);
        const auto chip = [&] { return stage.part<TagChip>(u"tag-stable"_s); };
        QTRY_VERIFY(chip() && chip()->isGiven());
        QVERIFY(chip()->hasFocus());
    }

    // A file that arrived elsewhere makes its module, and so the set, complete.
    void followsWhatBecomesComplete()
    {
        SetsStage stage;
        const qint64 set = stage.id(DemoProduct::PlcBundle, "2026.11");
        QList<SimArtifact> files;
        const auto exchange = [&] {
            stage.bench.change([&](Fleet &fleet) {
                for (const qint64 id : fleet.sets.find(set)->modules)
                    files.swap(fleet.modules.find(id)->artifacts);
            });
            stage.side->reload();
            stage.feed->refresh();
        };
        exchange();
        QTRY_VERIFY(!stage.side->setAt(stage.rowOf(set))->complete);
        stage.show(set);
        QTRY_VERIFY(says(*stage.page, u"has none, and its type demands 1 artifact"_s));
        exchange();
        QTRY_VERIFY(!says(*stage.page, u"cannot be assigned"_s));
        QTRY_VERIFY(stage.placeItem(u"plc-bundle"_s)->text(2).startsWith("1 file"_L1));
    }

    void makesATag()
    {
        SetsStage stage;
        stage.show(stage.bench.gatewayOs());
        clickAt(stage.part<QToolButton>(u"newTag"_s));
        QTRY_VERIFY(stage.sheet());
        stage.type(u"tagName"_s, u"stable"_s); // taken
        clickAt(stage.deed());
        QTRY_COMPARE(stage.problem(), u"There is a tag stable already."_s);
        stage.type(u"tagName"_s, u"beta"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        const auto chip = [&] { return stage.part<TagChip>(u"tag-beta"_s); };
        QTRY_VERIFY(chip() && chip()->isGiven());
    }

    void changesATag()
    {
        SetsStage stage;
        stage.show(stage.bench.gatewayOs());
        stage.part<TagChip>(u"tag-stable"_s)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(stage.part<TagChip>(u"tag-stable"_s), Qt::Key_F2);
        QTRY_VERIFY(stage.sheet());
        const qint64 sent = stage.sent();
        stage.type(u"tagName"_s, u"proven"_s);
        QTest::mouseClick(stage.part<QToolButton>(u"#26a269"_s), Qt::LeftButton);
        QCOMPARE(stage.sent(), sent);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QTRY_VERIFY(stage.part<TagChip>(u"tag-proven"_s));
        QVERIFY(!stage.part<TagChip>(u"tag-stable"_s));
        QCOMPARE(stage.part<TagChip>(u"tag-proven"_s)->tag().colour, u"#26a269"_s);
    }

    void deletesATag()
    {
        SetsStage stage;
        stage.show(stage.bench.gatewayOs());
        const auto chip = [&] { return stage.part<TagChip>(u"tag-stable"_s); };
        clickAt(chip());
        QTRY_VERIFY(chip() && chip()->isGiven());
        QContextMenuEvent event(
            QContextMenuEvent::Keyboard, QPoint(4, 4), chip()->mapToGlobal(QPoint(4, 4)));
        QCoreApplication::sendEvent(chip(), &event);
        auto *const menu = chip()->findChild<QMenu *>();
        QVERIFY(menu && menu->isVisible());
        menu->close();
        chip()->findChild<QAction *>(u"deleteTag"_s)->trigger();
        QTRY_COMPARE(stage.line(u"sets"_s), u"set loses it, and stays as it is otherwise"_s);
        QCOMPARE(stage.window->focusWidget(), stage.keep());
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QTRY_VERIFY(!chip());
    }

    // Neither for what is chosen meanwhile nor for what was watched before.
    void asksForNothingWhileOutOfSight()
    {
        ScriptedServer server([](const HeardRequest &request) {
            if (request.target.endsWith("/statistics"))
                return httpAnswer(200, "{}");
            if (request.target.contains("metadata") || request.target.contains("settags"))
                return httpAnswer(200, R"({"content":[],"total":0})");
            return httpAnswer(
                200, R"({"id":9,"name":"a","version":"2","type":"os","complete":true})");
        });
        Client client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false });
        Feed feed(client);
        const ServerFacts facts;
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        const RepositoryContext context{ client, feed, facts, settings, { .profile = u"Test"_s },
            {}, nullptr, &QDateTime::currentDateTimeUtc };
        SetsSide side(context);
        SetPage page(context, side);
        const DistributionSet set{
            .id = 9, .name = u"a"_s, .version = u"2"_s, .type = u"os"_s, .complete = true
        };
        const auto isQuiet = [&](qsizetype heard) {
            feed.refresh();
            QCoreApplication::processEvents();
            return server.heard().size() == heard;
        };
        page.showSet(set);
        QVERIFY(isQuiet(0));
        page.show();
        QTRY_COMPARE(server.heard().size(), 5); // it, its use, metadata, tags, all tags
        QTRY_VERIFY(page.tags().isRead());
        page.hide();
        QVERIFY(isQuiet(5));
        DistributionSet other = set;
        other.id = 8;
        page.showSet(other);
        QVERIFY(isQuiet(5));
        page.show();
        QTRY_COMPARE(server.heard().size(), 10); // exactly: nothing was sent in between
        QVERIFY(server.lines().mid(5).contains("GET /rest/v1/distributionsets/8"));
        QVERIFY(!server.lines().mid(5).contains("GET /rest/v1/distributionsets/9"));
    }

    void followsTheSelection()
    {
        SetsStage stage;
        stage.show(stage.bench.gatewayOs());
        stage.show(stage.id(DemoProduct::PlcBundle, "2026.10"));
        QVERIFY(says(*stage.page, u"Invalidated"_s));
        stage.select(stage.id(DemoProduct::PlcBundle, "2026.09"), Qt::ControlModifier);
        QVERIFY(!stage.page->shownSet()); // of two none is shown
        QVERIFY(says(*stage.page, u"2 distribution sets are selected"_s));
    }
};

FALCONER_TEST(tst_setpage)
#include "tst_setpage.moc"

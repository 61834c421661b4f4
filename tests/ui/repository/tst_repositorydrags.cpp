// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/repository/repositorystage.h"
#include "ui/composition/placesview.h"
#include "ui/composition/setpage.h"
#include "ui/composition/setsside.h"
#include "ui/repository/draggedfiles.h"
#include "ui/repository/fileintake.h"
#include "ui/shared/dropoverlay.h"
#include "ui/shared/metadatatable.h"
#include "ui/uploads/dropsheet.h"

#include <utility>

using namespace falconer;
using namespace Qt::StringLiterals;

// Real drags: modules onto sets, files onto modules and beside them.
class tst_repositorydrags : public Test {
    Q_OBJECT

    static QPoint placeOfSet(
        const RepositoryStage &stage, const QString &name, const QString &version)
    {
        SetsSide &side = stage.workspace->sets();
        for (int row = 0; row < side.model().rowCount(); ++row) {
            const auto set = side.setAt(row);
            if (set && set->name == name && set->version == version)
                return RepositoryStage::placeInTable(side.table(), row);
        }
        qFatal("no such set");
    }

    static QString sentenceOver(const QWidget &widget)
    {
        for (const auto *const overlay : widget.findChildren<DropOverlay *>()) {
            if (overlay->isVisible())
                return overlay->verdict().sentence;
        }
        return {};
    }

    static void showSet(const RepositoryStage &stage, const QString &name, const QString &version)
    {
        stage.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        QTest::mouseClick(
            stage.window->windowHandle(), Qt::LeftButton, {}, placeOfSet(stage, name, version));
        QTRY_VERIFY(stage.workspace->setPage().isVisible());
        QTRY_VERIFY(stage.workspace->setPage().shownSet()->name == name);
    }

    static QList<qint64> modulesOf(
        RepositoryStage &stage, DemoProduct product, const QString &version)
    {
        QList<qint64> modules;
        stage.bench.change([&](Fleet &fleet) {
            modules = fleet.sets.find(stage.bench.setOf(product, version))->modules;
        });
        return modules;
    }

private slots:
    void aModuleIsDraggedOntoASet()
    {
        RepositoryStage stage;
        QTRY_VERIFY(stage.workspace->sets().model().rowCount() > 0);
        QTRY_VERIFY(!stage.workspace->sets().model().isLoading());
        const auto before = modulesOf(stage, DemoProduct::EdgeTools, u"3.0"_s);
        const QPoint set = placeOfSet(stage, u"edge-tools"_s, u"3.0"_s);
        const QPoint module = stage.placeOfModule(u"panel-app"_s, u"1.12.0"_s);
        drag(stage.window.get(), module, set);
        QTRY_COMPARE(modulesOf(stage, DemoProduct::EdgeTools, u"3.0"_s).size(), before.size() + 1);
        QVERIFY(modulesOf(stage, DemoProduct::EdgeTools, u"3.0"_s)
                    .contains(stage.module(u"panel-app"_s, u"1.12.0"_s)->id));
    }

    void severalModulesGoTogether()
    {
        RepositoryStage stage;
        QTRY_VERIFY(stage.workspace->sets().model().rowCount() > 0);
        QTRY_VERIFY(!stage.workspace->sets().model().isLoading());
        const auto before = modulesOf(stage, DemoProduct::EdgeTools, u"3.0"_s);
        const QPoint set = placeOfSet(stage, u"edge-tools"_s, u"3.0"_s);
        stage.select(u"panel-app"_s, u"1.12.0"_s);
        stage.select(u"panel-app"_s, u"1.11.3"_s, Qt::ControlModifier);
        drag(stage.window.get(), stage.placeOfModule(u"panel-app"_s, u"1.11.3"_s), set);
        QTRY_COMPARE(modulesOf(stage, DemoProduct::EdgeTools, u"3.0"_s).size(), before.size() + 2);
    }

    void filesDroppedOnAModuleGoIntoIt()
    {
        RepositoryStage stage;
        stage.desktop->putOut(
            { stage.file(u"rootfs.img"_s, 3000), stage.file(u"more/notes.txt"_s, 100) });
        stage.select(u"gateway-os"_s, u"2.4.0-rc2"_s);
        QTRY_COMPARE(stage.artifacts().artifacts().size(), 1);
        QString sentence;
        drag(stage.window.get(), middleOf(*stage.desktop),
            stage.placeOfModule(u"gateway-os"_s, u"2.4.0-rc2"_s),
            [&] { sentence = sentenceOver(stage.table()); });
        QCOMPARE(sentence, u"Put 2 files into gateway-os 2.4.0-rc2"_s);
        QCOMPARE(stage.desktop->outcome(), Qt::CopyAction); // the files stay where they are
        // The page shows them as soon as they are there, without being asked.
        QTRY_COMPARE_WITH_TIMEOUT(stage.artifacts().artifacts().size(), 3, 20'000);
        QStringList names;
        const SimModule module = *stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s);
        for (const SimArtifact &each : module.artifacts)
            names << each.filename;
        QVERIFY(names.contains(u"rootfs.img"_s));
        QVERIFY(names.contains(u"notes.txt"_s));
        QVERIFY(sentenceOver(stage.table()).isEmpty());
    }

    void aFolderIsLookedInto()
    {
        RepositoryStage stage;
        stage.file(u"release/a.bin"_s, 10);
        stage.file(u"release/deep/b.bin"_s, 20);
        stage.file(u"release/empty.bin"_s, 0);
        stage.desktop->putOut({ stage.folder.filePath(u"release"_s) });
        drag(stage.window.get(), middleOf(*stage.desktop),
            stage.placeOfModule(u"gateway-os"_s, u"2.4.0-rc2"_s));
        QTRY_COMPARE_WITH_TIMEOUT(
            stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->artifacts.size(), 3, 20'000);
        const auto *const banner = stage.pane().findChild<Banner *>();
        QTRY_COMPARE(banner->sentence(), u"Empty, which hawkBit refuses: empty.bin."_s);
    }

    // The window turns to another server while a slow share is being looked at.
    void whatIsLookedIntoOutlivesItsWorkspace()
    {
        RepositoryStage stage;
        const int row = stage.rowOf(u"gateway-os"_s, u"2.4.0-rc2"_s);
        stage.workspace->findChild<FileIntake *>()->add(*stage.pane().model().itemAt(row),
            { QUrl::fromLocalFile(stage.file(u"late.bin"_s)),
                QUrl::fromLocalFile(stage.file(u"empty.bin"_s, 0)) });
        QCOMPARE(stage.uploads.lookingFor(), QStringList{ RepositoryStage::profileId() });
        QVERIFY(stage.uploads.uploads().isEmpty());
        delete std::exchange(stage.workspace, nullptr);
        QTRY_COMPARE(stage.uploads.uploads().size(), 1);
        QCOMPARE(stage.uploads.uploads().first().moduleTitle, u"gateway-os 2.4.0-rc2"_s);
        QVERIFY(stage.uploads.lookingFor().isEmpty());
    }

    void aLockedModuleSaysWhyItTakesNone()
    {
        RepositoryStage stage;
        stage.desktop->putOut({ stage.file(u"rootfs.img"_s) });
        QString sentence;
        drag(stage.window.get(), middleOf(*stage.desktop),
            stage.placeOfModule(u"gateway-os"_s, u"2.4.0"_s),
            [&] { sentence = sentenceOver(stage.table()); });
        QCOMPARE(
            sentence, u"gateway-os 2.4.0 is locked: it takes no files until it is unlocked."_s);
        QVERIFY(stage.uploads.uploads().isEmpty());
        QVERIFY(!stage.window->findChild<DropSheet *>());
        QTRY_VERIFY(sentenceOver(stage.table()).isEmpty());
    }

    // Not a new module: the one under the pointer is meant.
    void aModuleThatIsNotLoadedIsNoPlaceForANewOne()
    {
        RepositoryStage stage;
        QJsonArray many;
        for (int i = 0; i < 300; ++i)
            many << QJsonObject{ { u"name"_s, u"many-%1"_s.arg(i) }, { u"version"_s, u"1"_s },
                { u"type"_s, u"os"_s } };
        stage.bench.manage("POST", "softwaremodules", many);
        stage.pane().reload();
        QTRY_VERIFY(stage.rows() >= 300);
        QTRY_VERIFY(stage.isAtRest());
        stage.desktop->putOut({ stage.file(u"rootfs-1.0.img"_s) });
        QString sentence;
        stage.bench.change([&](Fleet &) { // it answers nobody meanwhile
            const int row = stage.rows() - 1;
            drag(stage.window.get(), middleOf(*stage.desktop),
                RepositoryStage::placeInTable(stage.table(), row),
                [&] { sentence = sentenceOver(stage.table()); });
            QVERIFY(!stage.pane().moduleAt(row));
        });
        QCOMPARE(sentence, u"This module is still being loaded: wait a moment."_s);
        QCOMPARE(stage.desktop->outcome(), Qt::IgnoreAction);
        QVERIFY(!stage.window->findChild<DropSheet *>());
        QVERIFY(stage.uploads.uploads().isEmpty());
    }

    void whatIsNotOnThisComputerIsSaid()
    {
        RepositoryStage stage;
        const QUrl away(u"https://host/builds/rootfs-1.0.img"_s);
        stage.desktop->putOutUrls({ away });
        QString sentence;
        drag(stage.window.get(), middleOf(*stage.desktop),
            stage.placeOfModule(u"gateway-os"_s, u"2.4.0-rc2"_s),
            [&] { sentence = sentenceOver(stage.table()); });
        const QString refusal
            = u"Only files of this computer can be brought in: save them here first."_s;
        QCOMPARE(sentence, refusal);
        drag(stage.window.get(), middleOf(*stage.desktop), middleOf(stage.workspace->modulePage()),
            [&] {
                for (const auto *const overlay : stage.workspace->findChildren<DropOverlay *>(
                         QString(), Qt::FindDirectChildrenOnly))
                    sentence = overlay->verdict().sentence;
            });
        QCOMPARE(sentence, refusal);
        QVERIFY(!stage.window->findChild<DropSheet *>());
        // Beside one that is here it is left out, and that is said.
        stage.desktop->putOutUrls({ away, QUrl::fromLocalFile(stage.file(u"100%1.bin"_s)) });
        drag(stage.window.get(), middleOf(*stage.desktop),
            stage.placeOfModule(u"gateway-os"_s, u"2.4.0-rc2"_s),
            [&] { sentence = sentenceOver(stage.table()); });
        QCOMPARE(sentence, u"Put 1 file into gateway-os 2.4.0-rc2"_s);
        const auto *const banner = stage.pane().findChild<Banner *>();
        QTRY_COMPARE(banner->sentence(), u"Not on this computer, and left out: rootfs-1.0.img."_s);
        QTRY_COMPARE(stage.uploads.uploads().size(), 1);
    }

    // Who enters with files that are refused is told so, to the end of the drag and no longer.
    void aRefusalGoesWithTheDrag()
    {
        RepositoryStage stage({}, { .profile = u"Test"_s }, u"viewer"_s);
        stage.desktop->putOut({ stage.file(u"gateway-2.5.0.swu"_s) });
        const QString refusal
            = u"viewer may not do this here: that needs CREATE_SOFTWARE_MODULE."_s;
        QStringList said;
        const auto listen = [&] {
            said.clear();
            for (const auto *const overlay : stage.workspace->findChildren<DropOverlay *>()) {
                if (overlay->isVisible())
                    said << overlay->verdict().sentence;
            }
        };
        drag(stage.window.get(), middleOf(*stage.desktop), middleOf(stage.workspace->modulePage()),
            listen);
        QCOMPARE(said, QStringList{ refusal });
        QCOMPARE(stage.desktop->outcome(), Qt::IgnoreAction);
        listen();
        QVERIFY2(said.isEmpty(), qPrintable(said.join(u'|')));
        // Over a module it is said there, and only there.
        drag(stage.window.get(), middleOf(*stage.desktop),
            stage.placeOfModule(u"gateway-os"_s, u"2.4.0-rc2"_s), listen);
        QCOMPARE(said, QStringList{ refusal });
        listen();
        QVERIFY2(said.isEmpty(), qPrintable(said.join(u'|')));
        QVERIFY(!stage.window->findChild<DropSheet *>());
    }

    void aDragWhoseEndWasMissedLeavesNothing()
    {
        RepositoryStage stage;
        DropOverlay &overlay
            = *stage.workspace->findChild<DropOverlay *>(QString(), Qt::FindDirectChildrenOnly);
        overlay.showVerdict({ false, u"No."_s });
        const QPoint place = middleOf(stage.workspace->modulePage());
        QTest::mouseMove(stage.window->windowHandle(), place);
        QVERIFY(!overlay.isVisible());
    }

    // The press selects what is dragged: the places of the set stay all the same.
    void theShownSetTakesAModuleThatWasNotSelected()
    {
        RepositoryStage stage;
        stage.select(u"panel-app"_s, u"1.12.0"_s);
        QTRY_VERIFY(!stage.workspace->sets().model().isLoading());
        showSet(stage, u"edge-tools"_s, u"3.0"_s);
        SetPage &page = stage.workspace->setPage();
        QTRY_VERIFY(page.places().topLevelItemCount() > 0);
        const auto before = modulesOf(stage, DemoProduct::EdgeTools, u"3.0"_s);
        const QPoint module = stage.placeOfModule(u"panel-app"_s, u"1.11.3"_s);
        drag(stage.window.get(), module, middleOf(page.places()),
            [&] { QVERIFY(page.isVisible()); });
        QTRY_COMPARE(modulesOf(stage, DemoProduct::EdgeTools, u"3.0"_s).size(), before.size() + 1);
        QTRY_VERIFY(!page.places()
                         .findItems(u"1.11.3"_s, Qt::MatchExactly | Qt::MatchRecursive, 1)
                         .isEmpty());
        QTRY_VERIFY(stage.isAtRest());
        QVERIFY(page.isVisible());
        // A click shows it, and so does one on what is selected already.
        clickAt(&page);
        stage.select(u"panel-app"_s, u"1.11.3"_s);
        QTRY_VERIFY(stage.workspace->modulePage().isVisible());
    }

    void theFactsOfAModuleFollowADrop()
    {
        RepositoryStage stage;
        stage.select(u"panel-app"_s, u"1.11.3"_s);
        const auto says = [&](const QString &words) {
            for (const QLabel *const label :
                stage.workspace->modulePage().findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(words))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(!stage.workspace->sets().model().isLoading());
        QVERIFY(!says(u"edge-tools 3.0"_s));
        drag(stage.window.get(), stage.placeOfModule(u"panel-app"_s, u"1.11.3"_s),
            placeOfSet(stage, u"edge-tools"_s, u"3.0"_s));
        QTRY_VERIFY(stage.workspace->setPage().isVisible()); // which says what it holds now
        stage.select(u"panel-app"_s, u"1.11.3"_s);
        QTRY_VERIFY(says(u"edge-tools 3.0"_s));
    }

    void aModuleIsDraggedBackToTheListOrAside()
    {
        RepositoryStage stage;
        QTRY_VERIFY(!stage.workspace->sets().model().isLoading());
        showSet(stage, u"gateway-os"_s, u"2.4.0-rc2"_s);
        SetPage &page = stage.workspace->setPage();
        const auto placeOfItem = [&](const QString &name) {
            const auto items = page.places().findItems(name, Qt::MatchExactly | Qt::MatchRecursive);
            return page.places().viewport()->mapTo(
                stage.window.get(), page.places().visualItemRect(items.first()).center());
        };
        const auto count
            = [&] { return modulesOf(stage, DemoProduct::GatewayOs, u"2.4.0-rc2"_s).size(); };
        QCOMPARE(count(), 2);
        QTRY_VERIFY(!page.places()
                         .findItems(u"gateway-os-apps"_s, Qt::MatchExactly | Qt::MatchRecursive)
                         .isEmpty());
        // Each answer lays the places out anew, which would end a drag.
        const auto areFilesKnown = [&] {
            constexpr int filesColumn = 2;
            return page.places()
                .findItems(u"..."_s, Qt::MatchExactly | Qt::MatchRecursive, filesColumn)
                .isEmpty();
        };
        QTRY_VERIFY(areFilesKnown());
        // Within the places it would stay.
        QString sentence;
        drag(stage.window.get(), placeOfItem(u"gateway-os-apps"_s), middleOf(page.places()),
            [&] { sentence = sentenceOver(*stage.workspace); });
        QVERIFY(!sentence.startsWith("Take "_L1));
        QCOMPARE(count(), 2);
        drag(stage.window.get(), placeOfItem(u"gateway-os-apps"_s), middleOf(stage.table()),
            [&] { sentence = sentenceOver(stage.table()); });
        QVERIFY2(sentence.startsWith("Take gateway-os-apps"_L1), qPrintable(sentence));
        QTRY_COMPARE(count(), 1);
        QTRY_VERIFY(page.places()
                        .findItems(u"gateway-os-apps"_s, Qt::MatchExactly | Qt::MatchRecursive)
                        .isEmpty());
        QTRY_VERIFY(stage.isAtRest() && !stage.workspace->sets().model().isLoading());
        QTRY_VERIFY(areFilesKnown());
        drag(stage.window.get(), placeOfItem(u"gateway-os"_s), middleOf(page.metadata()));
        QTRY_COMPARE(count(), 0);
        QVERIFY(sentenceOver(*stage.workspace).isEmpty());
    }

    void filesDroppedElsewhereOpenTheSheet()
    {
        RepositoryStage stage;
        stage.desktop->putOut({ stage.file(u"gateway-2.5.0.swu"_s) });
        QString sentence;
        drag(stage.window.get(), middleOf(*stage.desktop), middleOf(stage.workspace->modulePage()),
            [&] {
                for (const auto *const overlay : stage.workspace->findChildren<DropOverlay *>(
                         QString(), Qt::FindDirectChildrenOnly))
                    sentence = overlay->verdict().sentence;
            });
        QCOMPARE(sentence, u"Make a software module of 1 file"_s);
        QTRY_VERIFY(stage.window->findChild<DropSheet *>());
        QVERIFY(stage.uploads.uploads().isEmpty()); // nothing before the click
    }

    // Whatever was searched for, and however the sets are ordered.
    void whatWasBroughtInIsSelectedAndInSight()
    {
        RepositoryStage stage;
        SetsSide &sets = stage.workspace->sets();
        QTRY_VERIFY(sets.model().rowCount() > 0 && !sets.model().isLoading());
        const int version = 1;
        sets.model().sort(version, Qt::AscendingOrder);
        sets.findChild<SearchField *>()->setText(u"edge"_s);
        QTRY_VERIFY(sets.model().rowCount() < 20 && !sets.model().isLoading());
        // What else is in the queue does not matter to what is said below.
        const qint64 other = *stage.uploads.add({ .profileId = RepositoryStage::profileId(),
            .softwareModuleId = 99'999,
            .path = stage.file(u"other.img"_s) });
        QTRY_COMPARE(stage.uploads.find(other)->state, UploadState::Failed);
        stage.desktop->putOut({ stage.file(u"newgate-2.5.0.swu"_s) });
        drag(stage.window.get(), middleOf(*stage.desktop), middleOf(stage.workspace->modulePage()));
        const auto button = [&] {
            const auto *const sheet = stage.window->findChild<DropSheet *>();
            return sheet == nullptr ? nullptr : sheet->findChild<QPushButton *>(u"do"_s);
        };
        QTRY_VERIFY(button() != nullptr && button()->isEnabled());
        clickAt(button());
        QTRY_VERIFY(stage.window->findChild<DropSheet *>() == nullptr);
        QTRY_VERIFY(sets.currentSet() && sets.currentSet()->name == u"newgate"_s);
        QCOMPARE(sets.selectedCount(), 1);
        const auto place = [&] {
            const int row = sets.model().rowOf(QString::number(sets.currentSet()->id));
            return sets.table().visualRect(sets.model().index(row, 0));
        };
        QTRY_VERIFY(sets.table().viewport()->rect().contains(place()));
        QTRY_VERIFY(stage.workspace->setPage().isVisible());
        QTRY_COMPARE(stage.workspace->setPage().shownSet(), sets.currentSet());
        const auto *const banner = sets.findChild<Banner *>();
        QVERIFY(banner->isVisible());
        QCOMPARE(banner->sentence(),
            u"Created newgate 2.5.0 and the set newgate 2.5.0. The set can be rolled out once 1 "
            "file is uploaded."_s);
        // Once it is, that is said no longer.
        QTRY_COMPARE(stage.uploads.totals().done, 1);
        QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), 10000);
    }

    // Although the mouse does not move any more.
    void whatIsDraggedIsSaidWhileTheMouseRests()
    {
        RepositoryStage stage;
        QMimeData data;
        data.setUrls({ QUrl::fromLocalFile(stage.file(u"gateway-2.5.0.swu"_s)) });
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(stage.workspace, &enter);
        QVERIFY(enter.isAccepted());
        QCOMPARE(sentenceOver(*stage.workspace), u"Make software modules of 1 file or folder"_s);
        QTRY_COMPARE(sentenceOver(*stage.workspace), u"Make a software module of 1 file"_s);
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(stage.workspace, &leave);
        QCOMPARE(sentenceOver(*stage.workspace), QString());
    }

    // How many folders there are is not known before the file system says it.
    void whatIsDraggedIsSaidTruly()
    {
        const QTemporaryDir folder;
        QDir(folder.path()).mkpath(u"in"_s);
        QList<QUrl> urls{ QUrl::fromLocalFile(folder.filePath(u"in"_s)) };
        for (const QString &name : { u"a"_s, u"b"_s }) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            urls << QUrl::fromLocalFile(file.fileName());
        }
        urls << QUrl(u"https://host/c"_s);
        QTranslator plurals;
        QVERIFY(plurals.load(u":/translations/falconer_en.qm"_s));
        QCoreApplication::installTranslator(&plurals); // until it goes
        DraggedFiles dragged(nullptr);
        dragged.look(urls);
        QCOMPARE(dragged.words(), u"3 files or folders"_s);
        QTRY_COMPARE(dragged.words(), u"2 files and 1 folder"_s);
        QVERIFY(!dragged.isOneFile());
        dragged.look(urls); // is known
        QCOMPARE(dragged.words(), u"2 files and 1 folder"_s);
        dragged.look({ urls[1] });
        QVERIFY(!dragged.isOneFile()); // perhaps
        QTRY_COMPARE(dragged.words(), u"1 file"_s);
        QVERIFY(dragged.isOneFile());
        dragged.look({ urls[0] });
        QTRY_COMPARE(dragged.words(), u"1 folder"_s);
    }
};

FALCONER_TEST(tst_repositorydrags)
#include "tst_repositorydrags.moc"

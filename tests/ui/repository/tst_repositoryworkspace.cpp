// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/repository/repositorystage.h"
#include "ui/composition/placesview.h"
#include "ui/composition/setbar.h"
#include "ui/composition/setpage.h"
#include "ui/composition/setsside.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/panehead.h"
#include "ui/types/typessheet.h"
#include "ui/uploads/dropsheet.h"

#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QJsonArray>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QSplitter>

using namespace falconer;
using namespace Qt::StringLiterals;

// The table of modules: searched, followed and used, before a simulated server.
class tst_repositoryworkspace : public Test {
    Q_OBJECT

    static QLineEdit *search(const RepositoryStage &stage)
    {
        return stage.workspace->searchField()->findChild<QLineEdit *>();
    }

    static void clearSearch(const RepositoryStage &stage)
    {
        QTest::keyClick(search(stage), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(search(stage), Qt::Key_Delete);
    }

    // The next look of the feed, which is slow for what changes seldom, as soon as there is one.
    static bool looks(const RepositoryStage &stage, const std::function<bool()> &met)
    {
        return QTest::qWaitFor([&] {
            stage.feed->refresh();
            return met();
        });
    }

private slots:
    // What dragging does, by keys: the set, its module, and back to see it there.
    void modulesGoIntoASetWithoutADrag()
    {
        RepositoryStage stage;
        SetsSide &sets = stage.workspace->sets();
        const qint64 set = stage.bench.setOf(DemoProduct::SensorFw, u"1.0.0-beta"_s);
        auto *const button = stage.workspace->setPage().findChild<QPushButton *>(u"putIn"_s);
        QTRY_VERIFY(sets.types().isRead());
        sets.selectSet(set);
        QTRY_VERIFY(sets.currentSet());
        QCOMPARE(sets.currentSet()->modules.size(), 0);
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), u"Select the software modules that go into it first."_s);
        stage.select(u"panel-app"_s, u"1.12.0"_s);
        QTRY_VERIFY(button->toolTip().contains("does not take"_L1));
        QVERIFY(!button->isEnabled());
        QTest::keyClick(&stage.pane().table(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sets.findChild<Banner *>()->sentence(), button->toolTip()); // a key is answered
        stage.select(u"sensor-fw"_s, u"0.9.8"_s);
        QTRY_VERIFY(button->isEnabled());
        QCOMPARE(button->toolTip(), u"Put sensor-fw 0.9.8 into sensor-fw 1.0.0-beta"_s);
        QTest::keyClick(&stage.pane().table(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(sets.currentSet()->modules.size(), 1);
        QVERIFY(stage.workspace->setPage().isVisible());
        QTRY_VERIFY(!button->isEnabled()); // it has it now
    }

    void filesAreBroughtInWithoutADrag()
    {
        RepositoryStage stage;
        stage.pane().table().setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_O, Qt::ControlModifier);
        auto *const dialog = stage.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"gateway-9.9.swu"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("content");
        file.close();
        QTRY_VERIFY(dialog->isVisible());
        auto *const name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        name->setText(file.fileName());
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(stage.window->findChild<DropSheet *>());
        const auto proposes = [&stage](const QString &text) {
            const auto edits = stage.window->findChild<DropSheet *>()->findChildren<QLineEdit *>();
            return std::ranges::any_of(
                edits, [&](const QLineEdit *edit) { return edit->text() == text; });
        };
        QTRY_VERIFY(proposes(u"gateway"_s) && proposes(u"9.9"_s));
    }

    void wordsAndRsqlAreSearchedByTheServer()
    {
        RepositoryStage stage;
        QCOMPARE(stage.rows(), 51);
        QTest::keyClicks(search(stage), u"gateway 2.4.0-rc2"_s);
        QTRY_COMPARE(stage.rows(), 2);
        clearSearch(stage);
        QTRY_COMPARE(stage.rows(), 51);
        QTest::keyClicks(search(stage), u"type==raucbundle"_s);
        QTRY_COMPARE(stage.rows(), 7);
        clearSearch(stage);
        QSignalSpy problems(&stage.pane(), &ModulesPane::filterProblem);
        QTest::keyClicks(search(stage), u"nosuchfield==1"_s);
        QTRY_VERIFY(!problems.isEmpty() && !problems.last().first().toString().isEmpty());
        QCOMPARE(search(stage)->text(), u"nosuchfield==1"_s);
    }

    // Commands go on with it, and what they do is shown.
    void whatASearchHidesStaysSelected()
    {
        RepositoryStage stage;
        stage.select(u"gateway-os"_s, u"2.4.0-rc2"_s);
        QTest::keyClicks(search(stage), u"nothingisnamedso"_s);
        QTRY_COMPARE(stage.rows(), 0);
        QTRY_VERIFY(stage.isAtRest());
        QCOMPARE(stage.pane().selectedCount(), 1);
        QVERIFY(stage.workspace->modulePage().module());
        QVERIFY(stage.artifacts().isVisible());
        QCOMPARE(stage.command(u"lock"_s)->text(), u"Lock"_s);
        clickAt(stage.command(u"lock"_s));
        QTRY_COMPARE(stage.command(u"lock"_s)->text(), u"Unlock"_s);
        QVERIFY(stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->locked);
        QTRY_VERIFY(stage.workspace->modulePage().module()->locked);
        clearSearch(stage);
        QTRY_COMPARE(stage.rows(), 51);
        QVERIFY(stage.pane().currentModule()->locked);
        QTest::keyClicks(search(stage), u"nothingisnamedso"_s);
        QTRY_COMPARE(stage.rows(), 0);
        clickAt(stage.command(u"delete"_s));
        QTRY_VERIFY(stage.sheet() && stage.deed()->isEnabled());
        clickAt(stage.deed());
        QTRY_COMPARE(stage.pane().selectedCount(), 0);
        QTRY_VERIFY(!stage.workspace->modulePage().module());
    }

    void nothingFoundOffersAll()
    {
        RepositoryStage stage;
        QTest::keyClicks(search(stage), u"nothingisnamedso"_s);
        QTRY_VERIFY(stage.table().emptyState().isVisible());
        QCOMPARE(stage.table().emptyState().sentence(), u"No software module matches"_s);
        clickAt(stage.table().emptyState().findChild<QPushButton *>());
        QTRY_COMPARE(stage.rows(), 51);
        QVERIFY(search(stage)->text().isEmpty());
    }

    void anEmptyServerOffersTheFirstModule()
    {
        RepositoryStage stage;
        stage.bench.change([](Fleet &fleet) {
            fleet.sets.rows().clear();
            fleet.modules.rows().clear();
        });
        stage.workspace->refresh();
        QTRY_VERIFY(stage.table().emptyState().isVisible());
        QCOMPARE(stage.table().emptyState().sentence(), u"No software module yet"_s);
        clickAt(stage.table().emptyState().findChild<QPushButton *>());
        QCOMPARE(stage.title(), u"New software module"_s);
    }

    void theMenuOfARowSaysWhatCanBeDone()
    {
        RepositoryStage stage;
        stage.select(u"gateway-os"_s, u"2.4.0"_s);
        const int row = stage.rowOf(u"gateway-os"_s, u"2.4.0"_s);
        const QPoint inside
            = stage.table().visualRect(stage.table().model()->index(row, 0)).center();
        QContextMenuEvent event(
            QContextMenuEvent::Mouse, inside, stage.table().viewport()->mapToGlobal(inside));
        QCoreApplication::sendEvent(stage.table().viewport(), &event);
        auto *const menu = stage.table().findChild<QMenu *>();
        QVERIFY(menu && menu->isVisible());
        QStringList texts;
        QAction *upload = nullptr;
        QAction *unlock = nullptr;
        for (QAction *const action : menu->actions()) {
            texts << action->text();
            if (action->text() == "Upload files..."_L1)
                upload = action;
            if (action->text() == "Unlock"_L1)
                unlock = action;
        }
        QVERIFY2(upload && unlock && texts.contains(u"Edit..."_s) && texts.contains(u"Delete..."_s),
            qPrintable(texts.join(u'|')));
        QVERIFY(!upload->isEnabled());
        QVERIFY(upload->toolTip().contains(u"is locked"_s));
        unlock->trigger();
        menu->close();
        QTRY_VERIFY(!stage.module(u"gateway-os"_s, u"2.4.0"_s)->locked);
    }

    void whatOthersDoIsShown()
    {
        RepositoryStage stage;
        stage.select(u"gateway-os"_s, u"2.4.0-rc2"_s);
        stage.changeModule(u"gateway-os"_s, u"2.4.0-rc2"_s,
            [](SimModule &module) { module.vendor = u"Somebody"_s; });
        QVERIFY(
            looks(stage, [&] { return stage.pane().currentModule()->vendor == "Somebody"_L1; }));
        // A new row waits: nothing jumps under the pointer.
        QSignalSpy changes(stage.workspace, &Workspace::pendingChangesChanged);
        stage.bench.manage("POST", "softwaremodules",
            QJsonArray{ QJsonObject{
                { u"name"_s, u"new"_s }, { u"version"_s, u"1"_s }, { u"type"_s, u"os"_s } } });
        QVERIFY(looks(stage, [&] { return stage.workspace->pendingChanges() > 0; }));
        QVERIFY(!changes.isEmpty());
        QCOMPARE(stage.rowOf(u"new"_s, u"1"_s), -1);
        stage.workspace->showPendingChanges();
        QTRY_VERIFY(stage.rowOf(u"new"_s, u"1"_s) >= 0);
    }

    void aServerThatIsAwayIsSaidAndAskedAgain()
    {
        RepositoryStage stage;
        stage.bench.server().stop();
        stage.workspace->refresh();
        auto *const banner = stage.pane().findChild<Banner *>();
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 30'000);
        QVERIFY(banner->sentence().contains(u"Test"_s));
        QCOMPARE(stage.rows(), 51); // what was read stays
    }

    void whatWasChosenLastIsShownBelow()
    {
        RepositoryStage stage;
        stage.select(u"gateway-os"_s, u"2.4.0-rc2"_s);
        QVERIFY(stage.workspace->modulePage().isVisible());
        SetsSide &sets = stage.workspace->sets();
        QTRY_VERIFY(sets.setAt(0));
        clickRow(&sets.table(), 0);
        QTRY_VERIFY(stage.workspace->setPage().isVisible());
        QCOMPARE(stage.workspace->setPage().shownSet()->name, u"edge-tools"_s);
        // News of a module are no choice.
        stage.changeModule(u"gateway-os"_s, u"2.4.0-rc2"_s,
            [](SimModule &module) { module.vendor = u"Somebody"_s; });
        QVERIFY(
            looks(stage, [&] { return stage.pane().currentModule()->vendor == "Somebody"_L1; }));
        QVERIFY(stage.workspace->setPage().isVisible());
        stage.select(u"gateway-os"_s, u"2.4.0"_s);
        QTRY_VERIFY(stage.workspace->modulePage().isVisible());
    }

    void tabGoesWhereTheEyeGoes()
    {
        RepositoryStage stage;
        stage.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        SetsSide &sets = stage.workspace->sets();
        QTRY_VERIFY(sets.setAt(0));
        stage.workspace->setFocus();
        QVERIFY(stage.table().hasFocus());
        clickRow(&sets.table(), 0);
        QTRY_VERIFY(stage.workspace->setPage().isVisible());
        stage.workspace->focusSearch();
        QWidget *const begin = QApplication::focusWidget();
        QList<const QWidget *> stops;
        do {
            QTest::keyClick(stage.window->windowHandle(), Qt::Key_Tab);
            stops << QApplication::focusWidget();
            QVERIFY(stops.last()->isVisible() && stops.last()->focusPolicy() != Qt::NoFocus);
        } while (stops.last() != begin && stops.size() < 100);
        const QList<const QWidget *> wanted{ stage.pane().findChild<QPushButton *>(u"types"_s),
            stage.pane().findChild<QPushButton *>(u"new"_s), &stage.table(),
            sets.head().findChild<QLineEdit *>(), sets.findChild<QPushButton *>(u"newSet"_s),
            &sets.table(), sets.bar().findChild<QPushButton *>(u"edit"_s),
            &stage.workspace->setPage().places() };
        qsizetype last = -1;
        for (const QWidget *const stop : wanted) {
            const qsizetype at = stops.indexOf(stop);
            QVERIFY2(at > last, qPrintable(stop->objectName() + stop->accessibleName()));
            last = at;
        }
        // And back.
        QTest::keyClick(stage.window->windowHandle(), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), stops[stops.size() - 2]);
    }

    void aNewSetIsShown()
    {
        RepositoryStage stage;
        stage.select(u"sensor-fw"_s, u"0.9.8"_s);
        QTRY_VERIFY(stage.workspace->modulePage().isVisible());
        SetsSide &sets = stage.workspace->sets();
        auto *const make = sets.findChild<QPushButton *>(u"newSet"_s);
        QTRY_VERIFY(make->isEnabled() && sets.types().isRead());
        clickAt(make);
        QTRY_VERIFY(stage.sheet());
        QTest::keyClicks(stage.sheet()->findChild<QLineEdit *>(u"name"_s), u"kiosk"_s);
        clickAt(stage.sheet()->findChild<QPushButton *>(u"do"_s));
        QTRY_VERIFY(!stage.sheet());
        QTRY_VERIFY(sets.currentSet() && sets.currentSet()->name == "kiosk"_L1);
        QVERIFY(stage.workspace->setPage().isVisible());
        QCOMPARE(stage.workspace->setPage().shownSet(), sets.currentSet());
    }

    // In the tables, in the facts of a module and a set, and where a type is chosen.
    void theColourOfATypeIsShownWhereItIsNamed()
    {
        const QString pink = u"#ff20c0"_s;
        RepositoryStage stage;
        const auto first = stage.pane().model().itemAt(0);
        stage.select(first->name, first->version);
        const auto hasPink = [pink](QWidget &part) {
            const QImage image = part.grab().toImage();
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y) == QColor(pink))
                        return true;
                }
            }
            return false;
        };
        QWidget &modules = *stage.workspace->modules().table().viewport();
        QWidget &sets = *stage.workspace->sets().table().viewport();
        QVERIFY(!hasPink(modules) && !hasPink(sets));
        stage.bench.change([&](Fleet &fleet) {
            for (auto &[id, type] : fleet.moduleTypes.rows())
                type.colour = pink;
            for (auto &[id, type] : fleet.setTypes.rows())
                type.colour = pink;
        });
        stage.workspace->sets().types().read();
        QTRY_VERIFY(hasPink(modules));
        QTRY_VERIFY(hasPink(sets));
        QTRY_VERIFY(hasPink(stage.workspace->modulePage())); // once it is laid out
        clickAt(stage.workspace->findChild<QPushButton *>(u"new"_s));
        QTRY_VERIFY(stage.sheet());
        const auto *const box = stage.sheet()->findChild<QComboBox *>();
        QTRY_VERIFY(box->count() > 1);
        QVERIFY(!box->itemIcon(0).isNull());
    }

    void insertMakesAModule()
    {
        RepositoryStage stage;
        stage.table().setFocus();
        QTest::keyClick(&stage.table(), Qt::Key_Insert);
        QCOMPARE(stage.title(), u"New software module"_s);
    }

    void theTypesAreAtHand()
    {
        RepositoryStage stage;
        clickAt(stage.pane().findChild<QPushButton *>(u"types"_s));
        auto *const sheet = stage.window->findChild<TypesSheet *>();
        QVERIFY(sheet && sheet->isVisible());
        QTRY_VERIFY(!sheet->moduleTypes().isEmpty());
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(!stage.window->findChild<TypesSheet *>());
    }

    void sizesAreRemembered()
    {
        RepositoryStage stage;
        auto *const splitter = qobject_cast<QSplitter *>(stage.pane().parentWidget());
        QVERIFY(splitter);
        splitter->setSizes({ 900, 480 });
        const QList<int> sizes = splitter->sizes();
        stage.workspace->saveState();
        RepositoryWorkspace other(
            { stage.session->client(), *stage.feed, stage.session->facts(), stage.settings, {},
                RepositoryStage::profileId(), &stage.uploads, &QDateTime::currentDateTimeUtc });
        other.resize(stage.workspace->size());
        other.show();
        auto *const again = qobject_cast<QSplitter *>(other.modules().parentWidget());
        QTRY_COMPARE(again->sizes(), sizes);
    }

    void aModuleThatAnUploadFindsLockedOrGoneIsShownSo_data()
    {
        QTest::addColumn<bool>("isGone");
        QTest::newRow("locked") << false;
        QTest::newRow("gone") << true;
    }

    void aModuleThatAnUploadFindsLockedOrGoneIsShownSo()
    {
        QFETCH(bool, isGone);
        RepositoryStage stage;
        const QString version = u"2.4.0-rc2"_s;
        stage.select(u"gateway-os"_s, version);
        QTRY_VERIFY(stage.pane().currentModule());
        const SoftwareModule module = *stage.pane().currentModule();
        QVERIFY(!module.locked);
        if (isGone)
            stage.bench.manage("DELETE", "softwaremodules/" + QByteArray::number(module.id));
        else
            stage.changeModule(u"gateway-os"_s, version, [](SimModule &one) { one.locked = true; });
        const qint64 id = *stage.uploads.add({ .profileId = RepositoryStage::profileId(),
            .softwareModuleId = module.id,
            .path = stage.file(u"rootfs.img"_s) });
        QTRY_COMPARE(stage.uploads.find(id)->problem,
            isGone ? UploadProblem::ModuleGone : UploadProblem::ModuleLocked);
        if (isGone)
            QTRY_COMPARE_WITH_TIMEOUT(stage.rowOf(u"gateway-os"_s, version), -1, 2'000);
        else
            QTRY_VERIFY_WITH_TIMEOUT(stage.pane().currentModule()->locked, 2'000);
    }

    void filesAreChosenByADialogToo()
    {
        RepositoryStage stage;
        const QString path = stage.file(u"rootfs.img"_s);
        stage.select(u"gateway-os"_s, u"2.4.0-rc2"_s);
        clickAt(stage.command(u"upload"_s));
        auto *const dialog = stage.window->findChild<QFileDialog *>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        auto *const name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(stage.artifacts().artifacts().size(), 2, 20'000);
        QCOMPARE(stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->artifacts.last().size, 2048);
    }
};

FALCONER_TEST(tst_repositoryworkspace)
#include "tst_repositoryworkspace.moc"

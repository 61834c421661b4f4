// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"
#include "tests/ui/uploads/dropstage.h"
#include "ui/shared/banner.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QSignalSpy>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_dropsheet : public Test {
    Q_OBJECT

private slots:
    void oneDropOneLookOneClick()
    {
        DropStage stage;
        stage.connect();
        const int before = stage.moduleCount();
        stage.dropFiles({ u"newgate-1.4.2.swu"_s, u"newgate-1.4.2.swu.sig"_s });
        const QSignalSpy created(stage.sheet, &DropSheet::created);
        const QSignalSpy broughtIn(stage.sheet, &DropSheet::broughtIn);
        QTRY_VERIFY(stage.isReady());
        QCOMPARE(stage.forms().size(), 1);
        QCOMPARE(stage.button(u"do"_s)->text(),
            u"Create newgate 1.4.2 and the set newgate 1.4.2 and upload 2 file(s)"_s);
        QVERIFY(stage.button(u"do"_s)->hasFocus());
        QCOMPARE(stage.moduleCount(), before); // nothing before the click
        QVERIFY(stage.queue->uploads().isEmpty());
        QTest::keyClick(stage.sheet, Qt::Key_Return);
        QCoreApplication::sendPostedEvents(); // what is new is shown; no answer is heard yet
        QCOMPARE(stage.lines(),
            QStringList({ u"create software module newgate 1.4.2"_s,
                u"create distribution set newgate 1.4.2"_s,
                u"put 2 file(s) into the queue of uploads"_s }));
        const auto *const words = stage.sheet->findChild<QLabel *>(u"sentence-step-0"_s);
        QVERIFY(words->x() < 60);  // right behind its sign
        QTRY_VERIFY(!stage.sheet); // all is done: nobody has to close it
        QCOMPARE(created.size(), 1);
        QCOMPARE(stage.modulesOf(u"newgate"_s, u"1.4.2"_s), QStringList{ u"newgate 1.4.2"_s });
        QCOMPARE(broughtIn.size(), 1);
        QCOMPARE(stage.nameOfSet(broughtIn[0][0].toLongLong()), u"newgate 1.4.2"_s);
        QCOMPARE(broughtIn[0][1].value<QList<qint64>>().size(), 1);
        QCOMPARE(broughtIn[0][2].toString(),
            u"Created newgate 1.4.2 and the set newgate 1.4.2. The set can be rolled out once 2 "
            "file(s) are uploaded."_s);
        QTRY_COMPARE(stage.queue->totals().done, 2);
    }

    // Cancel is the default there, and would lose what was typed.
    void returnInAFieldLosesNothingOnProduction()
    {
        DropStage stage;
        stage.isProduction = true;
        stage.connect();
        const int before = stage.moduleCount();
        stage.dropFiles({ u"newgate-1.4.2.swu"_s });
        const QSignalSpy created(stage.sheet, &DropSheet::created);
        QTRY_VERIFY(stage.isReady());
        QLineEdit *const version = DropStage::field(stage.form(0), u"Version"_s);
        version->setFocus();
        version->selectAll();
        QTest::keyClicks(version, u"1.5"_s);
        QTRY_VERIFY(stage.isReady());
        QTest::keyClick(version, Qt::Key_Return);
        QVERIFY(stage.sheet && stage.sheet->isVisible());
        QCOMPARE(version->text(), u"1.5"_s);
        QVERIFY(stage.button(u"do"_s)->hasFocus());
        QCOMPARE(stage.moduleCount(), before);
        QTest::keyClick(stage.button(u"do"_s), Qt::Key_Return);
        QTRY_COMPARE(created.size(), 1);
        QCOMPARE(stage.modulesOf(u"newgate"_s, u"1.5"_s), QStringList{ u"newgate 1.5"_s });
    }

    void theNextVersionOfASetKeepsTheRest()
    {
        DropStage stage;
        QString os, app;
        stage.bench.change([&](Fleet &fleet) {
            const SimSet &set = *fleet.sets.find(stage.bench.gatewayOs());
            for (const qint64 one : set.modules) {
                const SimModule &found = *fleet.modules.find(one);
                (os.isEmpty() ? os : app) = found.name;
            }
        });
        stage.dropFiles({ os + u"-2.5.0.raucb"_s });
        QTRY_VERIFY(stage.isReady());
        QVERIFY(stage.choice(u"next version"_s)->isChecked()); // proposed
        QCOMPARE(stage.setNote(), u"It keeps %1 2.4.0."_s.arg(app));
        QVERIFY(DropStage::noteOf(stage.form(0)).contains(u"2.4.0"_s));
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_COMPARE(stage.modulesOf(u"gateway-os"_s, u"2.5.0"_s).size(), 2);
        QStringList wanted{ os + u" 2.5.0"_s, app + u" 2.4.0"_s };
        wanted.sort();
        QCOMPARE(stage.modulesOf(u"gateway-os"_s, u"2.5.0"_s), wanted);
    }

    // Four of one type, of which every type of sets takes one: said at once, and the choice does
    // not move while their versions are typed.
    void noSetIsProposedWhereNoTypeTakesThem()
    {
        DropStage stage;
        QString os;
        stage.bench.change([&](Fleet &fleet) {
            for (const qint64 one : fleet.sets.find(stage.bench.gatewayOs())->modules) {
                const SimModule &found = *fleet.modules.find(one);
                if (fleet.moduleTypes.find(found.typeId)->key == u"os"_s)
                    os = found.name;
            }
        });
        stage.dropFiles({ os + u".raucb"_s, u"second.raucb"_s });
        QTRY_COMPARE(stage.forms().size(), 2);
        QTRY_VERIFY(stage.form(1)->isVisible());
        for (const ModuleForm *const form : stage.forms()) {
            auto *const type = form->findChild<QComboBox *>();
            type->setCurrentIndex(type->findData(u"os"_s));
            emit type->activated(type->currentIndex());
        }
        QVERIFY(stage.choice(u"No distribution set"_s)->isChecked());
        const QString why = u"No type of sets takes so many modules of the type of second."_s;
        QCOMPARE(stage.setNote(), u"No set is proposed. "_s + why);
        for (const ModuleForm *const form : stage.forms())
            DropStage::type(DropStage::field(form, u"Version"_s), u"9.1"_s);
        QTRY_VERIFY(stage.isReady());
        QVERIFY(stage.choice(u"No distribution set"_s)->isChecked());
        QTest::mouseClick(
            stage.choice(u"A new distribution set"_s), Qt::LeftButton, {}, QPoint(10, 8));
        QVERIFY(!stage.isReady());
        QCOMPARE(stage.footNote()->text(), why);
    }

    // The name field shows its beginning, and that it was cut.
    void aVeryLongNameSaysThatItIsCut()
    {
        DropStage stage;
        const QString name = u"gateway"_s + QString(170, u'x');
        stage.dropFiles({ name + u"-1.4.2.swu"_s });
        QTRY_VERIFY(stage.isReady());
        QLineEdit *const field = DropStage::field(stage.form(0), u"Name"_s);
        QCOMPARE(field->text(), name.left(128));
        QCOMPARE(field->cursorPosition(), 0);
        const QString cut = u"The name is cut to 128 characters, the most that the server takes."_s;
        QVERIFY(DropStage::noteOf(stage.form(0)).contains(cut));
        DropStage::type(field, u"gateway"_s);
        QVERIFY(!DropStage::noteOf(stage.form(0)).contains(cut));
    }

    void filesGoIntoAModuleThatIsThere()
    {
        DropStage stage;
        stage.connect();
        const int before = stage.moduleCount();
        stage.dropFiles({ u"gateway-1.0.swu"_s });
        QTRY_VERIFY(stage.isReady());
        QCOMPARE(DropStage::noteOf(stage.form(0)),
            u"gateway 1.0 is there already: the files go into it."_s);
        QVERIFY(stage.choice(u"No distribution set"_s)->isChecked());
        QCOMPARE(stage.button(u"do"_s)->text(), u"Upload 1 file(s) into gateway 1.0"_s);
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_COMPARE(stage.artifacts(), QStringList{ u"gateway-1.0.swu"_s });
        QCOMPARE(stage.moduleCount(), before);
    }

    void aLockedModuleIsSaidBefore()
    {
        DropStage stage;
        stage.bench.change([&](Fleet &fleet) { fleet.modules.find(stage.module)->locked = true; });
        stage.dropFiles({ u"gateway-1.0.swu"_s });
        QTRY_VERIFY(DropStage::noteOf(stage.form(0)).contains(u"locked"_s));
        QVERIFY(!stage.isReady());
        QVERIFY(stage.button(u"do"_s)->toolTip().contains(u"locked"_s));
        // Another version is another module.
        QLineEdit *const version = DropStage::field(stage.form(0), u"Version"_s);
        version->setFocus();
        version->selectAll();
        QTest::keyClicks(version, u"1.1"_s);
        QTRY_VERIFY(stage.isReady());
    }

    void whatIsMissingIsAskedWhereItIs()
    {
        DropStage stage;
        stage.dropFiles({ u"rootfs.ext4.gz"_s });
        QTRY_COMPARE(
            stage.button(u"do"_s)->toolTip(), u"rootfs needs a version: its file name has none."_s);
        QLineEdit *const version = DropStage::field(stage.form(0), u"Version"_s);
        QTRY_VERIFY(version->hasFocus());
        QTest::keyClicks(version, u"3.0"_s);
        QTRY_VERIFY(stage.isReady());
        // What was typed stays while the server is asked about another name.
        QLineEdit *const name = DropStage::field(stage.form(0), u"Name"_s);
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, u"gateway"_s);
        QTRY_VERIFY(DropStage::noteOf(stage.form(0)).contains(u"1.0"_s));
        QCOMPARE(version->text(), u"3.0"_s);
        QVERIFY(stage.button(u"do"_s)->text().contains(u"gateway 3.0"_s));
    }

    void whatFailsIsSaidAndTakenBack()
    {
        DropStage stage;
        const int before = stage.moduleCount();
        stage.dropFiles({ u"newgate-2.swu"_s });
        QTRY_VERIFY(stage.isReady());
        // Somebody makes that set meanwhile.
        stage.make("distributionsets", u"newgate"_s, u"2"_s, stage.setForm()->set({})->type);
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_VERIFY(stage.button(u"undo"_s)->isVisible());
        QVERIFY(stage.setNote().contains(u"exists already"_s));
        QVERIFY(stage.footNote()->text().startsWith(u"Created so far: newgate 2."_s));
        QCOMPARE(stage.moduleCount(), before + 1);
        QVERIFY(stage.queue->uploads().isEmpty());
        QTest::mouseClick(stage.button(u"undo"_s), Qt::LeftButton);
        QTRY_COMPARE(stage.moduleCount(), before);
        QTRY_COMPARE(stage.lines().value(0), u"software module newgate 2 was removed"_s);
        QVERIFY(stage.button(u"close"_s)->isEnabled());
        QVERIFY(!stage.button(u"undo"_s)->isVisible());
        QVERIFY(!stage.form(0)->isVisible());
        QTest::keyClick(stage.sheet, Qt::Key_Escape);
        QTRY_VERIFY(!stage.sheet);
    }

    void theEndingOfAFileProposesItsType()
    {
        DropStage stage;
        stage.dropFiles({ u"board-bundle_2.0.raucb"_s });
        QTRY_VERIFY(stage.isReady());
        QCOMPARE(stage.form(0)->module().type, u"raucbundle"_s);
        QVERIFY(stage.button(u"do"_s)->isEnabled()); // a set takes it
    }

    // The name of what was deleted is said beside the field that can be changed.
    void aHiddenModuleIsSaidBesideItsVersion()
    {
        DropStage stage;
        stage.make("softwaremodules", u"newgate"_s, u"2"_s, u"os"_s);
        stage.hideModules(u"newgate"_s);
        const int before = stage.moduleCount();
        stage.dropFiles({ u"newgate-2.swu"_s });
        QTRY_VERIFY(stage.isReady());
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        const QString hidden
            = u"newgate 2 of this type was deleted, but the server only hid it and keeps its "
              "name and version. Choose another version."_s;
        QTRY_COMPARE(DropStage::noteOf(stage.form(0)), hidden);
        QLineEdit *const version = DropStage::field(stage.form(0), u"Version"_s);
        QVERIFY(version->hasFocus());
        QVERIFY(version->property("problem").toBool());
        QCOMPARE(version->accessibleDescription(), hidden);
        QTRY_COMPARE(stage.button(u"do"_s)->toolTip(), hidden);
        QVERIFY(!stage.isReady()); // the same would be refused again
        QVERIFY(!stage.sheet->findChild<Banner *>()->isVisible()); // it is said once
        QCOMPARE(stage.footNote()->text(), u"Change what is marked, or leave it out."_s);
        QVERIFY(!stage.button(u"undo"_s)->isVisible());
        QCOMPARE(stage.moduleCount(), before);
        QTest::keyClicks(version, u"2.1"_s); // over what is selected
        QCOMPARE(version->text(), u"2.1"_s);
        QVERIFY(!version->property("problem").toBool());
        QTRY_VERIFY(stage.isReady());
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_COMPARE(stage.moduleCount(), before + 1);
        QTRY_COMPARE(stage.modulesOf(u"newgate"_s, u"2.1"_s), QStringList{ u"newgate 2.1"_s });
    }

    // Some of it is there already: that stands, the rest can be changed and goes on.
    void aLaterRefusalIsChangedAndGoesOn()
    {
        DropStage stage;
        stage.connect();
        stage.make("softwaremodules", u"panel"_s, u"3"_s, u"application"_s);
        stage.hideModules(u"panel"_s);
        const int before = stage.moduleCount();
        stage.dropFiles({ u"newgate-2.swu"_s, u"panel-3.zip"_s });
        QTRY_VERIFY(stage.isReady());
        QVERIFY(stage.setForm()->set({}));
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_VERIFY(DropStage::noteOf(stage.form(1)).contains(u"was deleted"_s));
        QCOMPARE(DropStage::noteOf(stage.form(0)), u"newgate 2 is created."_s);
        for (const QString &fixed : { u"Name"_s, u"Version"_s })
            QVERIFY(!DropStage::field(stage.form(0), fixed)->isEnabled());
        QVERIFY(!stage.form(0)->findChild<QCheckBox *>()->isEnabled());
        QVERIFY(stage.button(u"undo"_s)->isVisible());
        QCOMPARE(stage.moduleCount(), before + 1);
        DropStage::type(DropStage::field(stage.form(1), u"Version"_s), u"3.1"_s);
        QTRY_VERIFY(stage.isReady());
        QCOMPARE(stage.button(u"do"_s)->text(), // what is left to do
            u"Create panel 3.1 and the set newgate 2 and upload 2 file(s)"_s);
        QVERIFY(stage.footNote()->text().contains(u"Created so far: newgate 2."_s));
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_COMPARE(
            stage.modulesOf(u"newgate"_s, u"2"_s), QStringList({ u"newgate 2"_s, u"panel 3.1"_s }));
        QCOMPARE(stage.moduleCount(), before + 2); // nothing was made twice
        QTRY_COMPARE(stage.queue->totals().done, 2);
    }

    void aHiddenSetIsSaidBesideItsVersion()
    {
        DropStage stage;
        stage.dropFiles({ u"newgate-2.swu"_s });
        QTRY_VERIFY(stage.isReady());
        stage.make("distributionsets", u"newgate"_s, u"2"_s, stage.setForm()->set({})->type);
        stage.bench.change([](Fleet &fleet) {
            for (auto &[id, set] : fleet.sets.rows())
                set.deleted = set.deleted || set.name == "newgate"_L1;
        });
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_VERIFY(stage.setNote().startsWith(u"newgate 2 of this type was deleted"_s));
        QLineEdit *const version = DropStage::field(stage.setForm(), u"Version"_s);
        QVERIFY(version->hasFocus());
        QVERIFY(!stage.isReady());
        QTRY_COMPARE(stage.button(u"do"_s)->toolTip(), stage.setNote());
        QTest::keyClicks(version, u"2.0.1"_s);
        QCOMPARE(stage.setNote(), QString());
        QTRY_VERIFY(stage.isReady());
        QCOMPARE(stage.button(u"do"_s)->text(), u"Create set newgate 2.0.1 and upload 1 file(s)"_s);
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_COMPARE(stage.modulesOf(u"newgate"_s, u"2.0.1"_s), QStringList{ u"newgate 2"_s });
    }

    // What somebody made meanwhile takes the files, or they get another name: nothing is lost.
    void whatIsRefusedCanBeChanged()
    {
        DropStage stage;
        stage.dropFiles({ u"newgate-2.swu"_s });
        QTRY_VERIFY(stage.isReady());
        const int before = stage.moduleCount();
        const BringInModule wanted = stage.form(0)->module();
        stage.make("softwaremodules", wanted.name, wanted.version, wanted.type);
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_COMPARE(DropStage::noteOf(stage.form(0)),
            u"newgate 2 of this type exists already, created by admin. The files go into it."_s);
        QVERIFY(!stage.sheet->findChild<Banner *>()->isVisible());
        QVERIFY(!stage.button(u"resume"_s)->isVisible());
        QVERIFY(!stage.button(u"undo"_s)->isVisible());
        QCOMPARE(stage.form(0)->module().name, wanted.name);
        QCOMPARE(stage.moduleCount(), before + 1);
        DropStage::type(DropStage::field(stage.form(0), u"Version"_s), u"2.1"_s);
        QTRY_VERIFY(stage.isReady());
        QVERIFY(stage.setForm()->set({})); // the set that was agreed to is still wanted
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_COMPARE(stage.moduleCount(), before + 2);
        QTRY_COMPARE(stage.queue->uploads().size(), 1);
    }

    // Each field says which file it is about, and Tab goes through them as they are seen.
    void everyFieldSaysItsFileAndTabGoesDown()
    {
        DropStage stage;
        stage.dropFiles({ u"newgate-2.swu"_s, u"panel-3.zip"_s, u"panel-4.zip"_s });
        QTRY_VERIFY(stage.isReady());
        QStringList names;
        for (const ModuleForm *const form : stage.forms()) {
            for (const QWidget *const field : form->fields())
                names << field->accessibleName();
        }
        QCOMPARE(names.size(), 12);
        QCOMPARE(names.removeDuplicates(), 0);
        QVERIFY(names.contains(u"Version of the software module for panel-4.zip"_s));
        QWidget *last = nullptr;
        stage.form(0)->fields().constFirst()->setFocus();
        for (const ModuleForm *const form : stage.forms()) {
            for (QWidget *const field : form->fields()) {
                QCOMPARE(QApplication::focusWidget(), field);
                QTest::keyClick(field, Qt::Key_Tab);
                last = QApplication::focusWidget();
            }
        }
        QVERIFY(stage.setForm()->isAncestorOf(last));
    }

    void whatIsNotOnThisComputerIsSaid()
    {
        DropStage stage;
        stage.drop(QList<QUrl>{ QUrl(u"https://host/a-1.swu"_s),
            QUrl::fromLocalFile(stage.makeFile(u"newgate-2.swu"_s, 10)) });
        QTRY_VERIFY(stage.isReady());
        QCOMPARE(stage.forms().size(), 1);
        const auto labels = stage.sheet->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible()
                && label->text() == u"Not on this computer, and left out: a-1.swu."_s;
        }));
    }

    void foldersAreLookedInto()
    {
        DropStage stage;
        QDir(stage.folder.path()).mkpath(u"drop-3.0/.git"_s);
        stage.makeFile(u"drop-3.0/rootfs.ext4"_s, 10);
        stage.makeFile(u"drop-3.0/tool-1.1.zip"_s, 10);
        stage.makeFile(u"drop-3.0/.git/config"_s, 10);
        stage.makeFile(u"drop-3.0/empty"_s, 0);
        stage.drop(QStringList{ stage.folder.filePath(u"drop-3.0"_s) });
        QTRY_COMPARE(stage.forms().size(), 2);
        QTRY_VERIFY(stage.isReady());
        QCOMPARE(DropStage::field(stage.form(0), u"Name"_s)->text(), u"drop"_s);
        QCOMPARE(DropStage::field(stage.form(0), u"Version"_s)->text(), u"3.0"_s);
        QCOMPARE(DropStage::field(stage.form(1), u"Name"_s)->text(), u"tool"_s);
        QVERIFY(stage.button(u"do"_s)->text().startsWith(u"Create 2 software module(s)"_s));
    }

    void nothingToBringInIsSaid()
    {
        DropStage stage;
        QDir(stage.folder.path()).mkpath(u"empty"_s);
        stage.drop(QStringList{ stage.folder.filePath(u"empty"_s) });
        auto *const banner = stage.sheet->findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible());
        QCOMPARE(banner->sentence(), u"There is no file to bring in."_s);
        QVERIFY(!stage.isReady());
        QTest::keyClick(stage.sheet, Qt::Key_Escape);
        QTRY_VERIFY(!stage.sheet);
    }

    void aServerThatDoesNotAnswerIsSaidAndAskedAgain()
    {
        bool isBroken = true;
        ScriptedServer server([&](const HeardRequest &) -> std::optional<QByteArray> {
            return isBroken ? httpAnswer(500) : httpAnswer(200, R"({"content":[],"total":0})");
        });
        DropStage stage;
        Client client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false });
        stage.sheet = new DropSheet(stage.window.get(), client, stage.session->facts(),
            *stage.queue, { .profile = u"Here"_s }, u"p"_s,
            { QUrl::fromLocalFile(stage.makeFile(u"a-1.swu"_s, 10)) });
        stage.sheet->open();
        auto *const banner = stage.sheet->findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(!stage.isReady());
        QCOMPARE(stage.button(u"do"_s)->toolTip(), u"The server could not be asked."_s);
        isBroken = false;
        emit banner->actionTriggered();
        QTRY_VERIFY(stage.form(0)->isVisible());
        QVERIFY(!banner->isVisible());
        QCOMPARE(stage.button(u"do"_s)->toolTip(), u"a needs a type."_s); // there is none
        delete stage.sheet;
    }

    void closingItEarlySendsNothing()
    {
        DropStage stage;
        const int before = stage.moduleCount();
        stage.dropFiles({ u"newgate-1.swu"_s });
        QTest::keyClick(stage.sheet, Qt::Key_Escape);
        QTRY_VERIFY(!stage.sheet);
        QCOMPARE(stage.moduleCount(), before);
    }
};

FALCONER_TEST(tst_dropsheet)
#include "tst_dropsheet.moc"

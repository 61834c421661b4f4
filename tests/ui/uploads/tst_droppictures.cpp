// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/uploads/dropstage.h"
#include "ui/shared/segmentedbutton.h"
#include "ui/shared/theme.h"
#include "ui/uploads/modulelisthead.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QTranslator>

using namespace falconer;
using namespace Qt::StringLiterals;

// The drop sheet in each of its states: nothing is cut, and nothing jumps. FALCONER_PICTURES names
// a folder for what it looks like.
class tst_droppictures : public Test {
    Q_OBJECT

    static void settle()
    {
        for (int round = 0; round < 5; ++round) // what was hidden or shown gets its place
            QCoreApplication::processEvents();
    }

    static void keep(const DropStage &stage, const QString &name)
    {
        settle();
        const QString folder = qEnvironmentVariable("FALCONER_PICTURES");
        if (!folder.isEmpty())
            stage.window->grab().save(folder + u"/drop-"_s
                + QString::fromLatin1(QTest::currentDataTag()) + u'-' + name + u".png"_s);
    }

    // No button and no sentence has less room than it wants, and no field is narrower than a word.
    static void verifyWhole(const DropStage &stage)
    {
        settle();
        for (const QPushButton *const button : stage.sheet->findChildren<QPushButton *>()) {
            if (button->isVisible())
                QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                    qPrintable(button->text()));
        }
        for (const QLabel *const label : stage.sheet->findChildren<QLabel *>()) {
            if (label->isVisible() && label->wordWrap())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                    qPrintable(label->text()));
        }
        for (const QLineEdit *const field : stage.sheet->findChildren<QLineEdit *>())
            QVERIFY(!field->isVisible() || field->width() >= 100);
        // The foot is in sight, however many files there are.
        const QWidget *const close = stage.button(u"close"_s);
        QCOMPARE(close->visibleRegion().boundingRect(), close->rect());
    }

    static void sizesAndThemes()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light-1440") << false << QSize(1440, 900);
        QTest::newRow("dark-1440") << true << QSize(1440, 900);
        QTest::newRow("light-1024") << false << QSize(1024, 700);
        QTest::newRow("dark-1024") << true << QSize(1024, 700);
    }

    struct Drawn {
        Drawn()
            : theme(*qApp, isDark() ? ThemeChoice::Dark : ThemeChoice::Light)
        {
            if (!plurals.load(u":/translations/falconer_en.qm"_s))
                qFatal("no plurals");
            QCoreApplication::installTranslator(&plurals); // until it goes
            QFETCH(QSize, size);
            stage.window->resize(size);
        }
        static bool isDark()
        {
            QFETCH(bool, dark);
            return dark;
        }

        QTranslator plurals;
        const Theme theme;
        DropStage stage;
    };

private slots:
    void drawsOneFile_data() { sizesAndThemes(); }
    void drawsOneFile()
    {
        Drawn drawn;
        DropStage &stage = drawn.stage;
        stage.dropFiles({ u"newgate-1.4.2.swu"_s });
        QTRY_VERIFY(stage.isReady());
        verifyWhole(stage);
        keep(stage, u"1"_s);
    }

    void drawsSeveral_data() { sizesAndThemes(); }
    void drawsSeveral()
    {
        Drawn drawn;
        DropStage &stage = drawn.stage;
        stage.dropFiles({ u"gateway-os-2.5.0.raucb"_s, u"gateway-os-2.5.0.raucb.sig"_s,
            u"panel-app_v1.14.0.tar.gz"_s, u"rootfs.ext4.gz"_s, u"agent_1.0_arm64.deb"_s,
            u"agent_1.0_armhf.deb"_s });
        QTRY_COMPARE(stage.forms().size(), 5);
        QTRY_VERIFY(stage.form(0)->isVisible());
        QVERIFY(!stage.isReady()); // a version is missing
        verifyWhole(stage);
        keep(stage, u"6-missing"_s);
        QTest::keyClicks(DropStage::field(stage.form(2), u"Version"_s), u"5.10"_s);
        QTRY_COMPARE(stage.button(u"do"_s)->toolTip(), QString());
        verifyWhole(stage);
        keep(stage, u"6"_s);
    }

    void drawsAFolder_data() { sizesAndThemes(); }
    void drawsAFolder()
    {
        Drawn drawn;
        DropStage &stage = drawn.stage;
        QDir(stage.folder.path()).mkpath(u"release"_s);
        for (int i = 0; i < 40; ++i)
            stage.makeFile(u"release/module-%1-1.%2.zip"_s.arg(QChar(u'a' + i % 26)).arg(i), 100);
        stage.makeFile(u"release/empty.bin"_s, 0);
        stage.drop(QStringList{ stage.folder.filePath(u"release"_s) });
        QTRY_COMPARE(stage.forms().size(), 40);
        QTRY_VERIFY(stage.form(0)->isVisible());
        verifyWhole(stage);
        keep(stage, u"40"_s);
        QTRY_VERIFY(stage.isReady());
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QCoreApplication::sendPostedEvents(); // what is new is shown; no answer is heard yet
        QVERIFY(!stage.lines().isEmpty());
        verifyWhole(stage);
        keep(stage, u"40-goes-on"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!stage.sheet, 20'000);
    }

    // Many without a version: one module is proposed, several can be chosen.
    void drawsManyFiles_data() { sizesAndThemes(); }
    void drawsManyFiles()
    {
        Drawn drawn;
        DropStage &stage = drawn.stage;
        QDir(stage.folder.path()).mkpath(u"release"_s);
        for (int i = 0; i < 312; ++i)
            stage.makeFile(
                u"release/%1%2.bin"_s.arg(QChar(u'a' + i % 26)).arg(QChar(u'a' + i / 26)), 100);
        stage.drop(QStringList{ stage.folder.filePath(u"release"_s) });
        QTRY_VERIFY(stage.sheet->findChild<ModuleListHead *>()->isVisible());
        QTRY_VERIFY(stage.oneForm() != nullptr && stage.oneForm()->isVisible());
        verifyWhole(stage);
        keep(stage, u"312-one"_s);
        stage.sheet->findChild<SegmentedButton *>()->setCurrentIndex(0);
        QTRY_VERIFY(stage.form(0)->isVisible());
        QTest::mouseClick(stage.form(1)->findChild<QCheckBox *>(), Qt::LeftButton);
        QTRY_COMPARE(
            stage.button(u"do"_s)->toolTip(), u"aa needs a version: its file name has none."_s);
        verifyWhole(stage);
        keep(stage, u"312-each"_s);
    }

    void drawsLongNames_data() { sizesAndThemes(); }
    void drawsLongNames()
    {
        Drawn drawn;
        DropStage &stage = drawn.stage;
        const QString name = QString(u'w').repeated(60) + u"-gateway-with-a-very-long-name"_s;
        stage.dropFiles({ name + u"-1.2.3-rc.4+build.5678.some-thing-more.swu"_s,
            name + u" with words between them that can be broken 2.0.zip"_s });
        QTRY_COMPARE(stage.forms().size(), 2);
        QTRY_VERIFY(stage.form(0)->isVisible());
        verifyWhole(stage);
        keep(stage, u"long"_s);
    }

    // The first is created, the second refused: a half-done plan.
    void drawsARefusal_data() { sizesAndThemes(); }
    void drawsARefusal()
    {
        Drawn drawn;
        DropStage &stage = drawn.stage;
        stage.make("softwaremodules", u"panel"_s, u"3"_s, u"application"_s);
        stage.hideModules(u"panel"_s);
        stage.dropFiles({ u"newgate-2.swu"_s, u"panel-3.zip"_s });
        QTRY_VERIFY(stage.isReady());
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_VERIFY(DropStage::noteOf(stage.form(1)).contains(u"was deleted"_s));
        QTRY_VERIFY(stage.button(u"do"_s)->toolTip().contains(u"was deleted"_s));
        verifyWhole(stage);
        keep(stage, u"refused"_s);
        QTest::mouseClick(stage.button(u"undo"_s), Qt::LeftButton);
        QTRY_COMPARE(stage.button(u"close"_s)->text(), u"Close"_s);
        QTRY_VERIFY(stage.button(u"close"_s)->isEnabled());
        verifyWhole(stage);
        keep(stage, u"undone"_s);
    }

    // While somebody types, what is known of it changes; where it stands does not.
    void nothingJumpsWhileSomebodyTypes()
    {
        DropStage stage;
        stage.dropFiles({ u"newgate-2.swu"_s, u"panel-3.zip"_s });
        QTRY_VERIFY(stage.isReady());
        settle();
        const auto places = [&] {
            settle();
            QList<int> tops;
            for (const QWidget *const part : QList<const QWidget *>{
                     stage.form(0), stage.form(1), stage.setForm(), stage.button(u"close"_s) })
                tops << part->mapTo(stage.window.get(), QPoint()).y();
            return tops;
        };
        const QList<int> before = places();
        QLineEdit *const name = DropStage::field(stage.form(0), u"Name"_s);
        DropStage::type(name, u"gateway"_s);
        QVERIFY(!stage.isReady()); // it is being asked
        QCOMPARE(places(), before);
        QTRY_VERIFY(DropStage::noteOf(stage.form(0)).contains(u"the last one on the server"_s));
        QCOMPARE(places(), before);
        DropStage::type(DropStage::field(stage.form(0), u"Version"_s), u"1.0"_s);
        QTRY_VERIFY(DropStage::noteOf(stage.form(0)).contains(u"there already"_s));
        QCOMPARE(places(), before);
        DropStage::field(stage.form(0), u"Version"_s)->clear();
        QVERIFY(!stage.isReady());
        QCOMPARE(places(), before);
    }
};

FALCONER_TEST(tst_droppictures)
#include "tst_droppictures.moc"

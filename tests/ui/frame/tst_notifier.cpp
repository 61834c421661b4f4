// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/frame/notifier.h"

#ifdef Q_OS_LINUX
#include "tests/support/fakedesktop.h"
#endif

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_notifier : public Test {
    Q_OBJECT

private slots:
    void whatMattersMostComesFirst()
    {
        using Kind = LaneNews::Kind;
        const Notification one = notificationOf(
            { { Kind::Failed, u"press-1"_s, u"No space left on device\nmore"_s } });
        QVERIFY(one.title.startsWith(u"1 failed"_s));
        QCOMPARE(one.text, u"press-1 failed: No space left on device"_s);
        const Notification many = notificationOf({ { Kind::Finished, u"a"_s, {} },
            { Kind::Finished, u"b"_s, {} }, { Kind::Finished, u"c"_s, {} },
            { Kind::Finished, u"d"_s, {} }, { Kind::NeedsAttention, u"e"_s, {} } });
        QVERIFY(many.title.contains(u"4 finished"_s));
        QVERIFY(many.text.startsWith(u"e needs attention\na finished"_s));
        QCOMPARE(many.text.count(u'\n'), 4); // four by name, and how many more
    }

    void tellsOnlyWhoLooksElsewhereAndWants()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        QWidget window;
        Notifier notifier(settings, &window);
        const QSignalSpy told(&notifier, &Notifier::told);
        const QList<LaneNews> news{ { LaneNews::Kind::Finished, u"a"_s, {} } };
        notifier.tell(news);
        QCOMPARE(told.size(), 1);
        notifier.tell({});
        QCOMPARE(told.size(), 1);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        notifier.tell(news); // it is seen in the window
        QCOMPARE(told.size(), 1);
        window.hide();
        notifier.setOn(false);
        notifier.tell(news);
        QCOMPARE(told.size(), 1);
        QVERIFY(!Notifier(settings, &window).isOn()); // remembered
    }

#ifdef Q_OS_LINUX
    void theDesktopShowsItAndAClickBringsTheWindow()
    {
        FakeDesktop desktop;
        desktop.appear();
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        QWidget window;
        Notifier notifier(settings, &window, desktop.bus());
        window.showMinimized();
        notifier.tell({ { LaneNews::Kind::Failed, u"press-1"_s, u"No space"_s } });
        QTRY_COMPARE(desktop.shown.size(), 1);
        QVERIFY(desktop.shown.constFirst().title.startsWith(u"1 failed"_s));
        QCOMPARE(desktop.shown.constFirst().text, u"press-1 failed: No space"_s);
        QVERIFY(window.isMinimized());
        desktop.click(1);
        QTRY_VERIFY(!window.isMinimized());
        QTRY_VERIFY(window.isActiveWindow());
        window.hide();
        notifier.setOn(false);
        notifier.say({ u"1 uploaded"_s, {} });
        notifier.setOn(true);
        notifier.say({ u"2 uploaded"_s, {} });
        QTRY_COMPARE(desktop.shown.size(), 2);
        QCOMPARE(desktop.shown.constLast().title, u"2 uploaded"_s);
    }
#endif
};

FALCONER_TEST(tst_notifier)
#include "tst_notifier.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/desktop/desktopnotifications.h"
#include "tests/support/fakedesktop.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

const DesktopNotification finished{ u"2 finished"_s, u"press-1 finished\npress-2 finished"_s,
    u"Show"_s };

struct Bench {
    FakeDesktop desktop;
    DesktopNotifications notifications{ u"Falconer"_s, desktop.bus() };
    QSignalSpy notShown{ &notifications, &DesktopNotifications::notShown };
    QSignalSpy clicked{ &notifications, &DesktopNotifications::clicked };
};

} // namespace

class tst_desktopnotifications : public Test {
    Q_OBJECT

private slots:
    void isShownByTheDesktop()
    {
        Bench b;
        b.desktop.appear();
        b.notifications.show(finished);
        QVERIFY(b.desktop.shown.isEmpty()); // nobody waited for it
        QTRY_COMPARE(b.desktop.shown.size(), 1);
        QCOMPARE(b.desktop.shown.constFirst(),
            (FakeDesktop::Shown{
                u"Falconer"_s, finished.title, finished.text, { u"default"_s, u"Show"_s } }));
        b.notifications.show({ u"3 uploaded"_s, {}, u"Show"_s });
        QTRY_COMPARE(b.desktop.shown.size(), 2);
        QCOMPARE(b.notShown.size(), 0);
        QCOMPARE(b.clicked.size(), 0);
    }

    void whatDevicesSayIsNoMarkup()
    {
        Bench b;
        b.desktop.appear();
        const DesktopNotification tricky{ u"1 failed"_s, u"<img src=x> a & b"_s, u"Show"_s };
        b.notifications.show(tricky);
        QTRY_COMPARE(b.desktop.shown.size(), 1);
        QCOMPARE(b.desktop.shown.constFirst().text, u"&lt;img src=x&gt; a &amp; b"_s);
    }

    void aPlainDesktopGetsPlainText()
    {
        Bench b;
        b.desktop.capabilities = { u"body"_s };
        b.desktop.appear();
        b.notifications.show({ u"1 failed"_s, u"a < b"_s, u"Show"_s });
        QTRY_COMPARE(b.desktop.shown.size(), 1);
        QCOMPARE(b.desktop.shown.constFirst().text, u"a < b"_s);
        QVERIFY(b.desktop.shown.constFirst().actions.isEmpty());
    }

    void aClickIsHeardOnce()
    {
        Bench b;
        b.desktop.appear();
        b.notifications.show(finished);
        b.notifications.show(finished);
        QTRY_COMPARE(b.desktop.shown.size(), 2);
        b.desktop.click(7, u"of another program"_s);
        b.desktop.close(1);
        b.desktop.click(1); // it is gone
        b.desktop.click(2, u"token-2"_s);
        QTRY_COMPARE(b.clicked.size(), 1);
        QCOMPARE(b.clicked.constFirst().constFirst().toString(), u"token-2"_s);
    }

    void saysWhatCouldNotBeShown()
    {
        Bench b;
        b.notifications.show(finished); // there is no such service
        QTRY_COMPARE(b.notShown.size(), 1);
        QCOMPARE(b.notShown.constFirst().constFirst().value<DesktopNotification>(), finished);
        b.desktop.appear(); // a desktop that begins later is used from then on
        b.notifications.show(finished);
        QTRY_COMPARE(b.desktop.shown.size(), 1);
        b.desktop.refuses = true;
        b.notifications.show(finished);
        QTRY_COMPARE(b.notShown.size(), 2);
        QCOMPARE(b.desktop.shown.size(), 1);
    }

    void withoutABusNothingIsShown()
    {
        DesktopNotifications notifications(u"Falconer"_s, u"unix:path=/nonexistent/bus"_s);
        const QSignalSpy notShown(&notifications, &DesktopNotifications::notShown);
        notifications.show(finished);
        QTRY_COMPARE(notShown.size(), 1);
    }

    void nobodyWaitsForADesktopThatHangs()
    {
        Bench b;
        b.desktop.appear();
        b.notifications.show(finished);
        QTRY_COMPARE(b.desktop.shown.size(), 1);
        b.desktop.hangs = true;
        QElapsedTimer timer;
        {
            DesktopNotifications others(u"Falconer"_s, b.desktop.bus());
            timer.start();
            others.show(finished);
            QVERIFY(timer.elapsed() < 500);
        }
        QVERIFY(timer.elapsed() < 1'500); // an answer alone is waited for 5 s
        QCOMPARE(b.desktop.shown.size(), 1);
    }
};

FALCONER_TEST(tst_desktopnotifications)
#include "tst_desktopnotifications.moc"

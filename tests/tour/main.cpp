// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// falconer_tour DIR: plays the main job in the real window, prints a line a step and writes
// numbered pictures to DIR. Needs a display that knows drags, such as Xvfb. Ends with 1 when
// something was missing.
#include "app/application.h"
#include "tests/tour/scenes.h"
#include "tests/tour/stage.h"
#include "ui/connect/connectpage.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr double speed = 4; // of the demo's devices
constexpr QSize size(1440, 900);

// Nothing of the user's is read or written: no settings, no keychain.
void leaveUserAlone(const QString &home)
{
    for (const char *const name : { "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME" })
        qputenv(name, home.toLocal8Bit());
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
}

// The demo as the button opens it, with devices that do not take a minute for an installation.
void serveDemo(MainWindow &window, const DemoServer &demo)
{
    QObject::disconnect(&window, &MainWindow::demoRequested, nullptr, nullptr);
    QObject::connect(&window, &MainWindow::demoRequested, &window, [&window, &demo] {
        const Credentials admin = demo.credentials();
        window.connectPage().connectOnce({ .name = u"Demo"_s,
                                             .server = demo.url(),
                                             .scheme = admin.scheme,
                                             .user = admin.user,
                                             .colour = u"blue"_s },
            admin.secret);
    });
}

int play(QApplication &app, const QString &folder)
{
    DemoServerOptions options;
    options.speed = speed;
    DemoServer demo(options);
    Application application(app, {});
    MainWindow &window = application.window();
    serveDemo(window, demo);
    window.resize(size);
    window.move(0, 0);
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        QTextStream(stderr) << u"The window does not become active: is there a display?\n"_s;

    Stage stage(window, folder);
    playConnect(stage);
    playFleet(stage);
    playPlan(stage);
    playTimeline(stage);
    playRecovery(stage);
    playCompare(stage);
    playSettings(stage);
    playActions(stage);
    playRepository(stage);
    playBringIn(stage);
    playLooks(stage);
    playErrors(stage, demo.url());
    QTextStream(stdout) << (stage.failures() == 0 ? u"All steps passed.\n"_s
                                                  : u"%1 failed.\n"_s.arg(stage.failures()));
    return stage.failures() == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        QTextStream(stderr) << u"falconer_tour DIR, where pictures can be written\n"_s;
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const QTemporaryDir home;
    leaveUserAlone(home.path());
    QCoreApplication::setApplicationName(u"Falconer"_s);
    QCoreApplication::setOrganizationName(u"Falconer"_s);
    QApplication app(argc, argv);
    return play(app, folder);
}

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/journal.h"
#include "services/live/feed.h"
#include "services/session/profilestore.h"
#include "services/session/secretstore.h"
#include "services/session/session.h"
#include "services/timeline/patternstore.h"
#include "tests/ui/shared/emptyworkspace.h"
#include "tests/ui/uploads/dockstage.h"
#include "ui/connect/connectpage.h"
#include "ui/frame/statusline.h"
#include "ui/mainwindow.h"
#include "ui/shared/theme.h"
#include "ui/uploads/closingsheet.h"

#include <QApplication>
#include <QToolButton>

namespace falconer {

using namespace Qt::StringLiterals;

// The real window over the stage's simulator and queue.
struct WindowStage : DockStage {
    ~WindowStage() { main.reset(); }

    MainWindow &show()
    {
        queue = std::make_unique<UploadQueue>(queuePath());
        const WorkspaceDoor door{ WorkspaceKind::Deploy, [this](const WorkspaceParts &parts) {
                                     given = parts.uploads;
                                     feed = &parts.feed;
                                     client = &parts.session.client();
                                     return new EmptyWorkspace;
                                 } };
        main = std::make_unique<MainWindow>(MainWindow::Parts{ profiles, secrets, settings, theme,
            patterns, { door }, {}, queue.get(), isKept, &journal });
        main->show();
        return *main;
    }
    Profile profile() const
    {
        return { .name = u"Here"_s, .server = bench.url(), .user = u"admin"_s };
    }
    void signIn() const
    {
        main->connectPage().connectOnce(profile(), u"admin"_s);
        if (!QTest::qWaitFor([this] { return main->isConnected(); }))
            qFatal("not connected");
    }
    void closeMain()
    {
        main.reset();
        queue.reset();
    }
    UploadsDock &theDock() const { return *main->findChild<UploadsDock *>(); }
    QToolButton *totals() const
    {
        return main->findChild<StatusLine *>()->findChild<QToolButton *>(u"uploads"_s);
    }
    // A file that is under way for as long as the test wants.
    qint64 addSlow()
    {
        queue->setLimits({ .bytesPerSecond = 20'000 });
        return add(u"slow.bin"_s, 2'000'000, identityOf(profile()));
    }
    void chooseAtClosing(const QString &button)
    {
        QVERIFY(!main->close());
        auto *const sheet = main->findChild<ClosingSheet *>();
        QVERIFY(sheet);
        QTest::mouseClick(sheet->findChild<QPushButton *>(button), Qt::LeftButton);
    }

    ProfileStore profiles{ settings };
    SecretStore secrets{ QStringLiteral("falconer-test") };
    Theme theme{ *qApp, ThemeChoice::Light };
    PatternStore patterns{ settings };
    std::unique_ptr<MainWindow> main;
    UploadQueue *given = nullptr;
    Feed *feed = nullptr;
    Client *client = nullptr;
    bool isKept = true;
    Journal journal;
};

} // namespace falconer

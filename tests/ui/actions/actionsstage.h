// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/journal.h"
#include "services/live/feed.h"
#include "services/session/session.h"
#include "services/simulator/demofleet.h"
#include "services/simulator/server.h"
#include "tests/support/hand.h"
#include "tests/ui/shared/emptyworkspace.h"
#include "ui/actions/actionsbar.h"
#include "ui/actions/actionspane.h"
#include "ui/actions/actionsworkspace.h"
#include "ui/shared/segmentedbutton.h"
#include "ui/shared/tableview.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"
#include "ui/workspacestack.h"

#include <QLabel>
#include <QMainWindow>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

namespace falconer {

// The workspace in a window, below its search field and beside another one, on a simulated fleet
// whose devices stay quiet.
struct ActionsStage {
    explicit ActionsStage(Wire wire = Wire::V1_0_4)
        : server(makeDemoFleet({ .targets = 400, .live = 400, .wire = wire }))
    {
        if (!server.start())
            qFatal("the simulator did not start");
        ClientOptions options;
        options.server = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.port()));
        options.credentials
            = { Credentials::Scheme::Basic, QStringLiteral("admin"), QStringLiteral("admin") };
        options.useSystemProxy = false;
        session = std::make_unique<Session>(Profile{ .server = options.server }, options);
        session->connectToServer();
        if (!QTest::qWaitFor([this] { return session->state() == Session::State::Connected; }))
            qFatal("the simulator is silent");
        build();
    }
    ~ActionsStage()
    {
        window.reset();
        session.reset(); // before the server, which waits for its connections
    }

    void build()
    {
        const QList<WorkspaceDoor> doors{
            { WorkspaceKind::Deploy, [](const WorkspaceParts &) { return new EmptyWorkspace; } },
            { WorkspaceKind::Actions,
                [this](const WorkspaceParts &parts) {
                    feed = &parts.feed;
                    workspace = new ActionsWorkspace(
                        { parts.session.client(), parts.feed, parts.session.facts(),
                            { .profile = QStringLiteral("Test"), .journal = &journal },
                            parts.settings },
                        &QDateTime::currentDateTimeUtc);
                    return workspace;
                } },
        };
        auto *const middle = new QWidget;
        layout = new QVBoxLayout(middle);
        layout->setContentsMargins({});
        pages = new WorkspaceStack(*session, settings, doors, {});
        layout->addWidget(pages);
        pages->open(WorkspaceKind::Deploy);
        window = std::make_unique<QMainWindow>();
        window->setCentralWidget(middle);
        window->resize(1440, 900);
        window->show();
    }
    void open()
    {
        pages->open(WorkspaceKind::Actions);
        layout->insertWidget(0, workspace->searchField());
        workspace->searchField()->show();
    }
    void hide() { pages->open(WorkspaceKind::Deploy); }
    qint64 sent() const { return session->client().sentCount(); }

    ActionsPane &pane() const { return workspace->actions(); }
    TableView &table() const { return pane().table(); }
    int rows() const { return pane().model().rowCount(); }
    // The rows of a query are here, and no other are on their way.
    bool isAtRest() const
    {
        return rows() > 0 && !pane().model().isLoading() && pane().model().itemAt(0);
    }
    const TimelineView &lanes() const { return workspace->timeline().view(); }
    bool areLanesRead() const
    {
        for (int i = 0; i < lanes().laneCount(); ++i) {
            if (lanes().lane(i).isLoading || !lanes().lane(i).action)
                return false;
        }
        return true;
    }
    QStringList texts(int column, int count) const
    {
        QStringList texts;
        for (int row = 0; row < std::min(count, rows()); ++row)
            texts << pane().model().index(row, column).data().toString();
        return texts;
    }
    SegmentedButton &kinds() const { return *pane().findChild<SegmentedButton *>(); }
    void choose(ActionKind kind) const
    {
        auto &button = kinds();
        int x = 0;
        while (x < button.width()) { // where this segment lies is its own affair
            QTest::mouseClick(&button, Qt::LeftButton, {}, QPoint(x + 4, button.height() / 2));
            if (button.currentIndex() == int(kind))
                return;
            x += 6;
        }
    }
    QPushButton *command(const QString &name) const
    {
        return pane().bar().findChild<QPushButton *>(name);
    }
    void select(int first, int last) const
    {
        clickRow(&table(), first);
        clickRow(&table(), last, Qt::ShiftModifier);
    }
    int actionsThatAre(const QString &status)
    {
        int count = 0;
        server.withFleet([&](Fleet &fleet) {
            for (const auto &[id, action] : fleet.actions.rows())
                count += status.isEmpty() || action.status == status;
        });
        return count;
    }

    int actionsOfSetType(qint64 type)
    {
        int count = 0;
        server.withFleet([&](Fleet &fleet) {
            for (const auto &[id, action] : fleet.actions.rows())
                count += fleet.sets.find(action.setId)->typeId == type;
        });
        return count;
    }

    template <typename T> T *part(const QString &name) const
    {
        for (T *const each : window->findChildren<T *>(name)) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    QString line(const QString &id) const
    {
        const auto *const label = part<QLabel>(QStringLiteral("sentence-") + id);
        return label ? label->text() : QString();
    }

    SimulatorServer server;
    QTemporaryDir folder;
    QSettings settings{ folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
    Journal journal;
    std::unique_ptr<Session> session;
    std::unique_ptr<QMainWindow> window;
    QVBoxLayout *layout = nullptr;
    WorkspaceStack *pages = nullptr;
    Feed *feed = nullptr; // of the workspace
    ActionsWorkspace *workspace = nullptr;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lanelist.h"
#include "models/relativetime.h"
#include "services/deployment/recoverability.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QSettings;
class QSplitter;
class QStackedWidget;

namespace falconer {

class Banner;
class EmptyState;
class ExportMenu;
class FormerFailures;
class SideTabs;
class StatusPanel;
class TimelineHead;
class TimelineSource;
class TimelineView;

// The timeline with its head, the picker for older actions, and the list of statuses. It only
// shows: lanes come from a source or, in tests, from setLanes().
class TimelinePane final : public QWidget {
    Q_OBJECT

public:
    explicit TimelinePane(Clock clock, QWidget *parent = nullptr);
    ~TimelinePane() override;

    // Shows a source's lanes from now on, and tells it which of them are in view.
    void attach(TimelineSource &source);
    void setLanes(const QList<TimelineLane> &lanes); // as they are, instead
    // For the head line of what is exported.
    void setServerName(const QString &name) { m_serverName = name; }
    // How it is looked at, under this key, from now on.
    void rememberIn(QSettings &settings, const QString &key);
    // What to do where nothing is shown.
    void setEmptyHint(const QString &hint);
    // Newest first; of the current lane's target.
    void setActions(const QList<Action> &actions);

    TimelineView &view() const { return *m_view; }
    TimelineHead &head() const { return *m_head; }
    SideTabs &side() const { return *m_side; }
    StatusPanel &statuses() const;
    // The one whose statuses are shown; nullptr: none. Valid until control returns to the event
    // loop.
    const TimelineLane *currentLane() const;
    QByteArray saveState() const; // of the splitter
    void restoreState(const QByteArray &state);
    QString summary() const;

signals:
    void actionChosen(const QString &lane, qint64 actionId); // by the lane's key
    void retryWanted();
    void recoverRequested(falconer::RecoveryKind kind, const QStringList &controllerIds);

private:
    void createBody();
    void wire();
    void wireSide();
    void addExport();
    void askForFormer(bool wanted);
    void goToDevice(const QString &controllerId);
    void showLanes();
    void showCurrentLane();
    void updateTrouble();

    Clock m_clock;
    QString m_serverName;
    TimelineHead *m_head = nullptr;
    Banner *m_banner = nullptr;
    ExportMenu *m_export = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QSplitter *m_splitter = nullptr;
    TimelineView *m_view = nullptr;
    SideTabs *m_side = nullptr;
    QTimer m_sideSoon; // what is told of all lanes need not follow each report
    TimelineSource *m_source = nullptr;
    FixedLanes m_fixed;
    std::unique_ptr<FormerFailures> m_former; // of the source's lanes
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lanelist.h"
#include "models/relativetime.h"
#include "ui/timeline/lanepainter.h"
#include "ui/timeline/timenavigator.h"

#include <QAbstractScrollArea>
#include <QTimer>

namespace falconer {

// Lanes of devices on one time axis, growing live. The wheel zooms at the pointer (with Ctrl or
// over the names it scrolls), dragging pans, + - and arrows do both, Home End and F show the
// begin, the newest, all. A click chooses a lane or a step, a double click fits the step.
class TimelineView final : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit TimelineView(Clock clock, QWidget *parent = nullptr);

    // Shows these lanes from now on, until the list goes. The current lane is kept by its key.
    void setLanes(const LaneList &lanes);
    int laneCount() const { return m_lanes ? m_lanes->count() : 0; }
    const TimelineLane &lane(int index) const { return m_lanes->lane(index); }
    void setAxis(TimeAxis axis);
    TimeAxis axis() const { return m_axis; }
    const TimeNavigator &navigator() const { return m_navigator; }

    int currentLane() const { return m_current; } // -1: none
    void setCurrentLane(int lane);
    // Marks the step that an entry belongs to.
    void showEntry(qint64 entry);
    // First and last lane in view.
    std::pair<int, int> visibleLanes() const;

    // Where things are, in viewport coordinates.
    int headWidth() const;
    QRect laneRect(int lane) const;
    int laneAt(const QPoint &place) const;
    QList<PlacedBar> barsOfLane(int lane) const;

    // What a lane says, in words alone.
    QString laneSentence(int lane) const;
    QString laneRemark(int lane) const; // mostly empty

    QSize sizeHint() const override;

public slots:
    void zoomIn();
    void zoomOut();
    void showAll();

signals:
    void currentLaneChanged(int lane);
    void entriesChosen(const QList<qint64> &entries); // of the step that was clicked
    void visibleLanesChanged();

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void lanesChanged();
    void keepCurrent();
    QRect bodyRect() const; // where time lies
    LanePicture pictureOf(int lane) const;
    void updateExtent();
    void updateTimer();
    void moved();
    void choose(const QPoint &place);
    QString toolTipAt(const QPoint &place) const;
    void describe();
    void announceCurrent();

    Clock m_clock;
    const LaneList *m_lanes = nullptr;
    TimeAxis m_axis = TimeAxis::FromInstallStart;
    TimeNavigator m_navigator;
    int m_shownLanes = 0; // when they were last looked at
    int m_current = -1;
    QString m_currentKey;
    std::optional<qint64> m_currentAction;
    int m_selectedStep = -1; // of the current lane
    QTimer m_timer;
    QPoint m_pressedAt;
    QPoint m_draggedTo;
    bool m_isDragging = false;
};

} // namespace falconer

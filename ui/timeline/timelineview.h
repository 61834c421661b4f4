// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/laneinsight.h"
#include "models/relativetime.h"
#include "services/analysis/percentcourse.h"
#include "ui/timeline/axispainter.h"
#include "ui/timeline/lanepainter.h"
#include "ui/timeline/lanerows.h"
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
    const LaneList *lanes() const { return m_lanes; } // nullptr: none were set
    // What the lanes tell together; statistics come a moment after the lanes.
    const LaneInsight &insight() const { return m_insight; }

    void setAxis(const TimeAxis &axis);
    const TimeAxis &axis() const { return m_axis; }
    // Lanes that change keep their places while the pointer is over them.
    void setArrangement(const LaneArrangement &arrangement);
    const LaneArrangement &arrangement() const { return m_arrangement; }
    const LaneRows &rows() const { return m_rows; }
    const TimeNavigator &navigator() const { return m_navigator; }

    int currentLane() const { return m_current; } // -1: none
    void setCurrentLane(int lane);
    // Shows where it took longest: chooses the lane and the step, and fits it.
    void goToStep(const StepKey &key);
    // Marks the step that an entry belongs to.
    void showEntry(qint64 entry);
    // Marks the moments of these entries of the current lane.
    void setHits(const QList<qint64> &entries);
    QList<int> visibleLanes() const;

    // Where things are, in viewport coordinates.
    int headWidth() const;
    QRect laneRect(int lane) const;
    int laneAt(const QPoint &place) const; // -1: none
    QList<PlacedBar> barsOfLane(int lane) const;
    LanePicture pictureOf(int lane) const;

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
    void insightChanged(); // attention or statistics

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
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    // What of a lane stays the same from one paint to the next, while one pans and zooms.
    struct PreparedLane {
        quint64 revision = 0; // of the lane that it is of
        LaneMoment moment;
        LaneWords words;
        QList<Bar> bars;
        QList<PercentPoint> course; // of the only lane
        qint64 zeroMs = 0;
    };

    static constexpr int axisHeight = 24;

    void lanesChanged();
    void keepCurrent();
    void makeCurrent(int lane);
    void look();
    void learn();
    void arrange();
    void showCurrent();
    void updateExtent();
    void updateTimer();
    void moved();
    void choose(const QPoint &place);
    QString toolTipAt(const QPoint &place) const;
    void describe();
    void announceCurrent();

    bool hasRuler() const;
    bool hasCurve() const; // beneath the only lane
    int lanesTop() const;
    QRect rowsRect() const;
    QRect bodyRect() const; // where time lies
    bool isAsPainted() const;
    LaneMoment momentOf(int lane) const;
    const PreparedLane &prepared(int lane) const;
    void paintRows(QPainter &painter, const QRect &dirty) const;
    void paintGroup(QPainter &painter, const QRect &rect, const LaneGroup &group) const;
    void paintRuler(QPainter &painter) const;
    void paintCurve(QPainter &painter) const;
    void paintNow(QPainter &painter) const;

    Clock m_clock;
    const LaneList *m_lanes = nullptr;
    QDateTime m_now; // of the last look: what is painted in parts is of one moment
    LaneInsight m_insight;
    mutable QHash<int, PreparedLane> m_prepared; // since the last look
    mutable TextCache m_texts;
    LaneArrangement m_arrangement;
    LaneRows m_rows;
    QStringList m_shownKeys; // of the lanes when they were arranged
    TimeAxis m_axis;
    TimeNavigator m_navigator;
    int m_current = -1;
    QString m_currentKey;
    std::optional<qint64> m_currentAction;
    int m_selectedStep = -1; // of the current lane
    QList<qint64> m_hits;    // ms since the epoch, of the current lane
    QTimer m_timer;
    QTimer m_learnSoon;
    QPoint m_pressedAt;
    QPoint m_draggedTo;
    bool m_isDragging = false;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/laneinsight.h"
#include "ui/shared/icons.h"

#include <QDateTime>
#include <QPointer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace falconer {

class EmptyState;

// A place that says what many devices have in common. It works only while it can be seen, and only
// when what it shows may have changed: what comes while it is hidden waits for its next show.
class ComparePanel : public QWidget {
    Q_OBJECT

public:
    // Reads them now, or when it is shown next; keeps no history. Call it when lanes or the time
    // have changed.
    void setLanes(const LaneList &lanes, const QDateTime &now);
    // Whoever shows these lanes has learned already what they tell together, and looks at them
    // whenever they change; without it the panel does so by itself. Outlives the panel's shows.
    void setInsight(const LaneInsight &insight) { m_shared = &insight; }
    // Of lanes that are given as they are.
    void setLanes(const QList<TimelineLane> &lanes, const QDateTime &now);

protected:
    explicit ComparePanel(QWidget *parent);

    // What is shown unless showEmpty() was called.
    void setContent(QWidget *content);
    void showContent();
    void showEmpty(Icon icon, const QString &sentence, const QString &nextStep);

    const LaneList &lanes() const;
    const QDateTime &now() const { return m_now; }
    const LaneInsight &insight() const { return m_shared ? *m_shared : m_ownInsight; }

    // historiesChanged: a history came, went or grew; else only the time, polls or names are new.
    virtual void refresh(bool historiesChanged) = 0;
    // What the panel shows has changed otherwise.
    void refreshSoon();

    void showEvent(QShowEvent *event) override;

private:
    // What of a lane decides whether it is worth to look at its history.
    struct Trace {
        QString key;
        qint64 action = 0;
        qint64 newest = 0;
        qsizetype entries = 0;
        qsizetype parts = 0;
        bool active = false;
        QString status;

        bool operator==(const Trace &) const = default;
    };

    static Trace traceOf(const TimelineLane &lane);
    void refreshIfSeen();
    void lookForItself(bool historiesChanged);
    void updateUnread();

    FixedLanes m_own;
    const LaneInsight *m_shared = nullptr;
    LaneInsight m_ownInsight;
    QPointer<const LaneList> m_lanes;
    QList<Trace> m_traces; // of what is shown
    QDateTime m_now;
    bool m_isStale = true;
    bool m_mustLookAgain = true;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_content = nullptr;
    QLabel *m_unread;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timelinelane.h"
#include "ui/shared/panehead.h"
#include "ui/timeline/axispainter.h"
#include "ui/timeline/lanerows.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace falconer {

class ArrangeMenu;
class SegmentedButton;

// The line over the timeline: what is shown, where time begins, how lanes are arranged, what needs
// somebody, and the older actions of the current lane's device.
class TimelineHead final : public PaneHead {
    Q_OBJECT

public:
    struct Trouble {
        int failed = 0;
        int needsPerson = 0;
        int unread = 0; // for an error
        int toRead = 0; // of all lanes
        int lanes = 0;
        bool isStopped = false; // what is out of sight is not read any more

        bool operator==(const Trouble &) const = default;
    };

    explicit TimelineHead(QWidget *parent = nullptr);

    void setUsable(bool usable); // whether there are lanes
    void setTrouble(const Trouble &trouble);
    // Newest first; shown: the one in the lane. Fewer than two are no choice.
    void setActions(const QList<Action> &actions, const std::optional<Action> &shown);
    // Whether there is one device, whose older actions can lie below.
    void setOlderPossible(bool possible);

    TimeAxis axis() const;
    const LaneArrangement &arrangement() const;
    void setAxis(const TimeAxis &axis); // announced, as if somebody had chosen it
    void setArrangement(const LaneArrangement &arrangement);

signals:
    void axisChanged();
    void arrangementChanged();
    void retryWanted();
    void attentionWanted();
    void failuresWanted();
    void readingWanted(bool wanted);
    void actionChosen(qint64 actionId);
    void olderWanted(bool wanted); // each older action in a lane of its own

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void createControls();
    void showTrouble();
    void follow(const QString &link);
    void layOut();

    SegmentedButton *m_alignment = nullptr;
    QWidget *m_arrange = nullptr;
    ArrangeMenu *m_menu = nullptr;
    QLabel *m_troubleText = nullptr;
    QToolButton *m_older = nullptr;
    QComboBox *m_actions = nullptr;
    Trouble m_trouble;
    int m_choices = 0; // of actions
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/dragpicture.h"
#include "ui/shared/dropverdict.h"
#include "ui/shared/tableview.h"

#include <functional>
#include <memory>
#include <optional>

class QDropEvent;
class QMimeData;

namespace falconer {

class DropOverlay;

// A table whose rows are dragged away, and that takes what is dropped on a row. What a row stands
// for, what may be dropped on it and what then happens is asked from its pane.
class DragTable : public TableView {
    Q_OBJECT

public:
    struct DragRules {
        // Of what is selected; nullptr: it cannot be dragged.
        std::function<std::unique_ptr<QMimeData>()> data;
        std::function<DragWords()> words; // of the same, for the picture
        // What a drop on this row would do, -1: below the last one. Nothing: it is not for this
        // table, and goes to whatever lies around it.
        std::function<std::optional<DropVerdict>(const QMimeData &, int row)> verdict;
        // The rows that would take the drop, with the one under the pointer; left out: that row.
        std::function<QRect(int row)> place;
        // After an allowed verdict: keeps what it needs of the data, and returns the deed, which
        // runs once the drag has ended.
        std::function<std::function<void()>(const QMimeData &, int row)> take;
    };

    explicit DragTable(QWidget *parent = nullptr);

    void setDragRules(DragRules rules) { m_rules = std::move(rules); }
    QRect rowRect(int row) const; // in the viewport, over its whole width
    // Lights up, or says why not, from the start of a drag of another table to its end.
    void showDrag(const DropVerdict &verdict);
    void endDrag();
    // The mouse holds a row that is perhaps about to be dragged: until letGo(), or the drag's end.
    bool isHeld() const { return m_isHeld; }

signals:
    void letGo(); // a press that began no drag is over
    void dragBegun(const QMimeData *data);
    void dragEnded();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    int rowUnder(const QDropEvent &event) const;
    QRect placeOf(int row) const;
    // Shows and returns the verdict for a drag at this place; nothing when it is not ours.
    std::optional<DropVerdict> judge(const QDropEvent &event);
    void goBack();

    DragRules m_rules;
    DropOverlay *m_overlay;
    std::optional<DropVerdict> m_dragVerdict;
    bool m_isHeld = false;
    bool m_hasTried = false; // a drag of what cannot be dragged
};

} // namespace falconer

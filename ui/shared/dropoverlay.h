// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/dropverdict.h"

#include <QRect>
#include <QWidget>

namespace falconer {

// Lies over a table while something is dragged: lights it up when it is a valid place, marks where
// the drop would go, and says in words what a drop would do, or why it would do nothing. Lets the
// mouse through, and goes when it moves without a button.
class DropOverlay final : public QWidget {
    Q_OBJECT

public:
    explicit DropOverlay(QWidget *viewport);

    // place: what would take the drop, in viewport coordinates; null: the whole table.
    void showVerdict(const DropVerdict &verdict, const QRect &place = {});
    const DropVerdict &verdict() const { return m_verdict; }
    QRect strip() const; // where its sentence stands, whole

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    DropVerdict m_verdict;
    QRect m_place;
};

} // namespace falconer

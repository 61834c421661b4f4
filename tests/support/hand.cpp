// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hand.h"

#include <QAbstractItemView>
#include <QTest>
#include <QTimer>
#include <QWindow>

namespace falconer {

namespace {

constexpr int step = 20; // ms between two moves
constexpr int moves = 12;

} // namespace

QPoint placeOf(const QAbstractItemView &view, const QModelIndex &index)
{
    return view.viewport()->mapTo(view.window(), view.visualRect(index).center());
}

QPoint middleOf(const QWidget &widget)
{
    return widget.mapTo(widget.window(), widget.rect().center());
}

void clickAt(QWidget *widget, Qt::KeyboardModifiers modifiers)
{
    QTest::mouseClick(
        widget->window()->windowHandle(), Qt::LeftButton, modifiers, middleOf(*widget));
}

void clickRow(QAbstractItemView *view, int row, Qt::KeyboardModifiers modifiers)
{
    const QPoint place = placeOf(*view, view->model()->index(row, 0));
    QTest::mouseClick(view->window()->windowHandle(), Qt::LeftButton, modifiers, place);
}

void drag(QWidget *window, QPoint from, QPoint to, const std::function<void()> &underway)
{
    QWindow *const handle = window->windowHandle();
    int moved = 0;
    bool released = false;
    // A new timer each time, since the move that starts the drag does not return before its end.
    std::function<void()> hand = [&] {
        ++moved;
        if (moved <= moves) {
            QTimer::singleShot(step, window, hand);
            QTest::mouseMove(handle, from + (to - from) * moved / moves);
        } else if (moved == moves + 1) {
            if (underway)
                underway(); // may take its time: it holds on meanwhile
            QTimer::singleShot(step, window, hand);
        } else {
            QTest::mouseRelease(handle, Qt::LeftButton, {}, to);
            released = true;
        }
    };
    QTest::mousePress(handle, Qt::LeftButton, {}, from);
    hand();
    QTRY_VERIFY(released);
}

} // namespace falconer

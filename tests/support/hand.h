// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QPoint>

#include <functional>

class QAbstractItemView;
class QWidget;

namespace falconer {

// The hand of a user: real mouse events on a real window.

// Where the middle of this cell is, in the coordinates of its window.
QPoint placeOf(const QAbstractItemView &view, const QModelIndex &index);
QPoint middleOf(const QWidget &widget);

void clickAt(QWidget *widget, Qt::KeyboardModifiers modifiers = {});
void clickRow(QAbstractItemView *view, int row, Qt::KeyboardModifiers modifiers = {});

// A real drag, from press to release, within one window: QDrag::exec() runs in it. underway, when
// given, is called once the pointer rests on its way's end and before it lets go. Not on the
// offscreen platform.
void drag(QWidget *window, QPoint from, QPoint to, const std::function<void()> &underway = {});

} // namespace falconer

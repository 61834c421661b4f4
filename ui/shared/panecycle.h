// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace falconer {

// F6 goes from pane to pane of a window, Shift+F6 back; those that are hidden are left out.
class PaneCycle final : public QObject {
    Q_OBJECT

public:
    // panes: what takes the focus in each, in their order.
    PaneCycle(const QList<QWidget *> &panes, QWidget *owner);

private:
    void go(int step);

    QList<QPointer<QWidget>> m_panes;
};

} // namespace falconer

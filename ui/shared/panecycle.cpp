// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/panecycle.h"

#include <QApplication>
#include <QShortcut>

namespace falconer {

PaneCycle::PaneCycle(const QList<QWidget *> &panes, QWidget *owner)
    : QObject(owner)
    , m_panes(panes.begin(), panes.end())
{
    const auto *const next = new QShortcut(QKeySequence(Qt::Key_F6), owner);
    const auto *const previous = new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F6), owner);
    connect(next, &QShortcut::activated, this, [this] { go(1); });
    connect(previous, &QShortcut::activated, this, [this] { go(-1); });
}

void PaneCycle::go(int step)
{
    const QWidget *const focused = QApplication::focusWidget();
    const auto count = int(m_panes.size());
    int at = step > 0 ? -1 : count;
    for (int i = 0; i < count; ++i) {
        if (m_panes[i] && focused && (m_panes[i] == focused || m_panes[i]->isAncestorOf(focused)))
            at = i;
    }
    for (int tries = 0; tries < count; ++tries) {
        at = (at + step + count) % count;
        QWidget *const pane = m_panes[at];
        if (pane && pane->isVisible()) {
            pane->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace falconer

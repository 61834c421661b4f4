// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/rowmarks.h"

#include "ui/shared/theme.h"

#include <QEvent>
#include <QPainter>
#include <QTableView>

namespace falconer {

RowMarks::RowMarks(QTableView *table)
    : QWidget(table->viewport())
    , m_table(table)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAcceptDrops(false);
    table->viewport()->installEventFilter(this);
    hide();
}

void RowMarks::start(const Takes &takes)
{
    m_takes = takes;
    setGeometry(m_table->viewport()->rect());
    show();
    raise();
    update();
}

void RowMarks::stop()
{
    m_takes = {};
    hide();
}

bool RowMarks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(m_table->viewport()->rect());
    return QWidget::eventFilter(watched, event);
}

void RowMarks::paintEvent(QPaintEvent *)
{
    if (!m_takes)
        return;
    const Colours &paint = colours(palette());
    QColor dim = paint.panel;
    dim.setAlphaF(0.6F);
    QPainter painter(this);
    const int rows = m_table->model()->rowCount();
    for (int row = m_table->rowAt(0); row >= 0 && row < rows; ++row) {
        const QRect place(0, m_table->rowViewportPosition(row), width(), m_table->rowHeight(row));
        if (place.top() > height())
            return;
        if (m_takes(row))
            painter.fillRect(QRect(0, place.top(), 3, place.height()), paint.accent);
        else
            painter.fillRect(place, dim);
    }
}

} // namespace falconer

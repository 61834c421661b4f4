// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/windowframe.h"

#include <QPainter>

namespace falconer {

namespace {

constexpr int stripWidth = 4;

}

WindowFrame::WindowFrame(QWidget *parent)
    : QWidget(parent)
{
}

void WindowFrame::setStrip(const QColor &colour)
{
    m_strip = colour;
    const int width = colour.isValid() ? stripWidth : 0;
    setContentsMargins(width, width, width, width);
    update();
}

void WindowFrame::paintEvent(QPaintEvent *)
{
    if (!m_strip.isValid())
        return;
    QPainter painter(this);
    painter.fillRect(rect(), m_strip);
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/profilepill.h"

#include "ui/shared/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace falconer {

namespace {

constexpr int pillHeight = 24;
constexpr int dotSize = 9;
constexpr int gap = 8;
constexpr int widest = 340;

QFont nameFont()
{
    return themeFont(TextSize::Body, QFont::DemiBold);
}

} // namespace

ProfilePill::ProfilePill(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void ProfilePill::setProfile(const QString &name, const QString &host, const QColor &colour)
{
    m_name = name;
    m_host = host == name ? QString() : host; // once is enough
    m_colour = colour;
    setAccessibleName(tr("Connected to %1 at %2").arg(name, host));
    setToolTip(tr("%1 at %2\nClick to switch or disconnect").arg(name, host));
    updateGeometry();
    update();
}

QSize ProfilePill::sizeHint() const
{
    const int name = QFontMetrics(nameFont()).horizontalAdvance(m_name);
    const int host = fontMetrics().horizontalAdvance(m_host);
    return { std::min(name + host + dotSize + 5 * gap, widest), pillHeight };
}

QSize ProfilePill::minimumSizeHint() const
{
    return { 120, pillHeight };
}

void ProfilePill::paintEvent(QPaintEvent *)
{
    const Colours &c = colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF outline = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(hasFocus() ? c.accent : Qt::transparent);
    painter.setBrush(underMouse() || isDown() ? c.line : c.fineLine);
    painter.drawRoundedRect(outline, Metrics::controlRadius, Metrics::controlRadius);

    painter.setPen(Qt::NoPen);
    painter.setBrush(m_colour);
    painter.drawEllipse(QRectF(gap, (height() - dotSize) / 2.0, dotSize, dotSize));

    int x = 2 * gap + dotSize;
    painter.setPen(c.plain.text);
    painter.setFont(nameFont());
    const QString name
        = painter.fontMetrics().elidedText(m_name, Qt::ElideRight, width() - x - gap);
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter, name);
    x += painter.fontMetrics().horizontalAdvance(name) + gap;
    painter.setFont(font());
    painter.setPen(c.quiet.onGround);
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_host, Qt::ElideMiddle, width() - x - gap));
}

} // namespace falconer

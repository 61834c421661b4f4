// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/dragpicture.h"

#include "ui/shared/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QWidget>

namespace falconer {

namespace {

constexpr int height = 28;
constexpr int padding = 9;
constexpr int gap = 7;
constexpr int longestText = 320;

} // namespace

QPixmap dragPicture(const DragWords &words, const QWidget &like)
{
    const Colours &paint = colours(like.palette());
    const QFont font = themeFont(TextSize::Body, QFont::DemiBold);
    const QFont small = themeFont(TextSize::Small, QFont::DemiBold);
    const QString title = QFontMetrics(font).elidedText(words.title, Qt::ElideMiddle, longestText);
    const int titleWidth = QFontMetrics(font).horizontalAdvance(title);
    const int badgeWidth
        = words.badge.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(words.badge) + 2 * gap;
    const int width = padding + Metrics::signSize + gap + titleWidth
        + (badgeWidth > 0 ? gap + badgeWidth : 0) + padding;

    QPixmap picture(QSize(width, height) * like.devicePixelRatioF());
    picture.setDevicePixelRatio(like.devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(paint.accent);
    painter.setBrush(paint.panel);
    painter.drawRoundedRect(
        QRectF(0.5, 0.5, width - 1, height - 1), Metrics::controlRadius, Metrics::controlRadius);
    paintIcon(painter, QRect(padding, 0, Metrics::signSize, height), words.icon, paint.accent);
    painter.setFont(font);
    painter.setPen(paint.plain.text);
    const int textLeft = padding + Metrics::signSize + gap;
    painter.drawText(QRect(textLeft, 0, titleWidth + 1, height), Qt::AlignVCenter, title);
    if (badgeWidth > 0) {
        const QRectF badge(textLeft + titleWidth + gap, 6, badgeWidth, height - 12);
        painter.setPen(Qt::NoPen);
        painter.setBrush(paint.accent);
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2);
        painter.setFont(small);
        painter.setPen(paint.onAccent);
        painter.drawText(badge, Qt::AlignCenter, words.badge);
    }
    return picture;
}

} // namespace falconer

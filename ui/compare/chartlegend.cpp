// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/chartlegend.h"

#include "ui/shared/theme.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace falconer {

namespace {

constexpr int swatch = 10;
constexpr int swatchGap = 5;
constexpr int entryGap = 14;
constexpr int lineHeight = 17;

} // namespace

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
{
    setFont(themeFont(TextSize::Secondary));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChartLegend::setEntries(const QList<Entry> &entries)
{
    if (entries == m_entries)
        return;
    m_entries = entries;
    setAccessibleName(texts().join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QStringList ChartLegend::texts() const
{
    QStringList texts;
    for (const Entry &entry : m_entries)
        texts << entry.text;
    return texts;
}

QList<QRect> ChartLegend::places(int width) const
{
    QList<QRect> places;
    QPoint next(0, 0);
    for (const Entry &entry : m_entries) {
        const int needed = swatch + swatchGap + fontMetrics().horizontalAdvance(entry.text) + 1;
        if (next.x() > 0 && next.x() + needed > width)
            next = { 0, next.y() + lineHeight };
        places << QRect(next, QSize(needed, lineHeight));
        next.rx() += needed + entryGap;
    }
    return places;
}

int ChartLegend::heightForWidth(int width) const
{
    const QList<QRect> all = places(width);
    return all.isEmpty() ? 0 : all.last().bottom() + 1;
}

QSize ChartLegend::sizeHint() const
{
    const QList<QRect> all = places(1'000'000);
    return { all.isEmpty() ? 0 : all.last().right() + 1, lineHeight };
}

QSize ChartLegend::minimumSizeHint() const
{
    int widest = 0;
    for (const QRect &place : places(0))
        widest = std::max(widest, place.width());
    return { widest, m_entries.isEmpty() ? 0 : lineHeight };
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QList<QRect> all = places(width());
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QRect &place = all[i];
        const QRect sample(place.x(), place.y() + (lineHeight - swatch) / 2, swatch, swatch);
        painter.setBrush(m_entries[i].brush);
        painter.setPen(m_entries[i].pen);
        painter.drawRect(sample.adjusted(0, 0, -1, -1));
        painter.setPen(colours(palette()).plain.text);
        painter.drawText(place.adjusted(swatch + swatchGap, 0, 0, 0),
            Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_entries[i].text);
    }
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/flowlayout.h"

#include <QWidget>

#include <algorithm>
#include <utility>

namespace falconer {

namespace {

constexpr int gap = 6;

} // namespace

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins({});
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items << item;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *const item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

// In the middle of their line, since they differ in height.
int FlowLayout::arrange(const QRect &rect, bool move) const
{
    const QRect inner = rect.marginsRemoved(contentsMargins());
    QPoint place = inner.topLeft();
    int lineHeight = 0;
    QList<std::pair<QLayoutItem *, QRect>> line;
    const auto endLine = [&] {
        for (const auto &[item, room] : std::as_const(line)) {
            if (move)
                item->setGeometry(room.translated(0, (lineHeight - room.height()) / 2));
        }
        line.clear();
    };
    for (QLayoutItem *const item : m_items) {
        if (item->isEmpty())
            continue; // hidden
        const QSize size = item->sizeHint();
        if (place.x() > inner.left() && place.x() + size.width() > inner.left() + inner.width()) {
            endLine();
            place = QPoint(inner.left(), place.y() + lineHeight + gap);
            lineHeight = 0;
        }
        line.emplaceBack(item, QRect(place, size));
        place.rx() += size.width() + gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    endLine();
    return place.y() + lineHeight - rect.top() + contentsMargins().bottom();
}

} // namespace falconer

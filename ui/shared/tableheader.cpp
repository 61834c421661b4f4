// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/tableheader.h"

#include "models/pagedmodelbase.h"
#include "ui/shared/theme.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>

namespace falconer {

namespace {

constexpr int arrowWidth = 7;
constexpr int arrowHeight = 4;
constexpr int arrowGap = 5;

void paintArrow(QPainter &painter, const QPointF &centre, Qt::SortOrder order)
{
    const qreal up = order == Qt::AscendingOrder ? -1 : 1;
    QPainterPath path;
    path.moveTo(centre + QPointF(-arrowWidth / 2.0, -up * arrowHeight / 2.0));
    path.lineTo(centre + QPointF(0, up * arrowHeight / 2.0));
    path.lineTo(centre + QPointF(arrowWidth / 2.0, -up * arrowHeight / 2.0));
    path.closeSubpath();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(path, painter.pen().color());
}

} // namespace

TableHeader::TableHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setStretchLastSection(true);
    setMinimumSectionSize(36);
    setFont(themeFont(TextSize::Secondary));
    setToolTip(tr("Right click: columns"));
    connect(this, &QHeaderView::sectionPressed, this, &TableHeader::rememberSort);
    connect(this, &QHeaderView::sectionClicked, this, &TableHeader::requestSort);
}

QSize TableHeader::sizeHint() const
{
    return { QHeaderView::sizeHint().width(), Metrics::headerHeight };
}

bool TableHeader::isSortable(int logicalIndex) const
{
    return model() != nullptr
        && !model()
                ->headerData(logicalIndex, Qt::Horizontal, PagedModelBase::SortKeyRole)
                .toString()
                .isEmpty();
}

// Qt turns the arrow before it says that a section was clicked, sortable or not: what was before
// decides.
void TableHeader::rememberSort()
{
    m_sortedBefore = isSortIndicatorShown() ? sortIndicatorSection() : -1;
    m_orderBefore = sortIndicatorOrder();
}

void TableHeader::requestSort(int logicalIndex)
{
    if (!isSortable(logicalIndex)) {
        if (m_sortedBefore >= 0)
            setSortIndicator(m_sortedBefore, m_orderBefore);
        return;
    }
    const bool turn = m_sortedBefore == logicalIndex && m_orderBefore == Qt::AscendingOrder;
    emit sortRequested(logicalIndex, turn ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    if (!rect.isValid())
        return;
    const Colours &c = colours(palette());
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
    const QString title = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    const QVariant wanted
        = model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole);
    const bool atRight = wanted.toInt() & Qt::AlignRight;

    painter->save();
    painter->fillRect(rect, c.panel);
    painter->fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), c.line);
    painter->setPen(sorted ? c.plain.text : c.quiet.text);
    painter->setFont(font());
    const QRect inner = rect.adjusted(Metrics::cellPadding, 0, -Metrics::cellPadding, -1);
    const int room = inner.width() - (sorted ? arrowWidth + arrowGap : 0);
    const QString text = fontMetrics().elidedText(title, Qt::ElideRight, room);
    const int width = fontMetrics().horizontalAdvance(text);
    const int left = atRight ? inner.x() + room - width : inner.x();
    painter->drawText(QRect(left, inner.y(), width + 1, inner.height()),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    if (sorted)
        paintArrow(*painter,
            QPointF(left + width + arrowGap + arrowWidth / 2.0, inner.center().y() + 1),
            sortIndicatorOrder());
    painter->restore();
}

QSize TableHeader::sectionSizeFromContents(int logicalIndex) const
{
    const QString title = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    return { fontMetrics().horizontalAdvance(title) + 2 * Metrics::cellPadding + arrowGap
            + arrowWidth,
        Metrics::headerHeight };
}

void TableHeader::contextMenuEvent(QContextMenuEvent *event)
{
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(event->globalPos());
}

void TableHeader::fillMenu(QMenu &menu)
{
    const int shown = count() - hiddenSectionCount();
    for (int visual = 0; visual < count(); ++visual) {
        const int logical = logicalIndex(visual);
        QAction *const action
            = menu.addAction(model()->headerData(logical, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(logical));
        action->setEnabled(isSectionHidden(logical) || shown > 1);
        connect(action, &QAction::toggled, this,
            [this, logical](bool checked) { toggle(logical, checked); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Reset columns")), &QAction::triggered, this,
        &TableHeader::resetRequested);
}

void TableHeader::toggle(int logicalIndex, bool shown)
{
    setSectionHidden(logicalIndex, !shown);
    emit visibilityChanged();
}

} // namespace falconer

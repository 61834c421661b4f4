// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/groupdelegate.h"

#include "models/grouplist.h"
#include "models/pagedmodelbase.h"
#include "ui/shared/celldelegate.h"

#include <QLocale>
#include <QPainter>
#include <QTextLayout>
#include <QTreeView>

#include <algorithm>
#include <cmath>

namespace falconer {

namespace {

constexpr int signGap = 5;
constexpr int rowPadding = 3;
constexpr int headPadding = 4;

// Words in lines of a width.
class Paragraph final {
public:
    Paragraph(const QString &text, const QFont &font, int width)
        : m_layout(QString(text).replace(QLatin1Char('\n'), QChar::LineSeparator), font)
    {
        QTextOption wrap(Qt::AlignLeft);
        wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_layout.setTextOption(wrap);
        m_layout.beginLayout();
        for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
            line.setLineWidth(std::max(width, 8));
            line.setPosition(QPointF(0, m_height));
            m_height += line.height();
        }
        m_layout.endLayout();
    }

    int height() const { return int(std::ceil(m_height)); }
    void draw(QPainter &painter, const QPoint &topLeft) const { m_layout.draw(&painter, topLeft); }

private:
    QTextLayout m_layout;
    qreal m_height = 0;
};

bool isHead(const QModelIndex &index)
{
    return !index.parent().isValid();
}

// Where the parts of a head are, within a width.
struct HeadParts {
    HeadParts(const QModelIndex &index, int width)
        : icon(iconOf(index.data(PagedModelBase::SignRole).value<Sign>()))
        , count(QLocale().toString(index.data(CountRole).toInt()))
        , left(icon ? Metrics::signSize + signGap : 0)
        , countWidth(QFontMetrics(titleFont()).horizontalAdvance(count) + 2)
        , title(index.data().toString(), titleFont(),
              width - left - countWidth - 2 * Metrics::cellPadding)
        , detail(index.data(DetailRole).toString(), themeFont(TextSize::Secondary),
              width - left - Metrics::cellPadding)
    {
    }

    static QFont titleFont() { return themeFont(TextSize::Body, QFont::DemiBold); }
    int height() const { return title.height() + detail.height() + 2 * headPadding; }

    std::optional<Icon> icon;
    QString count;
    int left;
    int countWidth;
    Paragraph title;
    Paragraph detail;
};

void paintHead(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool selected = option.state & QStyle::State_Selected;
    const QRect &rect = option.rect;
    const HeadParts parts(index, rect.width());
    const Tone tone = index.data(PagedModelBase::MeaningRole).value<Meaning>();
    const int top = rect.y() + headPadding;
    if (parts.icon)
        paintIcon(painter, { rect.x(), top + 1, Metrics::signSize, Metrics::signSize }, *parts.icon,
            toneColour(option.palette, tone, selected));
    painter.setPen(toneColour(option.palette, Tone::Plain, selected));
    parts.title.draw(painter, { rect.x() + parts.left, top });
    painter.setFont(HeadParts::titleFont());
    painter.drawText(QRect(rect.right() - Metrics::cellPadding - parts.countWidth, top,
                         parts.countWidth, QFontMetrics(painter.font()).height()),
        Qt::AlignRight | Qt::AlignVCenter, parts.count);
    painter.setPen(toneColour(option.palette, Tone::Quiet, selected));
    parts.detail.draw(painter, { rect.x() + parts.left, top + parts.title.height() });
}

void paintItem(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool selected = option.state & QStyle::State_Selected;
    const QRect &rect = option.rect;
    painter.setPen(toneColour(
        option.palette, index.data(PagedModelBase::MeaningRole).value<Meaning>(), selected));
    const Paragraph words(
        index.data().toString(), option.font, rect.width() - Metrics::cellPadding);
    words.draw(painter, { rect.x(), rect.y() + rowPadding });
}

} // namespace

GroupDelegate::GroupDelegate(QTreeView *view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
}

// A tree asks without a width; wrapped words need one.
int GroupDelegate::widthOf(const QModelIndex &index) const
{
    if (isHead(index))
        return m_view->viewport()->width() - m_view->indentation();
    const int indent = index.column() == 0 ? 2 * m_view->indentation() : 0;
    return m_view->columnWidth(index.column()) - indent;
}

QSize GroupDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = widthOf(index);
    if (!isHead(index)) {
        const Paragraph words(index.data().toString(), option.font, width - Metrics::cellPadding);
        return { width, std::max(words.height() + 2 * rowPadding, Metrics::rowHeight) };
    }
    return index.column() == 0 ? QSize(width, HeadParts(index, width).height()) : QSize(0, 0);
}

void GroupDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &c = colours(option.palette);
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, c.selectedRow);
    painter->setClipRect(option.rect);
    if (isHead(index))
        paintHead(*painter, option, index);
    else
        paintItem(*painter, option, index);
    painter->fillRect(
        QRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1), c.fineLine);
    painter->restore();
}

} // namespace falconer

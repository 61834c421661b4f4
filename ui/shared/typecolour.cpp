// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/typecolour.h"

#include "ui/shared/theme.h"

#include <QComboBox>
#include <QPainter>
#include <QRegularExpression>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int swatchSize = 12;

} // namespace

QColor typeColour(const QString &written)
{
    static const QRegularExpression rgb(
        u"^rgba?\\(\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*(,.*)?\\)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString text = written.trimmed();
    if (const auto match = rgb.match(text); match.hasMatch()) {
        const auto part = [&match](int index) { return qMin(match.captured(index).toInt(), 255); };
        return QColor(part(1), part(2), part(3));
    }
    return QColor::isValidColorName(text) ? QColor(text) : QColor();
}

QPixmap colourSwatch(const QColor &colour, const QColor &line, int size, qreal devicePixelRatio)
{
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    if (!colour.isValid())
        return pixmap;
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(0.5, 0.5, size - 1, size - 1), 3, 3);
    return pixmap;
}

void setItemColours(QComboBox &box, const QStringList &written)
{
    const bool hasNone = std::ranges::none_of(
        written, [](const QString &one) { return typeColour(one).isValid(); });
    box.setIconSize(QSize(swatchSize, swatchSize));
    for (int i = 0; i < box.count(); ++i)
        box.setItemIcon(i,
            hasNone ? QIcon()
                    : QIcon(colourSwatch(typeColour(written.value(i)), colours(box.palette()).line,
                        swatchSize, box.devicePixelRatioF())));
}

void ColourDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const Colours &c = colours(option.palette);
    painter->fillRect(QRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1),
        option.state & QStyle::State_Selected ? c.line : c.fineLine);
}

void ColourDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (option->text.isEmpty() || !option->widget)
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(swatchSize, swatchSize);
    option->icon = colourSwatch(typeColour(option->text), colours(option->palette).line, swatchSize,
        option->widget->devicePixelRatioF());
}

} // namespace falconer

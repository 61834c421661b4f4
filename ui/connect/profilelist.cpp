// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/profilelist.h"

#include "ui/connect/environment.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace falconer {

namespace {

constexpr int rowHeight = 44;
constexpr int dotSize = 10;
constexpr int textLeft = 32;

enum Role { IdRole = Qt::UserRole, WhereRole, ColourRole };

class ProfileDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return { 100, rowHeight };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        const Colours &c = colours(option.palette);
        const bool selected = option.state & QStyle::State_Selected;
        const QRect rect = option.rect;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected                       ? c.selectedRow
                : option.state & QStyle::State_MouseOver ? c.hover
                                                         : QColor(Qt::transparent));
        painter->drawRoundedRect(rect.adjusted(4, 1, -4, -1), 5, 5);
        painter->setBrush(index.data(ColourRole).value<QColor>());
        painter->drawEllipse(
            QRectF(rect.x() + 14, rect.y() + (rowHeight - dotSize) / 2.0, dotSize, dotSize));
        drawLine(*painter, rect.adjusted(textLeft, 5, -12, -rowHeight / 2), index.data().toString(),
            themeFont(TextSize::Body, QFont::DemiBold),
            selected ? c.plain.onSelected : c.plain.text);
        drawLine(*painter, rect.adjusted(textLeft, rowHeight / 2, -12, -5),
            index.data(WhereRole).toString(), themeFont(TextSize::Secondary),
            selected ? c.quiet.onSelected : c.quiet.text);
        painter->restore();
    }

private:
    static void drawLine(QPainter &painter, const QRect &rect, const QString &text,
        const QFont &font, const QColor &colour)
    {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine,
            painter.fontMetrics().elidedText(text, Qt::ElideMiddle, rect.width()));
    }
};

} // namespace

ProfileList::ProfileList(QWidget *parent)
    : QListWidget(parent)
    , m_empty(new EmptyState(viewport()))
{
    setItemDelegate(new ProfileDelegate(this));
    setAccessibleName(tr("Connection profiles"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    auto *const middle = new QVBoxLayout(viewport());
    middle->addWidget(m_empty);
    m_empty->setContent(Icon::Server, tr("No server yet"),
        tr("Fill in the form to connect to yours, or try the demo fleet."));
    connect(this, &QListWidget::currentItemChanged, this,
        [this] { emit currentIdChanged(currentId()); });
    connect(this, &QListWidget::itemDoubleClicked, this, &ProfileList::profileActivated);
}

void ProfileList::setProfiles(const QList<Profile> &profiles)
{
    const QString before = currentId();
    const QSignalBlocker blocker(this);
    clear();
    for (const Profile &profile : profiles) {
        const QString where = profile.user.isEmpty()
            ? serverName(profile)
            : tr("%1 as %2").arg(serverName(profile), profile.user);
        auto *const item = new QListWidgetItem(profile.name, this);
        item->setData(IdRole, profile.id);
        item->setData(WhereRole, where);
        item->setData(ColourRole, environmentColour(profile.colour));
        item->setData(Qt::AccessibleDescriptionRole, where);
        item->setToolTip(profile.notes);
    }
    m_empty->setVisible(profiles.isEmpty());
    select(before);
}

QString ProfileList::currentId() const
{
    return currentItem() == nullptr ? QString() : currentItem()->data(IdRole).toString();
}

void ProfileList::select(const QString &id)
{
    const QSignalBlocker blocker(this);
    setCurrentItem(nullptr);
    clearSelection();
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(IdRole).toString() == id)
            setCurrentRow(row);
    }
}

void ProfileList::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentItem() != nullptr)
        emit profileActivated();
    else
        QListWidget::keyPressEvent(event);
}

} // namespace falconer

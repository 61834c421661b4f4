// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/tagchip.h"

#include "ui/composition/tagmimedata.h"
#include "ui/shared/dragpicture.h"
#include "ui/shared/theme.h"
#include "ui/shared/typecolour.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDrag>
#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPointer>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int dotSize = 10;

QString deedOf(const TagShare &share)
{
    const QLocale locale;
    const QString having = locale.toString(share.having);
    const QString of = locale.toString(share.of);
    if (share.of == 1)
        return share.isGiven()
            ? TagChip::tr("Given: click to take it away, or drag it onto another set")
            : TagChip::tr("Click to give it to this set, or drag it onto another one");
    if (share.isGiven())
        return TagChip::tr("Given to all %1: click to take it from them").arg(of);
    return share.having == 0
        ? TagChip::tr("Click to give it to all %1").arg(of)
        : TagChip::tr("Given to %1 of %2: click to give it to all").arg(having, of);
}

QString textOf(const TagShare &share)
{
    if (share.having == 0 || share.isGiven())
        return share.tag.name;
    const QLocale locale;
    return TagChip::tr("%1 (%2 of %3)")
        .arg(share.tag.name, locale.toString(share.having), locale.toString(share.of));
}

} // namespace

TagChip::TagChip(const TagShare &share, const QString &whyKept, QWidget *parent)
    : QToolButton(parent)
    , m_share(share)
    , m_edit(addCommand(u"editTag"_s, tr("Edit the tag..."), Qt::Key_F2))
    , m_delete(addCommand(u"deleteTag"_s, tr("Delete the tag..."), Qt::Key_Delete))
{
    const DistributionSetTag &tag = share.tag;
    setText(textOf(share));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setProperty("look", u"chip"_s);
    setFocusPolicy(Qt::StrongFocus);
    setCheckable(true);
    setChecked(isGiven());
    setObjectName("tag-"_L1 + tag.name);
    const QString deed = deedOf(share);
    setToolTip(tag.description.isEmpty() ? deed : tag.description + u'\n' + deed);
    setAccessibleDescription(deed);
    m_delete->setEnabled(whyKept.isEmpty());
    m_delete->setToolTip(whyKept);
    connect(m_edit, &QAction::triggered, this, &TagChip::editRequested);
    connect(m_delete, &QAction::triggered, this, &TagChip::deleteRequested);
    drawDot();
}

QAction *TagChip::addCommand(const QString &name, const QString &text, Qt::Key key)
{
    auto *const action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut); // only named in the menu, see keyPressEvent()
    return action;
}

// Not as actions of the chip: a tool button with actions is drawn as one with a menu.
void TagChip::keyPressEvent(QKeyEvent *event)
{
    for (QAction *const action : { m_edit, m_delete }) {
        if (QKeySequence(event->key()) == action->shortcut())
            return action->trigger();
    }
    QToolButton::keyPressEvent(event);
}

void TagChip::contextMenuEvent(QContextMenuEvent *event)
{
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true); // why something is disabled
    const bool isOfOne = m_share.of == 1;
    const QString words = isGiven()
        ? (isOfOne ? tr("Take it from this set") : tr("Take it from all these sets"))
        : (isOfOne ? tr("Give it to this set") : tr("Give it to all these sets"));
    QAction *const click = menu->addAction(words, this, &TagChip::click);
    menu->addSeparator();
    menu->addAction(m_edit);
    menu->addAction(m_delete);
    menu->setDefaultAction(click);
    menu->popup(event->globalPos());
}

// QToolButton adds two spaces behind its text, which would stand off centre.
QSize TagChip::sizeHint() const
{
    return QToolButton::sizeHint() - QSize(2 * fontMetrics().horizontalAdvance(u' '), 0);
}

void TagChip::drawDot()
{
    const QColor colour = typeColour(tag().colour);
    QPixmap dot(QSize(dotSize, dotSize) * devicePixelRatioF());
    dot.setDevicePixelRatio(devicePixelRatioF());
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours(palette()).quiet.text);
    painter.setBrush(colour.isValid() ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(1, 1, dotSize - 2, dotSize - 2));
    painter.end();
    setIcon(dot);
    setIconSize(QSize(dotSize, dotSize));
}

void TagChip::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->pos();
    QToolButton::mousePressEvent(event);
}

void TagChip::mouseMoveEvent(QMouseEvent *event)
{
    const bool isFar
        = (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (!(event->buttons() & Qt::LeftButton) || !isFar)
        return QToolButton::mouseMoveEvent(event);
    setDown(false); // a drag is no click
    auto *const drag = new QDrag(this);
    drag->setPixmap(
        dragPicture({ .icon = Icon::Types, .title = tag().name, .badge = {} }, *window()));
    drag->setHotSpot(QPoint(-14, -10));
    drag->setMimeData(new TagMimeData(tag()));
    const QPointer<TagChip> self(this);
    emit dragBegun(drag->mimeData());
    drag->exec(Qt::CopyAction);
    if (self)
        emit dragEnded();
}

void TagChip::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawDot();
}

} // namespace falconer

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
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPointer>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int dotSize = 10;

} // namespace

TagChip::TagChip(
    const DistributionSetTag &tag, bool isGiven, const QString &whyKept, QWidget *parent)
    : QToolButton(parent)
    , m_tag(tag)
    , m_isGiven(isGiven)
    , m_edit(addCommand(u"editTag"_s, tr("Edit the tag..."), Qt::Key_F2))
    , m_delete(addCommand(u"deleteTag"_s, tr("Delete the tag..."), Qt::Key_Delete))
{
    setText(tag.name);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setProperty("look", u"chip"_s);
    setFocusPolicy(Qt::StrongFocus);
    setCheckable(true);
    setChecked(isGiven);
    setObjectName("tag-"_L1 + tag.name);
    const QString deed = isGiven ? tr("Given: click to take it away, or drag it onto another set")
                                 : tr("Click to give it to this set, or drag it onto another one");
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
    QAction *const click = menu->addAction(
        m_isGiven ? tr("Take it from this set") : tr("Give it to this set"), this, &TagChip::click);
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
    const QColor colour = typeColour(m_tag.colour);
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
        dragPicture({ .icon = Icon::Types, .title = m_tag.name, .badge = {} }, *window()));
    drag->setHotSpot(QPoint(-14, -10));
    drag->setMimeData(new TagMimeData(m_tag));
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

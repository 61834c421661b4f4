// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/sheet.h"

#include "ui/shared/contentarea.h"
#include "ui/shared/keepbutton.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualWidth = 700;
constexpr int topMargin = 34;
constexpr int sideMargin = 18;
constexpr int panelMargin = 2;

QVBoxLayout *newPart(QWidget *parent, const QMargins &margins)
{
    auto *layout = new QVBoxLayout(parent);
    layout->setContentsMargins(margins);
    layout->setSpacing(0);
    return layout;
}

void setLook(QWidget *widget, const char *look)
{
    widget->setProperty("look", QLatin1StringView(look));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

Sheet::Sheet(QWidget *window)
    : QWidget(window->window())
    , m_panel(new QFrame(this))
    , m_panelWidth(usualWidth)
{
    hide();
    setFocusPolicy(Qt::StrongFocus);
    m_panel->setProperty("look", u"sheet"_s);
    m_panel->setFixedWidth(m_panelWidth);

    auto *around = newPart(this, { sideMargin, topMargin, sideMargin, sideMargin });
    around->addWidget(m_panel, 0, Qt::AlignHCenter | Qt::AlignTop);

    auto *headPart = new QWidget(m_panel);
    m_head = newPart(headPart, { 18, 14, 18, 12 });
    auto *footPart = new QWidget(m_panel);
    m_foot = newPart(footPart, { 18, 11, 18, 12 });
    auto *area = new ContentArea(m_panel);
    auto *content = new QWidget;
    m_body = newPart(content, {});
    area->setWidget(content);
    content->setAutoFillBackground(false);

    auto *panelLayout = newPart(m_panel, { panelMargin, panelMargin, panelMargin, panelMargin });
    panelLayout->addWidget(headPart);
    panelLayout->addWidget(newSheetLine(m_panel));
    panelLayout->addWidget(area, 1);
    panelLayout->addWidget(newSheetLine(m_panel));
    panelLayout->addWidget(footPart);
}

void Sheet::open()
{
    m_formerFocus = QApplication::focusWidget();
    parentWidget()->installEventFilter(this);
    setGeometry(parentWidget()->rect());
    raise();
    show();
    if (m_firstField)
        m_firstField->setFocus(Qt::OtherFocusReason);
    else if (m_default && m_default->isEnabled() && m_default->isVisible())
        m_default->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

void Sheet::reject()
{
    closeSheet();
}

void Sheet::closeSheet()
{
    if (!isVisible())
        return;
    hide();
    parentWidget()->removeEventFilter(this);
    if (m_formerFocus)
        m_formerFocus->setFocus(Qt::OtherFocusReason);
    emit closed();
    deleteLater();
}

void Sheet::setPanelWidth(int widest)
{
    m_panelWidth = widest;
    m_panel->setFixedWidth(widest);
}

void Sheet::setFrameColour(const QColor &colour)
{
    m_panel->setStyleSheet(colour.isValid()
            ? u"QFrame[look=\"sheet\"] { border: 2px solid %1; }"_s.arg(colour.name())
            : QString());
}

void Sheet::setDefaultButton(QPushButton *button)
{
    if (m_default && m_default != button)
        setLook(m_default, "");
    m_default = button;
    setLook(button, "primary");
}

void Sheet::setFirstField(QWidget *field)
{
    m_firstField = field;
}

bool Sheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return reject();
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return; // nothing of it is for the window below
    auto *const focused = qobject_cast<QPushButton *>(QApplication::focusWidget());
    if (focused && isAncestorOf(focused))
        return focused->click();
    if (!m_default || !m_default->isVisible())
        return;
    QPushButton *const deed = deedBeside(m_default);
    const bool isInField = m_body->parentWidget()->isAncestorOf(QApplication::focusWidget());
    if (deed && deed->isVisible() && isInField)
        deed->setFocus(Qt::TabFocusReason);
    else
        m_default->click();
}

void Sheet::resizeEvent(QResizeEvent *event)
{
    m_panel->setFixedWidth(std::min(m_panelWidth, width() - 2 * sideMargin));
    QWidget::resizeEvent(event);
}

void Sheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, isDark(palette()) ? 140 : 70));
}

// Tab stays inside.
bool Sheet::focusNextPrevChild(bool next)
{
    QWidget *const from = QApplication::focusWidget() ? QApplication::focusWidget() : this;
    QWidget *candidate = from;
    do {
        candidate = next ? candidate->nextInFocusChain() : candidate->previousInFocusChain();
        if (candidate != this && isAncestorOf(candidate) && candidate->isVisible()
            && candidate->isEnabled() && (candidate->focusPolicy() & Qt::TabFocus)
            && !candidate->focusProxy()) {
            candidate->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (candidate != from);
    return true;
}

QFrame *newSheetLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFixedHeight(1);
    line->setFrameShape(QFrame::NoFrame);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    return line;
}

} // namespace falconer

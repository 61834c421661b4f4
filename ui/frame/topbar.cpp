// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/topbar.h"

#include "ui/frame/profilepill.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestSearch = 720;
constexpr int dotSize = 8;

QPixmap dot(const QColor &colour, qreal devicePixelRatio)
{
    QPixmap pixmap(QSize(dotSize, dotSize) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(0, 0, dotSize, dotSize));
    return pixmap;
}

} // namespace

TopBar::TopBar(QWidget *parent)
    : QFrame(parent)
    , m_pill(new ProfilePill(this))
    , m_searchSlot(new QHBoxLayout)
    , m_changes(new QPushButton(this))
    , m_dot(new QLabel(this))
    , m_live(new QLabel(this))
{
    setProperty("look", u"topbar"_s);
    setFixedHeight(Metrics::topBarHeight);
    m_changes->setToolTip(tr("Rows that appeared or vanished wait, so that nothing jumps.\n"
                             "Click to show them (F5)"));
    m_changes->hide();
    m_live->setProperty("look", u"quiet"_s);
    m_live->setTextFormat(Qt::PlainText);
    connect(m_changes, &QPushButton::clicked, this, &TopBar::pendingChangesRequested);

    auto *const live = new QHBoxLayout;
    live->setSpacing(6);
    live->addWidget(m_dot);
    live->addWidget(m_live);

    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 1);
    layout->setSpacing(12);
    layout->addWidget(m_pill);
    layout->addLayout(m_searchSlot, 10);
    layout->addStretch(1);
    layout->addWidget(m_changes);
    layout->addLayout(live);
}

void TopBar::setSearchWidget(QWidget *search)
{
    if (m_search) {
        m_searchSlot->removeWidget(m_search);
        m_search->hide();
    }
    m_search = search;
    if (search == nullptr)
        return;
    search->setMaximumWidth(widestSearch);
    m_searchSlot->addWidget(search);
    search->show();
}

void TopBar::setPendingChanges(int changes)
{
    m_changes->setText(tr("%n change(s) waiting", nullptr, changes));
    m_changes->setVisible(changes > 0);
}

void TopBar::setLive(Tone tone, const QString &text, const QString &toolTip)
{
    m_live->setText(text);
    m_live->setToolTip(toolTip);
    m_dot->setToolTip(toolTip);
    m_tone = tone;
    drawDot();
}

void TopBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawDot();
}

void TopBar::drawDot()
{
    m_dot->setPixmap(dot(toneColour(palette(), m_tone), devicePixelRatioF()));
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/panehead.h"

#include "ui/shared/elidedlabel.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace falconer {

using namespace Qt::StringLiterals;

PaneHead::PaneHead(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(title, this))
    , m_summary(new ElidedLabel(this))
    , m_left(new QHBoxLayout)
    , m_right(new QHBoxLayout)
{
    setProperty("look", u"panel"_s);
    setFixedHeight(Metrics::paneHeadHeight);
    m_title->setFont(themeFont(TextSize::Body, QFont::DemiBold));
    m_title->setTextFormat(Qt::PlainText);
    m_summary->setProperty("look", u"quiet"_s);
    m_left->setSpacing(8);
    m_right->setSpacing(8);

    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 0, 10, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_summary);
    layout->addLayout(m_left);
    layout->addStretch(1);
    layout->addLayout(m_right);
}

void PaneHead::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PaneHead::setSummary(const QString &text)
{
    m_summary->setText(text);
}

void PaneHead::setSummaryVisible(bool visible)
{
    m_summary->setVisible(visible);
}

QString PaneHead::summary() const
{
    return m_summary->text();
}

void PaneHead::addBesideTitle(QWidget *widget)
{
    m_left->addWidget(widget);
}

void PaneHead::addControl(QWidget *widget)
{
    m_right->addWidget(widget);
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/detailspage.h"

#include "ui/shared/dropverdict.h"
#include "ui/shared/icons.h"
#include "ui/shared/panehead.h"

#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

DetailsPage::DetailsPage(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_head(new PaneHead(title, this))
    , m_compare(new QPushButton(tr("Compare..."), m_head))
    , m_sheet(new PropertySheet(this))
{
    m_compare->setObjectName(u"compare"_s);
    connect(m_compare, &QPushButton::clicked, this, &DetailsPage::compareRequested);
    m_head->addControl(m_compare);
    auto *const close = new QToolButton(m_head);
    close->setIcon(icon(Icon::Remove, Tone::Quiet));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close the details"));
    close->setAccessibleName(tr("Close the details"));
    connect(close, &QToolButton::clicked, this, &DetailsPage::closeRequested);
    m_head->addControl(close);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_sheet, 1);
    setFocusProxy(m_sheet);
}

void DetailsPage::setComparable(const DropVerdict &verdict)
{
    m_compare->setEnabled(verdict.allowed);
    m_compare->setToolTip(verdict.sentence);
}

} // namespace falconer

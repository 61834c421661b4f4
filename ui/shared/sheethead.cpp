// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/sheethead.h"

#include <QLabel>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

SheetHead::SheetHead(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_subtitle(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(5);
    m_title->setObjectName(u"title"_s);
    m_title->setProperty("look", u"title"_s);
    m_title->setWordWrap(true);
    m_subtitle->setObjectName(u"subtitle"_s);
    m_subtitle->setProperty("look", u"quiet"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_subtitle->setTextFormat(Qt::PlainText);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
}

void SheetHead::setTitle(const QString &title)
{
    m_title->setText(title);
}

void SheetHead::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
}

QString SheetHead::title() const
{
    return m_title->text();
}

} // namespace falconer

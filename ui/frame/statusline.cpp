// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/statusline.h"

#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace falconer {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(QWidget *parent)
    : QFrame(parent)
    , m_message(new QLabel(this))
    , m_user(new QLabel(this))
    , m_dialect(new QLabel(this))
    , m_rate(new QLabel(this))
{
    setProperty("look", u"statusline"_s);
    setFixedHeight(Metrics::statusBarHeight);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 1, 12, 0);
    layout->setSpacing(18);
    layout->addWidget(m_message, 1);
    for (QLabel *const label : { m_message, m_user, m_dialect, m_rate }) {
        label->setProperty("look", u"secondary"_s);
        label->setTextFormat(Qt::PlainText);
        if (label != m_message)
            layout->addWidget(label);
    }
}

void StatusLine::setMessage(const QString &text)
{
    m_message->setText(text);
}

void StatusLine::setUser(const QString &text, const QString &toolTip)
{
    m_user->setText(text);
    m_user->setToolTip(toolTip);
}

void StatusLine::setDialect(const QString &text, const QString &toolTip)
{
    m_dialect->setText(text);
    m_dialect->setToolTip(toolTip);
}

void StatusLine::setRate(const QString &text)
{
    m_rate->setText(text);
}

void StatusLine::clear()
{
    for (QLabel *const label : { m_message, m_user, m_dialect, m_rate }) {
        label->clear();
        label->setToolTip({});
    }
}

} // namespace falconer

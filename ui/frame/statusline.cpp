// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/statusline.h"

#include "ui/shared/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace falconer {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(QWidget *parent)
    : QFrame(parent)
    , m_message(new QLabel(this))
    , m_uploads(new QToolButton(this))
    , m_user(new QLabel(this))
    , m_dialect(new QLabel(this))
    , m_rate(new QLabel(this))
{
    setProperty("look", u"statusline"_s);
    setFixedHeight(Metrics::statusBarHeight);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 1, 12, 0);
    layout->setSpacing(18);
    m_uploads->setObjectName(u"uploads"_s);
    m_uploads->setFont(themeFont(TextSize::Secondary));
    m_uploads->setFocusPolicy(Qt::TabFocus);
    m_uploads->hide();
    colourUploads();
    connect(m_uploads, &QToolButton::clicked, this, &StatusLine::uploadsRequested);
    layout->addWidget(m_uploads);
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

void StatusLine::setUploads(const QString &text, Tone tone, const QString &waiting)
{
    const QString show = tr("Show the uploads (Ctrl+U)");
    m_uploads->setText(text);
    m_uploads->setToolTip(waiting.isEmpty() ? show : waiting + u'\n' + show);
    m_uploads->setVisible(!text.isEmpty());
    m_uploads->setAccessibleName(tr("Uploads: %1").arg(text));
    if (m_uploadsTone == tone)
        return; // figures change often, a style sheet costs
    m_uploadsTone = tone;
    colourUploads();
}

void StatusLine::colourUploads()
{
    const QColor colour = toneColour(palette(), m_uploadsTone);
    m_uploads->setStyleSheet(u"QToolButton { color: %1; padding: 0 4px; }"_s.arg(colour.name()));
}

void StatusLine::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colourUploads();
}

void StatusLine::clear()
{
    for (QLabel *const label : { m_message, m_user, m_dialect, m_rate }) {
        label->clear();
        label->setToolTip({});
    }
}

} // namespace falconer

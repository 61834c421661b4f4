// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/formnote.h"

#include "ui/shared/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

#include <optional>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

void restyle(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

std::optional<Icon> signOf(Tone tone)
{
    switch (tone) {
    case Tone::Failure:
        return Icon::Error;
    case Tone::Attention:
        return Icon::Warning;
    case Tone::Success:
        return Icon::InSync;
    default:
        return {};
    }
}

} // namespace

FormNote::FormNote(QWidget *parent)
    : QWidget(parent)
    , m_sign(new QLabel(this))
    , m_words(new QLabel(this))
{
    m_sign->setFixedSize(Metrics::signSize, Metrics::signSize + 2);
    m_sign->hide();
    m_words->setObjectName(u"note"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setProperty("look", u"secondary"_s);
    setMinimumHeight(m_sign->height()); // with a sign or without
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(5);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addWidget(m_words, 1);
}

void FormNote::say(const QString &words, Tone tone, QWidget *field)
{
    m_words->setText(words);
    if (m_field != nullptr && m_field != field)
        mark(m_field, false);
    m_field = field;
    if (m_field != nullptr)
        mark(m_field, tone == Tone::Failure);
    m_tone = tone;
    m_words->setProperty("look", tone == Tone::Failure ? u"failure"_s : u"secondary"_s);
    restyle(m_words);
    showSign();
}

QString FormNote::words() const
{
    return m_words->text();
}

void FormNote::mark(QWidget *field, bool isWrong)
{
    field->setAccessibleDescription(isWrong ? m_words->text() : QString());
    if (field->property("problem").toBool() == isWrong)
        return;
    field->setProperty("problem", isWrong);
    restyle(field);
}

void FormNote::showSign()
{
    const std::optional<Icon> sign = signOf(m_tone);
    m_sign->setVisible(sign.has_value());
    if (sign)
        m_sign->setPixmap(iconPixmap(
            *sign, toneColour(palette(), m_tone), Metrics::signSize, devicePixelRatioF()));
}

void FormNote::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showSign();
}

void keepPlaceOf(QWidget *widget)
{
    QSizePolicy policy = widget->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    widget->setSizePolicy(policy);
}

} // namespace falconer

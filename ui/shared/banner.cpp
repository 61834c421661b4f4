// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/banner.h"

#include "ui/shared/errortext.h"
#include "ui/shared/icons.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int signSize = 16;

Icon signOf(Tone tone)
{
    switch (tone) {
    case Tone::Success:
        return Icon::InSync;
    case Tone::Running:
        return Icon::Pending;
    case Tone::Attention:
        return Icon::Warning;
    case Tone::Failure:
        return Icon::Error;
    case Tone::Plain:
    case Tone::Quiet:
        break;
    }
    return Icon::Information;
}

QLabel *makeText(QWidget *parent)
{
    auto *const label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_sentence(makeText(this))
    , m_nextStep(makeText(this))
    , m_details(makeText(this))
    , m_detailsButton(new QPushButton(tr("Details"), this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    build();
    connect(m_detailsButton, &QPushButton::clicked, this,
        [this] { m_details->setVisible(m_details->isHidden()); });
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        emit dismissed();
    });
    clear();
    setDismissable(false);
}

void Banner::build()
{
    setObjectName(u"banner"_s);
    QFont strong = m_sentence->font();
    strong.setWeight(QFont::Medium);
    m_sentence->setFont(strong);
    m_sign->setFixedSize(signSize, signSize + 1);
    m_detailsButton->setProperty("look", u"link"_s);
    m_close->setIcon(icon(Icon::Remove, Tone::Quiet));
    m_close->setIconSize(QSize(11, 11));
    m_close->setToolTip(tr("Hide this message"));
    m_close->setAccessibleName(m_close->toolTip());

    auto *const words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_sentence);
    words->addWidget(m_nextStep);
    words->addWidget(m_details);

    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(10, 7, 8, 7);
    row->setSpacing(8);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_detailsButton, 0, Qt::AlignTop);
    row->addWidget(m_action, 0, Qt::AlignTop);
    row->addWidget(m_close, 0, Qt::AlignTop);
}

void Banner::showError(const Error &error, const QString &server)
{
    const ErrorText text = errorText(error, server);
    showMessage(Tone::Failure, text.sentence, text.nextStep, text.details);
}

void Banner::showMessage(
    Tone tone, const QString &sentence, const QString &nextStep, const QString &details)
{
    m_tone = tone;
    m_sentence->setText(sentence);
    m_nextStep->setText(nextStep);
    m_nextStep->setVisible(!nextStep.isEmpty());
    m_details->setText(details);
    m_details->hide();
    m_detailsButton->setVisible(!details.isEmpty());
    setAction({});
    setDismissable(false);
    const bool isOneLine = nextStep.isEmpty() && details.isEmpty();
    layout()->setAlignment(m_sign, isOneLine ? Qt::AlignVCenter : Qt::AlignTop);
    applyTone();
    show();
    setAccessibleName(sentence);
    setAccessibleDescription(nextStep);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Banner::clear()
{
    m_sentence->clear();
    m_nextStep->clear();
    m_details->clear();
    setAction({});
    hide();
}

void Banner::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void Banner::setDismissable(bool dismissable)
{
    m_close->setVisible(dismissable);
}

QString Banner::sentence() const
{
    return m_sentence->text();
}

QString Banner::details() const
{
    return m_details->text();
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_sentence->text().isEmpty())
        applyTone();
}

void Banner::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    keepHeight();
}

bool Banner::event(QEvent *event)
{
    const bool done = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest)
        keepHeight();
    return done;
}

// Whatever else wants the room: splitters and layouts know of no height that depends on a width.
void Banner::keepHeight()
{
    setMinimumHeight(std::max(0, layout()->totalHeightForWidth(width()))); // -1: nothing is said
}

void Banner::applyTone()
{
    const ToneColours &its = colours(palette()).tone(m_tone);
    m_sign->setPixmap(iconPixmap(signOf(m_tone), its.onGround, signSize, devicePixelRatioF()));
    const QString sheet = u"QFrame#banner { background: %1; border-radius: 5px; }"
                          "QFrame#banner > QLabel, QPushButton[look=link] { color: %2; }"_s.arg(
                              its.ground.name(), its.onGround.name());
    if (styleSheet() != sheet)
        setStyleSheet(sheet);
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/emptystate.h"

#include "models/pagedmodelbase.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int pictureSize = 28;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_picture(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_nextStep(new QLabel(this))
    , m_action(new QPushButton(this))
{
    m_nextStep->setProperty("look", u"quiet"_s);
    auto *const layout = new QVBoxLayout(this);
    layout->setSpacing(4);
    layout->addStretch(2);
    for (QLabel *const label : { m_picture, m_sentence, m_nextStep }) {
        label->setAlignment(Qt::AlignCenter);
        label->setTextFormat(Qt::PlainText);
        layout->addWidget(label);
    }
    m_sentence->setWordWrap(true);
    m_nextStep->setWordWrap(true);
    layout->addSpacing(6);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    setAction({});
}

void EmptyState::setContent(Icon icon, const QString &sentence, const QString &nextStep)
{
    m_icon = icon;
    m_sentence->setText(sentence);
    m_nextStep->setText(nextStep);
    m_nextStep->setVisible(!nextStep.isEmpty());
    drawPicture();
}

void EmptyState::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void EmptyState::follow(const PagedModelBase &model, const Words &nothing, const Words &noMatch)
{
    const auto words
        = [&model, nothing, noMatch] { return model.filter().isEmpty() ? nothing : noMatch; };
    const auto update = [this, &model, words] {
        const Words now = words();
        setContent(now.icon, now.sentence, now.nextStep);
        setAction(now.action);
        setVisible(model.total() == 0);
    };
    connect(&model, &PagedModelBase::totalChanged, this, update);
    // Of another query there may be as few.
    connect(&model, &PagedModelBase::loadingChanged, this, [&model, update](bool isLoading) {
        if (!isLoading && model.isTotalKnown() && !model.loadError())
            update();
    });
    // What cannot be asked for matches neither nothing nor something: others say why.
    connect(&model, &PagedModelBase::failed, this, [this, &model] {
        if (model.loadError())
            hide();
    });
    connect(this, &EmptyState::actionTriggered, this, [words] { words().deed(); });
}

// The words before the picture, where there is no room for both.
void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto heightOf = [width = width() - 24](const QLabel *label) {
        return label->isHidden() ? 0 : label->heightForWidth(width);
    };
    const int action = m_action->isHidden() ? 0 : m_action->sizeHint().height() + 10;
    const int words = heightOf(m_sentence) + heightOf(m_nextStep) + action + 24;
    m_picture->setVisible(height() >= words + pictureSize + 4);
}

QString EmptyState::sentence() const
{
    return m_sentence->text();
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawPicture();
}

void EmptyState::drawPicture()
{
    m_picture->setPixmap(
        iconPixmap(m_icon, colours(palette()).quiet.text, pictureSize, devicePixelRatioF()));
}

} // namespace falconer

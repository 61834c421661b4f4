// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/answerbar.h"

#include "ui/shared/theme.h"
#include "ui/shared/wrappedtooltip.h"
#include "ui/uploads/uploadproblemtext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 3; // over and below
constexpr int gap = 6;

} // namespace

AnswerBar::AnswerBar(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_buttons(new QHBoxLayout)
{
    m_sentence->setObjectName(u"sentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_buttons->setSpacing(gap);
    m_buttons->addStretch();
    m_layout->setContentsMargins(Metrics::cellPadding, margin, Metrics::cellPadding, margin + 1);
    m_layout->addWidget(m_sentence, 1);
    m_layout->addLayout(m_buttons);
}

void AnswerBar::setUpload(const Upload &upload)
{
    m_id = upload.id;
    m_sentence->setText(uploadProblemText(upload));
    m_sentence->setToolTip(wrappedToolTip(uploadProblemDetails(upload)));
    setAccessibleName(upload.filename + u": "_s + m_sentence->text());
    const QList<UploadAnswer> answers = uploadAnswers(upload);
    if (!offers(upload, answers))
        offer(upload, answers);
    arrange();
}

bool AnswerBar::offers(const Upload &upload, const QList<UploadAnswer> &answers) const
{
    return std::equal(answers.begin(), answers.end(), m_offered.begin(), m_offered.end(),
        [&upload](UploadAnswer answer, const QPushButton *button) {
            return button->text() == uploadAnswerText(upload, answer);
        });
}

void AnswerBar::offer(const Upload &upload, const QList<UploadAnswer> &answers)
{
    for (QPushButton *const button : std::as_const(m_offered)) {
        button->hide(); // it may be the one that is being clicked
        m_buttons->removeWidget(button);
        button->deleteLater();
    }
    m_offered.clear();
    for (const UploadAnswer answer : answers) {
        auto *const button = new QPushButton(uploadAnswerText(upload, answer), this);
        button->setToolTip(uploadAnswerToolTip(upload, answer));
        button->setAccessibleName(tr("%1, %2").arg(button->text(), upload.filename));
        connect(
            button, &QPushButton::clicked, this, [this, answer] { emit answered(m_id, answer); });
        m_buttons->addWidget(button);
        m_offered << button;
    }
}

QSize AnswerBar::answersSize() const
{
    QSize size;
    for (const QPushButton *const button : m_offered)
        size = QSize(size.width() + button->sizeHint().width() + gap,
            std::max(size.height(), button->sizeHint().height()));
    return size;
}

bool AnswerBar::isStacked(int width) const
{
    const int words = m_sentence->fontMetrics().horizontalAdvance(m_sentence->text());
    return words + answersSize().width() + 3 * gap + 2 * Metrics::cellPadding > width;
}

int AnswerBar::heightFor(int width) const
{
    const int room = std::max(width - 2 * Metrics::cellPadding, 80);
    const int buttons = answersSize().height();
    const int content = isStacked(width) ? m_sentence->heightForWidth(room) + margin + buttons
                                         : std::max(m_sentence->fontMetrics().height(), buttons);
    return content + 2 * margin + 1;
}

void AnswerBar::arrange()
{
    const bool stacked = isStacked(width());
    m_layout->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_layout->setSpacing(stacked ? margin : 2 * gap);
}

void AnswerBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void AnswerBar::focusAnswer()
{
    if (!m_offered.isEmpty())
        m_offered.constFirst()->setFocus(Qt::OtherFocusReason);
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/formfield.h"

#include "ui/shared/icons.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QStyle>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int labelWidth = 116;

} // namespace

FormField::FormField(const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_label(new QLabel(label, this))
    , m_sign(new QLabel(this))
    , m_words(new QLabel(this))
{
    m_label->setBuddy(field);
    if (qobject_cast<QComboBox *>(field)) // as wide as the lines around it
        field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_label->setFixedWidth(labelWidth);
    m_label->setWordWrap(true);
    m_words->setObjectName(u"words"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_sign->setFixedSize(Metrics::signSize, Metrics::signSize + 2);
    field->setAccessibleName(QString(label).remove(u'&'));

    auto *const layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->setHorizontalSpacing(6);
    layout->setVerticalSpacing(3);
    layout->addWidget(m_label, 0, 0);
    layout->addWidget(field, 0, 1);
    auto *const words = new QHBoxLayout;
    words->setSpacing(6);
    words->addWidget(m_sign, 0, Qt::AlignTop);
    words->addWidget(m_words, 1);
    layout->addLayout(words, 1, 1);
    layout->setColumnStretch(1, 1);
    watchChanges();
    showWords();
}

void FormField::watchChanges()
{
    const auto isRight = [this] { setProblem({}); };
    if (auto *const line = qobject_cast<QLineEdit *>(m_field))
        connect(line, &QLineEdit::textChanged, this, isRight);
    else if (auto *const text = qobject_cast<QPlainTextEdit *>(m_field))
        connect(text, &QPlainTextEdit::textChanged, this, isRight);
    else if (auto *const choice = qobject_cast<QComboBox *>(m_field))
        connect(choice, &QComboBox::currentIndexChanged, this, isRight);
    else if (auto *const number = qobject_cast<QSpinBox *>(m_field))
        connect(number, &QSpinBox::valueChanged, this, isRight);
    else if (auto *const check = qobject_cast<QCheckBox *>(m_field))
        connect(check, &QCheckBox::toggled, this, isRight);
}

void FormField::setHint(const QString &hint)
{
    m_hint = hint;
    showWords();
}

void FormField::setProblem(const QString &sentence)
{
    if (sentence == m_problem)
        return;
    m_problem = sentence;
    m_field->setProperty("problem", hasProblem());
    m_field->style()->unpolish(m_field);
    m_field->style()->polish(m_field);
    showWords();
    if (!hasProblem())
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void FormField::setFixed(const QString &why)
{
    m_field->setEnabled(false);
    m_field->setToolTip(why);
    setHint(why);
}

void FormField::showWords()
{
    const bool wrong = hasProblem();
    const QString words = wrong ? m_problem : m_hint;
    m_words->setText(words);
    m_words->setProperty("look", wrong ? u"failure"_s : u"secondary"_s);
    m_words->style()->unpolish(m_words);
    m_words->style()->polish(m_words);
    m_words->setVisible(!words.isEmpty());
    m_sign->setVisible(wrong);
    if (wrong) {
        m_sign->setPixmap(iconPixmap(Icon::Error, toneColour(palette(), Tone::Failure),
            Metrics::signSize, devicePixelRatioF()));
    }
    m_field->setAccessibleDescription(words);
}

void FormField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && hasProblem())
        showWords();
}

} // namespace falconer

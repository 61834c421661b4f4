// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/dropfoot.h"

#include "ui/shared/keepbutton.h"
#include "ui/uploads/formnote.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

DropFoot::DropFoot(QWidget *parent)
    : QWidget(parent)
    , m_note(new QLabel(this))
    , m_undo(newButton(u"undo"_s, tr("Remove what was created")))
    , m_close(newButton(u"close"_s, tr("Cancel")))
    , m_resume(newButton(u"resume"_s, tr("Continue")))
    , m_do(newButton(u"do"_s, {}))
{
    m_note->setObjectName(u"footNote"_s);
    m_note->setProperty("look", u"quiet"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    keepPlaceOf(m_note);
    auto *const column = new QVBoxLayout(this); // the button may say much
    column->setContentsMargins({});
    column->setSpacing(6);
    column->addWidget(m_note);
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    column->addLayout(row);
    row->addStretch();
    for (QPushButton *const button : { m_undo, m_close, m_resume, m_do })
        row->addWidget(button);
    setDeedBeside(m_close, m_do);
    connect(m_undo, &QPushButton::clicked, this, &DropFoot::undoRequested);
    connect(m_close, &QPushButton::clicked, this, &DropFoot::closeRequested);
    connect(m_resume, &QPushButton::clicked, this, &DropFoot::resumeRequested);
    connect(m_do, &QPushButton::clicked, this, &DropFoot::doRequested);
}

QPushButton *DropFoot::newButton(const QString &name, const QString &text)
{
    auto *const button = new QPushButton(text, this);
    button->setObjectName(name);
    return button;
}

void DropFoot::showState(BringInRun::State state, bool isAsking, bool hasCreated)
{
    using State = BringInRun::State;
    m_state = state;
    m_isAsking = isAsking;
    const bool hasFailed = state == State::Failed || state == State::UndoFailed;
    m_do->setVisible(isAsking);
    m_resume->setVisible(state == State::Failed && !isAsking);
    m_undo->setVisible(hasFailed && hasCreated);
    m_close->setEnabled(state != State::Running && state != State::Undoing);
    m_close->setToolTip(m_close->isEnabled() ? QString() : tr("This takes a moment."));
    m_close->setText(isAsking && !hasCreated ? tr("Cancel") : tr("Close"));
}

void DropFoot::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void DropFoot::setDo(const QString &text, const QString &block)
{
    m_do->setText(text);
    m_do->setEnabled(block.isEmpty());
    m_do->setToolTip(block);
}

QList<QWidget *> DropFoot::buttons() const
{
    return { m_undo, m_close, m_resume, m_do };
}

QPushButton *DropFoot::preferred(bool isProduction)
{
    using State = BringInRun::State;
    if (m_isAsking)
        m_preferred = isProduction ? m_close : m_do;
    else
        m_preferred = m_state == State::Failed ? m_resume : m_close;
    return m_preferred;
}

void DropFoot::focusPreferred()
{
    if (m_preferred != nullptr)
        m_preferred->setFocus(Qt::OtherFocusReason);
}

} // namespace falconer

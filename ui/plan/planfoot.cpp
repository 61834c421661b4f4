// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/planfoot.h"

#include "ui/plan/recoverytext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace falconer {

using namespace Qt::StringLiterals;

PlanFoot::PlanFoot(QWidget *parent)
    : QWidget(parent)
    , m_note(new QLabel(this))
    , m_copy(newButton(u"copy"_s, tr("Copy")))
    , m_undo(newButton(u"undo"_s, tr("Undo...")))
    , m_resume(newButton(u"resume"_s, tr("Continue")))
    , m_cancel(newButton(u"cancel"_s, tr("Cancel")))
    , m_assign(newButton(u"assign"_s, {}))
{
    m_note->setObjectName(u"note"_s);
    m_note->setProperty("look", u"quiet"_s);
    m_note->setWordWrap(true);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(m_note, 1);
    for (QPushButton *button : { m_copy, m_undo, m_resume, m_cancel, m_assign })
        row->addWidget(button);
    connect(m_assign, &QPushButton::clicked, this, &PlanFoot::assignRequested);
    connect(m_cancel, &QPushButton::clicked, this, &PlanFoot::cancelRequested);
    connect(m_copy, &QPushButton::clicked, this, &PlanFoot::copyRequested);
    connect(m_undo, &QPushButton::clicked, this, &PlanFoot::undoRequested);
    connect(m_resume, &QPushButton::clicked, this, &PlanFoot::resumeRequested);
}

QPushButton *PlanFoot::newButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    return button;
}

void PlanFoot::showState(const State &state)
{
    const PlanPhase phase = state.phase;
    const bool asks = phase == PlanPhase::UndoQuestion;
    m_copy->setVisible(phase == PlanPhase::Result || phase == PlanPhase::Undone);
    m_assign->setVisible(phase == PlanPhase::Planning);
    m_undo->setVisible(asks || (phase == PlanPhase::Result && state.made > 0));
    m_undo->setText(asks ? recoveryButtonText(RecoveryKind::Cancel, state.made) : tr("Undo..."));
    m_resume->setVisible(phase == PlanPhase::Result && state.canResume);
    m_cancel->setEnabled(phase != PlanPhase::Sending);
    m_cancel->setText(phase == PlanPhase::Planning ? tr("Cancel")
            : asks                                 ? tr("Keep")
            : phase == PlanPhase::Undoing          ? tr("Stop")
                                                   : tr("Close"));
}

void PlanFoot::setNote(const QString &note)
{
    m_note->setText(note);
}

void PlanFoot::setAssign(const QString &text, const QString &block)
{
    m_assign->setText(text);
    m_assign->setEnabled(block.isEmpty());
    m_assign->setToolTip(block);
}

} // namespace falconer

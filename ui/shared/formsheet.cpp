// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/formsheet.h"

#include "ui/shared/banner.h"
#include "ui/shared/formfield.h"
#include "ui/shared/keepbutton.h"
#include "ui/shared/sheethead.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

FormSheet::FormSheet(const SheetContext &context, QWidget *window)
    : Sheet(window)
    , m_context(context)
    , m_head(new SheetHead(this))
    , m_banner(new Banner(this))
    , m_around(new QVBoxLayout)
    , m_form(new QWidget(this))
    , m_note(new QLabel(this))
    , m_keep(new QPushButton(tr("Cancel"), this))
    , m_do(new QPushButton(this))
{
    build();
    setDeedBeside(m_keep, m_do);
    connect(m_do, &QPushButton::clicked, this, &FormSheet::start);
    connect(m_keep, &QPushButton::clicked, this, &FormSheet::reject);
    updateButtons();
}

void FormSheet::build()
{
    head()->addWidget(m_head);
    m_head->setSubtitle(tr("on %1").arg(m_context.profile));
    m_around->setContentsMargins(18, 12, 18, 14);
    m_around->setSpacing(10);
    m_around->addWidget(m_banner);
    m_around->addWidget(m_form);
    auto *const lines = new QVBoxLayout(m_form);
    lines->setContentsMargins({});
    lines->setSpacing(9);
    body()->addLayout(m_around);
    m_note->setProperty("look", u"quiet"_s);
    m_note->setWordWrap(true);
    m_note->setObjectName(u"note"_s);
    m_keep->setObjectName(u"cancel"_s);
    m_do->setObjectName(u"do"_s);
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_note, 1);
    row->addWidget(m_keep);
    row->addWidget(m_do);
    foot()->addLayout(row);
    if (m_context.isProduction)
        setFrameColour(m_context.colour);
    setPanelWidth(560);
}

void FormSheet::setTitle(const QString &title)
{
    m_head->setTitle(title);
    setAccessibleName(title);
}

void FormSheet::setButtons(const QString &deed, const QString &keep)
{
    m_do->setText(deed);
    if (!keep.isEmpty())
        m_keep->setText(keep);
    updateButtons();
}

FormField *FormSheet::addField(const QString &label, QWidget *field, const QString &name)
{
    auto *const line = new FormField(label, field, m_form);
    m_form->layout()->addWidget(line);
    if (m_lastField) // whichever of them was made first
        setTabOrder(m_lastField, field);
    m_lastField = field;
    if (!name.isEmpty())
        m_fields.add(name, line);
    return line;
}

void FormSheet::addPart(QWidget *part)
{
    m_form->layout()->addWidget(part);
}

void FormSheet::addWidePart(QWidget *part)
{
    body()->addWidget(part);
    if (m_form->layout()->count() > 0)
        return;
    m_form->hide();
    m_around->setContentsMargins(18, 6, 18, 0);
}

void FormSheet::setDangerous()
{
    m_isDangerous = true;
    updateButtons();
    m_do->setProperty("look", u"danger"_s);
    m_do->style()->unpolish(m_do);
    m_do->style()->polish(m_do);
}

void FormSheet::setObstacle(const QString &why)
{
    m_obstacle = why;
    updateButtons();
}

void FormSheet::updateButtons()
{
    m_do->setEnabled(!m_isSending && m_obstacle.isEmpty());
    m_do->setToolTip(m_obstacle);
    m_keep->setEnabled(!isAtWork());
    m_keep->setToolTip(isAtWork()
            ? tr("The server's answer is awaited: what was sent may have happened.")
            : QString());
    if (!m_isSending)
        m_note->setText(m_obstacle);
    setDefaultButton(keepsByDefault() ? m_keep : m_do);
    if (m_isDangerous)
        setFirstField(m_keep);
}

bool FormSheet::keepsByDefault() const
{
    return m_isDangerous || m_context.isProduction;
}

void FormSheet::start()
{
    if (m_isSending || !m_obstacle.isEmpty())
        return;
    m_banner->clear();
    m_fields.clear();
    submit();
}

void FormSheet::beginSending(const QString &whatHappens)
{
    m_isSending = true;
    m_wasSent = true;
    m_note->setText(whatHappens);
    if (m_keep->hasFocus() || m_do->hasFocus())
        setFocus(Qt::OtherFocusReason); // both may be disabled now: keys are still the sheet's
    updateButtons();
}

void FormSheet::endSending()
{
    m_isSending = false;
    updateButtons();
    if (hasFocus())
        (keepsByDefault() ? m_keep : m_do)->setFocus(Qt::OtherFocusReason);
}

void FormSheet::refuse(const Error &error)
{
    endSending();
    if (!m_fields.show(error))
        m_banner->showError(error, m_context.profile);
}

void FormSheet::refuse(FormField *field, const QString &sentence)
{
    endSending();
    if (!field)
        return m_banner->showMessage(Tone::Failure, sentence);
    field->setProblem(sentence);
    field->field()->setFocus(Qt::OtherFocusReason);
}

void FormSheet::succeed()
{
    m_isSending = false;
    closeSheet();
    emit written();
}

void FormSheet::reject()
{
    if (isAtWork()) {
        m_note->setText(
            tr("Please wait for the server's answer: what was sent may have happened."));
        return;
    }
    closeSheet();
    if (m_wasSent)
        emit written();
}

} // namespace falconer

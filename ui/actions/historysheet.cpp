// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/historysheet.h"

#include "ui/actions/historytext.h"
#include "ui/plan/consequencelist.h"
#include "ui/plan/journalnote.h"
#include "ui/shared/sheethead.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

HistorySheet::HistorySheet(Client &client, const SheetContext &context,
    const QList<Action> &actions, bool isLimited, QWidget *window)
    : Sheet(window)
    , m_context(context)
    , m_deletion(client)
    , m_head(new SheetHead(this))
    , m_lines(new ConsequenceList(this))
    , m_progress(new QProgressBar(this))
    , m_note(new QLabel(this))
    , m_keep(new QPushButton(this))
    , m_delete(new QPushButton(this))
{
    build();
    ask(actions, isLimited);
    setAccessibleName(m_head->title());
}

HistorySheet::~HistorySheet()
{
    if (m_phase == Phase::Sending && m_deletion.deleted() > 0)
        writeDown(m_deletion.deleted());
}

void HistorySheet::build()
{
    head()->addWidget(m_head);
    body()->addWidget(m_lines);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    body()->addWidget(m_progress);
    m_note->setProperty("look", u"quiet"_s);
    m_note->setWordWrap(true);
    m_keep->setObjectName(u"keep"_s);
    m_delete->setObjectName(u"do"_s);
    m_delete->setProperty("look", u"danger"_s);
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_note, 1);
    row->addWidget(m_keep);
    row->addWidget(m_delete);
    foot()->addLayout(row);
    if (m_context.isProduction)
        setFrameColour(m_context.colour);
    setDefaultButton(m_keep);
    connect(m_delete, &QPushButton::clicked, this, &HistorySheet::start);
    connect(m_keep, &QPushButton::clicked, this, &HistorySheet::reject);
    connect(&m_deletion, &HistoryDeletion::changed, this, &HistorySheet::showProgress);
    connect(&m_deletion, &HistoryDeletion::finished, this, &HistorySheet::showResult);
}

void HistorySheet::ask(const QList<Action> &actions, bool isLimited)
{
    for (const Action &action : actions) {
        if (action.hasEnded())
            m_ids << action.id;
    }
    const QString title = historyTitle(m_ids.size());
    m_head->setTitle(title);
    m_head->setSubtitle(
        tr("on %1. Nothing is sent until you confirm, and nothing brings a history back.")
            .arg(m_context.profile));
    QList<ConsequenceLine> lines = historyLines(actions);
    if (isLimited)
        lines << historyLimitLine(actions.size());
    m_lines->setLines(lines);
    m_delete->setText(title);
    m_delete->setEnabled(!m_ids.isEmpty());
    m_delete->setToolTip(m_ids.isEmpty() ? tr("None of them has ended.") : QString());
    showPhase(Phase::Question);
}

void HistorySheet::showPhase(Phase phase)
{
    m_phase = phase;
    m_progress->setVisible(phase == Phase::Sending);
    m_delete->setVisible(phase == Phase::Question);
    m_keep->setText(phase == Phase::Question ? tr("Keep the history")
            : phase == Phase::Sending        ? tr("Stop")
                                             : tr("Close"));
    if (isVisible())
        m_keep->setFocus(Qt::OtherFocusReason);
}

void HistorySheet::start()
{
    m_head->setSubtitle(tr("on %1").arg(m_context.profile));
    m_progress->setRange(0, int(m_ids.size()));
    showPhase(Phase::Sending);
    m_deletion.start(m_ids);
    showProgress();
}

void HistorySheet::showProgress()
{
    const QLocale locale;
    m_progress->setValue(int(m_deletion.deleted()));
    m_note->setText(tr("%1 of %2 are removed")
                        .arg(locale.toString(m_deletion.deleted()), locale.toString(m_ids.size())));
}

void HistorySheet::showResult()
{
    const qsizetype gone = m_deletion.deleted();
    m_lines->setLines(deletedLines(m_ids.size(), gone, m_deletion.error()));
    m_note->clear();
    showPhase(Phase::Result);
    writeDown(m_ids.size());
    emit deleted();
}

void HistorySheet::writeDown(qsizetype asked)
{
    const qsizetype gone = m_deletion.deleted();
    writeToJournal(m_context,
        { .what = JournalEntry::What::HistoryDeleted,
            .asked = asked,
            .done = gone,
            .failed = m_deletion.error() ? asked - gone : 0 });
}

void HistorySheet::reject()
{
    if (isAtWork())
        m_deletion.stop();
    else
        closeSheet();
}

bool HistorySheet::isAtWork() const
{
    return m_phase == Phase::Sending;
}

} // namespace falconer

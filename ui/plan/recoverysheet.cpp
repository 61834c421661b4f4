// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/recoverysheet.h"

#include "services/deployment/recovery.h"
#include "ui/plan/consequencelist.h"
#include "ui/plan/journalnote.h"
#include "ui/plan/outcometext.h"
#include "ui/plan/recoverytext.h"
#include "ui/shared/sheethead.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

enum class Phase { Question, Sending, Result };

JournalEntry::What journalWord(RecoveryKind kind)
{
    switch (kind) {
    case RecoveryKind::Cancel:
        return JournalEntry::What::Cancelled;
    case RecoveryKind::Force:
        return JournalEntry::What::Forced;
    case RecoveryKind::ForceQuit:
        return JournalEntry::What::ForceQuit;
    case RecoveryKind::AssignAgain:
        return JournalEntry::What::AssignedAgain;
    }
    Q_UNREACHABLE();
}

} // namespace

struct RecoverySheet::Private {
    Private(RecoverySheet &sheet, Client &client, const SheetContext &someContext,
        RecoveryKind someKind);

    void build();
    void ask(const QList<Action> &actions);
    void warn(const QString &sentence);
    void start();
    void showProgress();
    void showResult();
    void writeDown(qsizetype asked) const;
    void showPhase(Phase next);

    RecoverySheet &q;
    SheetContext context;
    RecoveryKind kind;
    Recovery recovery;
    Phase phase = Phase::Question;
    QList<ActionRef> allowed;
    QString subject; // the set, when all are of one
    SheetHead *head;
    ConsequenceList *lines;
    QProgressBar *progress;
    QLabel *note;
    QPushButton *copyButton;
    QPushButton *cancelButton;
    QPushButton *doButton;
};

RecoverySheet::Private::Private(
    RecoverySheet &sheet, Client &client, const SheetContext &someContext, RecoveryKind someKind)
    : q(sheet)
    , context(someContext)
    , kind(someKind)
    , recovery(client)
    , head(new SheetHead(&sheet))
    , lines(new ConsequenceList(&sheet))
    , progress(new QProgressBar(&sheet))
    , note(new QLabel(&sheet))
    , copyButton(new QPushButton(tr("Copy"), &sheet))
    , cancelButton(new QPushButton(&sheet))
    , doButton(new QPushButton(&sheet))
{
}

void RecoverySheet::Private::build()
{
    q.head()->addWidget(head);
    q.body()->addWidget(lines);
    progress->setTextVisible(false);
    progress->setFixedHeight(4);
    q.body()->addWidget(progress);
    note->setObjectName(u"note"_s);
    note->setProperty("look", u"quiet"_s);
    note->setWordWrap(true);
    copyButton->setObjectName(u"copy"_s);
    cancelButton->setObjectName(u"cancel"_s);
    doButton->setObjectName(u"do"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(note, 1);
    for (QPushButton *button : { copyButton, cancelButton, doButton })
        row->addWidget(button);
    q.foot()->addLayout(row);
    if (context.isProduction)
        q.setFrameColour(context.colour);
    connect(doButton, &QPushButton::clicked, &q, [this] { start(); });
    connect(cancelButton, &QPushButton::clicked, &q, &RecoverySheet::reject);
    connect(copyButton, &QPushButton::clicked, &q,
        [this] { QApplication::clipboard()->setText(plainText(head->title(), lines->lines())); });
    connect(&recovery, &Recovery::changed, &q, [this] { showProgress(); });
    connect(&recovery, &Recovery::finished, &q, [this] { showResult(); });
}

void RecoverySheet::Private::ask(const QList<Action> &actions)
{
    for (const Action &action : actions) {
        if (recoverability(action, kind) != Recoverability::Allowed)
            continue;
        allowed << ActionRef{ action.controllerId, action.id };
        if (allowed.size() == 1)
            subject = action.distributionSet;
        else if (subject != action.distributionSet)
            subject.clear();
    }
    head->setTitle(recoveryTitle(kind, allowed.size()));
    head->setSubtitle(tr("on %1. Nothing is sent until you confirm.").arg(context.profile));
    lines->setLines(recoveryLines(kind, actions));
    doButton->setText(recoveryButtonText(kind, allowed.size()));
    doButton->setEnabled(!allowed.isEmpty());
    if (allowed.isEmpty())
        note->setText(tr("The server would refuse all of them."));
    doButton->setToolTip(note->text());
    showPhase(Phase::Question);
}

void RecoverySheet::Private::warn(const QString &sentence)
{
    QList<ConsequenceLine> all = lines->lines();
    all << ConsequenceLine{
        .id = u"limit"_s, .icon = Icon::Warning, .tone = Tone::Attention, .sentence = sentence
    };
    lines->setLines(all);
}

void RecoverySheet::Private::showPhase(Phase next)
{
    phase = next;
    progress->setVisible(phase == Phase::Sending);
    copyButton->setVisible(phase == Phase::Result);
    doButton->setVisible(phase == Phase::Question);
    cancelButton->setText(phase == Phase::Question ? keepText(kind, allowed.size())
            : phase == Phase::Sending              ? tr("Stop")
                                                   : tr("Close"));
    const bool confirms = phase == Phase::Question && !context.isProduction && !allowed.isEmpty();
    QPushButton *const preferred = confirms ? doButton : cancelButton;
    q.setDefaultButton(preferred);
    if (q.isVisible())
        preferred->setFocus(Qt::OtherFocusReason);
}

void RecoverySheet::Private::start()
{
    progress->setRange(0, int(allowed.size()));
    progress->setValue(0);
    head->setSubtitle(tr("on %1").arg(context.profile));
    showPhase(Phase::Sending);
    recovery.start(kind, allowed);
    showProgress();
}

void RecoverySheet::Private::showProgress()
{
    using State = RecoveryItem::State;
    const qsizetype answered = recovery.count(State::Done) + recovery.count(State::Failed);
    progress->setValue(int(answered));
    note->setText(tr("%1 of %2 were answered").arg(answered).arg(allowed.size()));
}

void RecoverySheet::Private::showResult()
{
    lines->setLines(recoveredLines(kind, recovery.items()));
    note->clear();
    showPhase(Phase::Result);
    writeDown(allowed.size());
    emit q.recovered();
}

void RecoverySheet::Private::writeDown(qsizetype asked) const
{
    writeToJournal(context,
        { .what = journalWord(kind),
            .subject = subject,
            .asked = asked,
            .done = recovery.count(RecoveryItem::State::Done),
            .failed = recovery.count(RecoveryItem::State::Failed) });
}

RecoverySheet::RecoverySheet(Client &client, const SheetContext &context, RecoveryKind kind,
    const QList<Action> &actions, QWidget *window)
    : Sheet(window)
    , d(std::make_unique<Private>(*this, client, context, kind))
{
    d->build();
    d->ask(actions);
    setAccessibleName(d->head->title());
}

RecoverySheet::~RecoverySheet()
{
    using State = RecoveryItem::State;
    const qsizetype answered = d->recovery.count(State::Done) + d->recovery.count(State::Failed);
    if (d->phase == Phase::Sending && answered > 0)
        d->writeDown(answered);
}

void RecoverySheet::sayLimit(qint64 targets)
{
    d->warn(tr("only the first %1 of the selected targets were looked at")
                .arg(QLocale().toString(targets)));
}

void RecoverySheet::sayActionLimit(qint64 actions)
{
    d->warn(tr("only the newest %1 of the selected actions were looked at")
                .arg(QLocale().toString(actions)));
}

void RecoverySheet::reject()
{
    if (isAtWork())
        d->recovery.stop();
    else
        closeSheet();
}

bool RecoverySheet::isAtWork() const
{
    return d->phase == Phase::Sending;
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/plansheet.h"

#include "services/deployment/journal.h"
#include "services/deployment/plangatherer.h"
#include "services/deployment/recovery.h"
#include "ui/plan/consequencelist.h"
#include "ui/plan/optionspanel.h"
#include "ui/plan/outcometext.h"
#include "ui/shared/sheethead.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

enum class Phase { Planning, Sending, Result, UndoQuestion, Undoing, Undone };

int pollSeconds(const ServerFacts &server)
{
    // Newer servers may add "~10%" and overrides behind it.
    const QString text = server.config.value(u"pollingTime"_s).value.toString().left(8);
    const QTime time = QTime::fromString(text, u"HH:mm:ss"_s);
    return time.isValid() ? time.msecsSinceStartOfDay() / 1000 : 0;
}

} // namespace

struct PlanSheet::Private {
    Private(PlanSheet &sheet, Client &client, const ServerFacts &server, Journal &someJournal,
        const SheetContext &someContext);

    QPushButton *newButton(const QString &name, const QString &text);
    void build();
    void connectAll();
    void showPhase(Phase next);
    void showPlan();
    void showProgress();
    void showResult();
    void showUndo();
    void apply();
    void undo();
    void copy() const;
    void write(JournalEntry::What what, qint64 asked, qint64 done) const;
    QList<ActionRef> made() const;

    PlanSheet &q;
    Journal &journal;
    SheetContext context;
    PlanGatherer gatherer;
    Assigner assigner;
    Recovery recovery;
    struct {
        qint64 done = 0;
        qint64 same = 0;
    } journalled; // of this assignment
    Phase phase = Phase::Planning;
    SheetHead *head;
    ConsequenceList *lines;
    OptionsPanel *options;
    QFrame *optionsLine;
    QProgressBar *progress;
    QLabel *note;
    QPushButton *copyButton;
    QPushButton *undoButton;
    QPushButton *resumeButton;
    QPushButton *cancelButton;
    QPushButton *assignButton;
};

PlanSheet::Private::Private(PlanSheet &sheet, Client &client, const ServerFacts &server,
    Journal &someJournal, const SheetContext &someContext)
    : q(sheet)
    , journal(someJournal)
    , context(someContext)
    , gatherer(client, server)
    , assigner(client, server.dialect)
    , recovery(client)
    , head(new SheetHead(&sheet))
    , lines(new ConsequenceList(&sheet))
    , options(new OptionsPanel(server, &sheet))
    , optionsLine(newSheetLine(&sheet))
    , progress(new QProgressBar(&sheet))
    , note(new QLabel(&sheet))
    , copyButton(newButton(u"copy"_s, tr("Copy")))
    , undoButton(newButton(u"undo"_s, tr("Undo...")))
    , resumeButton(newButton(u"resume"_s, tr("Continue")))
    , cancelButton(newButton(u"cancel"_s, tr("Cancel")))
    , assignButton(newButton(u"assign"_s, {}))
{
}

QPushButton *PlanSheet::Private::newButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, &q);
    button->setObjectName(name);
    return button;
}

void PlanSheet::Private::build()
{
    q.head()->addWidget(head);
    q.body()->addWidget(lines);
    q.body()->addWidget(optionsLine);
    q.body()->addWidget(options);
    progress->setTextVisible(false);
    progress->setFixedHeight(4);
    progress->setObjectName(u"progress"_s);
    q.body()->addWidget(progress);
    note->setProperty("look", u"quiet"_s);
    note->setObjectName(u"note"_s);
    note->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(note, 1);
    for (QPushButton *button : { copyButton, undoButton, resumeButton, cancelButton, assignButton })
        row->addWidget(button);
    q.foot()->addLayout(row);
    if (context.isProduction)
        q.setFrameColour(context.colour);
}

void PlanSheet::Private::connectAll()
{
    connect(&gatherer, &PlanGatherer::changed, &q, [this] { showPlan(); });
    connect(options, &OptionsPanel::changed, &q, [this] { showPlan(); });
    connect(&assigner, &Assigner::changed, &q, [this] { showProgress(); });
    connect(&assigner, &Assigner::finished, &q, [this] { showResult(); });
    connect(&recovery, &Recovery::changed, &q, [this] { showUndo(); });
    connect(&recovery, &Recovery::finished, &q, [this] { showUndo(); });
    connect(assignButton, &QPushButton::clicked, &q, [this] { apply(); });
    connect(cancelButton, &QPushButton::clicked, &q, &PlanSheet::reject);
    connect(copyButton, &QPushButton::clicked, &q, [this] { copy(); });
    connect(undoButton, &QPushButton::clicked, &q, [this] { undo(); });
    connect(resumeButton, &QPushButton::clicked, &q, [this] {
        showPhase(Phase::Sending);
        assigner.resume();
    });
}

// Which buttons stand at the foot, and which of them Return presses.
void PlanSheet::Private::showPhase(Phase next)
{
    phase = next;
    const bool isBusy = phase == Phase::Sending || phase == Phase::Undoing;
    const bool isOver = phase == Phase::Result || phase == Phase::Undone;
    options->setVisible(phase == Phase::Planning);
    optionsLine->setVisible(phase == Phase::Planning);
    progress->setVisible(isBusy);
    copyButton->setVisible(isOver);
    assignButton->setVisible(phase == Phase::Planning);
    undoButton->setVisible(phase == Phase::UndoQuestion
        || (phase == Phase::Result && !assigner.outcome().actionIds.isEmpty()));
    undoButton->setText(phase == Phase::UndoQuestion
            ? recoveryButtonText(RecoveryKind::Cancel, made().size())
            : tr("Undo..."));
    resumeButton->setVisible(phase == Phase::Result && assigner.canResume());
    cancelButton->setEnabled(phase != Phase::Sending);
    cancelButton->setText(phase == Phase::Planning ? tr("Cancel")
            : phase == Phase::UndoQuestion         ? tr("Keep")
            : phase == Phase::Undoing              ? tr("Stop")
                                                   : tr("Close"));
    const bool assigns = phase == Phase::Planning && !context.isProduction;
    QPushButton *const preferred = assigns ? assignButton : cancelButton;
    q.setDefaultButton(preferred);
    if (q.isVisible())
        preferred->setFocus(Qt::OtherFocusReason);
}

void PlanSheet::Private::showPlan()
{
    if (phase != Phase::Planning)
        return;
    const Plan &plan = gatherer.plan();
    head->setTitle(planTitle(plan));
    head->setSubtitle(tr("on %1. Nothing is sent until you apply.").arg(context.profile));
    lines->setLines(planLines(plan, QDateTime::currentDateTimeUtc()));
    const QString block = plan.block == PlanBlock::None ? options->problem() : blockText(plan);
    note->setText(block.isEmpty() ? footerText(plan, pollSeconds(gatherer.server())) : block);
    assignButton->setText(assignButtonText(plan));
    assignButton->setEnabled(block.isEmpty());
    assignButton->setToolTip(block);
}

void PlanSheet::Private::apply()
{
    const Plan &plan = gatherer.plan();
    if (plan.block != PlanBlock::None || !options->problem().isEmpty())
        return;
    gatherer.stop();
    const AssignmentOrder order{
        .set = plan.set, .controllerIds = plan.controllerIds(), .options = options->options()
    };
    head->setSubtitle(tr("on %1").arg(context.profile));
    lines->setLines({});
    showPhase(Phase::Sending);
    assigner.start(order);
}

void PlanSheet::Private::showProgress()
{
    const AssignmentOutcome &outcome = assigner.outcome();
    qsizetype answered = 0;
    for (const AssignmentChunk &chunk : outcome.chunks) {
        answered += chunk.state == AssignmentChunk::State::Taken
            || chunk.state == AssignmentChunk::State::Refused;
    }
    progress->setRange(0, int(outcome.chunks.size()));
    progress->setValue(int(answered));
    note->setText(progressText(outcome));
    lines->setLines(outcomeLines(gatherer.plan(), assigner.order(), outcome));
}

void PlanSheet::Private::showResult()
{
    const AssignmentOutcome &outcome = assigner.outcome();
    const DistributionSet &set = gatherer.plan().set;
    head->setTitle(outcome.assigned() > 0
            ? tr("%1 was assigned to %n target(s)", nullptr, int(outcome.assigned()))
                  .arg(setText(set))
            : tr("%1 was not assigned").arg(setText(set)));
    lines->setLines(outcomeLines(gatherer.plan(), assigner.order(), outcome));
    note->setText(
        assigner.canResume() ? tr("Continue sends only what was not assigned yet.") : QString());
    showPhase(Phase::Result);
    // After a continuation only what it added.
    const qint64 settled = journalled.done + journalled.same;
    write(JournalEntry::What::Assigned, assigner.order().controllerIds.size() - settled,
        outcome.assigned() - journalled.done);
    journalled = { outcome.assigned(), outcome.alreadyAssigned };
    emit q.assigned(outcome);
}

QList<ActionRef> PlanSheet::Private::made() const
{
    QList<ActionRef> actions;
    const QHash<QString, qint64> &ids = assigner.outcome().actionIds;
    for (auto it = ids.cbegin(); it != ids.cend(); ++it)
        actions << ActionRef{ it.key(), it.value() };
    return actions;
}

// Asks first: the same button, with the number, does it.
void PlanSheet::Private::undo()
{
    if (phase != Phase::UndoQuestion) {
        lines->setLines(QList<ConsequenceLine>(lines->lines()) << undoLine(made().size()));
        showPhase(Phase::UndoQuestion);
        return;
    }
    progress->setRange(0, int(made().size()));
    progress->setValue(0);
    showPhase(Phase::Undoing);
    recovery.start(RecoveryKind::Cancel, made());
    showUndo();
}

void PlanSheet::Private::showUndo()
{
    using State = RecoveryItem::State;
    const qsizetype done = recovery.count(State::Done);
    const qsizetype total = recovery.items().size();
    progress->setValue(int(done + recovery.count(State::Failed)));
    note->setText(tr("%1 of %2 cancels were sent").arg(done).arg(total));
    if (recovery.isRunning())
        return;
    head->setTitle(tr("Undo of %1").arg(setText(gatherer.plan().set)));
    lines->setLines(recoveredLines(RecoveryKind::Cancel, recovery.items()));
    showPhase(Phase::Undone);
    write(JournalEntry::What::Undone, total, done);
    emit q.undone();
}

void PlanSheet::Private::copy() const
{
    QApplication::clipboard()->setText(plainText(head->title(), lines->lines()));
}

void PlanSheet::Private::write(JournalEntry::What what, qint64 asked, qint64 done) const
{
    const qint64 same = what == JournalEntry::What::Assigned
        ? assigner.outcome().alreadyAssigned - journalled.same
        : 0;
    journal.add({ .at = QDateTime::currentDateTimeUtc(),
        .server = context.profile,
        .user = context.user,
        .what = what,
        .subject = setText(gatherer.plan().set),
        .asked = asked,
        .done = done,
        .failed = asked - done - same });
}

PlanSheet::PlanSheet(Client &client, const ServerFacts &server, Journal &journal,
    const SheetContext &context, QWidget *window)
    : Sheet(window)
    , d(std::make_unique<Private>(*this, client, server, journal, context))
{
    setAccessibleName(tr("Assign"));
    d->build();
    d->connectAll();
    d->showPhase(Phase::Planning);
}

PlanSheet::~PlanSheet() = default;

void PlanSheet::plan(const DistributionSet &set, const TargetSelection &selection)
{
    d->gatherer.gather(set, selection);
    d->showPlan();
}

// Esc and the button beside the one that does it.
void PlanSheet::reject()
{
    switch (d->phase) {
    case Phase::Sending:
        return; // what was sent cannot be called back; the answer comes in a moment
    case Phase::UndoQuestion:
        d->lines->setLines(
            outcomeLines(d->gatherer.plan(), d->assigner.order(), d->assigner.outcome()));
        return d->showPhase(Phase::Result);
    case Phase::Undoing:
        return d->recovery.stop();
    case Phase::Planning:
    case Phase::Result:
    case Phase::Undone:
        return closeSheet();
    }
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/plansheet.h"

#include "models/softwaretitles.h"
#include "services/deployment/plangatherer.h"
#include "services/deployment/recovery.h"
#include "ui/plan/consequencelist.h"
#include "ui/plan/journalnote.h"
#include "ui/plan/optionspanel.h"
#include "ui/plan/outcometext.h"
#include "ui/plan/planfoot.h"
#include "ui/plan/planlines.h"
#include "ui/plan/plannames.h"
#include "ui/plan/plantext.h"
#include "ui/plan/recoverytext.h"
#include "ui/shared/sheethead.h"

#include <QApplication>
#include <QClipboard>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

int pollSeconds(const ServerFacts &server)
{
    // Newer servers may add "~10%" and overrides behind it.
    const QString text = server.config.value(u"pollingTime"_s).value.toString().left(8);
    const QTime time = QTime::fromString(text, u"HH:mm:ss"_s);
    return time.isValid() ? time.msecsSinceStartOfDay() / 1000 : 0;
}

} // namespace

struct PlanSheet::Private {
    Private(PlanSheet &sheet, Client &client, const ServerFacts &server,
        const SheetContext &someContext);

    void build();
    void connectAll();
    void showPhase(PlanPhase next);
    void showPlan();
    void showProgress();
    void showResult();
    void showUndo();
    void apply();
    void undo();
    void copy() const;
    void write(JournalEntry::What what, qint64 asked, qint64 done) const;
    void writeUntold() const;
    QList<ActionRef> made() const;

    PlanSheet &q;
    SheetContext context;
    PlanGatherer gatherer;
    Assigner assigner;
    Recovery recovery;
    struct {
        qint64 done = 0;
        qint64 same = 0;
    } journalled; // of this assignment
    PlanPhase phase = PlanPhase::Planning;
    SheetHead *head;
    ConsequenceList *lines;
    OptionsPanel *options;
    QFrame *optionsLine;
    QProgressBar *progress;
    PlanFoot *foot;
};

PlanSheet::Private::Private(
    PlanSheet &sheet, Client &client, const ServerFacts &server, const SheetContext &someContext)
    : q(sheet)
    , context(someContext)
    , gatherer(client, server)
    , assigner(client, server.dialect)
    , recovery(client)
    , head(new SheetHead(&sheet))
    , lines(new ConsequenceList(&sheet))
    , options(new OptionsPanel(server, &sheet))
    , optionsLine(newSheetLine(&sheet))
    , progress(new QProgressBar(&sheet))
    , foot(new PlanFoot(&sheet))
{
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
    q.foot()->addWidget(foot);
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
    connect(foot, &PlanFoot::assignRequested, &q, [this] { apply(); });
    connect(foot, &PlanFoot::cancelRequested, &q, &PlanSheet::reject);
    connect(foot, &PlanFoot::copyRequested, &q, [this] { copy(); });
    connect(foot, &PlanFoot::undoRequested, &q, [this] { undo(); });
    connect(foot, &PlanFoot::resumeRequested, &q, [this] {
        showPhase(PlanPhase::Sending);
        assigner.resume();
    });
}

// What is shown, and which button Return presses.
void PlanSheet::Private::showPhase(PlanPhase next)
{
    phase = next;
    options->setVisible(phase == PlanPhase::Planning);
    optionsLine->setVisible(phase == PlanPhase::Planning);
    progress->setVisible(phase == PlanPhase::Sending || phase == PlanPhase::Undoing);
    foot->showState({ phase, assigner.outcome().actionIds.size(), assigner.canResume() });
    const bool assigns = phase == PlanPhase::Planning && !context.isProduction;
    QPushButton *const preferred = assigns ? foot->assignButton() : foot->cancelButton();
    q.setDefaultButton(preferred);
    if (q.isVisible())
        preferred->setFocus(Qt::OtherFocusReason);
}

void PlanSheet::Private::showPlan()
{
    if (phase != PlanPhase::Planning)
        return;
    const Plan &plan = gatherer.plan();
    head->setTitle(planTitle(plan));
    head->setSubtitle(tr("on %1. Nothing is sent until you apply.").arg(context.profile));
    lines->setLines(planLines(plan, QDateTime::currentDateTimeUtc()));
    const QString block = plan.block == PlanBlock::None ? options->problem() : blockText(plan);
    foot->setNote(block.isEmpty() ? footerText(plan, pollSeconds(gatherer.server())) : block);
    foot->setAssign(assignButtonText(plan), block);
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
    showPhase(PlanPhase::Sending);
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
    foot->setNote(progressText(outcome));
    lines->setLines(outcomeLines(gatherer.plan(), assigner.order(), outcome));
}

void PlanSheet::Private::showResult()
{
    const AssignmentOutcome &outcome = assigner.outcome();
    const DistributionSet &set = gatherer.plan().set;
    head->setTitle(outcome.assigned() > 0
            ? tr("%1 was assigned to %n target(s)", nullptr, int(outcome.assigned()))
                  .arg(titleOf(set))
            : tr("%1 was not assigned").arg(titleOf(set)));
    lines->setLines(outcomeLines(gatherer.plan(), assigner.order(), outcome));
    foot->setNote(
        assigner.canResume() ? tr("Continue sends only what was not assigned yet.") : QString());
    showPhase(PlanPhase::Result);
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
    if (phase != PlanPhase::UndoQuestion) {
        lines->setLines(QList<ConsequenceLine>(lines->lines()) << undoLine(made().size()));
        showPhase(PlanPhase::UndoQuestion);
        return;
    }
    progress->setRange(0, int(made().size()));
    progress->setValue(0);
    showPhase(PlanPhase::Undoing);
    recovery.start(RecoveryKind::Cancel, made());
    showUndo();
}

void PlanSheet::Private::showUndo()
{
    using State = RecoveryItem::State;
    const qsizetype done = recovery.count(State::Done);
    const qsizetype total = recovery.items().size();
    progress->setValue(int(done + recovery.count(State::Failed)));
    foot->setNote(tr("%1 of %n cancel(s) sent", nullptr, int(total)).arg(done));
    if (recovery.isRunning())
        return;
    head->setTitle(tr("Undo of %1").arg(titleOf(gatherer.plan().set)));
    lines->setLines(recoveredLines(RecoveryKind::Cancel, recovery.items()));
    showPhase(PlanPhase::Undone);
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
    writeToJournal(context,
        { .what = what,
            .subject = titleOf(gatherer.plan().set),
            .asked = asked,
            .done = done,
            .failed = asked - done - same });
}

// What was answered before the sheet ended in the middle.
void PlanSheet::Private::writeUntold() const
{
    const AssignmentOutcome &outcome = assigner.outcome();
    const qint64 assigned = outcome.assigned() - journalled.done;
    if (phase == PlanPhase::Sending && assigned > 0)
        write(JournalEntry::What::Assigned, assigned + outcome.alreadyAssigned - journalled.same,
            assigned);
    const qint64 undone = recovery.count(RecoveryItem::State::Done);
    if (phase == PlanPhase::Undoing && undone > 0)
        write(JournalEntry::What::Undone, undone, undone);
}

PlanSheet::PlanSheet(
    Client &client, const ServerFacts &server, const SheetContext &context, QWidget *window)
    : Sheet(window)
    , d(std::make_unique<Private>(*this, client, server, context))
{
    setAccessibleName(tr("Assign"));
    d->build();
    d->connectAll();
    d->showPhase(PlanPhase::Planning);
}

PlanSheet::~PlanSheet()
{
    d->writeUntold();
}

void PlanSheet::plan(const DistributionSet &set, const TargetSelection &selection)
{
    d->gatherer.gather(set, selection);
    d->showPlan();
}

// Esc and the button beside the one that does it.
void PlanSheet::reject()
{
    switch (d->phase) {
    case PlanPhase::Sending:
        return d->foot->setNote(
            tr("What was sent cannot be called back: the answer comes in a moment."));
    case PlanPhase::UndoQuestion:
        d->lines->setLines(
            outcomeLines(d->gatherer.plan(), d->assigner.order(), d->assigner.outcome()));
        return d->showPhase(PlanPhase::Result);
    case PlanPhase::Undoing:
        return d->recovery.stop();
    case PlanPhase::Planning:
    case PlanPhase::Result:
    case PlanPhase::Undone:
        return closeSheet();
    }
}

bool PlanSheet::isAtWork() const
{
    return d->phase == PlanPhase::Sending || d->phase == PlanPhase::Undoing;
}

} // namespace falconer

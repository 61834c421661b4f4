// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/dropsheet.h"

#include "services/hawkbit/dialect.h"
#include "services/repository/bringinrun.h"
#include "services/uploads/filewalk.h"
#include "services/uploads/uploadqueue.h"
#include "ui/plan/consequencelist.h"
#include "ui/shared/banner.h"
#include "ui/shared/sheethead.h"
#include "ui/uploads/bringinjournal.h"
#include "ui/uploads/bringinruntext.h"
#include "ui/uploads/bringintext.h"
#include "ui/uploads/dropfoot.h"
#include "ui/uploads/dropforms.h"
#include "ui/uploads/formnote.h"

#include <QProgressBar>
#include <QVBoxLayout>

#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 760;

} // namespace

struct DropSheet::Private {
    Private(DropSheet &sheet, Client &client, const ServerFacts &server, UploadQueue &queue,
        const SheetContext &someContext, const QString &profileId, const QList<QUrl> &urls);

    void build();
    void wire();
    void takeFiles(const WalkedFiles &found);
    void showLook();
    void judge();
    void start();
    void showForms(bool shown);
    void askAgain();
    void showRun();
    void finish();
    void showPhase();

    DropSheet &q;
    SheetContext context;
    FileWalk walk;
    BringInRun run;
    BringInJournal journal;
    bool isWalking = true;
    bool isAsking = true;      // there are fields, and nothing is under way
    bool isFocusWanted = true; // once the server has said what is missing
    SheetHead *head;
    QProgressBar *busy;
    Banner *banner;
    DropForms *forms;
    ConsequenceList *lines;
    DropFoot *foot;
};

DropSheet::Private::Private(DropSheet &sheet, Client &client, const ServerFacts &server,
    UploadQueue &queue, const SheetContext &someContext, const QString &profileId,
    const QList<QUrl> &urls)
    : q(sheet)
    , context(someContext)
    , walk(urls)
    , run(client, queue, profileId, server.user.username)
    , journal(someContext)
    , head(new SheetHead(&sheet))
    , busy(new QProgressBar(&sheet))
    , banner(new Banner(&sheet))
    , forms(new DropForms(client, server, &sheet))
    , lines(new ConsequenceList(&sheet))
    , foot(new DropFoot(&sheet))
{
    forms->setArtifactLimit(queue.artifactLimit(profileId));
    build();
    wire();
    showPhase();
}

void DropSheet::Private::build()
{
    q.setPanelWidth(panelWidth);
    head->setTitle(tr("Bring in files"));
    head->setSubtitle(tr("to %1. Nothing is created before you say so.").arg(context.profile));
    q.head()->addWidget(head);
    busy->setRange(0, 0);
    busy->setAccessibleName(tr("Looking at the files and the server"));
    keepPlaceOf(busy);
    forms->hide();
    lines->hide();
    for (QWidget *const part : { static_cast<QWidget *>(busy), static_cast<QWidget *>(banner),
             static_cast<QWidget *>(forms), static_cast<QWidget *>(lines) })
        q.body()->addWidget(part);
    q.foot()->addWidget(foot);
    q.setFrameColour(context.isProduction ? context.colour : QColor());
}

void DropSheet::Private::wire()
{
    connect(&walk, &FileWalk::finished, &q, [this](const WalkedFiles &found) { takeFiles(found); });
    connect(banner, &Banner::actionTriggered, &q, [this] {
        banner->clear();
        forms->look();
    });
    connect(forms, &DropForms::lookingChanged, &q, [this] { showLook(); });
    connect(forms, &DropForms::edited, &q, [this] { judge(); });
    connect(&run, &BringInRun::changed, &q, [this] { showRun(); });
    connect(foot, &DropFoot::doRequested, &q, [this] { start(); });
    connect(foot, &DropFoot::closeRequested, &q, &DropSheet::reject);
    connect(foot, &DropFoot::resumeRequested, &q, [this] { run.resume(); });
    connect(foot, &DropFoot::undoRequested, &q, [this] {
        showForms(false);
        run.undo();
    });
}

void DropSheet::Private::takeFiles(const WalkedFiles &found)
{
    isWalking = false;
    if (found.files.isEmpty()) {
        busy->hide();
        const QString leftOut = walkedText(found);
        banner->showMessage(Tone::Attention, tr("There is no file to bring in."),
            leftOut.isEmpty() ? tr("Drop files, or folders with files in them.") : leftOut);
        return judge();
    }
    head->setTitle(tr("Bring in %n file(s)", nullptr, int(found.files.size())));
    q.setAccessibleName(head->title());
    forms->setFiles(found);
    // They are made after what stands below them.
    const QList<QWidget *> order = forms->fields() + foot->buttons();
    for (qsizetype i = 1; i < order.size(); ++i)
        QWidget::setTabOrder(order[i - 1], order[i]);
    forms->look();
}

void DropSheet::Private::showLook()
{
    busy->setVisible(isAsking && forms->isLooking());
    judge();
    if (!isAsking || forms->isLooking())
        return;
    if (forms->error()) {
        banner->showError(*forms->error());
        banner->setAction(tr("Try again"));
        return;
    }
    forms->show();
    if (std::exchange(isFocusWanted, false) && !forms->focusFault())
        foot->focusPreferred();
}

// What the click will do, or why it cannot.
void DropSheet::Private::judge()
{
    QStringList note{ createdText(run) };
    if (isAsking) {
        const BringIn plan = forms->plan();
        const QString block = isWalking ? tr("The files are being looked at.") : forms->block();
        foot->setDo(
            plan.modules.isEmpty() ? tr("Upload") : bringInButtonText(run.remainderOf(plan)),
            block);
        // What is wrong is said once, beside its field.
        note << (!isWalking && forms->isBlockMarked()
                ? tr("Change what is marked, or leave it out.")
                : block);
    }
    note.removeAll(QString());
    foot->setNote(note.join(u' '));
}

void DropSheet::Private::start()
{
    head->setSubtitle(tr("to %1").arg(context.profile));
    forms->confirm();
    showForms(false);
    run.start(forms->plan());
}

// Or, in their place, the steps.
void DropSheet::Private::showForms(bool shown)
{
    isAsking = shown;
    forms->setVisible(shown);
    lines->setVisible(!shown);
}

// Refused: what was typed is there to be changed, but for what was created before. The server is
// asked again, since somebody else may have made what was refused.
void DropSheet::Private::askAgain()
{
    showForms(true);
    isFocusWanted = takenNameText(run).isEmpty(); // else the field that was refused has it
    forms->showOutcome(run);
    forms->look();
}

void DropSheet::Private::showRun()
{
    using State = BringInRun::State;
    lines->setLines(bringInLines(run));
    if (run.state() == State::Done)
        return finish();
    const bool isSaidBesideField = run.state() == State::Failed && !takenNameText(run).isEmpty();
    if (run.error() && !isSaidBesideField)
        banner->showError(*run.error());
    else
        banner->clear();
    if (run.state() == State::Undone)
        head->setTitle(tr("What was created is removed"));
    if (run.canBeChanged())
        askAgain();
    showPhase();
    if (run.state() != State::Running && run.state() != State::Undoing) {
        journal.take(run);
        emit q.created();
    }
}

// All went well: whoever opened the sheet shows what there is now.
void DropSheet::Private::finish()
{
    QList<qint64> modules;
    for (const BringInModule &module : run.remainderOf(run.plan()).modules)
        modules << module.existingId;
    journal.take(run);
    emit q.created();
    emit q.broughtIn(run.setId(), modules, broughtInText(run));
    q.closeSheet();
}

void DropSheet::Private::showPhase()
{
    foot->showState(run.state(), isAsking, run.hasCreated());
    judge();
    q.setDefaultButton(foot->preferred(context.isProduction));
    if (q.isVisible() && !run.canBeChanged())
        foot->focusPreferred();
}

DropSheet::DropSheet(QWidget *window, Client &client, const ServerFacts &server, UploadQueue &queue,
    const SheetContext &context, const QString &profileId, const QList<QUrl> &urls)
    : Sheet(window)
    , d(std::make_unique<Private>(*this, client, server, queue, context, profileId, urls))
{
    setAccessibleName(d->head->title());
}

// Whatever ended it: what was created is in the journal.
DropSheet::~DropSheet()
{
    d->journal.take(d->run);
}

// What was begun is finished first: it takes a moment.
void DropSheet::reject()
{
    if (!isAtWork())
        return closeSheet();
    d->foot->setNote(tr("What was begun is finished first: this takes a moment."));
}

bool DropSheet::isAtWork() const
{
    using State = BringInRun::State;
    return d->run.state() == State::Running || d->run.state() == State::Undoing;
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/dropsheet.h"

#include "services/hawkbit/dialect.h"
#include "services/hawkbit/permissions.h"
#include "services/repository/bringinfacts.h"
#include "services/repository/bringinrun.h"
#include "services/uploads/filewalk.h"
#include "ui/plan/consequencelist.h"
#include "ui/shared/banner.h"
#include "ui/shared/sheethead.h"
#include "ui/uploads/bringintext.h"
#include "ui/uploads/dropfoot.h"
#include "ui/uploads/moduleform.h"
#include "ui/uploads/setform.h"

#include <QLabel>
#include <QProgressBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 760;
constexpr int lookDelay = 350; // ms after the last key in a name

} // namespace

struct DropSheet::Private {
    Private(DropSheet &sheet, Client &client, const ServerFacts &someFacts, UploadQueue &queue,
        const SheetContext &someContext, const QString &profileId, const QStringList &paths);

    void build();
    void wire();
    void takeFiles(const WalkedFiles &found);
    void addForms();
    void look();
    void takeFacts();
    void judge();
    QString blockOf(const BringIn &wanted) const;
    BringIn plan() const;
    QList<BringInModule> modules() const;
    void start();
    void askAgain();
    void showRun();
    void showPhase();
    void focusFault();

    DropSheet &q;
    const ServerFacts &server;
    SheetContext context;
    FileWalk walk;
    BringInLook lookAtServer;
    BringInRun run;
    WalkedFiles walked;
    QTimer lookSoon;
    bool isAsking = true; // nothing was begun
    bool hasFacts = false;
    SheetHead *head;
    QProgressBar *busy;
    Banner *banner;
    QLabel *leftOut;
    QWidget *forms;
    QVBoxLayout *formLayout;
    QList<ModuleForm *> moduleForms;
    SetForm *setForm;
    ConsequenceList *lines;
    DropFoot *foot;
};

DropSheet::Private::Private(DropSheet &sheet, Client &client, const ServerFacts &someFacts,
    UploadQueue &queue, const SheetContext &someContext, const QString &profileId,
    const QStringList &paths)
    : q(sheet)
    , server(someFacts)
    , context(someContext)
    , walk(paths)
    , lookAtServer(client)
    , run(client, queue, profileId)
    , head(new SheetHead(&sheet))
    , busy(new QProgressBar(&sheet))
    , banner(new Banner(&sheet))
    , leftOut(new QLabel(&sheet))
    , forms(new QWidget(&sheet))
    , formLayout(new QVBoxLayout(forms))
    , setForm(new SetForm(forms))
    , lines(new ConsequenceList(&sheet))
    , foot(new DropFoot(&sheet))
{
    build();
    wire();
    judge();
}

void DropSheet::Private::build()
{
    q.setPanelWidth(panelWidth);
    head->setTitle(tr("Bring in files"));
    head->setSubtitle(tr("to %1. Nothing is created before you say so.").arg(context.profile));
    q.head()->addWidget(head);
    busy->setRange(0, 0);
    busy->setAccessibleName(tr("Looking at the files and the server"));
    leftOut->setProperty("look", u"secondary"_s);
    leftOut->setTextFormat(Qt::PlainText);
    leftOut->setWordWrap(true);
    leftOut->setContentsMargins(18, 8, 18, 4);
    leftOut->hide();
    formLayout->setContentsMargins({});
    formLayout->setSpacing(0);
    formLayout->addWidget(setForm);
    forms->hide();
    lines->hide();
    for (QWidget *const part : { static_cast<QWidget *>(busy), static_cast<QWidget *>(banner),
             static_cast<QWidget *>(leftOut), forms, static_cast<QWidget *>(lines) })
        q.body()->addWidget(part);
    q.foot()->addWidget(foot);
    if (context.isProduction)
        q.setFrameColour(context.colour);
    setForm->setBlock(isGranted(server.user.permissions, u"CREATE_DISTRIBUTION_SET"_s)
            ? QString()
            : tr("You have no permission to create distribution sets."));
    showPhase();
}

void DropSheet::Private::wire()
{
    lookSoon.setSingleShot(true);
    lookSoon.setInterval(lookDelay);
    connect(&lookSoon, &QTimer::timeout, &q, [this] { look(); });
    connect(&walk, &FileWalk::finished, &q, [this](const WalkedFiles &found) { takeFiles(found); });
    connect(&lookAtServer, &BringInLook::changed, &q, [this] { takeFacts(); });
    connect(banner, &Banner::actionTriggered, &q, [this] { look(); });
    connect(setForm, &SetForm::edited, &q, [this] { judge(); });
    connect(&run, &BringInRun::changed, &q, [this] { showRun(); });
    connect(foot, &DropFoot::doRequested, &q, [this] { start(); });
    connect(foot, &DropFoot::closeRequested, &q, &DropSheet::reject);
    connect(foot, &DropFoot::resumeRequested, &q, [this] { run.resume(); });
    connect(foot, &DropFoot::undoRequested, &q, [this] { run.undo(); });
}

void DropSheet::Private::takeFiles(const WalkedFiles &found)
{
    walked = found;
    leftOut->setText(walkedText(found));
    leftOut->setVisible(!leftOut->text().isEmpty());
    if (found.files.isEmpty()) {
        busy->hide();
        banner->showMessage(Tone::Attention, tr("There is no file to bring in."),
            tr("Drop files, or folders with files in them."));
        return judge();
    }
    const auto count = int(found.files.size());
    head->setTitle(tr("Bring in %n file(s)", nullptr, count));
    q.setAccessibleName(head->title());
    addForms();
    look();
}

void DropSheet::Private::addForms()
{
    const QList<ModuleProposal> proposals = proposeModules(walked.files);
    for (const ModuleProposal &proposal : proposals) {
        qint64 bytes = 0;
        for (const DroppedFile &file : std::as_const(walked.files))
            bytes += proposal.paths.contains(file.path) ? file.size : 0;
        auto *const form = new ModuleForm(proposal, bytes, forms);
        const int at = int(formLayout->indexOf(setForm));
        formLayout->insertWidget(at, form);
        formLayout->insertWidget(at + 1, newSheetLine(forms));
        connect(form, &ModuleForm::edited, &q, [this] {
            setForm->propose(lookAtServer.facts(), lookAtServer.setTypes(), modules());
            judge();
        });
        connect(form, &ModuleForm::nameEdited, &q, [this] { lookSoon.start(); });
        moduleForms << form;
    }
}

void DropSheet::Private::look()
{
    QStringList names;
    for (const ModuleForm *const form : std::as_const(moduleForms)) {
        if (!form->name().isEmpty() && !names.contains(form->name()))
            names << form->name();
    }
    busy->show();
    banner->clear();
    lookAtServer.look(names);
    judge();
}

void DropSheet::Private::takeFacts()
{
    busy->hide();
    if (lookAtServer.error()) {
        banner->showError(*lookAtServer.error());
        banner->setAction(tr("Try again"));
        return judge();
    }
    hasFacts = true;
    for (ModuleForm *const form : std::as_const(moduleForms))
        form->setFacts(lookAtServer.facts());
    setForm->propose(lookAtServer.facts(), lookAtServer.setTypes(), modules());
    const bool isFirst = forms->isHidden();
    forms->show();
    judge();
    if (isFirst)
        focusFault();
}

QList<BringInModule> DropSheet::Private::modules() const
{
    QList<BringInModule> wanted;
    for (const ModuleForm *const form : moduleForms) {
        if (form->isWanted())
            wanted << form->module();
    }
    return wanted;
}

BringIn DropSheet::Private::plan() const
{
    const QList<BringInModule> wanted = modules();
    return { .modules = wanted, .set = setForm->set(wanted) };
}

// Why it cannot be done as it stands; empty: it can.
QString DropSheet::Private::blockOf(const BringIn &wanted) const
{
    if (!isGranted(server.user.permissions, u"CREATE_SOFTWARE_MODULE"_s))
        return tr("You have no permission to create software modules and to upload files.");
    if (const auto fault = faultOf(wanted, lookAtServer.setTypes()))
        return bringInFaultText(*fault, wanted);
    for (const ModuleForm *const form : moduleForms) {
        if (form->isWanted() && !form->block().isEmpty())
            return form->block();
    }
    return {};
}

void DropSheet::Private::judge()
{
    if (!isAsking)
        return;
    const BringIn wanted = plan();
    const bool isKnown = hasFacts && !lookAtServer.isLooking() && !lookAtServer.error();
    if (moduleForms.isEmpty())
        return foot->setDo({}, tr("There is no file to bring in."));
    if (!isKnown)
        return foot->setDo({},
            lookAtServer.error() ? tr("The server could not be asked.")
                                 : tr("The server is being asked."));
    foot->setDo(bringInButtonText(wanted), blockOf(wanted));
}

// Where something is missing, else at the button.
void DropSheet::Private::focusFault()
{
    const BringIn wanted = plan();
    const auto fault = faultOf(wanted, lookAtServer.setTypes());
    if (!fault)
        return foot->focusPreferred();
    if (fault->module >= 0 && fault->module < moduleForms.size())
        moduleForms[fault->module]->focusFault(fault->kind);
    else
        setForm->focusFault(fault->kind);
}

void DropSheet::Private::start()
{
    isAsking = false;
    const BringIn wanted = plan();
    head->setSubtitle(tr("to %1").arg(context.profile));
    forms->hide();
    leftOut->hide();
    lines->show();
    run.start(wanted);
}

// Refused before anything was created: what was typed is there to be changed.
void DropSheet::Private::askAgain()
{
    isAsking = true;
    lines->hide();
    forms->show();
    leftOut->setVisible(!leftOut->text().isEmpty());
}

void DropSheet::Private::showRun()
{
    using State = BringInRun::State;
    lines->setLines(bringInLines(run));
    if (run.error())
        banner->showError(*run.error());
    else
        banner->clear();
    if (run.state() == State::Done)
        head->setTitle(tr("The files are on their way"));
    else if (run.state() == State::Undone)
        head->setTitle(tr("What was created is removed"));
    if (run.hasLeftNothing())
        askAgain();
    showPhase();
    if (run.state() != State::Running && run.state() != State::Undoing)
        emit q.created();
}

void DropSheet::Private::showPhase()
{
    foot->showState(isAsking ? BringInRun::State::Idle : run.state(), run.hasCreated());
    foot->setNote(createdText(run));
    judge();
    q.setDefaultButton(foot->preferred(context.isProduction));
    if (q.isVisible())
        foot->focusPreferred();
}

DropSheet::DropSheet(QWidget *window, Client &client, const ServerFacts &server, UploadQueue &queue,
    const SheetContext &context, const QString &profileId, const QStringList &paths)
    : Sheet(window)
    , d(std::make_unique<Private>(*this, client, server, queue, context, profileId, paths))
{
    setAccessibleName(d->head->title());
}

DropSheet::~DropSheet() = default;

// What was begun is finished first: it takes a moment.
void DropSheet::reject()
{
    using State = BringInRun::State;
    if (d->run.state() != State::Running && d->run.state() != State::Undoing)
        closeSheet();
}

} // namespace falconer

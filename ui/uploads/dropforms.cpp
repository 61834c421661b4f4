// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/dropforms.h"

#include "services/hawkbit/dialect.h"
#include "services/hawkbit/permissions.h"
#include "services/repository/bringinrun.h"
#include "ui/shared/sheet.h"
#include "ui/uploads/bringinruntext.h"
#include "ui/uploads/bringintext.h"
#include "ui/uploads/moduleform.h"
#include "ui/uploads/setform.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int lookDelay = 350; // ms after the last key in a name

} // namespace

DropForms::DropForms(Client &client, const ServerFacts &server, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_look(client)
    , m_layout(new QVBoxLayout(this))
    , m_leftOut(new QLabel(this))
    , m_set(new SetForm(this))
{
    m_leftOut->setProperty("look", u"secondary"_s);
    m_leftOut->setTextFormat(Qt::PlainText);
    m_leftOut->setWordWrap(true);
    m_leftOut->setContentsMargins(18, 8, 18, 4);
    m_leftOut->hide();
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    m_layout->addWidget(m_leftOut);
    m_layout->addWidget(m_set);
    m_lookSoon.setSingleShot(true);
    m_lookSoon.setInterval(lookDelay);
    connect(&m_lookSoon, &QTimer::timeout, this, &DropForms::look);
    connect(&m_look, &BringInLook::changed, this, &DropForms::takeFacts);
    connect(m_set, &SetForm::edited, this, &DropForms::edited);
    if (!isGranted(m_server.user.permissions, u"CREATE_DISTRIBUTION_SET"_s))
        m_set->forbid(tr("You have no permission to create distribution sets."));
}

void DropForms::setFiles(const WalkedFiles &walked)
{
    m_leftOut->setText(walkedText(walked));
    m_leftOut->setVisible(!m_leftOut->text().isEmpty());
    const QList<ModuleProposal> proposals = proposeModules(walked.files);
    for (const ModuleProposal &proposal : proposals) {
        qint64 bytes = 0;
        for (const DroppedFile &file : walked.files)
            bytes += proposal.paths.contains(file.path) ? file.size : 0;
        addForm(proposal, bytes);
    }
}

void DropForms::addForm(const ModuleProposal &proposal, qint64 bytes)
{
    auto *const form = new ModuleForm(proposal, bytes, this);
    const int at = m_layout->indexOf(m_set);
    m_layout->insertWidget(at, form);
    m_layout->insertWidget(at + 1, newSheetLine(this));
    connect(form, &ModuleForm::nameEdited, this, [this] {
        m_lookSoon.start();
        emit lookingChanged();
    });
    connect(form, &ModuleForm::edited, this, [this] {
        proposeSet();
        emit edited();
    });
    m_modules << form;
}

void DropForms::look()
{
    m_lookSoon.stop();
    QStringList names;
    for (const ModuleForm *const form : std::as_const(m_modules)) {
        if (!form->name().isEmpty() && !names.contains(form->name()))
            names << form->name();
    }
    m_look.look(names);
    emit lookingChanged();
}

void DropForms::takeFacts()
{
    if (!m_look.error()) {
        for (ModuleForm *const form : std::as_const(m_modules))
            form->setFacts(m_look.facts());
        proposeSet();
    }
    emit lookingChanged();
}

void DropForms::proposeSet()
{
    m_set->propose(m_look.facts(), m_look.setTypes(), modules());
}

void DropForms::confirm()
{
    m_set->confirm();
}

// A module that somebody else made meanwhile counts as a refusal until the server was asked again:
// then its form says that the files go into it.
void DropForms::showOutcome(const BringInRun &run)
{
    const QList<ModuleForm *> forms = wantedForms();
    const BringIn remainder = run.remainderOf(run.plan());
    for (qsizetype i = 0; i < forms.size(); ++i) {
        if (run.plan().modules[i].existingId == 0 && remainder.modules[i].existingId != 0)
            forms[i]->setCreated();
    }
    const BringInStep *const step = run.current();
    const QString why = takenNameText(run);
    if (step == nullptr || why.isEmpty())
        return;
    if (step->kind == BringInStep::Kind::CreateSet)
        m_set->refuse(why);
    else
        forms[step->module]->refuse(why);
}

QList<QWidget *> DropForms::fields() const
{
    QList<QWidget *> fields;
    for (const ModuleForm *const form : m_modules)
        fields << form->fields();
    return fields << m_set->fields();
}

QList<ModuleForm *> DropForms::wantedForms() const
{
    QList<ModuleForm *> wanted;
    std::ranges::copy_if(m_modules, std::back_inserter(wanted), &ModuleForm::isWanted);
    return wanted;
}

QList<BringInModule> DropForms::modules() const
{
    QList<BringInModule> modules;
    for (const ModuleForm *const form : wantedForms())
        modules << form->module();
    return modules;
}

BringIn DropForms::plan() const
{
    const QList<BringInModule> wanted = modules();
    return { .modules = wanted, .set = m_set->set(wanted) };
}

QString DropForms::block() const
{
    if (!isGranted(m_server.user.permissions, u"CREATE_SOFTWARE_MODULE"_s))
        return tr("You have no permission to create software modules and to upload files.");
    if (m_modules.isEmpty())
        return tr("There is no file to bring in.");
    if (m_look.error())
        return tr("The server could not be asked.");
    if (isLooking())
        return tr("The server is being asked.");
    const BringIn wanted = plan();
    if (const auto fault = faultOf(wanted, m_look.setTypes()))
        return bringInFaultText(*fault, wanted);
    for (const ModuleForm *const form : wantedForms()) {
        if (!form->block().isEmpty())
            return form->block();
    }
    return m_set->block();
}

bool DropForms::focusFault()
{
    const auto fault = faultOf(plan(), m_look.setTypes());
    if (!fault)
        return false;
    if (const QList<ModuleForm *> forms = wantedForms(); fault->module >= 0)
        forms[fault->module]->focusFault(fault->kind);
    else
        m_set->focusFault(fault->kind);
    return true;
}

} // namespace falconer

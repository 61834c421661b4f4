// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/dropforms.h"

#include "services/hawkbit/dialect.h"
#include "services/hawkbit/permissions.h"
#include "services/repository/bringinrun.h"
#include "ui/uploads/bringinruntext.h"
#include "ui/uploads/bringintext.h"
#include "ui/uploads/moduleform.h"
#include "ui/uploads/modulelist.h"
#include "ui/uploads/setform.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int lookDelay = 350; // ms after the last key in a name
constexpr int margin = 60;     // px, around a field that is brought into sight

} // namespace

DropForms::DropForms(Client &client, const ServerFacts &server, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_look(client)
    , m_leftOut(new QLabel(this))
    , m_modules(new ModuleList(this))
    , m_set(new SetForm(this))
{
    m_leftOut->setProperty("look", u"secondary"_s);
    m_leftOut->setTextFormat(Qt::PlainText);
    m_leftOut->setWordWrap(true);
    m_leftOut->setContentsMargins(18, 8, 18, 4);
    m_leftOut->hide();
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_leftOut);
    layout->addWidget(m_modules);
    layout->addWidget(m_set);
    m_lookSoon.setSingleShot(true);
    m_lookSoon.setInterval(lookDelay);
    connect(&m_lookSoon, &QTimer::timeout, this, &DropForms::look);
    connect(&m_look, &BringInLook::changed, this, &DropForms::takeFacts);
    connect(m_set, &SetForm::edited, this, &DropForms::edited);
    connect(m_modules, &ModuleList::modulesChanged, this, &DropForms::look);
    connect(m_modules, &ModuleList::nameEdited, this, [this] {
        m_lookSoon.start();
        emit lookingChanged();
    });
    connect(m_modules, &ModuleList::edited, this, [this] {
        proposeSet();
        emit edited();
    });
    if (!isGranted(m_server.user.permissions, u"CREATE_DISTRIBUTION_SET"_s))
        m_set->forbid(tr("You have no permission to create distribution sets."));
}

void DropForms::setArtifactLimit(qint64 limit)
{
    m_modules->setArtifactLimit(limit);
}

void DropForms::setFiles(const WalkedFiles &walked)
{
    m_leftOut->setText(walkedText(walked));
    m_leftOut->setVisible(!m_leftOut->text().isEmpty());
    m_modules->setFiles(walked.files);
}

void DropForms::look()
{
    m_lookSoon.stop();
    QStringList versions;
    for (const BringInModule &module : modules())
        versions << module.version;
    versions.removeAll(QString());
    versions.removeDuplicates();
    m_look.look(m_modules->names(), versions);
    emit lookingChanged();
}

void DropForms::takeFacts()
{
    if (!m_look.error()) {
        m_modules->setFacts(m_look.facts());
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
    const QList<ModuleForm *> forms = m_modules->wanted();
    const BringIn remainder = run.remainderOf(run.plan());
    for (qsizetype i = 0; i < forms.size(); ++i) {
        if (run.plan().modules[i].existingId == 0 && remainder.modules[i].existingId != 0)
            m_modules->setCreated(*forms[i]);
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
    return m_modules->fields() + m_set->fields();
}

QList<BringInModule> DropForms::modules() const
{
    QList<BringInModule> modules;
    for (const ModuleForm *const form : m_modules->wanted())
        modules << form->module();
    return modules;
}

BringIn DropForms::plan() const
{
    const QList<BringInModule> wanted = modules();
    return { .modules = wanted, .set = m_set->set(wanted) };
}

QString DropForms::blockOfPlan() const
{
    if (!isGranted(m_server.user.permissions, u"CREATE_SOFTWARE_MODULE"_s))
        return tr("You have no permission to create software modules and to upload files.");
    if (m_modules->isEmpty())
        return tr("There is no file to bring in.");
    if (m_look.error())
        return tr("The server could not be asked.");
    if (isLooking())
        return tr("The server is being asked.");
    const BringIn wanted = plan();
    const auto fault = faultOf(wanted, m_look.setTypes());
    return fault ? bringInFaultText(*fault, wanted) : QString();
}

QString DropForms::markedBlock() const
{
    for (const ModuleForm *const form : m_modules->wanted()) {
        if (!form->draft().block().isEmpty())
            return form->draft().block();
    }
    return m_set->block();
}

QString DropForms::block() const
{
    const QString block = blockOfPlan();
    return block.isEmpty() ? markedBlock() : block;
}

bool DropForms::isBlockMarked() const
{
    return blockOfPlan().isEmpty() && !markedBlock().isEmpty();
}

bool DropForms::focusFault()
{
    const QList<ModuleForm *> forms = m_modules->wanted();
    const auto fault = faultOf(plan(), m_look.setTypes());
    const auto refused = std::ranges::find_if(
        forms, [](const ModuleForm *form) { return !form->draft().block().isEmpty(); });
    if (fault && fault->module >= 0)
        forms[fault->module]->focusFault(fault->kind);
    else if (fault)
        m_set->focusFault(fault->kind);
    else if (refused != forms.end())
        (*refused)->focusVersion();
    else
        return false;
    // Its place is known once what has just been shown is laid out.
    QMetaObject::invokeMethod(this, &DropForms::bringIntoSight, Qt::QueuedConnection);
    return true;
}

void DropForms::bringIntoSight()
{
    QWidget *const field = focusWidget();
    QWidget *area = parentWidget();
    while (area != nullptr && qobject_cast<QScrollArea *>(area) == nullptr)
        area = area->parentWidget();
    if (area != nullptr && field != nullptr)
        static_cast<QScrollArea *>(area)->ensureWidgetVisible(field, 0, margin);
}

} // namespace falconer

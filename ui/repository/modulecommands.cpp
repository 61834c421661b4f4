// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/modulecommands.h"

#include "models/softwaretitles.h"
#include "services/http/client.h"
#include "services/uploads/uploadqueue.h"
#include "ui/plan/journalnote.h"
#include "ui/repository/deletemodulesheet.h"
#include "ui/repository/editmodulesheet.h"
#include "ui/repository/modulespane.h"
#include "ui/repository/modulessheet.h"
#include "ui/repository/moduleverdicts.h"
#include "ui/repository/newmodulesheet.h"
#include "ui/shared/dragtable.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr ModuleCommand allCommands[]{ ModuleCommand::Edit, ModuleCommand::Lock,
    ModuleCommand::Delete, ModuleCommand::Upload };

} // namespace

ModuleCommands::ModuleCommands(
    const RepositoryContext &context, ModulesPane &modules, QWidget *workspace)
    : QObject(workspace)
    , m_context(context)
    , m_modules(modules)
    , m_workspace(workspace)
{
    connect(&modules.bar(), &ModuleBar::requested, this, &ModuleCommands::run);
    connect(&modules, &ModulesPane::createRequested, this, &ModuleCommands::create);
    connect(&modules, &ModulesPane::currentChanged, this, &ModuleCommands::update);
    addKeys();
    update();
}

void ModuleCommands::addKeys()
{
    const auto add = [this](const QKeySequence &keys, auto slot) {
        auto *const action = new QAction(&m_modules);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_modules.addAction(action);
        connect(action, &QAction::triggered, this, slot);
    };
    add(QKeySequence::New, [this] { create(); });
    add(Qt::Key_Insert, [this] { create(); });
    add(Qt::Key_F2, [this] { run(ModuleCommand::Edit); });
    add(QKeySequence::Delete, [this] { run(ModuleCommand::Delete); });
}

void ModuleCommands::update()
{
    const ItemSelection<SoftwareModule> selected = m_modules.picked();
    m_modules.setNewVerdict(newModuleVerdict(m_context.server));
    ModuleBar &bar = m_modules.bar();
    bar.setUnlocks(areAllLocked(selected));
    for (const ModuleCommand command : allCommands)
        bar.setVerdict(command, moduleVerdict(command, selected, m_context.server));
}

void ModuleCommands::fillMenu(QMenu &menu)
{
    m_modules.bar().fillMenu(menu);
    menu.addSeparator();
    menu.addAction(tr("Details"), this, &ModuleCommands::detailsRequested);
    const ItemSelection<SoftwareModule> selected = m_modules.picked();
    QStringList titles;
    for (const SoftwareModule &module : selected.items)
        titles << titleOf(module);
    QAction *const copy = menu.addAction(tr("Copy name and version"), this,
        [titles] { QApplication::clipboard()->setText(titles.join(u'\n')); });
    copy->setEnabled(selected.isAtHand());
    if (!selected.isAtHand())
        copy->setToolTip(tr("Not all that is selected is loaded: select fewer."));
}

void ModuleCommands::create()
{
    if (!newModuleVerdict(m_context.server).allowed)
        return;
    auto *const sheet = new NewModuleSheet(m_context, m_workspace->window());
    connect(sheet, &NewModuleSheet::created, this, &ModuleCommands::created);
    open(sheet);
}

void ModuleCommands::run(ModuleCommand command)
{
    const ItemSelection<SoftwareModule> selected = m_modules.picked();
    if (!moduleVerdict(command, selected, m_context.server).allowed)
        return; // by a key
    const bool isDeletion = command == ModuleCommand::Delete;
    if (selected.count > 1)
        return openSeveral(isDeletion ? ModuleDeed::Delete : ModuleDeed::Lock, selected);
    const SoftwareModule &module = selected.items.first();
    switch (command) {
    case ModuleCommand::Edit:
        return open(new EditModuleSheet(m_context, module, m_workspace->window()));
    case ModuleCommand::Lock:
        return lock(module);
    case ModuleCommand::Delete:
        return openDelete(module);
    case ModuleCommand::Upload:
        emit uploadRequested(module);
        return;
    }
}

void ModuleCommands::open(FormSheet *sheet)
{
    connect(sheet, &FormSheet::written, this, &ModuleCommands::written);
    sheet->open();
}

// What is gone is not selected any more.
void ModuleCommands::openDelete(const SoftwareModule &module)
{
    auto *const sheet = new DeleteModuleSheet(m_context, module, m_workspace->window());
    connect(sheet, &DeleteModuleSheet::deleted, this, [this] { deleted({}); });
    open(sheet);
}

void ModuleCommands::deleted(const QList<qint64> &left)
{
    m_modules.selectModules(left);
    if (m_context.uploads)
        m_context.uploads->noteRoom(m_context.profileId);
}

void ModuleCommands::openSeveral(ModuleDeed deed, const ItemSelection<SoftwareModule> &selected)
{
    auto *const sheet = new ModulesSheet(m_context, deed, selected, m_workspace->window());
    connect(sheet, &ModulesSheet::deleted, this, &ModuleCommands::deleted);
    connect(sheet, &SeriesSheet::written, this, &ModuleCommands::written);
    sheet->open();
}

// Harmless and easily taken back: sent at once, but not twice.
void ModuleCommands::lock(const SoftwareModule &module)
{
    if (m_locks.contains(module.id))
        return;
    m_locks[module.id]
        = m_context.client.send(updateSoftwareModule(module.id, { .locked = !module.locked }),
            [this, module](const Result<SoftwareModule> &answer) {
                m_locks.erase(module.id);
                if (answer)
                    writeToJournal(m_context.sheets,
                        module.locked ? JournalEntry::What::ModuleUnlocked
                                      : JournalEntry::What::ModuleLocked,
                        titleOf(module));
                else
                    m_modules.showFailure(answer.error());
                emit written();
            });
}

} // namespace falconer

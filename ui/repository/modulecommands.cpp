// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/modulecommands.h"

#include "models/softwaretitles.h"
#include "services/http/client.h"
#include "ui/repository/deletemodulesheet.h"
#include "ui/repository/editmodulesheet.h"
#include "ui/repository/modulespane.h"
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
    add(Qt::Key_F2, [this] { run(ModuleCommand::Edit); });
    add(QKeySequence::Delete, [this] { run(ModuleCommand::Delete); });
}

void ModuleCommands::update()
{
    const QList<SoftwareModule> selected = m_modules.selectedModules();
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
    QStringList titles;
    for (const SoftwareModule &module : m_modules.selectedModules())
        titles << titleOf(module);
    menu.addAction(tr("Copy name and version"), this,
        [titles] { QApplication::clipboard()->setText(titles.join(u'\n')); });
}

void ModuleCommands::create()
{
    if (!newModuleVerdict(m_context.server).allowed)
        return;
    auto *const sheet = new NewModuleSheet(m_context, m_workspace->window());
    connect(sheet, &FormSheet::written, this, &ModuleCommands::written);
    connect(sheet, &NewModuleSheet::created, this, &ModuleCommands::created);
    sheet->open();
}

void ModuleCommands::run(ModuleCommand command)
{
    const QList<SoftwareModule> selected = m_modules.selectedModules();
    if (!moduleVerdict(command, selected, m_context.server).allowed)
        return; // by a key
    switch (command) {
    case ModuleCommand::Edit:
        return edit(selected.first());
    case ModuleCommand::Lock:
        return lock(selected);
    case ModuleCommand::Delete:
        return remove(selected.first());
    case ModuleCommand::Upload:
        emit uploadRequested(selected.first());
        return;
    }
}

void ModuleCommands::edit(const SoftwareModule &module)
{
    auto *const sheet = new EditModuleSheet(m_context, module, m_workspace->window());
    connect(sheet, &FormSheet::written, this, &ModuleCommands::written);
    sheet->open();
}

void ModuleCommands::remove(const SoftwareModule &module)
{
    auto *const sheet = new DeleteModuleSheet(m_context, module, m_workspace->window());
    connect(sheet, &FormSheet::written, this, &ModuleCommands::written);
    sheet->open();
}

// Harmless and easily taken back: sent at once. Only those that are not so already.
void ModuleCommands::lock(const QList<SoftwareModule> &modules)
{
    if (!m_toLock.isEmpty())
        return; // the last one is still under way
    m_locks = !areAllLocked(modules);
    for (const SoftwareModule &module : modules) {
        if (module.locked != m_locks)
            m_toLock << module.id;
    }
    lockNext();
}

void ModuleCommands::lockNext()
{
    if (m_toLock.isEmpty()) {
        emit written();
        return;
    }
    m_call
        = m_context.client.send(updateSoftwareModule(m_toLock.takeFirst(), { .locked = m_locks }),
            [this](const Result<SoftwareModule> &answer) {
                if (!answer) {
                    m_toLock.clear();
                    m_modules.showFailure(answer.error());
                }
                lockNext();
            });
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/repositoryworkspace.h"

#include "models/softwaremodulecolumns.h"
#include "ui/repository/fileintake.h"
#include "ui/repository/modulemimedata.h"
#include "ui/repository/modulespane.h"
#include "ui/shared/dragtable.h"

#include <QDragEnterEvent>
#include <QLocale>

namespace falconer {

void RepositoryWorkspace::wireDrags()
{
    m_modules->table().setDragRules({
        .data = [this]() -> std::unique_ptr<QMimeData> {
            const QList<SoftwareModule> modules = m_modules->selectedModules();
            return modules.isEmpty() ? nullptr : std::make_unique<ModuleMimeData>(modules);
        },
        .words =
            [this] {
                const QList<SoftwareModule> modules = m_modules->selectedModules();
                return DragWords{ Icon::Repository, softwareModuleTitle(modules.first()),
                    modules.size() > 1 ? tr("+%1").arg(QLocale().toString(modules.size() - 1))
                                       : QString() };
            },
        .verdict = [this](const QMimeData &data, int row) -> std::optional<DropVerdict> {
            const qsizetype files = FileIntake::pathsOf(data).size();
            if (files == 0)
                return {};
            const std::optional<SoftwareModule> module = m_modules->moduleAt(row);
            return module ? m_intake->verdict(*module, files)
                          : DropVerdict{ false, tr("Drop files on a software module.") };
        },
        .place = {},
        .take = [this](const QMimeData &data, int row) -> std::function<void()> {
            const QStringList paths = FileIntake::pathsOf(data);
            const SoftwareModule module = *m_modules->moduleAt(row);
            return [this, paths, module] { m_intake->add(module, paths); };
        },
    });
}

} // namespace falconer

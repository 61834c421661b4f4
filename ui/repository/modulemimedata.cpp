// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/modulemimedata.h"

#include "models/softwaretitles.h"

namespace falconer {

ModuleMimeData::ModuleMimeData(const QList<SoftwareModule> &modules)
    : m_modules(modules)
{
    QStringList titles;
    for (const SoftwareModule &module : modules)
        titles << titleOf(module);
    setText(titles.join(u'\n'));
}

const QList<SoftwareModule> *ModuleMimeData::modulesOf(const QMimeData *data)
{
    const auto *const ours = qobject_cast<const ModuleMimeData *>(data);
    return ours ? &ours->m_modules : nullptr;
}

} // namespace falconer

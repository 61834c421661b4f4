// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/bringinjournal.h"

#include "services/repository/bringinrun.h"
#include "ui/plan/journalnote.h"

#include <algorithm>
#include <utility>

namespace falconer {

namespace {

using What = JournalEntry::What;

// Those of a list that another one lacks.
QStringList without(const QStringList &titles, const QStringList &others)
{
    QStringList rest;
    std::ranges::copy_if(titles, std::back_inserter(rest),
        [&others](const QString &title) { return !others.contains(title); });
    return rest;
}

} // namespace

void BringInJournal::take(const BringInRun &run)
{
    QStringList modules;
    for (const BringInModule &module : run.createdModules())
        modules << module.name + u' ' + module.version;
    QStringList sets;
    if (run.hasCreatedSet() && run.plan().set)
        sets << run.plan().set->name + u' ' + run.plan().set->version;
    writeToJournal(m_context, What::ModuleCreated, without(modules, m_modules));
    writeToJournal(m_context, What::SetCreated, without(sets, m_sets));
    writeToJournal(m_context, What::SetDeleted, without(m_sets, sets));
    writeToJournal(m_context, What::ModuleDeleted, without(m_modules, modules));
    m_modules = modules;
    m_sets = sets;
}

} // namespace falconer

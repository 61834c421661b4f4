// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/modulessheet.h"

#include "models/softwaretitles.h"
#include "services/hawkbit/rsql.h"
#include "services/http/client.h"

namespace falconer {

using namespace Qt::StringLiterals;

using Modules = SelectedItems<SoftwareModule>;

namespace {

JournalEntry::What journalWord(ModuleDeed deed)
{
    switch (deed) {
    case ModuleDeed::Delete:
        return JournalEntry::What::ModuleDeleted;
    case ModuleDeed::Lock:
        return JournalEntry::What::ModuleLocked;
    case ModuleDeed::Unlock:
        return JournalEntry::What::ModuleUnlocked;
    }
    Q_UNREACHABLE();
}

} // namespace

ModulesSheet::ModulesSheet(const RepositoryContext &context, ModuleDeed deed,
    const ItemSelection<SoftwareModule> &selection, QWidget *window)
    : SeriesSheet(
        context.sheets, deed == ModuleDeed::Delete ? Weight::Dangerous : Weight::Harmless, window)
    , m_context(context)
    , m_deed(deed)
    , m_selection(selection)
{
    find();
}

void ModulesSheet::find()
{
    showFinding(modulesTitle(m_deed, m_selection.count));
    if (m_selection.isAtHand())
        return take({ m_selection.items });
    m_finder.find(m_context.client, m_selection, listSoftwareModules,
        [this](const Result<Modules::Found> &found) {
            if (found)
                take(*found);
            else
                failToFind(found.error());
        });
}

void ModulesSheet::take(const Modules::Found &found)
{
    m_modules = found.items;
    m_isLimited = found.limited;
    if (m_deed == ModuleDeed::Delete)
        return readHolders();
    m_deed = lockDeed(m_modules);
    askNow();
}

// Nobody should delete without knowing what it does.
void ModulesSheet::readHolders()
{
    QStringList ids;
    for (const SoftwareModule &module : std::as_const(m_modules))
        ids << QString::number(module.id);
    m_holders.clear();
    m_walk.start(
        m_context.client, rsqlIn(u"module.id"_s, ids), listDistributionSets,
        [this](const Page<DistributionSet> &page) {
            for (const DistributionSet &set : page.content) {
                if (!m_holders.contains(set)) // it holds modules of two questions
                    m_holders << set;
            }
            return true;
        },
        [this](const std::optional<Error> &error) {
            if (error)
                failToFind(*error);
            else
                askNow();
        });
}

void ModulesSheet::askNow()
{
    m_toDo = modulesToDo(m_deed, m_modules, m_holders);
    QList<ConsequenceLine> lines = modulesLines(m_deed, m_modules, m_holders);
    if (m_isLimited)
        lines.prepend(limitLine(Modules::limit, m_selection.count));
    ask({ .what = journalWord(m_deed),
        .title = modulesTitle(m_deed, m_toDo.size()),
        .deed = modulesButton(m_deed, m_toDo, m_holders),
        .lines = lines,
        .names = titlesWhere(m_toDo, [](const SoftwareModule &) { return true; }),
        .obstacle = !m_toDo.isEmpty() ? QString()
            : m_modules.isEmpty()     ? tr("The server has none of them any more.")
                                      : modulesObstacle(m_deed) });
}

void ModulesSheet::act(qsizetype index, Series::Done done)
{
    const qint64 id = m_toDo.at(index).id;
    if (m_deed == ModuleDeed::Delete)
        return m_deletion.remove(
            m_context.client, id, lockedHolders(m_holders, id), std::move(done));
    m_call
        = m_context.client.send(updateSoftwareModule(id, { .locked = m_deed == ModuleDeed::Lock }),
            [done = std::move(done)](const Result<SoftwareModule> &answer) {
                done(answer ? std::nullopt : std::optional(answer.error()));
            });
}

void ModulesSheet::ended()
{
    if (m_deed != ModuleDeed::Delete)
        return;
    QList<qint64> left;
    for (const SoftwareModule &module : std::as_const(m_modules)) {
        const qsizetype i = m_toDo.indexOf(module);
        if (i < 0 || items().at(i).state != Series::Item::State::Done)
            left << module.id;
    }
    emit deleted(left);
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/deletemodulesheet.h"

#include "models/softwaretitles.h"
#include "services/http/client.h"
#include "ui/plan/consequencelist.h"
#include "ui/plan/journalnote.h"
#include "ui/repository/deletionlines.h"
#include "ui/shared/banner.h"

#include <QPushButton>

namespace falconer {

using namespace Qt::StringLiterals;

DeleteModuleSheet::DeleteModuleSheet(
    const RepositoryContext &context, const SoftwareModule &module, QWidget *window)
    : FormSheet(context.sheets, window)
    , m_client(context.client)
    , m_module(module)
    , m_lines(new ConsequenceList(this))
{
    setTitle(tr("Delete %1").arg(titleOf(module)));
    setButtons(tr("Delete the module"), tr("Keep it"));
    setDangerous();
    addWidePart(m_lines);
    connect(&banner(), &Banner::actionTriggered, this, &DeleteModuleSheet::read);
    read();
}

void DeleteModuleSheet::read()
{
    banner().clear();
    setObstacle(tr("What holds it is being looked up..."));
    m_readHolders = m_client.send(listSetsWith(m_module.id),
        [this](const Result<Page<DistributionSet>> &page) { takeHolders(page); });
    m_readArtifacts = m_client.send(
        listArtifacts(m_module.id), [this](const Result<QList<Artifact>> &artifacts) {
            if (artifacts)
                m_artifacts = *artifacts;
            showLines();
        });
}

// Nobody should delete without knowing what it does.
void DeleteModuleSheet::takeHolders(const Result<Page<DistributionSet>> &page)
{
    if (!page) {
        banner().showError(page.error(), context().profile);
        banner().setAction(tr("Try again"));
        return setObstacle(tr("What holds it could not be looked up."));
    }
    m_holders = *page;
    m_toUnlock.clear();
    for (const DistributionSet &set : setsToUnlock(*page))
        m_toUnlock << set.id;
    const int locked = int(m_toUnlock.size());
    setButtons(
        locked > 0 ? tr("Unlock %n set(s) and delete", nullptr, locked) : tr("Delete the module"));
    showLines();
    const auto inTheWay = int(setsInTheWay(*page).size());
    setObstacle(inTheWay == 0
            ? QString()
            : tr("Delete the %n invalidated set(s) that hold it first.", nullptr, inTheWay));
}

void DeleteModuleSheet::showLines()
{
    if (m_holders)
        m_lines->setLines(moduleDeletionLines(*m_holders, m_artifacts));
}

void DeleteModuleSheet::submit()
{
    beginSending(m_toUnlock.isEmpty() ? tr("The module is being deleted...")
                                      : tr("The sets are being unlocked..."));
    m_deletion.remove(m_client, m_module.id, m_toUnlock,
        [this](const std::optional<Error> &error) { answered(error); });
}

void DeleteModuleSheet::answered(const std::optional<Error> &error)
{
    if (!error) {
        writeToJournal(context(), JournalEntry::What::ModuleDeleted, titleOf(m_module));
        emit deleted();
        return succeed();
    }
    const bool isInvalid = error->code == "distributionset.invalid"_L1;
    if (error->kind != ErrorKind::Locked && !isInvalid)
        return refuse(*error);
    endSending();
    read(); // somebody changed a set meanwhile: the offer is made anew
    banner().showMessage(Tone::Attention,
        isInvalid ? tr("A set that holds the module was invalidated meanwhile.")
                  : tr("A set that holds the module was locked meanwhile."));
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/deleteartifactsheet.h"

#include "models/softwaretitles.h"
#include "services/http/client.h"
#include "services/http/gone.h"
#include "services/repository/moduledeletion.h"
#include "ui/plan/consequencelist.h"
#include "ui/plan/journalnote.h"
#include "ui/repository/deletionlines.h"
#include "ui/shared/banner.h"

namespace falconer {

DeleteArtifactSheet::DeleteArtifactSheet(const RepositoryContext &context,
    const SoftwareModule &module, const Artifact &artifact, QWidget *window)
    : FormSheet(context.sheets, window)
    , m_client(context.client)
    , m_module(module)
    , m_artifact(artifact)
    , m_lines(new ConsequenceList(this))
{
    setTitle(tr("Delete %1 from %2").arg(artifact.providedFilename, titleOf(module)));
    setDangerous();
    addWidePart(m_lines);
    showLines();
    m_readHolders
        = m_client.send(listSetsWith(module.id), [this](const Result<Page<DistributionSet>> &page) {
              if (page)
                  m_holders = *page;
              showLines();
          });
}

void DeleteArtifactSheet::showLines()
{
    m_lines->setLines(artifactDeletionLines(m_module, m_artifact, m_holders));
    setButtons(m_module.locked ? tr("Unlock the module and delete") : tr("Delete the artifact"),
        tr("Keep it"));
}

void DeleteArtifactSheet::submit()
{
    if (!m_module.locked) {
        beginSending(tr("The artifact is being deleted..."));
        return deleteNow();
    }
    beginSending(tr("The module is being unlocked..."));
    m_call = m_client.send(updateSoftwareModule(m_module.id, { .locked = false }),
        [this](const Result<SoftwareModule> &answer) {
            if (!answer)
                return refuse(answer.error());
            m_module.locked = false;
            deleteNow();
        });
}

void DeleteArtifactSheet::deleteNow()
{
    m_call = m_client.send(deleteArtifact(m_module.id, m_artifact.id),
        [this](const Result<Nothing> &answer) { answered(answer); });
}

void DeleteArtifactSheet::answered(const Result<Nothing> &answer)
{
    if (isGone(answer)) {
        writeToJournal(context(), JournalEntry::What::ArtifactDeleted,
            tr("%1 of %2").arg(m_artifact.providedFilename, titleOf(m_module)));
        return succeed();
    }
    if (answer.error().kind == ErrorKind::Locked) {
        m_module.locked = true; // since it was read
        showLines();
        endSending();
        banner().showMessage(Tone::Attention, tr("The module was locked meanwhile."));
        return;
    }
    refuse(answer.error());
}

} // namespace falconer

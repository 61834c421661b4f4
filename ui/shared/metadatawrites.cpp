// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/gone.h"
#include "ui/shared/banner.h"
#include "ui/shared/metadatahead.h"
#include "ui/shared/metadatatable.h"

#include <utility>

namespace falconer {

void MetadataTable::save()
{
    const bool isNew = m_editor->draft().isNew;
    const std::optional<Metadata> entry = m_editor->entry();
    if (!entry)
        return;
    clearNotice();
    m_editor->setBusy(true);
    const Request<Nothing> request
        = isNew ? createMetadata(owner(), { *entry }) : updateMetadata(owner(), *entry);
    m_saves[m_id] = m_client.send(
        request, [this, id = m_id](const Result<Nothing> &answer) { saved(id, answer); });
}

void MetadataTable::saved(const QString &id, const Result<Nothing> &answer)
{
    const Call over = std::move(m_saves[id]);
    m_saves.erase(id);
    const bool isShown = id == m_id;
    if (!answer) {
        if (isShown)
            showRefusal(answer.error());
        else
            m_drafts[id].refusal = answer.error();
        return;
    }
    m_drafts.remove(id);
    if (isShown) {
        close();
        reload();
    }
    emit written();
}

void MetadataTable::showRefusal(const Error &error)
{
    if (m_editor->showProblem(error))
        return;
    showError(error);
    m_banner->setDismissable(true);
    m_isAboutEditor = true;
}

// Asks in place; the same entry once more does not delete it.
void MetadataTable::askToDelete()
{
    const std::optional<Metadata> entry = current();
    if (!entry || !m_head->canChange())
        return;
    m_doomed = entry->key;
    m_isAboutEditor = false;
    m_banner->showMessage(Tone::Attention, tr("Delete %1 with its value?").arg(m_doomed));
    m_banner->setAction(tr("Delete"));
    m_banner->setDismissable(true);
}

// The banner's button: it tries to read again, or deletes.
void MetadataTable::confirm()
{
    if (m_doomed.isEmpty())
        return reload();
    const QString key = std::exchange(m_doomed, {});
    m_banner->clear();
    const int number = m_nextDeletion++;
    m_deletions[number] = m_client.send(deleteMetadata(owner(), key),
        [this, number, id = m_id](const Result<Nothing> &answer) { deleted(number, id, answer); });
}

void MetadataTable::deleted(int number, const QString &id, const Result<Nothing> &answer)
{
    const Call over = std::move(m_deletions[number]);
    m_deletions.erase(number);
    const bool isDone = isGone(answer);
    if (!isDone)
        m_undeleted[id] = answer.error(); // said once its owner was read
    if (id == m_id)
        reload();
    if (isDone)
        emit written();
}

} // namespace falconer

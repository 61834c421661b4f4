// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/moduledraft.h"

#include "ui/uploads/namefields.h"

#include <algorithm>

namespace falconer {

ModuleDraft::ModuleDraft(const ModuleProposal &proposal, qint64 bytes)
    : m_proposal(proposal)
    , m_bytes(bytes)
    , m_name(proposal.name.left(longestName))
    , m_version(proposal.version.left(longestVersion))
{
}

void ModuleDraft::setFiles(const QStringList &paths, qint64 bytes)
{
    m_proposal.paths = paths;
    m_bytes = bytes;
    proposeItsType();
    judge();
}

void ModuleDraft::setFacts(const BringInFacts &facts)
{
    m_facts = facts;
    proposeItsType();
    judge();
}

void ModuleDraft::setArtifactLimit(qint64 limit)
{
    m_artifactLimit = limit;
    judge();
}

void ModuleDraft::setWanted(bool wanted)
{
    m_isWanted = wanted;
    judge();
}

void ModuleDraft::setName(const QString &text)
{
    m_name = text;
    judge();
}

void ModuleDraft::setVersion(const QString &text)
{
    m_version = text;
    judge();
}

void ModuleDraft::chooseType(const QString &key)
{
    m_type = key;
    m_isTypeChosen = true;
    judge();
}

void ModuleDraft::setCreated()
{
    m_isCreated = true;
    m_isTypeChosen = true;
    judge();
}

void ModuleDraft::refuse(const QString &why)
{
    m_refused = module();
    m_refusal = why;
    judge();
}

BringInModule ModuleDraft::module() const
{
    return { .existingId = m_existing,
        .name = name(),
        .version = version(),
        .type = m_type,
        .paths = m_proposal.paths };
}

// A proposal until somebody chose.
void ModuleDraft::proposeItsType()
{
    QStringList keys;
    for (const SoftwareModuleType &moduleType : std::as_const(m_facts.moduleTypes))
        keys << moduleType.key;
    if (m_isTypeChosen) {
        if (!keys.contains(m_type))
            m_type.clear();
        return;
    }
    QList<KnownModule> known;
    for (const SoftwareModule &module : std::as_const(m_facts.modules)) {
        if (module.name.compare(name(), Qt::CaseInsensitive) == 0)
            known << KnownModule{ module.name, module.version, module.type, module.id };
    }
    m_type = proposeType(
        m_proposal.kind, name(), keys, known, typeOfEnding(m_proposal.paths, m_facts.moduleTypes));
}

// What this sheet created is none of those that were there.
const SoftwareModule *ModuleDraft::existing() const
{
    return m_isCreated ? nullptr : findModule(m_facts, name(), version(), m_type);
}

bool ModuleDraft::isTooMany() const
{
    return m_artifactLimit > 0 && m_proposal.paths.size() > m_artifactLimit;
}

void ModuleDraft::judge()
{
    const SoftwareModule *const found = existing();
    m_existing = found != nullptr ? found->id : 0;
    m_block.clear();
    if (found != nullptr && found->locked)
        m_block = tr("%1 %2 is there and locked: no file can be added to it. Choose another "
                     "version.")
                      .arg(found->name, found->version);
    else if (found == nullptr && !m_refusal.isEmpty() && module() == m_refused)
        m_block = m_refusal;
    else if (isTooMany())
        m_block = tr("These are %1 files; this server takes at most %2 in one software module.")
                      .arg(m_proposal.paths.size())
                      .arg(m_artifactLimit);
}

ModuleDraft::Note ModuleDraft::note() const
{
    if (!m_isWanted)
        return { tr("These files are left out.") };
    if (m_isCreated)
        return { tr("%1 %2 is created.").arg(name(), version()), Tone::Success };
    if (!m_block.isEmpty())
        return { m_block, Tone::Failure, !isTooMany() };
    if (name().isEmpty())
        return { tr("A name is needed."), Tone::Attention };
    if (version().isEmpty())
        return { tr("A version is needed."), Tone::Attention };
    if (const SoftwareModule *const found = existing()) {
        const bool isNews = found->name == m_refused.name && found->version == m_refused.version;
        return isNews ? Note{ tr("%1 The files go into it.").arg(m_refusal), Tone::Attention }
                      : Note{ tr("%1 %2 is there already: the files go into it.")
                                  .arg(found->name, found->version) };
    }
    if (m_type.isEmpty())
        return { tr("A type is needed."), Tone::Attention };
    const QString cut = cutText();
    return cut.isEmpty() ? Note{ newText() } : Note{ newText() + u' ' + cut, Tone::Attention };
}

QString ModuleDraft::cutText() const
{
    const auto isCut = [](const QString &proposed, const QString &now, int longest) {
        return proposed.size() > longest && now == proposed.left(longest);
    };
    if (isCut(m_proposal.name, m_name, longestName))
        return tr("The name is cut to %1 characters, the most that the server takes.")
            .arg(longestName);
    if (isCut(m_proposal.version, m_version, longestVersion))
        return tr("The version is cut to %1 characters, the most that the server takes.")
            .arg(longestVersion);
    return {};
}

QString ModuleDraft::newText() const
{
    if (!m_facts.names.contains(name()))
        return tr("The server is being asked.");
    QString text = tr("New: the server has no module of this name.");
    for (const SoftwareModule &module : m_facts.modules) {
        if (module.name == name() && !module.deleted)
            text = tr("New; the last one on the server is %1.").arg(module.version);
    }
    return text;
}

} // namespace falconer

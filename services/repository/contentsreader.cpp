// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/contentsreader.h"

#include "services/hawkbit/targets.h"

namespace falconer {

void ContentsReader::begin(Client &client, Done done)
{
    stop();
    m_client = &client;
    m_done = std::move(done);
    m_contents = {};
    m_error.reset();
}

void ContentsReader::readSet(Client &client, qint64 setId, Done done)
{
    begin(client, std::move(done));
    m_set = client.send(getDistributionSet(setId), [this](const Result<DistributionSet> &set) {
        if (set)
            return takeSet(*set);
        const Done answer = m_done;
        answer(tl::unexpected(set.error()));
    });
}

void ContentsReader::readInstalled(Client &client, const QString &controllerId, Done done)
{
    using Installed = Result<std::optional<DistributionSet>>;
    begin(client, std::move(done));
    m_set = client.send(
        getInstalledDistributionSet(controllerId), [this, controllerId](const Installed &answer) {
            if (answer && *answer)
                return takeSet(**answer);
            if (answer)
                return lookForTarget(controllerId);
            const Done done = m_done;
            done(tl::unexpected(answer.error()));
        });
}

// Servers say of one that does not exist, too, that it has no set.
void ContentsReader::lookForTarget(const QString &controllerId)
{
    m_set = m_client->send(getTarget(controllerId), [this](const Result<Target> &target) {
        const Done done = m_done;
        if (target)
            done(std::nullopt);
        else
            done(tl::unexpected(target.error()));
    });
}

void ContentsReader::stop()
{
    m_set = {};
    m_parts.clear();
}

void ContentsReader::takeSet(const DistributionSet &set)
{
    m_contents.set = set;
    m_open = set.modules.size() + 1;
    const MetadataOwner owner{ MetadataOwner::Kind::DistributionSet, QString::number(set.id) };
    m_parts.push_back(
        m_client->send(listMetadata(owner), [this](const Result<QList<Metadata>> &entries) {
            if (entries)
                m_contents.metadata = *entries;
            part(entries ? std::nullopt : std::optional(entries.error()));
        }));
    for (const SoftwareModule &module : set.modules) {
        m_parts.push_back(m_client->send(listArtifacts(module.id),
            [this, id = module.id](const Result<QList<Artifact>> &artifacts) {
                if (artifacts)
                    m_contents.artifacts[id] = *artifacts;
                part(artifacts ? std::nullopt : std::optional(artifacts.error()));
            }));
    }
}

void ContentsReader::part(const std::optional<Error> &error)
{
    if (error && !m_error)
        m_error = error;
    if (--m_open > 0)
        return;
    const Done done = m_done;
    if (m_error)
        done(tl::unexpected(*m_error));
    else
        done(std::optional(m_contents));
}

} // namespace falconer

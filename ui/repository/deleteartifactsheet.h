// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/artifacts.h"
#include "services/hawkbit/distributionsets.h"
#include "services/http/call.h"
#include "ui/repository/repositorycontext.h"
#include "ui/shared/formsheet.h"

namespace falconer {

class ConsequenceList;

// Deletes a file of a module, which is unlocked first where it is locked. Keeping is the default.
class DeleteArtifactSheet final : public FormSheet {
    Q_OBJECT

public:
    DeleteArtifactSheet(const RepositoryContext &context, const SoftwareModule &module,
        const Artifact &artifact, QWidget *window);

protected:
    void submit() override;

private:
    void showLines();
    void deleteNow();
    void answered(const Result<Nothing> &answer);

    Client &m_client;
    SoftwareModule m_module;
    Artifact m_artifact;
    std::optional<Page<DistributionSet>> m_holders;
    ConsequenceList *m_lines;
    Call m_readHolders;
    Call m_call;
};

} // namespace falconer

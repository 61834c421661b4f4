// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/artifacts.h"
#include "services/repository/moduledeletion.h"
#include "ui/repository/repositorycontext.h"
#include "ui/shared/formsheet.h"

namespace falconer {

class ConsequenceList;

// Deletes a software module: says first whether the server will remove or only hide it, which sets
// hold it, and unlocks those that stand against it. Keeping is the default.
class DeleteModuleSheet final : public FormSheet {
    Q_OBJECT

public:
    DeleteModuleSheet(
        const RepositoryContext &context, const SoftwareModule &module, QWidget *window);

signals:
    void deleted(); // it is gone, or somebody else was faster

protected:
    void submit() override;

private:
    void read();
    void takeHolders(const Result<Page<DistributionSet>> &page);
    void showLines();
    void answered(const std::optional<Error> &error);

    Client &m_client;
    SoftwareModule m_module;
    std::optional<Page<DistributionSet>> m_holders;
    std::optional<QList<Artifact>> m_artifacts;
    QList<qint64> m_toUnlock; // sets
    ConsequenceList *m_lines;
    Call m_readHolders;
    Call m_readArtifacts;
    ModuleDeletion m_deletion;
};

} // namespace falconer

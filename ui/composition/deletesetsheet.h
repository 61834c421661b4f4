// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/setdeletion.h"
#include "services/repository/setfates.h"
#include "ui/repository/repositorycontext.h"
#include "ui/shared/formsheet.h"

namespace falconer {

class ConsequenceList;

// Deletes a set, after it has said what that means: one that was ever assigned is only hidden, and
// its name and version stay taken.
class DeleteSetSheet final : public FormSheet {
    Q_OBJECT

public:
    DeleteSetSheet(const RepositoryContext &context, const DistributionSet &set, QWidget *window);

signals:
    void deleted(); // it is gone, or somebody else was faster

protected:
    void submit() override;

private:
    void showUse(const Result<DistributionSetStatistics> &answer);

    Client &m_client;
    DistributionSet m_set;
    ConsequenceList *m_lines;
    Call m_statistics;
    SetDeletion m_deletion;
};

} // namespace falconer

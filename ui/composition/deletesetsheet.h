// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/repository/repositorycontext.h"
#include "ui/shared/formsheet.h"

#include "services/hawkbit/distributionsets.h"
#include "services/http/call.h"
#include "services/http/result.h"

namespace falconer {

class ConsequenceList;

// Deletes a set, after it has said what that means: one that was ever assigned is only hidden, and
// its name and version stay taken.
class DeleteSetSheet final : public FormSheet {
    Q_OBJECT

public:
    DeleteSetSheet(const RepositoryContext &context, const DistributionSet &set, QWidget *window);

protected:
    void submit() override;

private:
    void showUse(const Result<DistributionSetStatistics> &answer);

    Client &m_client;
    DistributionSet m_set;
    ConsequenceList *m_lines;
    Call m_statistics;
    Call m_call;
};

} // namespace falconer

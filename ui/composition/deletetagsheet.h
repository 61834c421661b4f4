// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsettags.h"
#include "services/http/call.h"
#include "services/http/result.h"
#include "ui/repository/repositorycontext.h"
#include "ui/shared/formsheet.h"

namespace falconer {

class ConsequenceList;

// Deletes a tag of distribution sets, after it has said which sets have it.
class DeleteTagSheet final : public FormSheet {
    Q_OBJECT

public:
    DeleteTagSheet(
        const RepositoryContext &context, const DistributionSetTag &tag, QWidget *window);

protected:
    void submit() override;

private:
    void showUse(const Result<Page<DistributionSet>> &sets);

    Client &m_client;
    DistributionSetTag m_tag;
    ConsequenceList *m_lines;
    Call m_use;
    Call m_call;
};

} // namespace falconer

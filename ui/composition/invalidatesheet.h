// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/invalidationimpact.h"
#include "ui/repository/repositorycontext.h"
#include "ui/shared/formsheet.h"

class QButtonGroup;

namespace falconer {

class ConsequenceList;

// Invalidates a set: what that stops, counted, and what becomes of running actions. Says that
// nothing brings it back.
class InvalidateSheet final : public FormSheet {
    Q_OBJECT

public:
    InvalidateSheet(const RepositoryContext &context, const DistributionSet &set, QWidget *window);

protected:
    void submit() override;

private:
    void addChoice(ActionCancelation cancelation, const QString &name, const QString &text,
        const QString &meaning);
    ActionCancelation chosen() const;
    void showLines();

    Client &m_client;
    DistributionSet m_set;
    InvalidationGatherer m_gatherer;
    std::optional<InvalidationImpact> m_impact;
    ConsequenceList *m_lines;
    QButtonGroup *m_choices;
    Call m_call;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "services/http/call.h"
#include "services/http/result.h"
#include "ui/repository/repositorycontext.h"

#include <QFrame>

#include <optional>

namespace falconer {

class PropertySheet;
class SetTags;
class SetsSide;
class TagStrip;

// What a set is, what uses it, and its tags.
class SetFactsPanel final : public QFrame {
    Q_OBJECT

public:
    // side outlives it.
    SetFactsPanel(const RepositoryContext &context, SetsSide &side, QWidget *parent = nullptr);

    void showSet(const DistributionSet &set); // another one, or other values of the same
    void clear();
    void watch();   // what uses it, and its tags afresh
    void unwatch(); // asks for nothing any more

    TagStrip &tags();

private:
    void showFacts();

    RepositoryContext m_context;
    SetsSide &m_side;
    std::optional<DistributionSet> m_set;
    std::optional<Result<DistributionSetStatistics>> m_statistics;
    Call m_watch;
    PropertySheet *m_facts;
    SetTags *m_tags;
};

} // namespace falconer

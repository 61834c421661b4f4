// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/plan.h"
#include "services/hawkbit/pagewalk.h"

#include <QSet>

#include <functional>

namespace falconer {

// Finds what targets have installed without a request a target: asks which have the set itself,
// which have nothing, and which have its other versions, the newest first, until all are accounted
// for or the patience of requestBudget ends. What is left has something else.
class InstalledSets final {
public:
    static constexpr int requestBudget = 60;

    struct Scope {
        QStringList controllerIds;
        std::optional<QString> filter; // the same targets, said shorter
    };
    using Done = std::function<void(const std::optional<Error> &)>;

    void start(Client &client, const DistributionSet &set, const Scope &scope,
        std::function<void()> changed, Done done);
    void stop();

    const QSet<QString> &installed() const { return m_installed; }
    const QHash<QString, SetName> &former() const { return m_former; }

private:
    struct Question {
        QString filter;
        SetName name; // empty: nothing is installed
        bool isTheSet = false;
    };

    void askForVersions();
    void takeVersions(const Page<DistributionSet> &page);
    void nextQuestion();
    bool take(const Question &question, const Page<Target> &page);

    Client *m_client = nullptr;
    DistributionSet m_set;
    Scope m_scope;
    std::function<void()> m_changed;
    Done m_done;
    QSet<QString> m_open; // ids not accounted for
    QSet<QString> m_installed;
    QHash<QString, SetName> m_former;
    QList<Question> m_questions;
    int m_requests = 0;
    Call m_versions;
    PageWalk<Target> m_walk;
};

} // namespace falconer

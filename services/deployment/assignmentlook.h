// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/plan.h"
#include "services/hawkbit/dialect.h"
#include "services/hawkbit/pagewalk.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace falconer {

// Finds out whether a server took one request of an assignment whose answer was lost. It takes a
// request whole or not at all: as soon as a target that it knows lacks the set, it took none of it,
// however many had the set before.
class AssignmentLook final {
public:
    struct Answer {
        bool happened = false;
        QHash<QString, qint64> actionIds; // by controllerId: what runs of the set
        qint64 withoutAction = 0;         // have the set and nothing runs: done, or had it before
    };
    using Done = std::function<void(const Result<Answer> &)>;

    // controllerIds: those of the request, not empty.
    void start(Client &client, const Dialect &dialect, const DistributionSet &set,
        const QStringList &controllerIds, Done done);

private:
    void findActions();
    void findLacking();
    void finish(bool happened);
    void fail(const Error &error);

    Client *m_client = nullptr;
    Dialect m_dialect;
    qint64 m_setId = 0;
    QStringList m_ids;
    QSet<QString> m_having;
    bool m_isLacking = false;
    QHash<QString, qint64> m_actionIds;
    Done m_done;
    PageWalk<Target> m_targets;
    PageWalk<Action> m_actions;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/assignment.h"
#include "services/http/client.h"

#include <functional>

namespace falconer {

struct DistributionSet;

// Ends one running action for the server and assigns its set anew with the same options, as one
// act: the set is looked at before anything is ended, and nothing is assigned unless the former
// action has really ended without success. Whether a confirmation was wanted is not told of an
// action that has it; the new one follows the tenant's setting then.
class AssignAgain final {
public:
    // The new action; 0: the server has the set as assigned already and made none.
    using Done = std::function<void(const Result<qint64> &)>;

    AssignAgain(Client &client, QString controllerId, qint64 actionId, Done done);

    // Begins, or after an error goes on with the step that failed. done runs once for each call,
    // never before go() returned, and may destroy this.
    void go();
    // The former action has ended: if anything fails now, the device is left without one.
    bool hasEnded() const { return m_step == Step::Assign; }

private:
    enum class Step { Look, CheckSet, Cancel, Quit, Assign };

    void goTo(Step step);
    void takeAction(const Action &action);
    void takeSet(const DistributionSet &set);
    void takeWrite(const Result<Nothing> &answer, Step next);
    void takeAssignment(const Result<AssignmentResult> &answer);
    void findOut(const Error &lost);
    void fail(const Error &error);
    void end(const Result<qint64> &result);

    Client &m_client;
    QString m_controllerId;
    qint64 m_actionId;
    Done m_done;
    Step m_step = Step::Look;
    std::optional<Action> m_former;
    bool m_hasAsked = false;    // for its end
    bool m_lookedAgain = false; // since something was refused
    Call m_call;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/assignagain.h"

#include "services/hawkbit/distributionsets.h"
#include "services/http/lostanswer.h"

#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

AssignmentOptions optionsOf(const Action &action)
{
    AssignmentOptions options{ .type = action.forceType,
        .forceTime = action.forceTime,
        .weight = action.weight,
        .maintenanceWindow = action.maintenanceWindow };
    if (action.status == "wait_for_confirmation"_L1)
        options.confirmationRequired = true;
    if (options.maintenanceWindow)
        options.maintenanceWindow->nextStartAt = {};
    return options;
}

Error refusal(const QString &code)
{
    return { .kind = ErrorKind::Invalid, .code = code };
}

// Whoever looks again learns nothing new about these.
bool isAboutAction(const Error &error)
{
    return error.kind != ErrorKind::RateLimited && error.kind != ErrorKind::Unauthorized
        && error.kind != ErrorKind::Forbidden;
}

} // namespace

AssignAgain::AssignAgain(Client &client, QString controllerId, qint64 actionId, Done done)
    : m_client(client)
    , m_controllerId(std::move(controllerId))
    , m_actionId(actionId)
    , m_done(std::move(done))
{
}

void AssignAgain::go()
{
    goTo(m_step);
}

void AssignAgain::goTo(Step step)
{
    m_step = step;
    switch (step) {
    case Step::Look:
        m_call = m_client.send(
            getAction(m_controllerId, m_actionId), [this](const Result<Action> &action) {
                action ? takeAction(*action) : fail(action.error());
            });
        return;
    case Step::CheckSet:
        m_call = m_client.send(getDistributionSet(*m_former->distributionSetId),
            [this](
                const Result<DistributionSet> &set) { set ? takeSet(*set) : fail(set.error()); });
        return;
    case Step::Cancel:
        m_hasAsked = true;
        m_call = m_client.send(cancelAction(m_controllerId, m_actionId),
            [this](const Result<Nothing> &answer) { takeWrite(answer, Step::Quit); });
        return;
    case Step::Quit:
        m_hasAsked = true;
        m_call = m_client.send(forceQuitAction(m_controllerId, m_actionId),
            [this](const Result<Nothing> &answer) { takeWrite(answer, Step::Assign); });
        return;
    case Step::Assign:
        m_call = m_client.send(assignDistributionSet(*m_former->distributionSetId,
                                   { m_controllerId }, optionsOf(*m_former)),
            [this](const Result<AssignmentResult> &answer) { takeAssignment(answer); });
        return;
    }
    Q_UNREACHABLE();
}

// The options are those of the first look: what is being cancelled tells other things.
void AssignAgain::takeAction(const Action &action)
{
    if (!action.active) {
        // Our cancel was agreed to before the force-quit came; success is no reason to begin anew.
        const bool isCanceled = m_hasAsked && action.status == "canceled"_L1;
        return isCanceled ? goTo(Step::Assign) : fail(refusal(u"action.notCancelable"_s));
    }
    const bool isCanceling = action.status == "canceling"_L1;
    if (m_former)
        return goTo(isCanceling ? Step::Quit : Step::Cancel);
    if (!action.distributionSetId)
        return fail({ .kind = ErrorKind::Protocol, .where = u"_links.distributionset"_s });
    if (action.maintenanceWindow && !action.maintenanceWindow->nextStartAt.isValid())
        return fail(refusal(u"maintenanceScheduleInvalid"_s)); // it has lapsed
    m_former = action;
    goTo(Step::CheckSet);
}

void AssignAgain::takeSet(const DistributionSet &set)
{
    if (set.deleted || !set.valid || !set.complete)
        return fail(refusal(set.deleted ? u"deleted"_s
                : set.valid             ? u"distributionset.incomplete"_s
                                        : u"distributionset.invalid"_s));
    goTo(m_former->status == "canceling"_L1 ? Step::Quit : Step::Cancel);
}

void AssignAgain::takeWrite(const Result<Nothing> &answer, Step next)
{
    if (answer)
        return goTo(next);
    // The device or somebody else may have been quicker.
    if (isAboutAction(answer.error()) && !std::exchange(m_lookedAgain, true))
        return goTo(Step::Look);
    fail(answer.error());
}

void AssignAgain::takeAssignment(const Result<AssignmentResult> &answer)
{
    if (!answer)
        return mayHaveHappened(answer.error()) ? findOut(answer.error()) : fail(answer.error());
    if (answer->total == 0)
        return fail({ .kind = ErrorKind::NotFound, .code = u"repo.entityNotFound"_s });
    end(answer->actionIds.value(0));
}

// Without an answer nobody knows whether it was assigned: a newer action tells.
void AssignAgain::findOut(const Error &lost)
{
    const ListQuery newest{ .limit = 1, .sort = { u"id"_s, Qt::DescendingOrder } };
    m_call = m_client.send(
        listTargetActions(m_controllerId, newest), [this, lost](const Result<Page<Action>> &page) {
            const bool isThere
                = page && !page->content.isEmpty() && page->content.first().id > m_actionId;
            isThere ? end(page->content.first().id) : fail(lost);
        });
}

void AssignAgain::fail(const Error &error)
{
    end(tl::unexpected(error));
}

void AssignAgain::end(const Result<qint64> &result)
{
    const Done done = m_done; // which may destroy this
    done(result);
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/bringinrun.h"

#include "services/http/gone.h"
#include "services/uploads/uploadqueue.h"

namespace falconer {

namespace {

// How far the server's clock may be behind ours for what we created to be known as ours.
constexpr int mostSkewMs = 60'000;

} // namespace

void BringInRun::look(TakenName::Done done)
{
    const BringInStep &step = m_steps[m_step];
    if (step.kind == BringInStep::Kind::CreateModule) {
        const BringInModule &wanted = module();
        m_name.find(m_client, TakenName::Of::SoftwareModule, wanted.name, wanted.version,
            wanted.type, std::move(done));
    } else {
        const BringInSet &wanted = *m_plan.set;
        m_name.find(m_client, TakenName::Of::DistributionSet, wanted.name, wanted.version,
            wanted.type, std::move(done));
    }
}

// It was not there when the plan was made. What is not known to be ours must never be removed; the
// other mistake leaves something that a person is told of.
bool BringInRun::isOurs(const NameHolder &found) const
{
    return !m_user.isEmpty() && found.createdBy == m_user
        && found.createdAt >= m_firstTry.addMSecs(-mostSkewMs);
}

// A look that fails leaves open what was open.
void BringInRun::lookAndCreate()
{
    look([this](const Result<std::optional<NameHolder>> &found) {
        if (!found)
            return fail(found.error());
        m_isFateUnknown = false;
        if (!*found)
            return next();
        if (isOurs(**found))
            return created((*found)->id);
        m_holder = *found;
        fail({});
    });
}

void BringInRun::lookAndRemove()
{
    look([this](const Result<std::optional<NameHolder>> &found) {
        if (!found)
            return fail(found.error());
        m_isFateUnknown = false;
        if (*found && isOurs(**found))
            takeCreated((*found)->id);
        else
            m_holder = *found;
        removeNext();
    });
}

// An earlier try may have come through only after it was looked for.
void BringInRun::lookForHolder(const Error &refusal)
{
    look([this, refusal](const Result<std::optional<NameHolder>> &found) {
        if (!found)
            return fail(refusal);
        if (*found && m_hasLostAnswer && isOurs(**found))
            return created((*found)->id);
        m_holder = *found;
        m_isNameHidden = !*found;
        fail(refusal);
    });
}

void BringInRun::undo()
{
    m_error.reset();
    m_holder.reset();
    m_isNameHidden = false;
    m_queue.cancel(m_uploads);
    m_uploads.clear();
    setState(State::Undoing);
    m_isFateUnknown ? lookAndRemove() : removeNext();
}

// What somebody else has removed meanwhile is removed.
void BringInRun::removeNext()
{
    if (m_setId == 0 && m_created.isEmpty())
        return setState(State::Undone);
    if (m_setId != 0)
        return m_deletion.remove(m_client, m_setId, [this](const std::optional<Error> &error) {
            if (error)
                return fail(error);
            m_setId = 0;
            removeNext();
        });
    m_call = m_client.send(deleteSoftwareModule(m_created.constLast().existingId),
        [this](const Result<Nothing> &removed) {
            if (!isGone(removed))
                return fail(removed.error());
            m_created.removeLast();
            removeNext();
        });
}

} // namespace falconer

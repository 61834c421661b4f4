// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/bringinrun.h"

#include "services/http/lostanswer.h"
#include "services/uploads/uploadqueue.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

BringInRun::BringInRun(
    Client &client, UploadQueue &queue, QString profileId, QString user, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_queue(queue)
    , m_profileId(std::move(profileId))
    , m_user(std::move(user))
{
}

void BringInRun::start(const BringIn &plan)
{
    m_plan = plan;
    m_steps = stepsOf(plan);
    m_step = 0;
    m_moduleIds.clear();
    const BringIn remainder = remainderOf(plan);
    for (const BringInModule &module : remainder.modules)
        m_moduleIds << module.existingId;
    m_firstTry = {};
    m_hasLostAnswer = false;
    resume();
}

void BringInRun::resume()
{
    m_error.reset();
    m_holder.reset();
    m_isNameHidden = false;
    setState(State::Running);
    next();
}

BringIn BringInRun::remainderOf(const BringIn &plan) const
{
    BringIn remainder = plan;
    for (BringInModule &module : remainder.modules) {
        const auto created = std::ranges::find_if(m_created, [&](const BringInModule &one) {
            return one.name == module.name && one.version == module.version
                && one.type == module.type;
        });
        if (created != m_created.end())
            module.existingId = created->existingId;
    }
    return remainder;
}

bool BringInRun::canBeChanged() const
{
    return m_state == State::Failed && !m_isFateUnknown
        && m_steps[m_step].kind != BringInStep::Kind::QueueFile;
}

const BringInStep *BringInRun::current() const
{
    return m_step < m_steps.size() ? &m_steps[m_step] : nullptr;
}

// Also what was created by a plan before this one.
bool BringInRun::isDone(qsizetype step) const
{
    return step < m_step
        || (m_steps[step].kind == BringInStep::Kind::CreateModule
            && m_moduleIds[m_steps[step].module] != 0);
}

BringInRun::StepState BringInRun::stepState(qsizetype step) const
{
    if (isDone(step))
        return StepState::Done;
    if (step > m_step || m_state == State::Idle)
        return StepState::Waiting;
    return m_state == State::Running ? StepState::Running : StepState::Failed;
}

void BringInRun::next()
{
    while (m_step < m_steps.size() && isDone(m_step))
        ++m_step;
    if (m_step == m_steps.size())
        return setState(State::Done);
    if (m_steps[m_step].kind == BringInStep::Kind::QueueFile)
        return queueFile();
    if (m_isFateUnknown)
        return lookAndCreate();
    if (!m_firstTry.isValid())
        m_firstTry = QDateTime::currentDateTimeUtc();
    if (m_steps[m_step].kind == BringInStep::Kind::CreateModule)
        createModule();
    else
        createSet();
}

void BringInRun::createModule()
{
    const BringInModule &wanted = module();
    m_call = m_client.send(
        createSoftwareModules(
            { { .name = wanted.name, .version = wanted.version, .type = wanted.type } }),
        [this](const Result<QList<SoftwareModule>> &answer) {
            if (!answer || answer->isEmpty())
                return createFailed(answer ? Error{ .kind = ErrorKind::Protocol } : answer.error());
            created(answer->constFirst().id);
        });
}

void BringInRun::createSet()
{
    const BringInSet &set = *m_plan.set;
    m_call = m_client.send(createDistributionSets({ { .name = set.name,
                               .version = set.version,
                               .type = set.type,
                               .description = set.description,
                               .requiredMigrationStep = set.requiredMigrationStep,
                               .modules = set.otherModules + m_moduleIds } }),
        [this](const Result<QList<DistributionSet>> &answer) {
            if (!answer || answer->isEmpty())
                return createFailed(answer ? Error{ .kind = ErrorKind::Protocol } : answer.error());
            created(answer->constFirst().id);
        });
}

void BringInRun::takeCreated(qint64 id)
{
    const BringInStep &step = m_steps[m_step];
    if (step.kind == BringInStep::Kind::CreateSet) {
        m_setId = id;
        return;
    }
    m_moduleIds[step.module] = id;
    m_created << module();
    m_created.last().existingId = id;
}

void BringInRun::created(qint64 id)
{
    takeCreated(id);
    stepDone();
}

void BringInRun::createFailed(const Error &error)
{
    m_isFateUnknown = mayHaveHappened(error);
    m_hasLostAnswer = m_hasLostAnswer || m_isFateUnknown;
    if (error.code == "repo.entityAlreadyExists"_L1)
        lookForHolder(error);
    else
        fail(error);
}

void BringInRun::queueFile()
{
    const BringInStep &step = m_steps[m_step];
    const Result<qint64> added = m_queue.add({ .profileId = m_profileId,
        .softwareModuleId = m_moduleIds[step.module],
        .moduleTitle = module().name + u' ' + module().version,
        .path = module().paths[step.file] });
    if (!added)
        return fail(added.error());
    m_uploads << *added;
    stepDone();
}

void BringInRun::stepDone()
{
    ++m_step;
    m_firstTry = {};
    m_hasLostAnswer = false;
    emit changed();
    next();
}

void BringInRun::fail(const std::optional<Error> &error)
{
    m_error = error;
    setState(m_state == State::Undoing ? State::UndoFailed : State::Failed);
}

void BringInRun::setState(State state)
{
    m_state = state;
    emit changed();
}

} // namespace falconer

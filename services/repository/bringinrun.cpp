// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/bringinrun.h"

#include "services/hawkbit/rsql.h"
#include "services/http/gone.h"
#include "services/http/lostanswer.h"
#include "services/uploads/uploadqueue.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

ListQuery sameNameAndVersion(const QString &name, const QString &version)
{
    return { .limit = 50,
        .filter = rsqlAnd({ rsqlSame(u"name"_s, name), rsqlSame(u"version"_s, version) }) };
}

// Servers compare text without regard to case here, but not when they refuse a name.
template <typename T, typename Wanted> qint64 idOf(const Page<T> &page, const Wanted &wanted)
{
    for (const T &one : page.content) {
        if (one.name == wanted.name && one.version == wanted.version && one.type == wanted.type
            && !one.deleted)
            return one.id;
    }
    return 0;
}

} // namespace

BringInRun::BringInRun(Client &client, UploadQueue &queue, QString profileId, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_queue(queue)
    , m_profileId(std::move(profileId))
{
}

void BringInRun::start(const BringIn &plan)
{
    m_plan = plan;
    m_steps = stepsOf(plan);
    m_step = 0;
    m_error.reset();
    m_moduleIds.clear();
    for (const BringInModule &module : plan.modules)
        m_moduleIds << module.existingId;
    setState(State::Running);
    next();
}

void BringInRun::resume()
{
    m_error.reset();
    setState(State::Running);
    next();
}

BringInRun::StepState BringInRun::stepState(qsizetype step) const
{
    if (step < m_step)
        return StepState::Done;
    if (step > m_step || m_state == State::Idle)
        return StepState::Waiting;
    return m_state == State::Running ? StepState::Running : StepState::Failed;
}

void BringInRun::next()
{
    if (m_step == m_steps.size())
        return setState(State::Done);
    switch (m_steps[m_step].kind) {
    case BringInStep::Kind::CreateModule:
        return m_isFateUnknown ? lookAndCreate() : createModule();
    case BringInStep::Kind::CreateSet:
        return m_isFateUnknown ? lookAndCreate() : createSet();
    case BringInStep::Kind::QueueFile:
        return queueFile();
    }
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

// A look that fails leaves open what was open.
void BringInRun::look(Found done)
{
    const auto take = [this, done = std::move(done)](const auto &wanted) {
        return [this, done, wanted](const auto &page) {
            if (!page)
                return fail(page.error());
            m_isFateUnknown = false;
            done(idOf(*page, wanted));
        };
    };
    if (m_steps[m_step].kind == BringInStep::Kind::CreateModule) {
        const BringInModule &wanted = module();
        m_call = m_client.send(
            listSoftwareModules(sameNameAndVersion(wanted.name, wanted.version)), take(wanted));
    } else {
        const BringInSet &wanted = *m_plan.set;
        m_call = m_client.send(
            listDistributionSets(sameNameAndVersion(wanted.name, wanted.version)), take(wanted));
    }
}

void BringInRun::lookAndCreate()
{
    look([this](qint64 id) {
        if (id != 0)
            created(id);
        else
            next();
    });
}

void BringInRun::lookAndRemove()
{
    look([this](qint64 id) {
        if (id != 0)
            takeCreated(id);
        removeNext();
    });
}

void BringInRun::takeCreated(qint64 id)
{
    const BringInStep &step = m_steps[m_step];
    if (step.kind == BringInStep::Kind::CreateSet) {
        m_setId = id;
    } else {
        m_moduleIds[step.module] = id;
        m_created << step.module;
    }
}

void BringInRun::created(qint64 id)
{
    takeCreated(id);
    stepDone();
}

void BringInRun::createFailed(const Error &error)
{
    m_isFateUnknown = mayHaveHappened(error);
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
    emit changed();
    next();
}

void BringInRun::fail(const Error &error)
{
    m_error = error;
    setState(m_state == State::Undoing ? State::UndoFailed : State::Failed);
}

void BringInRun::undo()
{
    m_error.reset();
    m_queue.cancel(m_uploads);
    m_uploads.clear();
    setState(State::Undoing);
    m_isFateUnknown ? lookAndRemove() : removeNext();
}

void BringInRun::removeNext()
{
    if (m_setId == 0 && m_created.isEmpty())
        return setState(State::Undone);
    const bool isSet = m_setId != 0;
    m_call = m_client.send(isSet ? deleteDistributionSet(m_setId)
                                 : deleteSoftwareModule(m_moduleIds[m_created.constLast()]),
        [this, isSet](const Result<Nothing> &removed) {
            if (!isGone(removed))
                return fail(removed.error());
            if (isSet)
                m_setId = 0;
            else
                m_created.removeLast();
            removeNext();
        });
}

void BringInRun::setState(State state)
{
    m_state = state;
    emit changed();
}

} // namespace falconer

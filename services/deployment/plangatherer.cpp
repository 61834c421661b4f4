// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/plangatherer.h"

#include "services/deployment/acceptedtypes.h"
#include "services/deployment/installedsets.h"
#include "services/deployment/setcheck.h"
#include "services/deployment/setfilter.h"
#include "services/hawkbit/rsql.h"

#include <QTimer>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int gatherMs = 30; // several answers become one new plan

} // namespace

struct PlanGatherer::Private {
    Private(PlanGatherer &gatherer, Client &someClient, ServerFacts someServer)
        : q(gatherer)
        , client(someClient)
        , server(std::move(someServer))
    {
        soon.setSingleShot(true);
        soon.setInterval(gatherMs);
    }

    void know(PlanPart part, const std::optional<Error> &error, qint64 count);
    void update();
    void checkSet();
    void walkFilter();
    void resolveIds();
    void targetsKnown();
    QStringList detailedIds() const;
    void findAssigned(const QStringList &ids);
    void findInstalled(const QStringList &ids);
    void findRunning(const QStringList &ids);
    void findAccepted();
    QStringList scoped(const QString &filter, const QStringList &ids) const;
    bool filterIsScope() const;

    PlanGatherer &q;
    Client &client;
    ServerFacts server;
    TargetSelection selection;
    PlanFacts facts;
    Plan plan;
    QTimer soon;
    SetCheck setCheck;
    AcceptedTypes acceptedTypes;
    InstalledSets installedSets;
    PageWalk<Target> targets;
    PageWalk<Target> assigned;
    PageWalk<Action> running;
};

void PlanGatherer::Private::know(PlanPart part, const std::optional<Error> &error, qint64 count)
{
    facts.part(part) = { .state = error ? Knowledge::State::Failed : Knowledge::State::Known,
        .targets = count,
        .error = error.value_or(Error()) };
    soon.start();
}

void PlanGatherer::Private::update()
{
    plan = makePlan(facts);
    emit q.changed();
}

void PlanGatherer::Private::checkSet()
{
    setCheck.start(client, facts.set.id, [this](const Result<SetCheck::Answer> &answer) {
        facts.setGone = !answer && answer.error().kind == ErrorKind::NotFound;
        if (answer) {
            facts.set = answer->set;
            facts.missingModuleTypes = answer->missingModuleTypes;
            facts.incompleteModules = answer->incompleteModules;
        }
        know(PlanPart::Set, answer || facts.setGone ? std::nullopt : std::optional(answer.error()),
            0);
    });
}

void PlanGatherer::Private::walkFilter()
{
    facts.byFilter = true;
    targets.start(
        client, { *selection.filter }, listTargets,
        [this](const Page<Target> &page) {
            facts.selected = page.total;
            facts.targets += page.content;
            facts.part(PlanPart::Targets).targets = facts.targets.size();
            soon.start();
            return page.total <= maxTargetsOfPlan;
        },
        [this](const std::optional<Error> &error) {
            know(PlanPart::Targets, error, facts.targets.size());
            targetsKnown();
        });
}

void PlanGatherer::Private::resolveIds()
{
    targets.start(
        client, rsqlIn(u"controllerid"_s, facts.unresolvedIds), listTargets,
        [this](const Page<Target> &page) {
            for (const Target &target : page.content) {
                // The server compares ids without regard to case, so it can answer more.
                if (facts.unresolvedIds.removeOne(target.controllerId))
                    facts.targets << target;
            }
            facts.part(PlanPart::Targets).targets = facts.targets.size();
            soon.start();
            return true;
        },
        [this](const std::optional<Error> &error) {
            if (!error) {
                facts.absentIds
                    = QSet<QString>(facts.unresolvedIds.begin(), facts.unresolvedIds.end());
            }
            know(PlanPart::Targets, error, facts.targets.size());
            findAccepted();
        });
}

QStringList PlanGatherer::Private::detailedIds() const
{
    QStringList ids;
    for (const Target &target : facts.targets) {
        if (ids.size() == detailLimit)
            return ids;
        ids << target.controllerId;
    }
    return ids + facts.unresolvedIds.mid(0, detailLimit - ids.size());
}

// Whether the selection's own filter says the same as the ids that are looked at: not when only
// some of its matches were read.
bool PlanGatherer::Private::filterIsScope() const
{
    return selection.filter && facts.targets.size() == facts.selected
        && facts.selected <= detailLimit;
}

QStringList PlanGatherer::Private::scoped(const QString &filter, const QStringList &ids) const
{
    if (filterIsScope())
        return { rsqlAnd({ filter, *selection.filter }) };
    QStringList filters = rsqlIn(u"controllerid"_s, ids);
    for (QString &each : filters)
        each = rsqlAnd({ filter, each });
    return filters;
}

void PlanGatherer::Private::targetsKnown()
{
    const QStringList ids = detailedIds();
    findAssigned(ids);
    findRunning(ids);
    findInstalled(ids);
    if (facts.part(PlanPart::Targets).state != Knowledge::State::Gathering)
        findAccepted();
}

void PlanGatherer::Private::findAssigned(const QStringList &ids)
{
    assigned.start(
        client, scoped(isSet(u"assignedds"_s, { facts.set.name, facts.set.version }), ids),
        listTargets,
        [this](const Page<Target> &page) {
            for (const Target &target : page.content)
                facts.assigned.insert(target.controllerId);
            soon.start();
            return true;
        },
        [this, count = ids.size()](
            const std::optional<Error> &error) { know(PlanPart::Assigned, error, count); });
}

void PlanGatherer::Private::findRunning(const QStringList &ids)
{
    QStringList filters = rsqlIn(u"target.controllerid"_s, ids);
    for (QString &filter : filters)
        filter = rsqlAnd({ server.dialect.runningActionsFilter(), filter });
    running.start(
        client, filters, listActions,
        [this](const Page<Action> &page) {
            facts.running += page.content;
            soon.start();
            return true;
        },
        [this, count = ids.size()](
            const std::optional<Error> &error) { know(PlanPart::Actions, error, count); });
}

void PlanGatherer::Private::findInstalled(const QStringList &ids)
{
    InstalledSets::Scope scope{ .controllerIds = ids };
    if (filterIsScope())
        scope.filter = selection.filter;
    const auto take = [this] {
        facts.installed = installedSets.installed();
        facts.former = installedSets.former();
        soon.start();
    };
    installedSets.start(client, facts.set, scope, take,
        [this, count = ids.size()](
            const std::optional<Error> &error) { know(PlanPart::Installed, error, count); });
}

void PlanGatherer::Private::findAccepted()
{
    QSet<qint64> types;
    for (const Target &target : std::as_const(facts.targets)) {
        if (target.targetTypeId)
            types.insert(*target.targetTypeId);
    }
    acceptedTypes.start(client, types, [this](const std::optional<Error> &error) {
        facts.accepted = acceptedTypes.types();
        know(PlanPart::Compatibility, error, facts.targets.size());
    });
}

PlanGatherer::PlanGatherer(Client &client, ServerFacts server, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, std::move(server)))
{
    connect(&d->soon, &QTimer::timeout, this, [this] { d->update(); });
}

PlanGatherer::~PlanGatherer() = default;

void PlanGatherer::gather(const DistributionSet &set, const TargetSelection &selection)
{
    stop();
    d->selection = selection;
    d->facts = { .set = set, .mayAssign = d->server.mayAssign() };
    d->checkSet();
    if (selection.filter) {
        d->walkFilter();
    } else {
        d->facts.targets = selection.targets;
        d->facts.unresolvedIds = selection.controllerIds;
        d->facts.selected = selection.targets.size() + selection.controllerIds.size();
        d->facts.part(PlanPart::Targets).targets = selection.targets.size();
        if (selection.controllerIds.isEmpty())
            d->know(PlanPart::Targets, std::nullopt, d->facts.targets.size());
        else
            d->resolveIds();
        d->targetsKnown();
    }
    d->plan = makePlan(d->facts);
}

void PlanGatherer::stop()
{
    d->soon.stop();
    d->setCheck.stop();
    d->acceptedTypes.stop();
    d->installedSets.stop();
    d->targets.stop();
    d->assigned.stop();
    d->running.stop();
}

const Plan &PlanGatherer::plan() const
{
    return d->plan;
}

const ServerFacts &PlanGatherer::server() const
{
    return d->server;
}

} // namespace falconer

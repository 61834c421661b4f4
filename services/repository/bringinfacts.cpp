// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/bringinfacts.h"

#include "services/hawkbit/rsql.h"
#include "services/repository/nextversion.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 500; // of one answer, the server's limit
constexpr int mostSets = 100; // the newest: older ones are hardly continued
constexpr int mostFurther = 4;
constexpr qsizetype halfOfFilter = 2500; // bytes: two of them make one

bool replaces(const BringInModule &brought, const SoftwareModule &module)
{
    return module.name == brought.name && module.type == brought.type;
}

// Servers compare names without regard to case.
QStringList unseenOf(const BringInFacts &facts)
{
    QSet<QString> seen;
    for (const SoftwareModule &module : facts.modules)
        seen << module.name.toCaseFolded();
    QStringList unseen;
    for (const QString &name : facts.names) {
        if (!seen.contains(name.toCaseFolded()))
            unseen << name;
    }
    return unseen;
}

void sortByAge(QList<SoftwareModule> &modules)
{
    std::ranges::sort(modules, {}, &SoftwareModule::id);
    const auto isSame = [](const auto &one, const auto &other) { return one.id == other.id; };
    modules.resize(std::unique(modules.begin(), modules.end(), isSame) - modules.begin());
}

} // namespace

const SoftwareModule *findModule(
    const BringInFacts &facts, const QString &name, const QString &version, const QString &type)
{
    const auto found = std::ranges::find_if(facts.modules, [&](const SoftwareModule &module) {
        return module.name == name && module.version == version && !module.deleted
            && (type.isEmpty() || module.type == type);
    });
    return found == facts.modules.end() ? nullptr : &*found;
}

QList<DistributionSet> formerSets(const BringInFacts &facts, const QList<BringInModule> &brought)
{
    QList<DistributionSet> former;
    QSet<QString> names;
    for (const BringInModule &one : brought) {
        if (one.existingId != 0)
            continue;
        for (const DistributionSet &set : facts.sets) { // the newest first
            const bool concerns = std::ranges::any_of(
                set.modules, [&](const SoftwareModule &module) { return replaces(one, module); });
            if (concerns && !set.deleted && !names.contains(set.name)) {
                names << set.name;
                former << set;
            }
        }
    }
    return former;
}

QString nextSetVersion(const DistributionSet &former, const QList<BringInModule> &brought)
{
    for (const SoftwareModule &module : former.modules) {
        if (module.version != former.version)
            continue;
        const auto next = std::ranges::find_if(
            brought, [&](const BringInModule &one) { return replaces(one, module); });
        if (next != brought.end())
            return next->version;
    }
    return nextVersion(former.version);
}

BringInLook::BringInLook(Client &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_types(client)
{
    connect(&m_types, &SetTypeBook::changed, this, [this] {
        if (m_types.error())
            m_error = m_types.error();
        if (m_open == 0)
            emit changed();
    });
}

void BringInLook::look(const QStringList &names, const QStringList &versions)
{
    m_calls.clear();
    m_open = 0;
    m_isCut = false;
    m_further = 0;
    m_areVersionsAsked = false;
    m_versions = versions;
    m_error.reset();
    m_looked = { .names = names, .moduleTypes = m_facts.moduleTypes };
    if (!m_types.isRead())
        m_types.read();
    if (m_facts.moduleTypes.isEmpty())
        askTypes();
    for (const QString &filter : rsqlIn(u"name"_s, names))
        askModules(filter);
    for (const QString &filter : rsqlIn(u"module.name"_s, names))
        askSets(filter);
    if (m_open == 0)
        takeLooked(); // nothing was to be asked
}

template <typename T, typename Take> void BringInLook::ask(const Request<T> &request, Take take)
{
    ++m_open;
    m_calls.push_back(m_client.send(request, [this, take](const Result<T> &answer) {
        if (answer)
            take(*answer);
        answered(answer ? std::nullopt : std::optional<Error>(answer.error()));
    }));
}

void BringInLook::askTypes()
{
    ask(listSoftwareModuleTypes({ .limit = mostRows, .sort = { u"name"_s } }),
        [this](const Page<SoftwareModuleType> &page) {
            for (const SoftwareModuleType &type : page.content) {
                if (!type.deleted)
                    m_looked.moduleTypes << type;
            }
        });
}

void BringInLook::askModules(const QString &filter)
{
    ask(listSoftwareModules(
            { .limit = mostRows, .sort = { u"id"_s, Qt::DescendingOrder }, .filter = filter }),
        [this](const Page<SoftwareModule> &page) {
            m_isCut = m_isCut || page.total > page.content.size();
            m_looked.modules << page.content;
        });
}

void BringInLook::askSets(const QString &filter)
{
    ask(listDistributionSets(
            { .limit = mostSets, .sort = { u"id"_s, Qt::DescendingOrder }, .filter = filter }),
        [this](const Page<DistributionSet> &page) { m_looked.sets << page.content; });
}

void BringInLook::answered(const std::optional<Error> &error)
{
    if (error)
        m_error = error;
    if (--m_open > 0)
        return;
    if (!m_error)
        lookFurther();
    if (m_open == 0)
        takeLooked();
}

// The newest filled an answer, perhaps all of one name: then names that are not in it are asked for
// again, and at last the versions that are wanted, however old they are.
void BringInLook::lookFurther()
{
    if (std::exchange(m_isCut, false) && m_further++ < mostFurther) {
        for (const QString &filter : rsqlIn(u"name"_s, unseenOf(m_looked)))
            askModules(filter);
    }
    if (m_open > 0 || m_further == 0 || std::exchange(m_areVersionsAsked, true))
        return;
    for (const QString &names : rsqlIn(u"name"_s, m_looked.names, halfOfFilter)) {
        for (const QString &versions : rsqlIn(u"version"_s, m_versions, halfOfFilter))
            askModules(rsqlAnd({ names, versions }));
    }
}

void BringInLook::takeLooked()
{
    sortByAge(m_looked.modules);
    m_facts = m_looked;
    if (m_types.isRead() || m_types.error())
        emit changed();
}

} // namespace falconer

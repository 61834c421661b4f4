// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/bringinfacts.h"

#include "services/hawkbit/rsql.h"
#include "services/repository/nextversion.h"

#include <QSet>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 500; // of one answer, the server's limit
constexpr int mostSets = 100; // the newest: older ones are hardly continued

bool replaces(const BringInModule &brought, const SoftwareModule &module)
{
    return module.name == brought.name && module.type == brought.type;
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

void BringInLook::look(const QStringList &names)
{
    m_calls.clear();
    m_open = 0;
    m_error.reset();
    m_looked = { .names = names, .moduleTypes = m_facts.moduleTypes };
    if (!m_types.isRead())
        m_types.read();
    if (!m_hasTypes)
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
            m_hasTypes = true;
            for (const SoftwareModuleType &type : page.content) {
                if (!type.deleted)
                    m_looked.moduleTypes << type;
            }
        });
}

void BringInLook::askModules(const QString &filter)
{
    ask(listSoftwareModules({ .limit = mostRows, .sort = { u"id"_s }, .filter = filter }),
        [this](const Page<SoftwareModule> &page) { m_looked.modules << page.content; });
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
    if (--m_open == 0)
        takeLooked();
}

void BringInLook::takeLooked()
{
    m_facts = m_looked;
    if (m_types.isRead() || m_types.error())
        emit changed();
}

} // namespace falconer

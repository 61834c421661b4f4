// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/fleet.h"

#include "services/simulator/targetindex.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

SimModuleType moduleType(
    Fleet &fleet, const QString &key, const QString &name, const QString &text, int maxAssignments)
{
    SimModuleType type;
    type.id = fleet.moduleTypes.size() + 1;
    type.key = key;
    type.name = name;
    type.description = text;
    type.maxAssignments = maxAssignments;
    type.audit = fleet.created(u"system"_s);
    return fleet.moduleTypes.insert(type);
}

SimSetType setType(Fleet &fleet, const QString &key, const QString &name, const QString &text,
    const QList<qint64> &mandatory, const QList<qint64> &optional)
{
    SimSetType type;
    type.id = fleet.setTypes.size() + 1;
    type.key = key;
    type.name = name;
    type.description = text;
    type.mandatory = mandatory;
    type.optional = optional;
    type.audit = fleet.created(u"system"_s);
    return fleet.setTypes.insert(type);
}

// What an empty server has (hawkbit-api 1.11). Both kinds count from 1 there.
void addDefaultTypes(Fleet &fleet)
{
    const qint64 app
        = moduleType(fleet, u"application"_s, u"Application"_s, u"Application Addons"_s, 2147483647)
              .id;
    const qint64 os
        = moduleType(fleet, u"os"_s, u"OS"_s, u"Core firmware or operating system"_s, 1).id;
    setType(fleet, u"os"_s, u"OS only"_s, u"Default type with Firmware/OS only."_s, { os }, {});
    setType(fleet, u"app"_s, u"App(s) only"_s, u"Default type with app(s) only."_s, { app }, {});
    fleet.defaultSetType = setType(fleet, u"os_app"_s, u"OS with app(s)"_s,
        u"Default type with Firmware/OS and optional app(s)."_s, { os }, { app })
                               .id;
}

void addDefaultUsers(Fleet &fleet)
{
    fleet.users = { { u"admin"_s, u"admin"_s, { u"ROLE_TENANT_ADMIN"_s } },
        { u"viewer"_s, u"viewer"_s,
            fleet.isOldWire()
                ? QStringList{ u"READ_REPOSITORY"_s, u"READ_ROLLOUT"_s, u"READ_TARGET"_s }
                : QStringList{ u"READ_DISTRIBUTION_SET"_s, u"READ_ROLLOUT"_s,
                    u"READ_SOFTWARE_MODULE"_s, u"READ_TARGET"_s } } };
}

} // namespace

Fleet::Fleet(FleetOptions options)
    : m_options(std::move(options))
    , m_targetIndex(std::make_unique<TargetIndex>())
    , m_random(m_options.seed)
{
    if (!m_options.clock)
        m_options.clock = [] { return QDateTime::currentMSecsSinceEpoch(); };
    tick();
    addDefaultTypes(*this);
    m_lastId = setTypes.size();
    addDefaultUsers(*this);
}

Fleet::~Fleet() = default;

void Fleet::tick()
{
    m_now = qMax(m_options.clock(), m_now + 1);
}

QString Fleet::newToken()
{
    QString token;
    for (int i = 0; i < 4; ++i)
        token += QString::number(m_random.generate(), 16).rightJustified(8, u'0');
    return token;
}

} // namespace falconer

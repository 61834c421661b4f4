// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/permissions.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// Which kinds of things a role may do everything with: a right is "<verb>_<kind>".
struct Role {
    QLatin1StringView name;
    QList<QLatin1StringView> kinds;
};

const QList<Role> &roles()
{
    static const QList<Role> all{
        { "ROLE_TARGET_ADMIN"_L1, { "TARGET"_L1, "TARGET_TYPE"_L1 } },
        { "ROLE_REPOSITORY_ADMIN"_L1,
            { "DISTRIBUTION_SET"_L1, "DISTRIBUTION_SET_TYPE"_L1, "SOFTWARE_MODULE"_L1,
                "SOFTWARE_MODULE_TYPE"_L1 } },
        { "ROLE_ROLLOUT_ADMIN"_L1, { "ROLLOUT"_L1 } },
    };
    return all;
}

bool isOfRepository(QStringView kind)
{
    return roles().at(1).kinds.contains(kind) || kind == "TARGET_TYPE"_L1;
}

bool grants(const QString &granted, const QString &right)
{
    if (granted == right || granted == "ROLE_TENANT_ADMIN"_L1 || granted == oldNameOf(right))
        return true;
    const QStringView kind = QStringView(right).mid(right.indexOf(u'_') + 1);
    return std::any_of(roles().begin(), roles().end(),
        [&](const Role &role) { return role.name == granted && role.kinds.contains(kind); });
}

} // namespace

QString oldNameOf(const QString &right)
{
    if (right == "READ_SOFTWARE_MODULE_ARTIFACT"_L1)
        return u"DOWNLOAD_REPOSITORY_ARTIFACT"_s;
    const qsizetype split = right.indexOf(u'_');
    return isOfRepository(QStringView(right).mid(split + 1)) ? right.left(split) + u"_REPOSITORY"_s
                                                             : right;
}

bool isGranted(const QStringList &granted, const QString &right)
{
    return granted.isEmpty()
        || std::any_of(
            granted.begin(), granted.end(), [&](const QString &one) { return grants(one, right); });
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/rights.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

bool isGranted(const QStringList &granted, const QString &right)
{
    return granted.contains(right) || granted.contains("ROLE_TENANT_ADMIN"_L1);
}

// "READ_SOFTWARE_MODULE_TYPE" is implied by any right on SOFTWARE_MODULE.
bool isTypeImplied(const QStringList &granted, const QString &right)
{
    if (!right.startsWith("READ_"_L1) || !right.endsWith("_TYPE"_L1))
        return false;
    const QString group = right.mid(5).chopped(5);
    for (const char *verb : { "CREATE_", "READ_", "UPDATE_", "DELETE_" }) {
        if (granted.contains(QLatin1StringView(verb) + group))
            return true;
    }
    return false;
}

// "READ_REPOSITORY" was the right on modules, sets and their types.
bool isRepositoryRight(const QStringList &granted, const QString &right)
{
    const QString verb = right.section(u'_', 0, 0);
    const QString group = right.section(u'_', 1);
    return (group.startsWith("SOFTWARE_MODULE"_L1) || group.startsWith("DISTRIBUTION_SET"_L1))
        && group != "SOFTWARE_MODULE_ARTIFACT"_L1 && granted.contains(verb + "_REPOSITORY"_L1);
}

} // namespace

bool hasRight(const SimContext &context, const QString &right)
{
    if (right.isEmpty())
        return true;
    const QStringList granted = context.user ? context.user->granted : QStringList();
    return isGranted(granted, right) || isTypeImplied(granted, right)
        || (context.isOldWire() && isRepositoryRight(granted, right));
}

SimResponse forbidden()
{
    return refusal(403, u"insufficientPermission"_s, u"Insufficient Permission"_s);
}

const SimUser *userOf(const Fleet &fleet, const QByteArray &authorization)
{
    if (!authorization.startsWith("Basic "))
        return nullptr;
    const QString text = QString::fromUtf8(QByteArray::fromBase64(authorization.mid(6)));
    const QString name = text.section(u':', 0, 0);
    const QString password = text.section(u':', 1);
    for (const SimUser &user : fleet.users) {
        if (user.name == name && user.password == password)
            return &user;
    }
    return nullptr;
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/setfilter.h"

#include "services/hawkbit/rsql.h"

namespace falconer {

using namespace Qt::StringLiterals;

QString equals(const QString &field, const QString &value)
{
    if (value.contains(u'*'))
        return rsqlIn(field, { value }).constFirst();
    return field + "=="_L1 + rsqlValue(value);
}

QString isSet(const QString &reference, const SetName &set)
{
    return rsqlAnd({ equals(reference + ".name"_L1, set.name),
        equals(reference + ".version"_L1, set.version) });
}

} // namespace falconer

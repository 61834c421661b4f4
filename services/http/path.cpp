// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/path.h"

#include <QUrl>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

QByteArray encodeSegment(const QString &segment)
{
    return QUrl::toPercentEncoding(segment);
}

bool isAddressable(const QString &id)
{
    static constexpr QStringView refused = u"/\\;%";
    return !id.isEmpty() && id != "."_L1 && id != ".."_L1
        && std::none_of(id.begin(), id.end(), [](QChar c) { return refused.contains(c); });
}

QByteArray managementPath(std::initializer_list<QString> segments)
{
    QByteArray path = "/rest/v1";
    for (const QString &segment : segments)
        path += '/' + encodeSegment(segment);
    return path;
}

} // namespace falconer

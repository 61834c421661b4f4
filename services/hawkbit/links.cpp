// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/links.h"

#include <QUrl>

namespace falconer {

using namespace Qt::StringLiterals;

QString linkName(const JsonReader &json, QLatin1StringView relation)
{
    return json.value()["_links"_L1][relation]["name"_L1].toString();
}

QString linkAddress(const JsonReader &json, QLatin1StringView relation)
{
    return json.value()["_links"_L1][relation]["href"_L1].toString();
}

QString controllerIdOf(const QString &address)
{
    // The last one: the address may have a prefix that reads alike.
    static constexpr auto resource = "/rest/v1/targets/"_L1;
    const qsizetype start = address.lastIndexOf(resource);
    if (start < 0)
        return {};
    QString id = address.mid(start + resource.size());
    if (const qsizetype end = id.indexOf(u'/'); end >= 0)
        id.truncate(end);
    return QUrl::fromPercentEncoding(id.toUtf8());
}

} // namespace falconer

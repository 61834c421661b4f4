// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/routes.h"

namespace falconer {

using namespace Qt::StringLiterals;

QString SimContext::link(const QString &path) const
{
    return QString::fromLatin1(request.baseUrl) + "/rest/v1/"_L1 + path;
}

void Routes::add(const QByteArray &method, const QByteArray &path, const Needs &needs, Rule rule)
{
    m_routes.push_back({ .method = method,
        .pattern = QString::fromLatin1("rest/v1/" + path).split(u'/'),
        .needs = needs,
        .rule = rule });
}

void Routes::addDevice(const QByteArray &method, const QByteArray &path, BodyKind body, Rule rule)
{
    m_routes.push_back({ .method = method,
        .pattern = QString::fromLatin1("{tenant}/controller/v1/" + path).split(u'/'),
        .needs = { .body = body },
        .rule = rule,
        .isDevice = true });
}

} // namespace falconer

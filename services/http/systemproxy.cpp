// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/systemproxy.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class SystemProxy final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString host = query.peerHostName();
        if (host == "localhost"_L1 || QHostAddress(host).isLoopback())
            return { QNetworkProxy(QNetworkProxy::NoProxy) };
        return systemProxyForQuery(query);
    }
};

} // namespace

void useProxy(QNetworkAccessManager &network, bool useSystemProxy)
{
    if (useSystemProxy)
        network.setProxyFactory(new SystemProxy); // the manager takes it
    else
        network.setProxy(QNetworkProxy::NoProxy);
}

} // namespace falconer

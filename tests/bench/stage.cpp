// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/stage.h"

#include "tests/bench/measure.h"
#include "ui/deploy/fleettable.h"
#include "ui/deploy/targetspane.h"

#include <QDockWidget>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrlQuery>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

ClientOptions optionsFor(const QUrl &server)
{
    ClientOptions options;
    options.server = server;
    options.credentials = { Credentials::Scheme::Basic, u"admin"_s, u"admin"_s };
    options.useSystemProxy = false;
    return options;
}

} // namespace

bool rowsAreFilled(DeployWorkspace &workspace)
{
    FleetTable &table = workspace.targets().table();
    const auto [first, last] = table.visibleRows();
    if (last < first)
        return false;
    for (int row = first; row <= last; ++row) {
        const QVariant state = table.model()->index(row, 0).data(PagedModelBase::RowStateRole);
        if (state.value<RowState>() != RowState::Fresh)
            return false;
    }
    return true;
}

Stage::Stage(const QUrl &server)
    : m_settings(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat)
    , m_client(optionsFor(server))
    , m_feed(m_client)
{
    bool isConnected = false;
    const Call probe = probeServer(m_client, [&](const Result<ServerFacts> &facts) {
        if (!facts)
            qFatal("cannot sign in");
        m_facts = *facts;
        isConnected = true;
    });
    untilMs("sign in", [&] { return isConnected; });
    const double start = nowMs();
    m_workspace = new DeployWorkspace({ m_client, m_feed, m_facts, {}, m_settings });
    m_window.setCentralWidget(m_workspace);
    m_window.resize(1440, 900);
    m_window.show();
    untilMs("the first rows", [&] { return rowsAreFilled(); });
    paintRows();
    m_firstRowsMs = nowMs() - start;
}

Stage::~Stage() = default;

void Stage::paintRows()
{
    m_workspace->targets().table().viewport()->repaint();
}

void Stage::showBelow(QWidget &widget)
{
    auto *const dock = new QDockWidget(&m_window);
    dock->setWidget(&widget);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, dock);
    QObject::connect(&widget, &QObject::destroyed, dock, &QObject::deleteLater);
}

double Stage::bareMs(const RequestData &request)
{
    QList<double> times;
    for (int i = 0; i < 7; ++i)
        times << bareOnceMs(request);
    return median(times);
}

double Stage::bareOnceMs(const RequestData &request)
{
    QUrl url = QUrl::fromEncoded(m_client.options().server.toEncoded() + request.path);
    QByteArray query;
    for (const auto &[name, value] : request.query)
        query += (query.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '='
            + QUrl::toPercentEncoding(value);
    url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    QNetworkRequest bare(url);
    bare.setRawHeader("Authorization", "Basic " + QByteArray("admin:admin").toBase64());
    const double start = nowMs();
    QNetworkReply *const reply = m_bare.get(bare);
    untilMs("a bare request", [reply] { return reply->isFinished(); });
    reply->readAll();
    reply->deleteLater();
    return nowMs() - start;
}

} // namespace falconer

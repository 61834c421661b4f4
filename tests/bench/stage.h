// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/dialect.h"
#include "services/http/client.h"
#include "services/live/feed.h"
#include "ui/deploy/deployworkspace.h"

#include <QMainWindow>
#include <QNetworkAccessManager>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace falconer {

// Whether every row in sight is there.
bool rowsAreFilled(DeployWorkspace &workspace);

// A connected Deploy workspace in a window of 1440x900, on software rendering.
class Stage final {
public:
    explicit Stage(const QUrl &server);
    ~Stage();

    Client &client() { return m_client; }
    const ServerFacts &facts() const { return m_facts; }
    DeployWorkspace &workspace() { return *m_workspace; }

    // How long the first rows took, from the workspace's making to their paint.
    double firstRowsMs() const { return m_firstRowsMs; }
    bool rowsAreFilled() { return falconer::rowsAreFilled(*m_workspace); }
    void paintRows();
    void showBelow(QWidget &widget); // in the same window, until the widget ends

    // The same request without Falconer: median of seven over a kept connection.
    double bareMs(const RequestData &request);
    double bareOnceMs(const RequestData &request); // the first of its kind, kept connection or not

private:
    QNetworkAccessManager m_bare;
    QTemporaryDir m_folder;
    QSettings m_settings;
    Client m_client;
    Feed m_feed;
    ServerFacts m_facts;
    QMainWindow m_window;
    DeployWorkspace *m_workspace = nullptr;
    double m_firstRowsMs = 0;
};

} // namespace falconer

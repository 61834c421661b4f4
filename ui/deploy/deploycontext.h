// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSettings;

namespace falconer {

class Client;
class Feed;
struct ServerFacts;

// What the parts of the Deploy workspace are given; all of it outlives them.
struct DeployContext {
    Client &client;
    Feed &feed;
    const ServerFacts &server;
    QSettings &settings; // columns, splitters
};

} // namespace falconer

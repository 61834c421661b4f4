// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/relativetime.h"

class QSettings;

namespace falconer {

class Client;
class Feed;
struct ServerFacts;

// What the parts of the Actions workspace are given; all of it outlives them.
struct ActionsContext {
    Client &client;
    Feed &feed;
    const ServerFacts &server;
    QSettings &settings; // columns, splitters
    Clock clock;
};

} // namespace falconer

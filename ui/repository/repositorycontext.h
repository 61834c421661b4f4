// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/relativetime.h"
#include "ui/plan/sheetcontext.h"

class QSettings;

namespace falconer {

class Client;
class Feed;
class UploadQueue;
struct ServerFacts;

// What the parts of the Repository workspace are given; all of it outlives them.
struct RepositoryContext {
    Client &client;
    Feed &feed;
    const ServerFacts &server;
    QSettings &settings; // columns, splitters
    SheetContext sheets;
    QString profileId;              // whose uploads these are
    UploadQueue *uploads = nullptr; // nullptr: files cannot be sent
    Clock clock;
};

} // namespace falconer

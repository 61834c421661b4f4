// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/dialect.h"
#include "ui/plan/sheetcontext.h"

namespace falconer {

class Client;

// What the sheets about types are given; all of it outlives them.
struct TypesContext {
    Client &client;
    const ServerFacts &server;
    SheetContext sheets;
};

} // namespace falconer

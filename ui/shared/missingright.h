// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace falconer {

struct ServerFacts;

// Why the signed-in user may not do what needs all these rights, in the words of its server.
// Empty: they are granted.
QString missingRight(const ServerFacts &facts, const QStringList &rights);

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/actions.h"

namespace falconer {

// Makes a history of any bytes: a JSON array of status entries as the server sends them, read
// without complaint, or else lines "type: message / message", one entry a second.
QList<ActionStatus> statusesOf(const QByteArray &bytes);

} // namespace falconer

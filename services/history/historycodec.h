// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/history/historykey.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace falconer {

// A history as it is kept: compact JSON, compressed.
QByteArray packHistory(const QList<ActionStatus> &statuses);
// Nothing when the bytes are not whole.
std::optional<QList<ActionStatus>> unpackHistory(const QByteArray &bytes);

// Over the key as well, so that bytes that a damaged file shows under a foreign key are refused.
QByteArray historyChecksum(const HistoryKey &key, const QByteArray &bytes);

} // namespace falconer

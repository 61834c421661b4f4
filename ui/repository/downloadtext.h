// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/downloads/download.h"
#include "ui/shared/theme.h"

namespace falconer {

// What is said of a download: "4.2 MiB of 16 MiB · 1.2 MiB/s · 10 s left", "The connection was
// lost...".
struct DownloadText {
    QString sentence;
    QString details; // of an error, for the tooltip
    Tone tone = Tone::Quiet;

    bool operator==(const DownloadText &) const = default;
};

// bytesPerSecond: 0 is not known.
DownloadText downloadText(const DownloadOrder &order, const Download &download,
    const QDateTime &now, qint64 bytesPerSecond = 0);

} // namespace falconer

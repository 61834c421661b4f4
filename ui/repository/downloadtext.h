// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/downloads/download.h"
#include "ui/shared/theme.h"

namespace falconer {

// What is said of a download: "4.2 MiB of 16 MiB", "The connection was lost...".
struct DownloadText {
    QString sentence;
    QString details; // of an error, for the tooltip
    Tone tone = Tone::Quiet;

    bool operator==(const DownloadText &) const = default;
};

DownloadText downloadText(
    const DownloadOrder &order, const Download &download, const QDateTime &now);

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/artifacts.h"
#include "services/http/error.h"

#include <QDateTime>

#include <optional>

namespace falconer {

enum class DownloadState {
    Waiting, // to be started
    Downloading,
    Retrying, // the connection was lost: goes on at nextTryAt from where it broke
    Paused,
    Verifying, // the last byte is there: the whole file is hashed
    Failed,    // see DownloadProblem; starting it again goes on with what is there
    Done,
};

// Why a download failed; error has the details.
enum class DownloadProblem {
    None,
    NameTaken,    // a file of the final name is there, and was not to be overwritten
    NoPermission, // the folder cannot be written to
    DiskFull,
    File,       // anything else about the local file
    Gone,       // 404, 410: the artifact or its binary was deleted
    WrongHash,  // what came is not what the server says it is; it was removed
    Connection, // lost, and not to be had again by trying
    Refused,    // anything else that the server said
};

// What is downloaded, and to where.
struct DownloadOrder {
    qint64 softwareModuleId = 0;
    Artifact artifact;       // with its size and hashes
    QString path;            // of the final file; until it is whole it is partPath()
    bool overwrites = false; // a file that is at path already

    bool operator==(const DownloadOrder &) const = default;
};

struct Download {
    DownloadState state = DownloadState::Waiting;
    DownloadProblem problem = DownloadProblem::None;
    qint64 receivedBytes = 0;
    bool isBegunAnew = false; // what was there could not be continued
    QDateTime nextTryAt;      // UTC, Retrying only
    std::optional<Error> error;

    bool operator==(const Download &) const = default;
};

} // namespace falconer

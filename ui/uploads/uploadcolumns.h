// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/column.h"
#include "models/relativetime.h"
#include "services/uploads/upload.h"

namespace falconer {

class UploadQueue;

// The name of a profile by its id; empty: it is no longer there.
using ProfileNames = std::function<QString(const QString &profileId)>;

enum UploadColumn {
    UploadFileColumn,
    UploadModuleColumn,
    UploadProfileColumn,
    UploadStateColumn,
    UploadProgressColumn, // bar, speed, time left; or what is asked
};

// The columns of the queue of uploads, in the order of UploadColumn.
QList<Column<Upload>> uploadColumns(
    const UploadQueue &queue, const ProfileNames &names, const Clock &clock);

} // namespace falconer

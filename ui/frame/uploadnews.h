// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/uploads/upload.h"
#include "ui/frame/notifier.h"

#include <QList>

namespace falconer {

// What the desktop is told of uploads that ended: "2 uploaded, 1 failed", and the first of them by
// name.
Notification uploadNotification(const QList<Upload> &ended);

} // namespace falconer

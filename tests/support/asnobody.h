// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <sys/fsuid.h>
#include <unistd.h>

namespace falconer {

// The administrator may write everywhere: threads that begin meanwhile may not.
class AsNobody final {
public:
    AsNobody()
    {
        if (geteuid() == 0)
            setfsuid(65'534);
    }
    ~AsNobody()
    {
        if (geteuid() == 0)
            setfsuid(0);
    }
    Q_DISABLE_COPY_MOVE(AsNobody)
};

} // namespace falconer
#endif

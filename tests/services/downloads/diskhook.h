// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>

namespace falconer {

// Hears "fsync image.bin.part" and "rename image.bin.part" of this executable, on the thread that
// is about to do it, which may be held up. Linux only: elsewhere nothing is heard.
class DiskHook final {
public:
    explicit DiskHook(std::function<void(const QByteArray &call)> heard);
    ~DiskHook();
    DiskHook(const DiskHook &) = delete;
    DiskHook &operator=(const DiskHook &) = delete;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/downloads/diskhook.h"

#include <QFileInfo>
#include <QMutex>

#ifdef Q_OS_LINUX
#include <cstdio>
#include <dlfcn.h>
#include <unistd.h>
#endif

namespace falconer {

namespace {

struct Listener {
    QMutex mutex;
    std::function<void(const QByteArray &)> heard;
};

Listener &listener()
{
    static Listener one;
    return one;
}

[[maybe_unused]] void hear(const char *call, const QString &path)
{
    QMutexLocker locker(&listener().mutex);
    const auto heard = listener().heard;
    locker.unlock();
    if (heard)
        heard(QByteArray(call) + ' ' + QFileInfo(path).fileName().toUtf8());
}

} // namespace

DiskHook::DiskHook(std::function<void(const QByteArray &)> heard)
{
    const QMutexLocker locker(&listener().mutex);
    listener().heard = std::move(heard);
}

DiskHook::~DiskHook()
{
    const QMutexLocker locker(&listener().mutex);
    listener().heard = {};
}

} // namespace falconer

#ifdef Q_OS_LINUX
extern "C" {

int fsync(int descriptor)
{
    using Real = int (*)(int);
    static const auto real = reinterpret_cast<Real>(dlsym(RTLD_NEXT, "fsync"));
    const QFileInfo link(QLatin1StringView("/proc/self/fd/") + QString::number(descriptor));
    falconer::hear("fsync", link.symLinkTarget());
    return real(descriptor);
}

int rename(const char *from, const char *to) noexcept
{
    using Real = int (*)(const char *, const char *);
    static const auto real = reinterpret_cast<Real>(dlsym(RTLD_NEXT, "rename"));
    falconer::hear("rename", QString::fromLocal8Bit(from));
    return real(from, to);
}
}
#endif

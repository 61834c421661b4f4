// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/filewalk.h"

#include <QDir>
#include <QFileInfo>
#include <QThread>

namespace falconer {

namespace {

constexpr int deepest = 32; // folders in folders; no software is packed deeper

struct Walk {
    WalkedFiles found;
    int limit;
    const std::atomic_bool *stop;

    bool isOver()
    {
        if (stop != nullptr && *stop)
            return true;
        found.isLimited = found.files.size() >= limit;
        return found.isLimited;
    }
    void takeFile(const QFileInfo &info, const QString &folder);
    void takeFolder(const QString &path, const QString &folder, int depth);
};

void Walk::takeFile(const QFileInfo &info, const QString &folder)
{
    if (isOver())
        return;
    const QString path = info.absoluteFilePath();
    if (!info.isFile() || !info.isReadable())
        found.unreadable << path;
    else if (info.size() == 0)
        found.emptyFiles << path;
    else
        found.files << DroppedFile{ path, folder, info.size() };
}

void Walk::takeFolder(const QString &path, const QString &folder, int depth)
{
    const QDir dir(path);
    if (!dir.isReadable()) {
        found.unreadable << path;
        return;
    }
    const QFileInfoList entries
        = dir.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &entry : entries) {
        if (found.isLimited || (stop != nullptr && *stop))
            return;
        if (!entry.isDir())
            takeFile(entry, folder);
        else if (!entry.isSymLink() && depth < deepest)
            takeFolder(entry.absoluteFilePath(), folder, depth + 1);
    }
}

} // namespace

WalkedFiles walkFiles(const QStringList &paths, int limit, const std::atomic_bool *stop)
{
    Walk walk{ {}, limit, stop };
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (info.isDir())
            walk.takeFolder(info.absoluteFilePath(), QDir(path).dirName(), 0);
        else
            walk.takeFile(info, {});
    }
    return walk.found;
}

FileWalk::FileWalk(const QStringList &paths, QObject *parent)
    : QObject(parent)
{
    m_thread.reset(QThread::create([this, paths] {
        const WalkedFiles found = walkFiles(paths, mostFiles, &m_stop);
        QMetaObject::invokeMethod(
            this, [this, found] { emit finished(found); }, Qt::QueuedConnection);
    }));
    m_thread->start();
}

FileWalk::~FileWalk()
{
    m_stop = true;
    m_thread->wait();
}

} // namespace falconer

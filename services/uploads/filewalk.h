// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/threads/workerthread.h"
#include "services/uploads/filenameproposal.h"

#include <QObject>
#include <QUrl>

#include <atomic>
#include <functional>

namespace falconer {

// The files that paths stand for.
struct WalkedFiles {
    QList<DroppedFile> files;
    bool isLimited = false; // there are more
    QStringList emptyFiles; // left out: hawkBit refuses them
    QStringList unreadable; // left out: files and folders that this user may not read
    QStringList notFiles;   // left out: devices, pipes, sockets, and links to what is gone
    QStringList elsewhere;  // left out: addresses of what is not on this computer

    bool operator==(const WalkedFiles &) const = default;
};

// Looks into folders and what is in them; hidden files and folders are skipped, unless they were
// dropped themselves, and links are not followed in folders. In the order of the paths, in folders
// by name. Stops at limit files, or when stop is set. May block as long as the file system does.
WalkedFiles walkFiles(const QStringList &paths, int limit, const std::atomic_bool *stop = nullptr);

class FileWalker;

// The same of what was dropped, on a thread of its own.
class FileWalk final : public QObject {
    Q_OBJECT

public:
    static constexpr int mostFiles = 1000;
    // In place of walkFiles(): runs on that thread.
    using Look = std::function<WalkedFiles(const QStringList &paths, const std::atomic_bool &stop)>;

    explicit FileWalk(const QList<QUrl> &urls, QObject *parent = nullptr);
    FileWalk(const QList<QUrl> &urls, Look look, QObject *parent = nullptr);
    // Stops it. Does not wait for a disk or a share that hangs.
    ~FileWalk() override;

signals:
    void finished(const falconer::WalkedFiles &files); // once

private:
    FileWalker *m_walker; // ends with its thread
    WorkerThread m_thread;
};

} // namespace falconer

Q_DECLARE_METATYPE(falconer::WalkedFiles)

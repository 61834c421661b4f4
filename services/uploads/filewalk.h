// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/uploads/filenameproposal.h"

#include <QObject>

#include <atomic>
#include <memory>

class QThread;

namespace falconer {

// The files that paths stand for.
struct WalkedFiles {
    QList<DroppedFile> files;
    bool isLimited = false; // there are more
    QStringList emptyFiles; // left out: hawkBit refuses them
    QStringList unreadable; // left out: files and folders that this user may not read

    bool operator==(const WalkedFiles &) const = default;
};

// Looks into folders and what is in them; hidden files and folders are skipped, unless they were
// dropped themselves, and links are not followed in folders. In the order of the paths, in folders
// by name. Stops at limit files, or when stop is set. May block as long as the file system does.
WalkedFiles walkFiles(const QStringList &paths, int limit, const std::atomic_bool *stop = nullptr);

// The same on a thread of its own.
class FileWalk final : public QObject {
    Q_OBJECT

public:
    static constexpr int mostFiles = 500;

    explicit FileWalk(const QStringList &paths, QObject *parent = nullptr);
    ~FileWalk() override; // stops it

signals:
    void finished(const falconer::WalkedFiles &files); // once

private:
    std::atomic_bool m_stop = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace falconer

Q_DECLARE_METATYPE(falconer::WalkedFiles)

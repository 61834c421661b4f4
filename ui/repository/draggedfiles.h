// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>

namespace falconer {

class FileWalk;

// What is being dragged, in words. Which of it are folders only the file system knows, which may
// take its time: it is asked on a thread of its own, and until then the words leave it open.
class DraggedFiles final : public QObject {
    Q_OBJECT

public:
    explicit DraggedFiles(QObject *parent);
    ~DraggedFiles() override;

    void look(const QList<QUrl> &urls); // nothing happens where these are known

    QString words() const;  // "5 files and 1 folder", "6 files or folders"
    bool isOneFile() const; // for sure

signals:
    void known(); // the words are others now

private:
    struct Kinds {
        int files = 0;
        int folders = 0;
    };

    QList<QUrl> m_urls;
    int m_local = 0; // of this computer
    std::optional<Kinds> m_kinds;
    std::unique_ptr<FileWalk> m_walk;
};

} // namespace falconer

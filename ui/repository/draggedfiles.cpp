// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/draggedfiles.h"

#include "services/uploads/filewalk.h"

#include <QFileInfo>

#include <algorithm>

namespace falconer {

namespace {

// The paths themselves, not what is in them; a folder is its own folder.
WalkedFiles lookAtPaths(const QStringList &paths, const std::atomic_bool &stop)
{
    WalkedFiles found;
    for (const QString &path : paths) {
        if (stop)
            break;
        found.files << DroppedFile{ path, QFileInfo(path).isDir() ? path : QString() };
    }
    return found;
}

} // namespace

DraggedFiles::DraggedFiles(QObject *parent)
    : QObject(parent)
{
}

DraggedFiles::~DraggedFiles() = default;

void DraggedFiles::look(const QList<QUrl> &urls)
{
    if (urls == m_urls)
        return;
    m_urls = urls;
    m_local = int(std::ranges::count_if(urls, &QUrl::isLocalFile));
    m_kinds.reset();
    m_walk = std::make_unique<FileWalk>(urls, &lookAtPaths);
    connect(m_walk.get(), &FileWalk::finished, this, [this](const WalkedFiles &found) {
        const auto folders = std::ranges::count_if(
            found.files, [](const DroppedFile &file) { return !file.folder.isEmpty(); });
        m_kinds = Kinds{ int(found.files.size() - folders), int(folders) };
        emit known();
    });
}

QString DraggedFiles::words() const
{
    if (!m_kinds)
        return tr("%n file(s) or folder(s)", nullptr, m_local);
    QString files = tr("%n file(s)", nullptr, m_kinds->files);
    if (m_kinds->folders == 0)
        return files;
    const QString folders = tr("%n folder(s)", nullptr, m_kinds->folders);
    return m_kinds->files == 0 ? folders : tr("%1 and %2").arg(files, folders);
}

bool DraggedFiles::isOneFile() const
{
    return m_kinds && m_kinds->files == 1 && m_kinds->folders == 0;
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/softwaremodules.h"
#include "ui/repository/repositorycontext.h"
#include "ui/shared/dropverdict.h"

#include <QObject>

class QMimeData;
class QWidget;

namespace falconer {

class FileWalk;
struct WalkedFiles;

// Brings local files into a software module by way of the upload queue. Folders are looked into,
// on a thread of their own. What cannot be taken is told, the rest goes its way.
class FileIntake final : public QObject {
    Q_OBJECT

public:
    // workspace: the file dialog opens over its window.
    FileIntake(const RepositoryContext &context, QWidget *workspace);

    // The local files and folders of a drag; empty: it has none.
    static QStringList pathsOf(const QMimeData &data);

    // What dropping so many on a module would do.
    DropVerdict verdict(const SoftwareModule &module, qsizetype files) const;
    // Beside every module.
    DropVerdict verdict(qsizetype files) const;

    void add(const SoftwareModule &module, const QStringList &paths);
    void choose(const SoftwareModule &module); // asks for files, without stopping anything

signals:
    void notTaken(const QString &sentence); // some of them, and why

private:
    void queue(const SoftwareModule &module, const WalkedFiles &walked);

    RepositoryContext m_context;
    QWidget *m_workspace;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pageledger.h"
#include "services/hawkbit/softwaremodules.h"
#include "ui/repository/repositorycontext.h"
#include "ui/shared/dropverdict.h"

#include <QObject>
#include <QUrl>

#include <functional>

class QWidget;

namespace falconer {

class DraggedFiles;

// Brings files of this computer into a software module by way of the upload queue, which looks into
// folders first, and goes on with it without this. What cannot be taken is told, the rest goes its
// way.
class FileIntake final : public QObject {
    Q_OBJECT

public:
    // workspace: the file dialog opens over its window.
    FileIntake(const RepositoryContext &context, QWidget *workspace);

    // What dropping these on a module would do.
    DropVerdict verdict(const SoftwareModule &module, const QList<QUrl> &urls) const;
    // On a module that is not loaded.
    static DropVerdict verdict(RowState row);
    // Beside every module.
    DropVerdict verdict(const QList<QUrl> &urls) const;

    void add(const SoftwareModule &module, const QList<QUrl> &urls);
    // Asks for files, without stopping anything: for a module, or for what is to become one.
    void choose(const SoftwareModule &module);
    void chooseForNew();

signals:
    void chosenForNew(const QList<QUrl> &urls);
    void verdictChanged(); // of what is being dragged: the file system said what it is
    void notTaken(const QString &sentence); // some of them, and why

private:
    // Why none of these can be taken, whatever module they go to; empty: some can.
    QString problemOf(const QList<QUrl> &urls) const;
    void ask(const QString &title, const std::function<void(const QList<QUrl> &)> &take);

    RepositoryContext m_context;
    QWidget *m_workspace;
    DraggedFiles *m_dragged;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/artifacts.h"
#include "ui/repository/repositorycontext.h"

#include <QList>
#include <QWidget>

class QLabel;

namespace falconer {

class DownloadRow;

// The downloads of this session, a line each, whatever is looked at meanwhile. Hidden while there
// are none. What is under way when it goes is kept beside its place and goes on when it is asked
// for again.
class DownloadStrip final : public QWidget {
    Q_OBJECT

public:
    explicit DownloadStrip(const RepositoryContext &context, QWidget *parent = nullptr);

    // Asks where to, without stopping anything meanwhile.
    void chooseAndStart(qint64 softwareModuleId, const Artifact &artifact);
    // A file that is under way already is not started again, which is said.
    void start(qint64 softwareModuleId, const Artifact &artifact, const QString &path);
    const QList<DownloadRow *> &rows() const { return m_rows; }

private:
    DownloadRow *rowOf(const QString &path) const; // that is not done
    void remove(DownloadRow *row);

    RepositoryContext m_context;
    QLabel *m_note;
    QList<DownloadRow *> m_rows;
};

} // namespace falconer

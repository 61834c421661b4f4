// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/artifacts.h"
#include "ui/repository/repositorycontext.h"

#include <QList>
#include <QWidget>

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
    void start(qint64 softwareModuleId, const Artifact &artifact, const QString &path);
    const QList<DownloadRow *> &rows() const { return m_rows; }

private:
    void remove(DownloadRow *row);

    RepositoryContext m_context;
    QList<DownloadRow *> m_rows;
};

} // namespace falconer

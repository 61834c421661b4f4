// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/downloads/halfdownloads.h"
#include "ui/repository/downloadrow.h"

#include <QList>
#include <QWidget>

class QLabel;

namespace falconer {

// The downloads of this session, a line each, whatever is looked at meanwhile. Hidden while there
// are none. What is under way when it goes is kept beside its place; the next one of the profile
// offers to go on.
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
    void add(const DownloadOrder &order, DownloadRow::Begin begin);
    DownloadRow *rowOf(const QString &path) const; // that is not done
    void remove(DownloadRow *row);

    RepositoryContext m_context;
    HalfDownloads m_half;
    QLabel *m_note;
    QList<DownloadRow *> m_rows;
};

} // namespace falconer

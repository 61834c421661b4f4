// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/uploads/uploadqueue.h"
#include "tests/support/simulatorbench.h"

#include <QTemporaryDir>

namespace falconer {

// A folder with files to upload and a queue's file, and a simulator with an empty software module.
class UploadStage final {
public:
    explicit UploadStage(const FleetOptions &options = {});

    QString queuePath() const { return m_dir.filePath(QStringLiteral("queue/uploads.sqlite")); }
    QString filePath(const QString &name) const { return m_dir.filePath(name); }
    // Writes a file whose content follows from the seed; answers its path.
    QString makeFile(const QString &name, qint64 size, quint32 seed = 1) const;

    SimulatorBench &bench() { return m_bench; }
    qint64 makeModule(const QString &name);
    qint64 module() const { return m_module; }
    ClientOptions options() const { return optionsOf(m_bench.url()); }
    static ClientOptions optionsOf(const QUrl &url); // the administrator's
    NewUpload newUpload(const QString &path) const;  // of profile "p" into module()

    QList<SimArtifact> artifacts() { return artifactsOf(m_module); }
    QList<SimArtifact> artifactsOf(qint64 module);
    QStringList artifactNames();
    void setLocked(bool locked);
    // Puts an upload into the queue's file as if the program had ended while it was in this state.
    Upload leaveBehind(UploadState state) const;

private:
    QTemporaryDir m_dir;
    SimulatorBench m_bench;
    qint64 m_module = 0;
};

UploadState stateOf(const UploadQueue &queue, qint64 id); // of one that is there
bool isLookedAt(const UploadQueue &queue, qint64 id);     // its file, the first time
UploadProblem problemOf(const UploadQueue &queue, qint64 id);

} // namespace falconer

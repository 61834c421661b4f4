// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/downloads/download.h"
#include "services/http/clientoptions.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/simulatorbench.h"

#include <QTemporaryDir>

namespace falconer {

// A simulator with an artifact of some megabytes, and an empty folder to download it to.
class DownloadStage final {
public:
    explicit DownloadStage(Wire wire = Wire::V1_0_4);

    static QByteArray makeContent();
    const QByteArray &content() const { return m_content; }
    QUrl url() const { return m_bench.url(); }
    DownloadOrder order() const; // to "image.bin"
    ClientOptions options(const QUrl &server = {}) const;
    QByteArray downloadPath() const;
    void deleteBinary(); // as when its module was deleted

    // What a server says that has the artifact and knows ranges; isLate: nothing yet.
    ScriptedServer::Handler rangeHandler(bool isLate = false) const;

    QStringList files() const; // of the folder
    QByteArray read() const;   // the final file
    qint64 partSize() const;
    void write(const QByteArray &bytes) const; // the final file
    void writePart(const QByteArray &bytes) const;
    QString partName() const;
    QString filePath(const QString &name) const { return m_folder.filePath(name); }

private:
    QByteArray m_content;
    SimulatorBench m_bench;
    QTemporaryDir m_folder;
    qint64 m_module = 0;
    Artifact m_artifact;
};

} // namespace falconer

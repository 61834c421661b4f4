// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/downloads/download.h"

#include <QFile>

#include <functional>

namespace falconer {

// Why a step with the local file failed.
struct FileFault {
    DownloadProblem problem = DownloadProblem::File;
    Error error;
};

// Where a download comes to until it is whole: "image.bin.3fb1c2d4.part". Named after what it will
// be, so that a file of somebody else is not taken for ours, nor a part of another artifact.
QString partPath(const DownloadOrder &order);

// Whether the file's SHA-256, or SHA-1 where the server tells no other, is the artifact's. False
// too when it cannot be read, or isWanted says no.
bool isContentOf(
    const Artifact &artifact, const QString &path, const std::function<bool()> &isWanted);

// The file that a download comes into until it is whole.
class PartFile final {
public:
    explicit PartFile(const DownloadOrder &order);

    // Goes on behind what is there. Refuses when a final file is there that is not to be
    // overwritten, or the disk cannot take the rest.
    std::optional<FileFault> open(qint64 wholeSize, bool overwrites);
    bool isOpen() const { return m_file.isOpen(); }
    qint64 size() const { return m_file.size(); }
    std::optional<FileFault> write(const QByteArray &bytes);
    std::optional<FileFault> beginAnew();
    // Waits until the disk has all of it: a name is given to nothing that a power cut could empty.
    std::optional<FileFault> sync();
    // Gives it its final name.
    std::optional<FileFault> finish(bool overwrites);
    void close() { m_file.close(); }
    void remove();

private:
    FileFault fault(DownloadProblem problem = DownloadProblem::File) const;
    std::optional<FileFault> rename(bool overwrites);

    QString m_path;
    QFile m_file;
};

} // namespace falconer

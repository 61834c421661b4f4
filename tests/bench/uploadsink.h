// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QUrl>

namespace falconer {

// A server that takes uploads into one module and keeps nothing, in a process of its own: what is
// measured is who sends. It answers with the size and the hash that the upload named.
class UploadSink final {
public:
    // bytesPerSecond: that it takes of all connections together, 0: all that comes.
    UploadSink(qint64 bytesPerSecond, bool isTls);
    ~UploadSink();

    QUrl url() const { return m_url; }
    static QByteArray certificate(); // SHA-256 of the one that it shows

    // What the other process runs. Returns its exit code.
    static int serve(qint64 bytesPerSecond, bool isTls);

private:
    QProcess m_process;
    QUrl m_url;
};

} // namespace falconer

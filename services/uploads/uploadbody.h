// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/uploads/uploadhash.h"

#include <QDateTime>
#include <QFile>
#include <QIODevice>
#include <QTimer>

namespace falconer {

class RateLimit;

// The multipart body of an upload: the file, read once in blocks and hashed on its way, and behind
// it the hash as a form field, so that the server itself refuses what was damaged. Its size is
// known before the hash is. It cannot be rewound, and that is its purpose: after a reset connection
// QNAM silently sends a request again whose body it can read again; with this one the request ends
// with ContentReSendError, and whoever sends asks the server first what it has. It still is no
// sequential device: one of those QNAM would report every 16 KiB.
class UploadBody final : public QIODevice {
    Q_OBJECT

public:
    enum class Break { None, FileGone, FileChanged };

    // path: of a file that had this size and time when it was queued; it must still have them when
    // its last byte was read, else nothing is sent behind it.
    UploadBody(const QString &path, const QString &filename, qint64 fileSize,
        const QDateTime &modifiedAt, RateLimit &limit, QObject *parent = nullptr);

    QByteArray contentType() const;
    const QByteArray &head() const { return m_head; } // what stands before the file
    qint64 headSize() const { return m_head.size(); }
    qint64 fileSize() const { return m_fileSize; }
    const QString &sha256() const { return m_sha256; } // once the whole file was read
    Break broken() const { return m_break; }

    bool isSequential() const override { return false; }
    qint64 size() const override { return m_head.size() + m_fileSize + m_tailSize; }
    bool atEnd() const override { return m_read == size(); }
    qint64 bytesAvailable() const override { return size() - m_read; }
    bool seek(qint64 position) override { return position == m_read && QIODevice::seek(position); }
    bool reset() override { return m_read == 0; }

signals:
    void broke(); // the file: what was sent must be abandoned

protected:
    qint64 readData(char *to, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 readPart(const QByteArray &part, qint64 at, char *to, qint64 most);
    qint64 readFile(char *to, qint64 most);
    bool fillBlock();
    bool endFile();
    void breakOff(Break why);

    QByteArray m_boundary;
    QByteArray m_head;
    QByteArray m_tail; // made when the hash is known
    qint64 m_tailSize = 0;
    QString m_path;
    qint64 m_fileSize;
    QDateTime m_modifiedAt;
    QFile m_file;
    QByteArray m_block; // of the file, read and hashed, not handed on yet
    qsizetype m_blockAt = 0;
    qint64 m_hashed = 0;
    UploadHash m_hash;
    QString m_sha256;
    qint64 m_read = 0; // of the whole body
    Break m_break = Break::None;
    RateLimit &m_limit;
    QTimer m_later; // when the limit lets more pass
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadbody.h"

#include "services/uploads/ratelimit.h"
#include "services/uploads/uploadrules.h"

#include <QDateTime>
#include <QUuid>

#include <algorithm>
#include <cstring>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 blockSize = 256LL * 1024;
constexpr int limitedPauseMs = 20;

// As browsers write it: UTF-8, and what would end the quotes escaped.
QByteArray quoted(const QString &filename)
{
    QByteArray result = filename.toUtf8();
    result.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
    return result;
}

// With the file's size: a server that knows a limit refuses before it reads more, as Tomcat does.
QByteArray headOf(const QByteArray &boundary, const QString &filename, qint64 fileSize)
{
    return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + quoted(filename) + "\"\r\nContent-Type: application/octet-stream\r\nContent-Length: "
        + QByteArray::number(fileSize) + "\r\n\r\n";
}

QByteArray tailOf(const QByteArray &boundary, const QByteArray &sha256)
{
    return "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"sha256sum\"\r\n\r\n"
        + sha256 + "\r\n--" + boundary + "--\r\n";
}

} // namespace

UploadBody::UploadBody(const QString &path, const QString &filename, qint64 fileSize,
    const QDateTime &modifiedAt, RateLimit &limit, QObject *parent)
    : QIODevice(parent)
    , m_boundary("falconer-" + QUuid::createUuid().toByteArray(QUuid::Id128))
    , m_head(headOf(m_boundary, filename, fileSize))
    , m_tailSize(tailOf(m_boundary, QByteArray(UploadHash::hexSize, '0')).size())
    , m_path(path)
    , m_fileSize(fileSize)
    , m_modifiedAt(modifiedAt)
    , m_file(path)
    , m_limit(limit)
{
    m_later.setSingleShot(true);
    m_later.callOnTimeout(this, &QIODevice::readyRead);
    m_block.reserve(blockSize);
    if (m_file.open(ReadOnly | Unbuffered))
        open(ReadOnly | Unbuffered);
    else
        m_break = Break::FileGone;
}

QByteArray UploadBody::contentType() const
{
    return "multipart/form-data; boundary=" + m_boundary;
}

qint64 UploadBody::readData(char *to, qint64 most)
{
    if (atEnd() || m_break != Break::None)
        return -1;
    const qint64 tailAt = m_head.size() + m_fileSize;
    qint64 count = 0;
    if (m_read < m_head.size())
        count = readPart(m_head, m_read, to, most);
    else if (m_read < tailAt)
        count = readFile(to, most);
    else
        count = readPart(m_tail, m_read - tailAt, to, most);
    m_read += std::max<qint64>(count, 0);
    return count;
}

qint64 UploadBody::readPart(const QByteArray &part, qint64 at, char *to, qint64 most)
{
    const qint64 count = std::min(most, part.size() - at);
    std::memcpy(to, part.constData() + at, std::size_t(count));
    return count;
}

// 0 makes QNAM wait for readyRead.
qint64 UploadBody::readFile(char *to, qint64 most)
{
    if (m_blockAt == m_block.size() && !fillBlock())
        return -1;
    const qint64 count = m_limit.take(std::min(most, m_block.size() - m_blockAt));
    if (count == 0) {
        m_later.start(limitedPauseMs);
        return 0;
    }
    std::memcpy(to, m_block.constData() + m_blockAt, std::size_t(count));
    m_blockAt += count;
    return count;
}

bool UploadBody::fillBlock()
{
    m_block.resize(std::min(blockSize, m_fileSize - m_hashed));
    m_blockAt = 0;
    const qint64 count = m_file.read(m_block.data(), m_block.size());
    if (count <= 0) {
        breakOff(count < 0 ? Break::FileGone : Break::FileChanged);
        return false;
    }
    m_block.resize(count);
    m_hash.add(m_block);
    m_hashed += count;
    return m_hashed < m_fileSize || endFile();
}

// The tail goes out only if the file is as it was queued: without its tail nothing is stored.
bool UploadBody::endFile()
{
    const FileLook look = lookAtFile(m_path);
    if (!look.isReadable || look.size != m_fileSize || look.modifiedAt != m_modifiedAt) {
        breakOff(look.isReadable ? Break::FileChanged : Break::FileGone);
        return false;
    }
    const QByteArray sha256 = m_hash.hex();
    m_sha256 = QString::fromLatin1(sha256);
    m_tail = tailOf(m_boundary, sha256);
    return true;
}

void UploadBody::breakOff(Break why)
{
    m_break = why;
    emit broke();
}

} // namespace falconer

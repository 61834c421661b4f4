// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/downloads/partfile.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QStorageInfo>

#include <cerrno>
#include <filesystem>
#include <system_error>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 blockSize = 1024LL * 1024;
constexpr qsizetype tagDigits = 8;

DownloadProblem problemOfWrite(QFileDevice::FileError error)
{
    return error == QFileDevice::ResourceError ? DownloadProblem::DiskFull : DownloadProblem::File;
}

// Qt has one code for whatever keeps a file from being opened.
DownloadProblem problemOfOpen(const QString &path)
{
    return QFileInfo(QFileInfo(path).absolutePath()).isDir() ? DownloadProblem::NoPermission
                                                             : DownloadProblem::File;
}

FileFault nameTaken(const QString &path)
{
    return { DownloadProblem::NameTaken,
        { .kind = ErrorKind::Io, .message = u"the file exists"_s, .where = path } };
}

// Qt has no word for it. Some file systems do not know it, which is no failure.
bool reachesDisk(int descriptor)
{
#ifdef Q_OS_WIN
    return _commit(descriptor) == 0;
#else
    return fsync(descriptor) == 0 || errno == EINVAL;
#endif
}

} // namespace

QString partPath(const DownloadOrder &order)
{
    const Artifact &artifact = order.artifact;
    QString tag = artifact.sha256.isEmpty() ? artifact.sha1 : artifact.sha256;
    if (tag.isEmpty())
        tag = QString::number(artifact.id);
    return order.path + u'.' + tag.left(tagDigits).toLower() + ".part"_L1;
}

bool isContentOf(
    const Artifact &artifact, const QString &path, const std::function<bool()> &isWanted)
{
    const bool isSha256 = !artifact.sha256.isEmpty();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false;
    QCryptographicHash hash(isSha256 ? QCryptographicHash::Sha256 : QCryptographicHash::Sha1);
    QByteArray block(blockSize, Qt::Uninitialized);
    qint64 count = 1;
    while (count > 0 && isWanted()) {
        count = file.read(block.data(), block.size());
        hash.addData(QByteArrayView(block.constData(), std::max<qint64>(count, 0)));
    }
    const QString found = QString::fromLatin1(hash.result().toHex());
    const QString expected = isSha256 ? artifact.sha256 : artifact.sha1;
    return count == 0 && expected.compare(found, Qt::CaseInsensitive) == 0;
}

PartFile::PartFile(const DownloadOrder &order)
    : m_path(order.path)
    , m_file(partPath(order))
{
}

std::optional<FileFault> PartFile::open(qint64 wholeSize, bool overwrites)
{
    if (QFileInfo::exists(m_path) && !overwrites)
        return nameTaken(m_path);
    // Unbuffered: a full disk is noticed by the write that meets it.
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return fault(problemOfOpen(m_path));
    const QStorageInfo storage(QFileInfo(m_path).absolutePath());
    if (storage.isValid() && storage.bytesAvailable() < wholeSize - m_file.size()) {
        FileFault full = fault(DownloadProblem::DiskFull);
        full.error.message = QString::number(storage.bytesAvailable()) + " bytes are free"_L1;
        return full;
    }
    if (m_file.size() > wholeSize)
        return beginAnew();
    const bool isBehind = m_file.size() == 0 || m_file.seek(m_file.size());
    return isBehind ? std::nullopt : std::optional(fault());
}

std::optional<FileFault> PartFile::write(const QByteArray &bytes)
{
    if (m_file.write(bytes) == bytes.size())
        return std::nullopt;
    return fault(problemOfWrite(m_file.error()));
}

std::optional<FileFault> PartFile::beginAnew()
{
    return m_file.resize(0) && m_file.seek(0) ? std::nullopt : std::optional(fault());
}

std::optional<FileFault> PartFile::sync()
{
    if (!m_file.flush())
        return fault(problemOfWrite(m_file.error()));
    if (reachesDisk(m_file.handle()))
        return std::nullopt;
    FileFault failed = fault(errno == ENOSPC ? DownloadProblem::DiskFull : DownloadProblem::File);
    failed.error.message = qt_error_string(errno);
    return failed;
}

std::optional<FileFault> PartFile::finish(bool overwrites)
{
    m_file.close();
    return rename(overwrites);
}

// QFile::rename() never overwrites, std::filesystem::rename() does, at once.
std::optional<FileFault> PartFile::rename(bool overwrites)
{
    if (!overwrites) {
        if (QFile::rename(m_file.fileName(), m_path))
            return std::nullopt;
        return QFileInfo::exists(m_path) ? nameTaken(m_path) : fault();
    }
    std::error_code code;
    std::filesystem::rename(
        m_file.filesystemFileName(), QFileInfo(m_path).filesystemFilePath(), code);
    if (!code)
        return std::nullopt;
    FileFault failed = fault();
    failed.error.message = QString::fromLocal8Bit(code.message().c_str());
    return failed;
}

void PartFile::remove()
{
    m_file.close();
    m_file.remove();
}

FileFault PartFile::fault(DownloadProblem problem) const
{
    return { problem,
        { .kind = ErrorKind::Io, .message = m_file.errorString(), .where = m_file.fileName() } };
}

} // namespace falconer

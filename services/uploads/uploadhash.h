// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QCryptographicHash>
#include <QString>

#include <memory>

namespace falconer {

// The hash of what is added, block by block. OpenSSL's where the build has it, which uses what the
// processor offers and is several times as fast as Qt's.
class UploadHash final {
public:
    // Sha256, Sha1 or Md5: those that hawkBit tells.
    explicit UploadHash(QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256);
    ~UploadHash();
    UploadHash(const UploadHash &) = delete;
    UploadHash &operator=(const UploadHash &) = delete;

    void reset();
    void add(QByteArrayView bytes);
    QByteArray hex(); // lower case; of all that was added since reset(). Ends the hash.

    static constexpr qsizetype hexSize = 64; // of SHA-256

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadhash.h"

#ifdef FALCONER_OPENSSL
#include <openssl/evp.h>
#endif

namespace falconer {

#ifdef FALCONER_OPENSSL

namespace {

const EVP_MD *digestOf(QCryptographicHash::Algorithm algorithm)
{
    switch (algorithm) {
    case QCryptographicHash::Md5:
        return EVP_md5();
    case QCryptographicHash::Sha1:
        return EVP_sha1();
    default:
        return EVP_sha256();
    }
}

} // namespace

struct UploadHash::Private {
    const EVP_MD *digest;
    EVP_MD_CTX *context = EVP_MD_CTX_new();

    explicit Private(QCryptographicHash::Algorithm algorithm)
        : digest(digestOf(algorithm))
    {
    }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;
    ~Private() { EVP_MD_CTX_free(context); }

    void reset() { EVP_DigestInit_ex(context, digest, nullptr); }
    void add(QByteArrayView bytes)
    {
        EVP_DigestUpdate(context, bytes.data(), std::size_t(bytes.size()));
    }
    QByteArray result()
    {
        QByteArray bytes(EVP_MAX_MD_SIZE, '\0');
        unsigned int size = 0;
        EVP_DigestFinal_ex(context, reinterpret_cast<unsigned char *>(bytes.data()), &size);
        return bytes.first(size);
    }
};

#else

struct UploadHash::Private {
    QCryptographicHash hash;

    explicit Private(QCryptographicHash::Algorithm algorithm)
        : hash(algorithm)
    {
    }

    void reset() { hash.reset(); }
    void add(QByteArrayView bytes) { hash.addData(bytes); }
    QByteArray result() { return hash.result(); }
};

#endif

UploadHash::UploadHash(QCryptographicHash::Algorithm algorithm)
    : d(std::make_unique<Private>(algorithm))
{
    d->reset();
}

UploadHash::~UploadHash() = default;

void UploadHash::reset()
{
    d->reset();
}

void UploadHash::add(QByteArrayView bytes)
{
    d->add(bytes);
}

QByteArray UploadHash::hex()
{
    return d->result().toHex();
}

} // namespace falconer

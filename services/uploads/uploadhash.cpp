// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadhash.h"

#ifdef FALCONER_OPENSSL
#include <openssl/evp.h>
#else
#include <QCryptographicHash>
#endif

namespace falconer {

#ifdef FALCONER_OPENSSL

struct UploadHash::Private {
    EVP_MD_CTX *context = EVP_MD_CTX_new();

    Private() = default;
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;
    ~Private() { EVP_MD_CTX_free(context); }

    void reset() { EVP_DigestInit_ex(context, EVP_sha256(), nullptr); }
    void add(QByteArrayView bytes)
    {
        EVP_DigestUpdate(context, bytes.data(), std::size_t(bytes.size()));
    }
    QByteArray result()
    {
        QByteArray digest(EVP_MAX_MD_SIZE, '\0');
        unsigned int size = 0;
        EVP_DigestFinal_ex(context, reinterpret_cast<unsigned char *>(digest.data()), &size);
        return digest.first(size);
    }
};

#else

struct UploadHash::Private {
    QCryptographicHash hash{ QCryptographicHash::Sha256 };

    void reset() { hash.reset(); }
    void add(QByteArrayView bytes) { hash.addData(bytes); }
    QByteArray result() { return hash.result(); }
};

#endif

UploadHash::UploadHash()
    : d(std::make_unique<Private>())
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

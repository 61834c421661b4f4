// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/session/secretstore.h"

#include <qt6keychain/keychain.h>

#include <QPointer>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

const QString trialKey = u"trial"_s;

} // namespace

SecretStore::SecretStore(QString service, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
{
}

// finish is always run, and answers what to tell whoever still listens.
Call SecretStore::run(QKeychain::Job *job, const QString &key,
    std::function<std::function<void()>(QKeychain::Job *)> finish)
{
    auto *listener = new QObject(this); // its death means: do not tell
    job->setKey(key);
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    connect(job, &QKeychain::Job::finished, this,
        [finish = std::move(finish), listener = QPointer(listener)](QKeychain::Job *ended) {
            const std::function<void()> tell = finish(ended);
            if (!listener)
                return;
            delete listener;
            tell();
        });
    job->start();
    return Call([listener = QPointer(listener)] { delete listener; });
}

Call SecretStore::findPlace(std::function<void(SecretPlace)> done)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(trialKey);
    return run(job, trialKey, [this, done = std::move(done)](QKeychain::Job *ended) {
        const bool isKept = ended->error() == QKeychain::NoError;
        if (isKept) {
            auto *takeBack = new QKeychain::DeletePasswordJob(m_service);
            takeBack->setKey(trialKey);
            takeBack->start();
        }
        return [=] { done(isKept ? SecretPlace::Keychain : SecretPlace::SessionOnly); };
    });
}

Call SecretStore::write(
    const QString &profileId, const QString &secret, std::function<void(SecretPlace)> done)
{
    m_secrets[profileId] = secret; // until the keychain has it
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(secret);
    return run(
        job, profileId, [this, profileId, secret, done = std::move(done)](QKeychain::Job *ended) {
            const bool isKept = ended->error() == QKeychain::NoError;
            if (isKept && m_secrets.value(profileId) == secret)
                m_secrets.remove(profileId);
            return [=] { done(isKept ? SecretPlace::Keychain : SecretPlace::SessionOnly); };
        });
}

Call SecretStore::read(const QString &profileId, std::function<void(std::optional<QString>)> done)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    return run(job, profileId, [this, profileId, done = std::move(done)](QKeychain::Job *ended) {
        std::optional<QString> secret;
        if (m_secrets.contains(profileId))
            secret = m_secrets[profileId];
        else if (ended->error() == QKeychain::NoError)
            secret = static_cast<QKeychain::ReadPasswordJob *>(ended)->textData();
        return [=] { done(secret); };
    });
}

Call SecretStore::remove(const QString &profileId, std::function<void()> done)
{
    m_secrets.remove(profileId);
    return run(new QKeychain::DeletePasswordJob(m_service), profileId,
        [done = std::move(done)](QKeychain::Job *) { return done; });
}

} // namespace falconer

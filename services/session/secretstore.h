// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/call.h"

#include <QMap>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace QKeychain {
class Job;
}

namespace falconer {

// Where a secret was put.
enum class SecretPlace { Keychain, SessionOnly };

// Keeps passwords and tokens by profile id: in the platform's keychain, or, where there is none or
// it refuses, in memory until the program ends. Never in a file. Only a write shows whether there
// is a keychain: a read cannot tell a locked one from an absent entry. Answers come later, perhaps
// after minutes, when a desktop asks its user first. A dropped Call is not answered; what was begun
// goes on.
class SecretStore final : public QObject {
    Q_OBJECT

public:
    // service: under which name the keychain lists the secrets.
    explicit SecretStore(QString service, QObject *parent = nullptr);

    // Where a secret would go, found by a trial write that is taken back.
    [[nodiscard]] Call findPlace(std::function<void(SecretPlace)> done);
    [[nodiscard]] Call write(
        const QString &profileId, const QString &secret, std::function<void(SecretPlace)> done);
    [[nodiscard]] Call read(
        const QString &profileId, std::function<void(std::optional<QString>)> done);
    [[nodiscard]] Call remove(const QString &profileId, std::function<void()> done);

private:
    Call run(QKeychain::Job *job, const QString &key,
        std::function<std::function<void()>(QKeychain::Job *)> finish);

    QString m_service;
    QMap<QString, QString> m_secrets; // of this session only
};

} // namespace falconer

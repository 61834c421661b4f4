// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/result.h"
#include "services/session/profile.h"

#include <QList>

#include <functional>
#include <optional>

class QSettings;

namespace falconer {

// Keeps the connection profiles in the settings that it is handed. A file of an older version is
// brought up to date when the store is made; one of a newer version is read but never written.
// Errors are of kind Io: the settings could not be written.
class ProfileStore final {
public:
    explicit ProfileStore(QSettings &settings);

    QList<Profile> profiles() const; // the last used first, then by name
    std::optional<Profile> find(const QString &id) const;

    Result<void> save(const Profile &profile); // a new one, or another with its id
    Result<void> remove(const QString &id);

    // To which the next start connects again; nothing after forgetLast() or when it was removed.
    std::optional<Profile> last() const;
    Result<void> markUsed(const QString &id, const QDateTime &when);
    Result<void> forgetLast();

private:
    Result<void> write(const std::function<void()> &change);

    QSettings &m_settings;
};

} // namespace falconer

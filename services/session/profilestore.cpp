// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/session/profilestore.h"

#include "services/session/profileschema.h"

#include <QSettings>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

const QString group = u"profiles"_s;
const QString lastKey = u"lastProfile"_s;

QString groupOf(const QString &id)
{
    return group + u'/' + id;
}

Profile read(QSettings &settings, const QString &id)
{
    settings.beginGroup(groupOf(id));
    Profile profile{
        .id = id,
        .name = settings.value("name"_L1).toString(),
        .server = QUrl(settings.value("server"_L1).toString()),
        .scheme = settings.value("scheme"_L1).toString() == "bearer"_L1
            ? Credentials::Scheme::Bearer
            : Credentials::Scheme::Basic,
        .user = settings.value("user"_L1).toString(),
        .colour = settings.value("colour"_L1).toString(),
        .notes = settings.value("notes"_L1).toString(),
        .isProduction = settings.value("production"_L1).toBool(),
        .trustedCertificate
        = QByteArray::fromHex(settings.value("trustedCertificate"_L1).toString().toLatin1()),
        .hasSecret = settings.value("hasSecret"_L1).toBool(),
        .lastUsedAt
        = QDateTime::fromString(settings.value("lastUsedAt"_L1).toString(), Qt::ISODateWithMs),
    };
    settings.endGroup();
    return profile;
}

void writeTo(QSettings &settings, const Profile &profile)
{
    settings.beginGroup(groupOf(profile.id));
    settings.setValue("name"_L1, profile.name);
    // A password pasted with the address belongs into the keychain.
    settings.setValue("server"_L1, profile.server.toString(QUrl::RemovePassword));
    settings.setValue(
        "scheme"_L1, profile.scheme == Credentials::Scheme::Bearer ? u"bearer"_s : u"basic"_s);
    settings.setValue("user"_L1, profile.user);
    settings.setValue("colour"_L1, profile.colour);
    settings.setValue("notes"_L1, profile.notes);
    settings.setValue("production"_L1, profile.isProduction);
    settings.setValue(
        "trustedCertificate"_L1, QString::fromLatin1(profile.trustedCertificate.toHex()));
    settings.setValue("hasSecret"_L1, profile.hasSecret);
    settings.setValue("lastUsedAt"_L1, profile.lastUsedAt.toUTC().toString(Qt::ISODateWithMs));
    settings.endGroup();
}

} // namespace

ProfileStore::ProfileStore(QSettings &settings)
    : m_settings(settings)
{
    upgradeProfileSchema(m_settings);
}

QList<Profile> ProfileStore::profiles() const
{
    m_settings.beginGroup(group);
    const QStringList ids = m_settings.childGroups();
    m_settings.endGroup();
    QList<Profile> all;
    for (const QString &id : ids)
        all << read(m_settings, id);
    std::sort(all.begin(), all.end(), [](const Profile &a, const Profile &b) {
        return a.lastUsedAt != b.lastUsedAt ? a.lastUsedAt > b.lastUsedAt
                                            : a.name.localeAwareCompare(b.name) < 0;
    });
    return all;
}

std::optional<Profile> ProfileStore::find(const QString &id) const
{
    if (id.isEmpty() || !m_settings.contains(groupOf(id) + "/server"_L1))
        return std::nullopt;
    return read(m_settings, id);
}

Result<void> ProfileStore::save(const Profile &profile)
{
    Q_ASSERT(!profile.id.isEmpty() && !profile.id.contains(u'/'));
    return write([&] { writeTo(m_settings, profile); });
}

Result<void> ProfileStore::remove(const QString &id)
{
    return write([&] {
        m_settings.remove(groupOf(id));
        if (m_settings.value(lastKey) == id)
            m_settings.remove(lastKey);
    });
}

std::optional<Profile> ProfileStore::last() const
{
    return find(m_settings.value(lastKey).toString());
}

Result<void> ProfileStore::markUsed(const QString &id, const QDateTime &when)
{
    std::optional<Profile> profile = find(id);
    if (!profile)
        return {};
    profile->lastUsedAt = when;
    return write([&] {
        writeTo(m_settings, *profile);
        m_settings.setValue(lastKey, id);
    });
}

Result<void> ProfileStore::forgetLast()
{
    return write([&] { m_settings.remove(lastKey); });
}

Result<void> ProfileStore::write(const std::function<void()> &change)
{
    const auto failure = [this](const QString &why) {
        return tl::unexpected(
            Error{ .kind = ErrorKind::Io, .message = why, .where = m_settings.fileName() });
    };
    if (profileSchemaVersionOf(m_settings) > profileSchemaVersion)
        return failure(u"written by a newer version"_s);
    change();
    m_settings.sync(); // the whole file is replaced at once, or stays as it was
    if (m_settings.status() != QSettings::NoError)
        return failure(u"cannot be written"_s);
    return {};
}

} // namespace falconer

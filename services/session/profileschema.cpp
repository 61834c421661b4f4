// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/session/profileschema.h"

#include "services/session/profile.h"

#include <QSettings>

#include <array>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

const QString versionKey = u"profileSchemaVersion"_s;

// Version 1 numbered the profiles and named their address "url". Each gets an id and a group of its
// own, so that one can be changed or removed without renumbering the others.
void nameByIds(QSettings &settings)
{
    QList<QVariantMap> profiles;
    const int count = settings.beginReadArray(u"profiles"_s);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        QVariantMap profile;
        const QStringList keys = settings.childKeys();
        for (const QString &key : keys)
            profile[key == "url"_L1 ? u"server"_s : key] = settings.value(key);
        profiles << profile;
    }
    settings.endArray();
    settings.remove(u"profiles"_s);
    for (const QVariantMap &profile : std::as_const(profiles)) {
        settings.beginGroup(u"profiles/"_s + newProfileId());
        for (auto it = profile.begin(); it != profile.end(); ++it)
            settings.setValue(it.key(), it.value());
        settings.endGroup();
    }
}

// The step at index n leads from version n + 1 to the next.
constexpr std::array steps{ &nameByIds };
static_assert(steps.size() + 1 == profileSchemaVersion);

} // namespace

int profileSchemaVersionOf(const QSettings &settings)
{
    const bool isOld = settings.contains(u"profiles/size"_s);
    return settings.value(versionKey, isOld ? 1 : profileSchemaVersion).toInt();
}

void upgradeProfileSchema(QSettings &settings)
{
    const int version = profileSchemaVersionOf(settings);
    if (version < 1 || version > profileSchemaVersion)
        return;
    for (int step = version; step < profileSchemaVersion; ++step)
        steps.at(step - 1)(settings);
    settings.setValue(versionKey, profileSchemaVersion);
    settings.sync();
}

} // namespace falconer

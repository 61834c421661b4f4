// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/environment.h"

#include "services/session/profile.h"

#include <QCoreApplication>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Titles {
    Q_DECLARE_TR_FUNCTIONS(EnvironmentColour)
};

} // namespace

QList<EnvironmentColour> environmentColours()
{
    return { { {}, Titles::tr("Grey"), 0x8d98a5 }, { u"green"_s, Titles::tr("Green"), 0x1f9d5c },
        { u"blue"_s, Titles::tr("Blue"), 0x2f7bf0 },
        { u"violet"_s, Titles::tr("Violet"), 0x8a5cf0 },
        { u"amber"_s, Titles::tr("Amber"), 0xd98e04 }, { u"red"_s, Titles::tr("Red"), 0xd6392f } };
}

QColor environmentColour(const QString &word)
{
    const QList<EnvironmentColour> all = environmentColours();
    for (const EnvironmentColour &one : all) {
        if (one.word == word)
            return one.colour;
    }
    const QColor own(word);
    return own.isValid() ? own : all.first().colour;
}

QString serverName(const Profile &profile)
{
    QString name = profile.server.host();
    if (profile.server.port() != -1)
        name += u':' + QString::number(profile.server.port());
    const QString prefix = profile.server.path();
    return prefix == u"/"_s ? name : name + prefix;
}

QString profileTitle(const Profile &profile)
{
    return profile.name.isEmpty() ? serverName(profile) : profile.name;
}

} // namespace falconer

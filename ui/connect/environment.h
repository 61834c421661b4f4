// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QString>

namespace falconer {

struct Profile;

// A colour by which a person tells one environment from another. The word is what a profile keeps.
struct EnvironmentColour {
    QString word; // empty: none
    QString title;
    QColor colour;
};

QList<EnvironmentColour> environmentColours();
// Of a word or "#rrggbb"; a grey for what is unknown.
QColor environmentColour(const QString &word);

// "hawkbit.example:8443/prefix", as people name a server.
QString serverName(const Profile &profile);
// What people call a profile: its name, else its server.
QString profileTitle(const Profile &profile);

} // namespace falconer

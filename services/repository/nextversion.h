// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace falconer {

// What a new version of something is likely to be called: the last number is one higher ("2.4.0"
// gives "2.4.1", "1.0-rc1" "1.0-rc2", "007" "008"); what follows a '+' is a build's own and left
// out. Without a number ".1" is added.
QString nextVersion(const QString &version);

// The first of the versions that follow which is not among those that are taken.
QString nextFreeVersion(const QString &version, const QStringList &taken);

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace falconer {

// Whether a right such as "UPDATE_TARGET" is among what a user was granted. hawkBit grants roles
// and single rights, and up to 0.9 words the rights on software otherwise (hawkbit-api 1.2): roles
// are expanded, "READ_REPOSITORY" counts as "READ_DISTRIBUTION_SET". right is in the words of
// >= 0.10. Nothing granted at all means that the server does not tell (before 0.9): then yes, and
// the server decides.
bool isGranted(const QStringList &granted, const QString &right);
// What servers up to 0.9 call this right.
QString oldNameOf(const QString &right);

} // namespace falconer

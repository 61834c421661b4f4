// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/icons.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace falconer {

// A consequence as it is read: sign, number, sentence, and the names behind it.
struct ConsequenceLine {
    QString id; // which line it is, whatever it says now: it stays expanded by that
    Icon icon = Icon::Information;
    Tone tone = Tone::Plain;
    std::optional<qint64> number; // nothing: it is not known, or none belongs there
    QString sentence;
    QStringList names;
    QString details; // of a failure, for the tooltip

    bool operator==(const ConsequenceLine &) const = default;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/icons.h"

#include <QList>
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

// Of things with names: nothing where there are none. words: behind their number.
inline void addNamed(QList<ConsequenceLine> &lines, const QString &id, Icon icon, Tone tone,
    const QStringList &names, QString (*words)(int))
{
    if (names.isEmpty())
        return;
    lines << ConsequenceLine{ .id = id,
        .icon = icon,
        .tone = tone,
        .number = names.size(),
        .sentence = words(int(names.size())),
        .names = names };
}

} // namespace falconer

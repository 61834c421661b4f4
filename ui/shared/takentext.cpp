// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/takentext.h"

#include <QCoreApplication>

namespace falconer {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TakenText)
};

} // namespace

QString takenText(const QString &title, bool isListed)
{
    return isListed ? Words::tr("%1 of this type exists already.").arg(title)
                    : Words::tr("%1 of this type was deleted, but the server only hid it and keeps "
                                "its name and version. Choose another version.")
                          .arg(title);
}

QString takenText(const QString &title, const Result<std::optional<NameHolder>> &holder)
{
    return takenText(title, !holder || holder->has_value());
}

} // namespace falconer

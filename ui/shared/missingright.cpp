// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/missingright.h"

#include "services/hawkbit/dialect.h"
#include "services/hawkbit/permissions.h"

#include <QCoreApplication>

namespace falconer {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MissingRight)
};

} // namespace

QString missingRight(const ServerFacts &facts, const QStringList &rights)
{
    const bool isOld = !facts.dialect.detailedActionStatus;
    for (const QString &right : rights) {
        if (!isGranted(facts.user.permissions, right))
            return Words::tr("%1 may not do this here: that needs %2.")
                .arg(facts.user.username, isOld ? oldNameOf(right) : right);
    }
    return {};
}

} // namespace falconer

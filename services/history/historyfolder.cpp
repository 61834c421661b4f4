// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/history/historyfolder.h"

#include <QFile>

namespace falconer {

using namespace Qt::StringLiterals;

QString historyPath(const QString &folder, const QString &profileId)
{
    return folder.isEmpty() || profileId.isEmpty() ? QString()
                                                   : folder + u'/' + profileId + u".sqlite"_s;
}

bool removeHistories(const QString &path)
{
    if (path.isEmpty()) // none are kept
        return true;
    bool gone = true;
    for (const QString &suffix : { u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s }) {
        const QString file = path + suffix;
        if (!QFile::remove(file) && QFile::exists(file))
            gone = false;
    }
    return gone;
}

} // namespace falconer

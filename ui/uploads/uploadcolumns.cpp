// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/uploadcolumns.h"

#include "models/sizetext.h"
#include "services/session/profile.h"
#include "services/uploads/uploadqueue.h"
#include "ui/connect/environment.h"
#include "ui/uploads/uploadproblemtext.h"
#include "ui/uploads/uploadtext.h"

#include <QCoreApplication>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::UploadColumns)
};

// As it is read aloud and copied; drawn it is by the delegate.
QString progressText(const Upload &upload)
{
    if (QString problem = uploadProblemText(upload); !problem.isEmpty())
        return problem;
    const UploadProgress progress = uploadProgress(upload);
    QStringList parts{ progress.share, progress.speed, progress.timeLeft, progress.note };
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString serverText(const Upload &upload, const ProfileNames &names)
{
    QString name = names(upload.profileId);
    if (!name.isEmpty())
        return name;
    return upload.server.isEmpty()
        ? Words::tr("deleted profile")
        : Words::tr("deleted profile of %1").arg(serverName({ .server = QUrl(upload.server) }));
}

QString fileToolTip(const Upload &upload)
{
    QStringList lines{ upload.path };
    if (upload.size > 0)
        lines << sizeText(upload.size);
    if (!upload.sha256.isEmpty())
        lines << Words::tr("SHA-256 %1").arg(upload.sha256);
    return lines.join(u'\n');
}

QString stateToolTip(const Upload &upload, const QString &behind)
{
    if (behind.isEmpty())
        return uploadProblemDetails(upload);
    return Words::tr("Waits for %1: hawkBit loses files that are sent into one software module at "
                     "the same time, so that they are sent one after the other.")
        .arg(behind);
}

} // namespace

QList<Column<Upload>> uploadColumns(
    const UploadQueue &queue, const ProfileNames &names, const Clock &clock)
{
    return { { .id = u"file"_s,
                 .title = Words::tr("File"),
                 .text = [](const Upload &upload) { return upload.filename; },
                 .width = 200,
                 .toolTip = fileToolTip },
        { .id = u"module"_s,
            .title = Words::tr("Software module"),
            .text = [](const Upload &upload) { return upload.moduleTitle; },
            .width = 160 },
        { .id = u"profile"_s,
            .title = Words::tr("Server"),
            .text = [names](const Upload &upload) { return serverText(upload, names); },
            .width = 90 },
        { .id = u"state"_s,
            .title = Words::tr("State"),
            .text =
                [&queue, clock](const Upload &upload) {
                    return uploadStateText(upload, clock(), queue.inTheWayOf(upload));
                },
            .width = 196,
            .toolTip
            = [&queue](
                  const Upload &upload) { return stateToolTip(upload, queue.inTheWayOf(upload)); },
            .look = uploadStateLook },
        { .id = u"progress"_s,
            .title = Words::tr("Progress"),
            .text = progressText,
            .width = 300,
            .toolTip = uploadProblemDetails } };
}

} // namespace falconer

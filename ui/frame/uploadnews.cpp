// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/uploadnews.h"

#include "ui/uploads/uploadproblemtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::UploadNews)
};

constexpr qsizetype mostNamed = 4;

QString lineOf(const Upload &upload)
{
    if (upload.state == UploadState::Failed)
        return Words::tr("%1: %2").arg(upload.filename, uploadProblemText(upload));
    if (wasFoundThere(upload))
        return Words::tr("%1 was in %2 already").arg(upload.filename, upload.moduleTitle);
    return Words::tr("%1 is in %2").arg(upload.filename, upload.moduleTitle);
}

} // namespace

// Failures first: they want something of somebody.
Notification uploadNotification(const QList<Upload> &ended)
{
    QStringList counts, lines;
    const auto failed = int(std::ranges::count(ended, UploadState::Failed, &Upload::state));
    const auto done = int(ended.size()) - failed;
    if (failed > 0)
        counts << Words::tr("%n upload(s) failed", nullptr, failed);
    if (done > 0)
        counts << Words::tr("%n file(s) uploaded", nullptr, done);
    for (const bool isFailure : { true, false }) {
        for (const Upload &upload : ended) {
            if ((upload.state == UploadState::Failed) == isFailure && lines.size() < mostNamed)
                lines << lineOf(upload);
        }
    }
    if (ended.size() > mostNamed)
        lines << Words::tr("and %n more", nullptr, int(ended.size() - mostNamed));
    return { counts.join(u", "_s), lines.join(u'\n') };
}

} // namespace falconer

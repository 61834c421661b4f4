// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/livetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace falconer {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LiveText)
};

QString ageText(const QDateTime &time, const QDateTime &now)
{
    const qint64 seconds = std::max<qint64>(0, time.secsTo(now));
    if (seconds < 60)
        return Words::tr("%1 s ago").arg(seconds);
    return Words::tr("%1 min ago").arg(seconds / 60);
}

} // namespace

LiveText liveText(Feed::State state, const QDateTime &lastSuccess, const QDateTime &now)
{
    const QString age = lastSuccess.isValid() ? ageText(lastSuccess, now) : QString();
    const auto with = [&age](const QString &word) {
        return age.isEmpty() ? word : Words::tr("%1, %2").arg(word, age);
    };
    switch (state) {
    case Feed::State::Live:
        return { Tone::Success, with(Words::tr("live")),
            Words::tr("What is on screen is asked for again all the time.") };
    case Feed::State::Slow:
        return { Tone::Success, with(Words::tr("live, slower")),
            Words::tr("The window is hidden: the server is asked less often.") };
    case Feed::State::Paused:
        return { Tone::Attention, with(Words::tr("paused")),
            Words::tr("Nothing is asked for until you resume.") };
    case Feed::State::Failing:
        return { Tone::Failure, with(Words::tr("no answer")),
            Words::tr("The server does not answer at the moment. What you see is old; it is tried "
                      "again by itself.") };
    }
    return {};
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/plannames.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype namesInSentence = 2;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlanText)
};

} // namespace

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

QString withNames(const QString &sentence, const QList<PlanTarget> &targets)
{
    if (targets.isEmpty() || targets.size() > namesInSentence)
        return sentence;
    QStringList ids;
    for (const PlanTarget &target : targets)
        ids << target.controllerId;
    return sentence + ": "_L1 + ids.join(", "_L1);
}

QStringList namesOf(const QList<PlanTarget> &targets)
{
    QStringList names;
    names.reserve(targets.size());
    for (const PlanTarget &target : targets) {
        const bool hasName = !target.name.isEmpty() && target.name != target.controllerId;
        names << (hasName ? target.controllerId + "  "_L1 + target.name : target.controllerId);
    }
    return names;
}

QString roundDurationText(qint64 seconds)
{
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (seconds < 60)
        return Words::tr("%1 s", "seconds").arg(std::max(seconds, qint64(0)));
    if (minutes < 60)
        return Words::tr("%1 min", "minutes").arg(minutes);
    if (hours >= 48)
        return Words::tr("%n day(s)", nullptr, int(hours / 24));
    if (minutes % 60 == 0)
        return Words::tr("%1 h", "hours").arg(hours);
    return Words::tr("%1 h %2 min", "hours and minutes").arg(hours).arg(minutes % 60);
}

} // namespace falconer

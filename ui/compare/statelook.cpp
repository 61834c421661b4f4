// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/statelook.h"

#include <QCoreApplication>

namespace falconer {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::StateLook)
};

} // namespace

ChartLook stateLook(DeviceState state, const Colours &c)
{
    switch (state) {
    case DeviceState::Finished:
        return { c.success.ground, QPen(c.success.text, 1) };
    case DeviceState::Failed:
        return { c.failure.text, QPen(c.failure.text, 1) };
    case DeviceState::Canceled:
        return { QBrush(c.quiet.text, Qt::BDiagPattern), QPen(c.quiet.text, 1) };
    case DeviceState::Unknown:
        return { QBrush(c.quiet.text, Qt::Dense6Pattern), QPen(c.quiet.text, 1) };
    case DeviceState::Installing:
        return { c.barOuter, QPen(c.barOuter, 1) };
    case DeviceState::Downloading:
        return { c.barDownload, QPen(c.barDownload, 1) };
    case DeviceState::Waiting: {
        QColor faint = c.quiet.text;
        faint.setAlphaF(0.3F);
        return { faint, QPen(Qt::NoPen) };
    }
    }
    Q_UNREACHABLE();
}

ChartLook estimateLook(const Colours &c)
{
    return { QBrush(c.attention.text, Qt::Dense6Pattern), QPen(Qt::NoPen) };
}

QString stateText(DeviceState state, int count)
{
    switch (state) {
    case DeviceState::Finished:
        return Words::tr("%1 finished").arg(count);
    case DeviceState::Failed:
        return Words::tr("%1 failed").arg(count);
    case DeviceState::Canceled:
        return Words::tr("%1 cancelled").arg(count);
    case DeviceState::Unknown:
        return Words::tr("%1 ended, result not known").arg(count);
    case DeviceState::Installing:
        return Words::tr("%1 installing").arg(count);
    case DeviceState::Downloading:
        return Words::tr("%1 downloading").arg(count);
    case DeviceState::Waiting:
        return Words::tr("%1 waiting").arg(count);
    }
    Q_UNREACHABLE();
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/uploadwindow.h"

#include "tests/bench/measure.h"
#include "tests/bench/stage.h"
#include "ui/deploy/fleettable.h"
#include "ui/deploy/targetspane.h"
#include "ui/uploads/uploadstable.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int frameMs = 16;

QString nameOf(const QString &profileId)
{
    return profileId;
}

QString halfAndWorst(const QList<double> &values)
{
    return u"%1 / %2"_s.arg(QString::number(percentile(values, 0.5), 'f', 1),
        QString::number(percentile(values, 0.99), 'f', 1));
}

} // namespace

UploadWindow::UploadWindow(Stage &stage, UploadQueue &queue)
    : m_stage(stage)
    , m_settings(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat)
    , m_dock(queue, m_settings, &nameOf, &QDateTime::currentDateTimeUtc)
{
    m_stage.showBelow(m_dock);
    m_dock.setOpen(true);
    idleFor(200); // the window finds its shape
    m_tick.setTimerType(Qt::PreciseTimer);
    m_tick.callOnTimeout([this] { frame(); });
    m_tick.start(frameMs);
    m_due = nowMs() + frameMs;
}

QString UploadWindow::frames() const
{
    return u"frames p50 / p99 %1 ms (aim p99 16), begun late by %2 ms"_s.arg(
        halfAndWorst(m_took), halfAndWorst(m_late));
}

// Not counted from the frame before: one that took long is followed by the next in its own time.
void UploadWindow::frame()
{
    const double start = nowMs();
    m_late << std::max(0.0, start - m_due);
    QScrollBar *const bar = m_stage.workspace().targets().table().verticalScrollBar();
    bar->setValue(bar->value() == bar->maximum() ? 0 : bar->value() + 1);
    m_stage.paintRows();
    m_dock.table().viewport()->repaint();
    m_took << nowMs() - start;
    m_due += frameMs * std::max(1.0, std::ceil((nowMs() - m_due) / frameMs));
    if (m_took.size() % 6 == 0)
        m_mostMb = std::max(m_mostMb, residentMb());
}

} // namespace falconer

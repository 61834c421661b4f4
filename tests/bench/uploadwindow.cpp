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
constexpr int indent = 53; // of the figures, as they are printed

QString nameOf(const QString &profileId)
{
    return profileId;
}

QString halfAndWorst(const QList<double> &values)
{
    return u"%1 / %2"_s.arg(QString::number(percentile(values, 0.5), 'f', 1),
        QString::number(percentile(values, 0.99), 'f', 1));
}

QString framesText(const QList<double> &took, const QList<double> &late)
{
    return u"%1 ms, begun late by %2 ms"_s.arg(halfAndWorst(took), halfAndWorst(late));
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
    QList<double> took;
    QList<double> late;
    QList<double> tookUndisturbed;
    QList<double> lateUndisturbed;
    for (const Frame &one : m_frames) {
        took << one.end - one.start;
        late << std::max(0.0, one.start - one.due);
        if (m_standstill.overlaps(std::min(one.due, one.start), one.end))
            continue;
        tookUndisturbed << took.last();
        lateUndisturbed << late.last();
    }
    QString all = u"frames p50 / p99 "_s + framesText(took, late);
    if (!m_standstill.isWatched())
        return all;
    return u"%1\n%2without %3 of %4, in which the machine stood still: %5"_s.arg(all,
        QString(indent, u' '), QString::number(took.size() - tookUndisturbed.size()),
        QString::number(took.size()), framesText(tookUndisturbed, lateUndisturbed));
}

// Not counted from the frame before: one that took long is followed by the next in its own time.
void UploadWindow::frame()
{
    const double due = m_due;
    const double start = nowMs();
    QScrollBar *const bar = m_stage.workspace().targets().table().verticalScrollBar();
    bar->setValue(bar->value() == bar->maximum() ? 0 : bar->value() + 1);
    m_stage.paintRows();
    m_dock.table().viewport()->repaint();
    m_frames << Frame{ due, start, nowMs() };
    m_due += frameMs * std::max(1.0, std::ceil((nowMs() - m_due) / frameMs));
    if (m_frames.size() % 6 == 0)
        m_mostMb = std::max(m_mostMb, residentMb());
}

} // namespace falconer

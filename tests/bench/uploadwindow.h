// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/standstill.h"
#include "ui/uploads/uploadsdock.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

namespace falconer {

class Stage;

// The window of somebody who scrolls through the targets, with the open dock of a queue beneath:
// a frame every 16 ms, and the memory meanwhile.
class UploadWindow final {
public:
    // Both outlive it.
    UploadWindow(Stage &stage, UploadQueue &queue);

    // p50 and p99 of what a frame took, and of how late it began; also without those that the
    // machine itself disturbed.
    QString frames() const;
    double mostMb() const { return m_mostMb; }

private:
    struct Frame {
        double due = 0; // as nowMs() counts, all three
        double start = 0;
        double end = 0;
    };

    void frame();

    Stage &m_stage;
    QTemporaryDir m_folder;
    QSettings m_settings;
    UploadsDock m_dock;
    QTimer m_tick;
    double m_due = 0;
    QList<Frame> m_frames;
    double m_mostMb = 0;
    Standstill m_standstill;
};

} // namespace falconer

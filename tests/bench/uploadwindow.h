// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    QString frames() const; // p50 and p99 of what a frame took, and of how late it began
    double mostMb() const { return m_mostMb; }

private:
    void frame();

    Stage &m_stage;
    QTemporaryDir m_folder;
    QSettings m_settings;
    UploadsDock m_dock;
    QTimer m_tick;
    double m_due = 0;
    QList<double> m_took;
    QList<double> m_late;
    double m_mostMb = 0;
};

} // namespace falconer

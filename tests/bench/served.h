// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QUrl>

namespace falconer {

// A simulated hawkBit in a process of its own, so that its memory and its threads are not counted
// as ours.
class ServedFleet final {
public:
    explicit ServedFleet(quint32 targets);
    ~ServedFleet();

    QUrl url() const { return m_url; }
    double startMs() const { return m_startMs; } // from its start until it answers
    double memoryMb() const;

    // What the other process runs. Returns its exit code.
    static int serve(quint32 targets);

private:
    QProcess m_process;
    QUrl m_url;
    double m_startMs = 0;
};

} // namespace falconer

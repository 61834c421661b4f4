// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace falconer {

// How fast an upload was lately: over the last three seconds that something was said of it. What
// nothing was said of for as long stands still, and that does not count when it goes on.
class UploadSpeed final {
public:
    void add(qint64 atMs, qint64 sentBytes); // less than before: begun anew
    qint64 bytesPerSecond() const;           // 0: not known yet
    bool isStalled(qint64 atMs) const;

private:
    struct Sample {
        qint64 atMs = 0;
        qint64 bytes = 0;
    };
    QList<Sample> m_samples;
};

} // namespace falconer

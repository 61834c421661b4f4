// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace falconer {

// How fast an upload was lately: over the last three seconds that something was said of it.
class UploadSpeed final {
public:
    void add(qint64 atMs, qint64 sentBytes); // less than before: begun anew
    qint64 bytesPerSecond() const;           // 0: not known yet

private:
    struct Sample {
        qint64 atMs = 0;
        qint64 bytes = 0;
    };
    QList<Sample> m_samples;
};

} // namespace falconer

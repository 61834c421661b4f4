// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/history.h"
#include "services/timeline/timeline.h"

namespace falconer {

struct Cause {
    CauseSource source = CauseSource::None; // None: nothing tells it
    QString text;
    qint64 entry = 0;
};

// Keeps what may turn out to be the cause of a failure: of each kind of error line the newest ones
// of the current attempt. devices/README 6.8 has the order of trust.
class CauseReader final {
public:
    void read(const HistoryEntry &entry);
    // Former attempts had other causes.
    void startAttempt();

    Cause cause() const;

private:
    struct Finding {
        QStringList lines; // newest first
        qint64 entry = 0;  // of the newest

        void add(const QString &line, qint64 id, qsizetype most);
    };

    void readLine(const Message &line, qint64 entry);
    void readErrorLine(const QString &text, qint64 entry);
    void readRemarks(const HistoryEntry &entry);

    Finding m_lastError;
    Finding m_errorLines;
    Finding m_installError;
    Finding m_remark;
    QString m_scriptError; // an ERROR line that nothing but a script's words followed
    bool m_stepFailed = false;
};

} // namespace falconer

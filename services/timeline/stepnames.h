// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/history.h"

#include <QSet>

namespace falconer {

// What a client without numbers calls its steps: "X" is a remark until somewhere "X done." or
// "X failed." is read.
class StepNames final {
public:
    // Learns from the entries that come next; false when a text that was read before turns out to
    // be the begin of a step, so that all must be read anew.
    bool learn(const QList<HistoryEntry> &entries);
    bool contain(const QString &text) const { return m_names.contains(text); }

private:
    QSet<QString> m_names;
    QSet<QString> m_remarks;
};

} // namespace falconer

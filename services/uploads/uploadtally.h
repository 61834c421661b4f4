// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/uploads/uploadqueue.h"

#include <QHash>
#include <QMap>

#include <array>

namespace falconer {

// Counts the uploads of a queue as they come, change and go: no figure is worth going over
// thousands of them at each change of one.
class UploadTally final {
public:
    void add(const Upload &upload);
    void remove(const Upload &upload);
    void change(const Upload &before, const Upload &after);

    const UploadTotals &totals() const { return m_totals; }
    int count(UploadState state) const { return m_states.at(std::size_t(state)); }
    QStringList profiles() const { return m_profiles.keys(); } // that have uploads
    const QMap<QString, int> &waitingForSignIn() const { return m_waitingForSignIn; }

private:
    void count(const Upload &upload, int by);
    void endGo();

    UploadTotals m_totals;
    std::array<int, std::size_t(UploadState::Done) + 1> m_states{};
    QHash<QString, int> m_profiles;
    QMap<QString, int> m_waitingForSignIn; // by profile
    int m_going = 0;                       // by themselves
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QSet>
#include <QString>

namespace falconer {

// When a device read its deployment and which files: tells a restart from a second look.
class Contacts final {
public:
    void retrieved(const QDateTime &at);
    // at: of the server's line about a file; file: empty for the device's own words.
    void downloads(const QString &file, const QDateTime &at);
    // A file of this attempt is read once more, after the deployment was.
    bool readsAgain(const QString &file, const QDateTime &at) const;
    void startAttempt() { m_files.clear(); }

    const QDateTime &last() const { return m_last; }

private:
    QDateTime m_last;
    QDateTime m_lastDownload;
    QSet<QString> m_files; // read in this attempt
    int m_retrievals = 0;  // since the last download
};

} // namespace falconer

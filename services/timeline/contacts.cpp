// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/contacts.h"

namespace falconer {

namespace {

// swupdate asks for a file's head and then reads it: two entries, one download.
constexpr qint64 sameDownloadMs = 2'000;

} // namespace

void Contacts::retrieved(const QDateTime &at)
{
    m_last = at;
    ++m_retrievals;
}

void Contacts::downloads(const QString &file, const QDateTime &at)
{
    m_last = at;
    if (file.isEmpty())
        return;
    m_files << file;
    m_lastDownload = at;
    m_retrievals = 0;
}

bool Contacts::readsAgain(const QString &file, const QDateTime &at) const
{
    return m_retrievals > 0 && m_files.contains(file)
        && m_lastDownload.msecsTo(at) > sameDownloadMs;
}

} // namespace falconer

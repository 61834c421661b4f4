// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/downloads/download.h"

class QSettings;

namespace falconer {

// The downloads of a profile that did not come to their end yet, kept in the settings for the next
// start: what is fetched and to where. No secret, and no word about overwriting: that is asked
// anew.
class HalfDownloads final {
public:
    HalfDownloads(QSettings &settings, const QString &profileId);

    QList<DownloadOrder> orders() const;  // in the order in which they were added
    void add(const DownloadOrder &order); // in place of an earlier one to the same path
    void remove(const QString &path);
    void forget(); // all of the profile; what lies in the user's folders stays there

private:
    void write(const QList<DownloadOrder> &orders);

    QSettings &m_settings;
    QString m_key;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/error.h"

#include <QHash>
#include <QList>

#include <optional>

namespace falconer {

// What is known of a row or of its page. Stale: drawn from what was, while it is fetched again.
enum class RowState { Loading, Fresh, Stale, Failed };

// Keeps book of the pages of a list: which are held, how good they are, which was used last.
// Numbers only; the rows themselves are elsewhere.
class PageLedger final {
public:
    void setLoaded(int page);
    void setFailed(int page, const Error &error); // a held page stays, stale
    void markStale(int page);
    void markAllStale();
    // Another page has rows of this one. It is worth one more request, but not one each time, or
    // two pages of a list in motion would ask for each other for ever.
    void markOutdated(int page);
    void allowCorrections();
    void forgetFailure(int page);
    void forgetFailuresOutside(int firstPage, int lastPage);
    void remove(int page);
    void clear() { m_pages.clear(); }

    RowState state(int page) const; // Loading: nothing is held
    std::optional<Error> error(int page) const;
    bool isHeld(int page) const;
    bool needsFetch(int page) const; // not fresh, not failed, not corrected just now
    QList<int> heldPages() const;    // ascending

    void touch(int page);
    // What was unused longest, so that no more than capacity are held; never one of firstPage to
    // lastPage. They are removed.
    QList<int> takeExcess(int capacity, int firstPage, int lastPage);

private:
    struct Entry {
        bool held = false;
        bool stale = false;
        bool isCorrected = false;
        bool isResting = false; // outdated again after its correction
        std::optional<Error> error;
        quint64 used = 0;
    };

    QHash<int, Entry> m_pages;
    quint64 m_clock = 0;
};

} // namespace falconer

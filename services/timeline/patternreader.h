// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/messageparser.h"
#include "services/timeline/messagepatterns.h"

namespace falconer {

// Asks a table of patterns about one message after the other, the first one first. A pattern that
// is cut off some times is not asked any more.
class PatternReader final {
public:
    explicit PatternReader(const MessagePatterns &patterns = {});

    // Changes what the parser understood when one of the patterns matches. What the server says is
    // nothing for them.
    void read(Message &message);
    // Those that were cut off too often, by index.
    QList<int> slow() const;
    int asked() const { return m_asked; } // the device's messages
    // How many of them each pattern was the first to match.
    const QList<int> &matches() const { return m_matches; }

private:
    bool read(qsizetype index, const QString &text, Message &message);

    MessagePatterns m_patterns;
    QList<int> m_cutOff; // how often, of each
    QList<int> m_matches;
    int m_asked = 0;
};

} // namespace falconer

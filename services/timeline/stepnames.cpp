// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/stepnames.h"

namespace falconer {

bool StepNames::learn(const QList<HistoryEntry> &entries)
{
    bool fits = true;
    for (const HistoryEntry &entry : entries) {
        for (const Message &message : entry.messages) {
            if (message.kind == MessageKind::StepDone || message.kind == MessageKind::StepFailed) {
                fits = fits && !m_remarks.contains(message.text);
                m_names << message.text;
            }
        }
    }
    for (const HistoryEntry &entry : entries) {
        for (const Message &message : entry.messages) {
            if (message.kind == MessageKind::Plain && !m_names.contains(message.text))
                m_remarks << message.text;
        }
    }
    return fits;
}

} // namespace falconer

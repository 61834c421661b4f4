// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/result.h"
#include "services/timeline/messagepatterns.h"

#include <QObject>

#include <optional>

class QSettings;

namespace falconer {

// The words of people's own devices, kept in the settings that it is handed, as JSON: of this
// computer, whatever the server. What is typed and not saved is kept as well, as a draft.
// Bad patterns are kept as they are, and never asked.
class PatternStore final : public QObject {
    Q_OBJECT

public:
    explicit PatternStore(QSettings &settings, QObject *parent = nullptr);

    const QList<MessagePattern> &patterns() const { return m_patterns; }
    const MessagePatterns &usable() const { return m_usable; } // an index means the same in both

    // Takes effect at once, and the draft is done with. Error Io: the settings could not be
    // written; the patterns are in use until the program ends.
    Result<void> save(const QList<MessagePattern> &patterns);

    // Nothing: there is none.
    std::optional<QList<MessagePattern>> draft() const;
    void keepDraft(const QList<MessagePattern> &patterns); // none when it is what is saved

signals:
    void changed(); // what is in use

private:
    QSettings &m_settings;
    QList<MessagePattern> m_patterns;
    MessagePatterns m_usable;
};

} // namespace falconer

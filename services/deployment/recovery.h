// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/recoverability.h"
#include "services/http/client.h"

#include <QObject>

#include <memory>

namespace falconer {

struct ActionRef {
    QString controllerId;
    qint64 actionId = 0;

    bool operator==(const ActionRef &) const = default;
};

struct RecoveryItem {
    enum class State { Waiting, Sending, Done, Failed };

    ActionRef action;
    State state = State::Waiting;
    Error error; // Failed only
    // AssignAgain only: the action has ended; and the new one, 0: none was made.
    bool hasEnded = false;
    qint64 newAction = 0;

    bool operator==(const RecoveryItem &) const = default;
};

// Cancels, forces or force-quits actions, a request each, a few at a time and slower than the 50
// writes a second that a server takes from one address; or ends them and assigns anew, some
// requests each, of which none is left out once the action has ended. One failure never stops the
// rest. Undo of an assignment is a Cancel of the actions that it made.
class Recovery final : public QObject {
    Q_OBJECT

public:
    explicit Recovery(Client &client, QObject *parent = nullptr);
    ~Recovery() override;

    void start(RecoveryKind kind, const QList<ActionRef> &actions);
    void stop(); // what waits stays waiting; what was begun comes to its end
    bool isRunning() const;

    RecoveryKind kind() const;
    const QList<RecoveryItem> &items() const;
    qsizetype count(RecoveryItem::State state) const;

signals:
    void changed();
    void finished();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace falconer

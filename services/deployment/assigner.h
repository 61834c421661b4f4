// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/assignment.h"
#include "services/hawkbit/dialect.h"
#include "services/hawkbit/distributionsets.h"
#include "services/http/client.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace falconer {

struct AssignmentOrder {
    DistributionSet set;
    QStringList controllerIds;
    AssignmentOptions options;

    bool operator==(const AssignmentOrder &) const = default;
};

// One request of an assignment.
struct AssignmentChunk {
    enum class State {
        Waiting,
        Sending,
        Taken,
        Refused, // the server said no: nothing of it happened; see error
        Unknown, // the connection was lost: it may have happened; see error
        Looking, // finding out which
    };

    State state = State::Waiting;
    qsizetype first = 0; // in the order's ids
    qsizetype count = 0;
    qint64 assigned = 0;
    qint64 alreadyAssigned = 0;
    Error error;

    bool operator==(const AssignmentChunk &) const = default;
};

// What really happened.
struct AssignmentOutcome {
    QList<AssignmentChunk> chunks;
    QHash<QString, qint64> actionIds; // by controllerId: the actions made
    qint64 alreadyAssigned = 0;       // after a lost answer also those that are done already
    qint64 notTakenCount = 0;         // sent, but neither assigned nor already assigned
    QStringList notTaken;             // which; empty while that is being found out, or could not be

    qint64 assigned() const;
    bool hasFailures() const;
    bool operator==(const AssignmentOutcome &) const = default;
};

// Sends an assignment, ceil(N / 5000) requests one after another. A chunk that the server refuses
// stops only itself. A lost connection stops everything: it says which chunk's fate is unknown,
// looks on the server whether it happened, and resume() sends only what did not. Nothing is sent
// twice by itself.
class Assigner final : public QObject {
    Q_OBJECT

public:
    Assigner(Client &client, Dialect dialect, QObject *parent = nullptr);
    ~Assigner() override;

    void start(const AssignmentOrder &order);
    // After finished() with chunks that wait or whose fate is unknown.
    void resume();
    bool canResume() const;
    bool isRunning() const;

    const AssignmentOrder &order() const;
    const AssignmentOutcome &outcome() const;

signals:
    void changed();
    void finished();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace falconer

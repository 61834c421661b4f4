// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/setdeletion.h"
#include "services/repository/setlock.h"

#include <QObject>
#include <QTimer>

namespace falconer {

enum class SetDeed { Delete, Lock, Unlock }; // Unlock: its modules too

struct SetsRunItem {
    enum class State { Waiting, Running, Done, Failed };

    DistributionSet set;
    State state = State::Waiting;
    Error error; // Failed only

    bool operator==(const SetsRunItem &) const = default;
};

// Does the same with several sets, one after another, slower than the 50 writes a second that a
// server takes from one address. One failure never stops the rest.
class SetsRun final : public QObject {
    Q_OBJECT

public:
    explicit SetsRun(Client &client, QObject *parent = nullptr);

    void start(SetDeed deed, const QList<DistributionSet> &sets);
    void stop(); // what waits stays waiting; what was begun comes to its end
    bool isRunning() const { return m_isRunning; }

    const QList<SetsRunItem> &items() const { return m_items; }
    qsizetype count(SetsRunItem::State state) const;

signals:
    void changed();
    void finished(); // never before start() or stop() returned

private:
    void next();
    void send(const DistributionSet &set);
    void take(const std::optional<Error> &error);

    Client &m_client;
    SetDeed m_deed = SetDeed::Delete;
    QList<SetsRunItem> m_items;
    qsizetype m_index = 0; // the one under way, or the next
    bool m_isRunning = false;
    bool m_isStopped = false;
    SetDeletion m_deletion;
    SetLock m_lock;
    QTimer m_pause;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/error.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace falconer {

// Does the same with several things, one after another, slower than the 50 writes a second that a
// server takes from one address. One failure never stops the rest.
class Series final : public QObject {
    Q_OBJECT

public:
    struct Item {
        enum class State { Waiting, Running, Done, Failed };

        QString name;
        State state = State::Waiting;
        Error error; // Failed only

        bool operator==(const Item &) const = default;
    };
    using Done = std::function<void(const std::optional<Error> &)>;
    // Does it with one of them and runs done once, but not before it returned.
    using Deed = std::function<void(qsizetype index, Done done)>;

    explicit Series(QObject *parent = nullptr);

    void start(const QStringList &names, Deed deed);
    void goOn(); // with what failed or was left
    void stop(); // what waits stays waiting; what was begun comes to its end
    bool isRunning() const { return m_isRunning; }

    const QList<Item> &items() const { return m_items; }
    qsizetype count(Item::State state) const;

signals:
    void changed();
    void finished(); // never before start(), goOn() or stop() returned

private:
    void next();
    void take(const std::optional<Error> &error);

    Deed m_deed;
    QList<Item> m_items;
    qsizetype m_index = 0; // the one under way, or the last one
    bool m_isRunning = false;
    bool m_isStopped = false;
    QTimer m_pause;
};

} // namespace falconer

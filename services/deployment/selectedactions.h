// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/actions.h"
#include "services/hawkbit/pagewalk.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace falconer {

// Which actions somebody means: those at hand, ids of others, or all that match a filter but some.
struct ActionSelection {
    QList<Action> actions;
    QList<qint64> ids;             // selected, their values are not at hand
    std::optional<QString> filter; // RSQL, instead of both
    QSet<qint64> excluded;         // of the filter

    bool operator==(const ActionSelection &) const = default;
};

// Finds the values of selected actions: what a sheet must know before it can say what it would do
// to them. Looks at no more than limit of those that match a filter, the newest, and says so.
class SelectedActions final : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype limit = 5'000;

    explicit SelectedActions(Client &client, QObject *parent = nullptr);

    // only: RSQL of what can be meant at all; of what has to be asked for, the rest stays away.
    // Whatever ran before is dropped; found() never comes before this returned.
    void find(const ActionSelection &selection, const QString &only);
    void stop();
    bool isRunning() const { return m_isRunning; }

signals:
    void found(const QList<falconer::Action> &actions, bool limited);
    void failed(const falconer::Error &error);

private:
    bool take(const Page<Action> &page);
    void end(const std::optional<Error> &error);

    Client &m_client;
    ActionSelection m_selection;
    QList<Action> m_actions;
    bool m_limited = false;
    bool m_isRunning = false;
    QTimer m_soon; // nothing has to be asked for
    PageWalk<Action> m_walk;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/targetselection.h"
#include "services/hawkbit/actions.h"
#include "services/hawkbit/dialect.h"
#include "services/hawkbit/pagewalk.h"

#include <QObject>

namespace falconer {

// Finds what runs on targets, a request for many of them at a time: for whoever wants to cancel or
// force it. Looks at no more than limit targets, and says so.
class RunningActions final : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype limit = 5'000;

    RunningActions(Client &client, Dialect dialect, QObject *parent = nullptr);

    void find(const TargetSelection &selection); // whatever ran before is dropped
    void stop();

signals:
    void found(const QList<falconer::Action> &actions, bool limited);
    void failed(const falconer::Error &error);

private:
    void findIds(const QString &filter);
    void findActions();

    Client &m_client;
    Dialect m_dialect;
    QStringList m_ids;
    QList<Action> m_actions;
    bool m_limited = false;
    PageWalk<Target> m_targetWalk;
    PageWalk<Action> m_actionWalk;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/actions.h"
#include "services/hawkbit/targets.h"
#include "services/http/client.h"

#include <QCache>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace falconer {

// The names of the sets of one target, "name version".
struct TargetSetNames {
    QString assigned; // of the running action; empty: nothing is on its way
    std::optional<qint64> assignedId;
    QString installed; // empty: nothing was ever installed
    std::optional<qint64> installedId;

    bool operator==(const TargetSetNames &) const = default;
};

// What actions, newest first, tell of the sets of a target. installed may stay open: no action
// finished although something was installed (offline, history deleted, or a device that fetched its
// deployment again, which hides the end).
struct DeducedSets {
    TargetSetNames names;
    bool isInstalledKnown = false;
};
DeducedSets deduceSets(const Target &target, const QList<Action> &actions);

// Finds the sets of the targets on screen, which targets do not carry (hawkbit-api 1.3): one
// request for all of them by their actions, and one more only for a target whose actions leave it
// open. Nothing is asked twice while controllerId, installedAt, updateStatus and lastModifiedAt
// stay the same. The first window is asked for at once; while others follow quickly, as when
// scrolling, what is passed by costs nothing.
class TargetSets final : public QObject {
    Q_OBJECT

public:
    static constexpr int rest = 150; // ms without another window

    struct Source {
        std::function<Call(const ListQuery &, std::function<void(Result<Page<Action>>)>)> actions;
        std::function<Call(
            const QString &, std::function<void(Result<std::optional<DistributionSet>>)>)>
            installed;
    };

    explicit TargetSets(Source source, QObject *parent = nullptr);
    explicit TargetSets(Client &client, QObject *parent = nullptr);

    // Asks for those of these targets that are not known; replaces what waits from before.
    void want(const QList<Target> &targets);
    // Nothing: not known yet. A former answer is given while a newer one is fetched.
    std::optional<TargetSetNames> names(const Target &target) const;
    // Everything is asked again when wanted: for another server.
    void clear();

signals:
    void changed(const QStringList &controllerIds);

private:
    struct Known {
        QString stamp;
        TargetSetNames names;
    };

    // The sets of a target whose installed one is still to be asked for.
    struct Open {
        Target target;
        TargetSetNames names;
    };

    void dropKnown();
    void ask();
    void askActions();
    void gotActions(const QList<Target> &targets, const Result<Page<Action>> &answer);
    void askInstalled();
    void gotInstalled(const Result<std::optional<DistributionSet>> &answer);
    bool remember(const Target &target, const TargetSetNames &sets);

    Source m_source;
    QList<Target> m_wanted;
    QList<Open> m_open;             // the first is the one under way
    QCache<QString, Known> m_known; // by controllerId
    QTimer m_moving;                // runs out when the window rests
    Call m_actionsCall;
    Call m_installedCall;
    bool m_isAskingActions = false;
    bool m_isAskingInstalled = false;
};

} // namespace falconer

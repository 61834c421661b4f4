// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/floodguard.h"
#include "services/simulator/records.h"
#include "services/simulator/targetstore.h"

#include <QRandomGenerator>

#include <functional>
#include <map>

namespace falconer {

// Which server the simulator looks like: the wire of hawkBit 1.0.4 or of 0.9.0 (hawkbit-api 1.19).
enum class Wire { V1_0_4, V0_9_0 };

// What the server refuses to exceed (hawkbit-api 3.3), and requests a second before it answers 429
// without a body (0: never).
struct SimQuotas {
    int statusesPerAction = 1000;
    int messagesPerStatus = 50;
    int attributesPerTarget = 100;
    int metadataPerEntity = 100;
    int modulesPerSet = 100;
    int moduleTypesPerSetType = 50;
    int setTypesPerTargetType = 50;
    int artifactsPerModule = 50;
    int actionsPerTarget = 2000;
    int targetsPerAssignment = 5000;
    int targetsPerAutoAssignment = 20000;
    qint64 artifactSize = 1024LL * 1024 * 1024;
    qint64 artifactStorage = 20LL * 1024 * 1024 * 1024;
    qint64 multipartSize = 1024LL * 1024 * 1024;
    int requestsPerSecond = 0;
};

struct FleetOptions {
    Wire wire = Wire::V1_0_4;
    SimQuotas quotas;
    quint32 seed = 1;
    // Milliseconds since the epoch; the system's clock when left empty.
    std::function<qint64()> clock;
    // Lists whose sort leaves rows equal give them in another order on every request, as a real
    // data base may: proves that clients end every sort with the id.
    bool shuffleEquals = false;
};

// Rows of one kind by id, in the order of ids. Pointers live until the row is erased.
template <typename T> class Table final {
public:
    T *find(qint64 id)
    {
        const auto it = m_rows.find(id);
        return it == m_rows.end() ? nullptr : &it->second;
    }
    const T *find(qint64 id) const { return const_cast<Table *>(this)->find(id); }
    T &insert(T row) { return m_rows.insert_or_assign(row.id, std::move(row)).first->second; }
    void erase(qint64 id) { m_rows.erase(id); }
    qsizetype size() const { return qsizetype(m_rows.size()); }
    const std::map<qint64, T> &rows() const { return m_rows; }
    std::map<qint64, T> &rows() { return m_rows; }

private:
    std::map<qint64, T> m_rows;
};

class TargetIndex;

// All state of the simulated server. A plain value holder: the rules (Rule in routes.h) read and
// change it, one at a time; it knows no HTTP. Not thread-safe: SimulatorServer holds the mutex.
// Starts as an empty hawkBit does: default types, users admin/admin and viewer/viewer.
class Fleet final {
public:
    explicit Fleet(FleetOptions options = {});
    ~Fleet();
    Fleet(const Fleet &) = delete;
    Fleet &operator=(const Fleet &) = delete;

    bool isOldWire() const { return m_options.wire == Wire::V0_9_0; }
    const SimQuotas &quotas() const { return m_options.quotas; }
    const FleetOptions &options() const { return m_options; }
    // The time of the request at hand: every request is later than the one before it, so that two
    // changes never share a time.
    qint64 now() const { return m_now; }
    void tick();                           // a new request
    qint64 nextId() { return ++m_lastId; } // never given twice, whatever the kind
    QRandomGenerator &random() { return m_random; }
    QString newToken(); // 32 hex digits
    bool admitsRequest() { return m_flood.admits(m_now, quotas().requestsPerSecond); }

    SimAudit created(const QString &by) const { return { by, now(), by, now() }; }
    void touch(SimAudit &audit, const QString &by) const
    {
        audit.lastModifiedBy = by;
        audit.lastModifiedAt = now();
    }

    // The JSON of a tenant setting: the override or the default; see configs.h for typed access.
    QMap<QString, SimConfigValue> configs;

    TargetStore targets;
    TargetIndex &targetIndex() { return *m_targetIndex; } // for lists of targets
    Table<SimModuleType> moduleTypes;
    Table<SimModule> modules;
    Table<SimSetType> setTypes;
    Table<SimSet> sets;
    Table<SimTargetType> targetTypes;
    Table<SimTag> targetTags;
    Table<SimTag> setTags;
    Table<SimFilter> filters;
    Table<SimAction> actions;
    // The ids of a target's actions, ascending. Whoever inserts or erases an action keeps it right.
    QHash<QString, QList<qint64>> actionsOfTarget;
    QList<SimUser> users;
    qint64 defaultSetType = 0;
    // Told of a target for which something new waits (an assignment, a cancel, a confirmation), as
    // a push channel would be; may be empty. Called while a rule runs: it has to return at once.
    std::function<void(const QString &controllerId)> onNews;
    void announce(const QString &controllerId) const
    {
        if (onNews)
            onNews(controllerId);
    }

private:
    FleetOptions m_options;
    std::unique_ptr<TargetIndex> m_targetIndex;
    qint64 m_lastId = 0;
    qint64 m_now = 0;
    QRandomGenerator m_random;
    FloodGuard m_flood;
};

} // namespace falconer

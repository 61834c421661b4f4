// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/records.h"

#include <QHash>

#include <functional>
#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace falconer {

// Targets that are computed on demand, so that a million of them cost nothing: row i of a seed.
// Rows must be a pure function of their number, ascending by controllerId *and* by name in code
// point order, so that those sorts need no index.
class TargetSource {
public:
    virtual ~TargetSource() = default;
    virtual quint32 count() const = 0;
    virtual SimTarget at(quint32 row) const = 0;
    // The same without what takes longest to make: address, token, attributes, tags, metadata and
    // audit. For those who look at a million.
    virtual SimTarget outlineAt(quint32 row) const { return at(row); }
    // The row of exactly this id; nothing for an id that is not one of the source's.
    virtual std::optional<quint32> find(const QString &controllerId) const = 0;
};

// The fleet's targets: an optional source of generated rows under an overlay of those that were
// made or touched since. A row is a stable number: generated rows first, then the made ones.
class TargetStore final {
public:
    void setSource(std::unique_ptr<TargetSource> source); // before anything else
    const TargetSource *source() const { return m_source.get(); }

    qsizetype count() const;
    // By exact id. A value, as a generated target lives nowhere; nothing when there is none.
    std::optional<SimTarget> find(const QString &controllerId) const;
    // The same to be changed in place: the row is touched from now on. Null when there is none.
    // The pointer lives until the target is removed.
    SimTarget *edit(const QString &controllerId);
    SimTarget *insert(const SimTarget &target); // null when the id exists
    bool remove(const QString &controllerId);

    std::optional<quint32> rowOf(const QString &controllerId) const;
    SimTarget at(quint32 row) const; // of a row that exists
    bool isTouched(quint32 row) const { return m_overlay.contains(row); }
    bool isRemoved(quint32 row) const { return m_removed.contains(row); }
    const std::unordered_map<quint32, SimTarget> &overlay() const { return m_overlay; }
    const std::unordered_set<quint32> &removedRows() const { return m_removed; }
    // Every target; the source's come one by one. Slow with a million: for small fleets and for
    // filters only.
    void forEach(const std::function<void(const SimTarget &)> &visit) const;

    // Moves with every edit, so that what was computed from the rows can be kept until then.
    quint64 generation() const { return m_generation; }

private:
    std::unique_ptr<TargetSource> m_source;
    quint32 m_nextRow = 0;
    quint64 m_generation = 0;
    std::unordered_map<quint32, SimTarget> m_overlay;
    std::unordered_set<quint32> m_removed; // generated rows that were deleted
    QHash<QString, quint32> m_made;
};

} // namespace falconer

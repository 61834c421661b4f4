// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/targetstore.h"

namespace falconer {

void TargetStore::setSource(std::unique_ptr<TargetSource> source)
{
    m_source = std::move(source);
    m_nextRow = m_source ? m_source->count() : 0;
}

qsizetype TargetStore::count() const
{
    const qsizetype generated = m_source ? m_source->count() : 0;
    return generated - qsizetype(m_removed.size()) + m_made.size();
}

std::optional<quint32> TargetStore::rowOf(const QString &controllerId) const
{
    if (const auto it = m_made.find(controllerId); it != m_made.end())
        return *it;
    if (!m_source)
        return {};
    const std::optional<quint32> row = m_source->find(controllerId);
    return row && !m_removed.contains(*row) ? row : std::nullopt;
}

SimTarget TargetStore::at(quint32 row) const
{
    const auto it = m_overlay.find(row);
    return it != m_overlay.end() ? it->second : m_source->at(row);
}

std::optional<SimTarget> TargetStore::find(const QString &controllerId) const
{
    const std::optional<quint32> row = rowOf(controllerId);
    return row ? std::optional(at(*row)) : std::nullopt;
}

SimTarget *TargetStore::edit(const QString &controllerId)
{
    const std::optional<quint32> row = rowOf(controllerId);
    if (!row)
        return nullptr;
    const auto it = m_overlay.find(*row);
    ++m_generation;
    return it != m_overlay.end() ? &it->second
                                 : &m_overlay.emplace(*row, m_source->at(*row)).first->second;
}

SimTarget *TargetStore::insert(const SimTarget &target)
{
    if (rowOf(target.controllerId))
        return nullptr;
    const quint32 row = m_nextRow++;
    m_made.insert(target.controllerId, row);
    ++m_generation;
    return &m_overlay.emplace(row, target).first->second;
}

bool TargetStore::remove(const QString &controllerId)
{
    const std::optional<quint32> row = rowOf(controllerId);
    if (!row)
        return false;
    m_overlay.erase(*row);
    if (m_made.remove(controllerId) == 0)
        m_removed.insert(*row);
    ++m_generation;
    return true;
}

void TargetStore::forEach(const std::function<void(const SimTarget &)> &visit) const
{
    for (const auto &[row, target] : m_overlay)
        visit(target);
    const quint32 generated = m_source ? m_source->count() : 0;
    for (quint32 row = 0; row < generated; ++row) {
        if (!m_overlay.contains(row) && !m_removed.contains(row))
            visit(m_source->at(row));
    }
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kindcounts.h"

#include "services/hawkbit/rsql.h"

namespace falconer {

KindCounts::KindCounts(Source source, QStringList kinds, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_kinds(std::move(kinds))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, &KindCounts::refresh);
}

void KindCounts::setFilter(const QString &filter)
{
    if (std::exchange(m_filter, filter) == filter)
        return;
    m_calls.clear(); // they count something else
    m_timer.start();
}

void KindCounts::refresh()
{
    m_timer.stop();
    for (int kind = 0; kind < m_kinds.size(); ++kind) {
        m_calls[kind] = m_source(
            filterOf(kind), [this, kind](const Result<qint64> &answer) { answered(kind, answer); });
    }
}

void KindCounts::stop()
{
    m_timer.stop();
    m_calls.clear();
}

std::optional<qint64> KindCounts::count(int kind) const
{
    const auto it = m_counts.constFind(kind);
    return it == m_counts.constEnd() ? std::nullopt : std::optional(*it);
}

QString KindCounts::filterOf(int kind) const
{
    return rsqlAnd({ m_filter, m_kinds.at(kind) });
}

void KindCounts::answered(int kind, const Result<qint64> &answer)
{
    const auto over = m_calls.extract(kind);
    if (!answer) {
        m_counts.remove(kind);
        if (kind == 0)
            emit failed(answer.error());
    } else if (m_counts.value(kind, -1) == *answer) {
        return;
    } else {
        m_counts.insert(kind, *answer);
    }
    emit changed();
}

} // namespace falconer

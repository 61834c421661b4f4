// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matchcount.h"

#include "services/hawkbit/rsql.h"

using namespace Qt::StringLiterals;

namespace falconer {

MatchCount::MatchCount(Source<Target> source, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, &MatchCount::refresh);
}

void MatchCount::setFilter(const QString &filter)
{
    if (std::exchange(m_filter, filter) == filter)
        return;
    m_calls.clear(); // they count something else
    m_timer.start();
}

void MatchCount::refresh()
{
    m_timer.stop();
    for (const Kind kind : { Kind::All, Kind::Pending, Kind::Error, Kind::Overdue }) {
        m_calls[kind] = m_source({ .limit = 1, .filter = filterOf(kind, m_filter) },
            [this, kind](const Result<Page<Target>> &answer) { answered(kind, answer); });
    }
}

std::optional<qint64> MatchCount::count(Kind kind) const
{
    const auto it = m_counts.constFind(kind);
    return it == m_counts.constEnd() ? std::nullopt : std::optional(*it);
}

QString MatchCount::filterOf(Kind kind, const QString &filter)
{
    switch (kind) {
    case Kind::All:
        return filter;
    case Kind::Pending:
        return rsqlAnd({ filter, u"updatestatus==pending"_s });
    case Kind::Error:
        return rsqlAnd({ filter, u"updatestatus==error"_s });
    case Kind::Overdue:
        return rsqlAnd({ filter, u"lastcontrollerrequestat=le=${OVERDUE_TS}"_s });
    }
    return filter;
}

void MatchCount::answered(Kind kind, const Result<Page<Target>> &answer)
{
    const auto over = m_calls.extract(kind);
    if (!answer) {
        m_counts.remove(kind);
        if (kind == Kind::All)
            emit failed(answer.error());
    } else if (m_counts.value(kind, -1) == answer->total) {
        return;
    } else {
        m_counts.insert(kind, answer->total);
    }
    emit changed();
}

} // namespace falconer

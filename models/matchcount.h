// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pagedmodel.h"
#include "services/hawkbit/targets.h"

#include <QMap>
#include <QObject>
#include <QTimer>

#include <functional>
#include <map>

namespace falconer {

// How many targets match the filter, in all and of each kind that an operator looks for. Counted by
// the server (limit=1), a pause after the last change of the filter; a count that is being asked
// for again keeps its former value.
class MatchCount final : public QObject {
    Q_OBJECT

public:
    enum class Kind { All, Pending, Error, Overdue };
    static constexpr int pause = 250; // ms

    explicit MatchCount(Source<Target> source, QObject *parent = nullptr);

    void setFilter(const QString &filter); // RSQL; empty: every target
    void refresh();                        // now
    std::optional<qint64> count(Kind kind) const;

    // The filter joined with what the kind means.
    static QString filterOf(Kind kind, const QString &filter);

signals:
    void changed();
    void failed(const falconer::Error &error); // the filter was refused, or no answer came

private:
    void answered(Kind kind, const Result<Page<Target>> &answer);

    Source<Target> m_source;
    QString m_filter;
    QTimer m_timer;
    QMap<Kind, qint64> m_counts;
    std::map<Kind, Call> m_calls;
};

} // namespace falconer

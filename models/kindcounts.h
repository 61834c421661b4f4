// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/page.h"
#include "services/http/client.h"

#include <QMap>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>

namespace falconer {

// How many rows match the filter, in all and of each kind that an operator looks for: "all |
// pending 212 | error 9". A kind is known by its place and told by its RSQL; the first one is
// everything, its RSQL empty. Counted by the server, a pause after the last change of the filter; a
// count that is being asked for again keeps its former value.
class KindCounts final : public QObject {
    Q_OBJECT

public:
    static constexpr int pause = 250; // ms
    using Source = std::function<Call(const QString &filter, std::function<void(Result<qint64>)>)>;

    KindCounts(Source source, QStringList kinds, QObject *parent = nullptr);

    void setFilter(const QString &filter); // RSQL; empty: everything
    void refresh();                        // now
    void stop();                           // nothing is asked for until one of the two above
    std::optional<qint64> count(int kind) const;

    // The filter joined with what the kind means.
    QString filterOf(int kind) const;

signals:
    void changed();
    void failed(const falconer::Error &error); // the filter was refused, or no answer came

private:
    void answered(int kind, const Result<qint64> &answer);

    Source m_source;
    QStringList m_kinds;
    QString m_filter;
    QTimer m_timer;
    QMap<int, qint64> m_counts;
    std::map<int, Call> m_calls;
};

// Counts the rows of a list by asking for one of them.
template <typename T>
KindCounts::Source countSource(Client &client, Request<Page<T>> (*list)(const ListQuery &))
{
    return [&client, list](const QString &filter, std::function<void(Result<qint64>)> done) {
        return client.send(list({ .limit = 1, .filter = filter }),
            [done = std::move(done)](const Result<Page<T>> &page) {
                done(page.map([](const Page<T> &found) { return found.total; }));
            });
    };
}

} // namespace falconer

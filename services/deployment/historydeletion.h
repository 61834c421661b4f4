// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/actions.h"
#include "services/http/client.h"

#include <QList>
#include <QObject>

#include <optional>

namespace falconer {

// Deletes actions with their histories, some hundred a request, one request after another. The
// first failure ends it, since the next batch would meet the same; what was deleted by then stays
// deleted.
class HistoryDeletion final : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype batch = 200;

    explicit HistoryDeletion(Client &client, QObject *parent = nullptr);

    void start(const QList<qint64> &actionIds);
    void stop(); // after the batch that is under way
    bool isRunning() const { return m_isRunning; }

    qsizetype deleted() const { return m_deleted; }
    // Why it ended early. Whether the batch that failed is gone is not known after a timeout.
    const std::optional<Error> &error() const { return m_error; }

signals:
    void changed();
    void finished();

private:
    void sendNext();
    void take(qsizetype size, const Result<Nothing> &answer);

    Client &m_client;
    QList<qint64> m_ids;
    qsizetype m_deleted = 0;
    std::optional<Error> m_error;
    bool m_isRunning = false;
    bool m_isStopped = false;
    Call m_call;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lanelist.h"
#include "services/analysis/failureclusters.h"
#include "services/http/client.h"
#include "services/timeline/messagepatterns.h"

#include <QMap>
#include <QSet>
#include <QTimer>

namespace falconer {

class HistoryCache;

// How the distribution set before failed on those devices that fail now: their older actions are
// listed in one request for many devices, and only histories that failed are read, one after the
// other and no more than mostHistories. Asks only while somebody wants to know, and for each action
// that failed once.
class FormerFailures final : public QObject {
    Q_OBJECT

public:
    static constexpr int mostHistories = 20;

    struct Known {
        QList<Failure> failures; // of the former sets
        int devices = 0;         // that fail now
        int told = 0;            // of them: how the former set fared is known
        bool isReading = false;
        std::optional<Error> error; // why the rest is not known, if not for their number

        bool operator==(const Known &) const = default;
    };

    // histories: may be nullptr. All outlive it.
    FormerFailures(
        Client &client, HistoryCache *histories, const LaneList &lanes, QObject *parent = nullptr);

    void setWanted(bool wanted); // stops asking, too
    void setPatterns(const MessagePatterns &patterns) { m_patterns = patterns; }
    const Known &known() const { return m_known; }

signals:
    void changed();

private:
    // What is to be known of one lane that failed.
    struct Question {
        QString controllerId;
        qint64 action = 0; // the present one
        QString set;       // of it, may be empty
        bool isTold = false;
        std::optional<Action> former; // failed, its history is still to be read
        std::optional<Failure> failure;
    };

    void look();
    void findActions();
    void takeActions(const QStringList &devices, const Page<Action> &page);
    void tell(Question &question, const QList<Action> &older, bool isWhole);
    void readNext();
    void read(const QString &key, const Action &former);
    void takeHistory(const QString &key, const QList<ActionStatus> &statuses);
    void fail(const Error &error);
    void update();

    Client &m_client;
    HistoryCache *m_histories;
    const LaneList &m_lanes;
    MessagePatterns m_patterns;
    QMap<QString, Question> m_questions; // by lane and action
    QSet<QString> m_listed;              // devices whose actions are known
    int m_read = 0;                      // histories
    bool m_isWanted = false;
    bool m_isAsking = false;
    std::optional<Error> m_error;
    Known m_known;
    QTimer m_soon;
    Call m_call;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/client.h"
#include "services/repository/bringin.h"

#include <QObject>

#include <functional>

namespace falconer {

class UploadQueue;

// Runs a plan step by step, and stops at the first that fails; then it can go on from there, or
// remove what it created. A step whose fate is unknown, since the connection broke, is looked for
// before it is done again or taken back: one of the same name, version and type is taken for ours,
// since a server does not tell who asked.
class BringInRun final : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Running, Done, Failed, Undoing, Undone, UndoFailed };
    enum class StepState { Waiting, Running, Done, Failed };

    // profileId: whose uploads these are. Both outlive it.
    BringInRun(Client &client, UploadQueue &queue, QString profileId, QObject *parent = nullptr);

    void start(const BringIn &plan); // again, too, where hasLeftNothing()
    void resume();                   // Failed: from the step that failed
    void undo(); // Failed, UndoFailed, Done: takes back what was created, the newest first

    State state() const { return m_state; }
    const BringIn &plan() const { return m_plan; }
    const QList<BringInStep> &steps() const { return m_steps; }
    StepState stepState(qsizetype step) const;
    const std::optional<Error> &error() const { return m_error; } // Failed, UndoFailed

    // What is there because of this plan, and can be removed.
    QList<int> createdModules() const { return m_created; } // of the plan
    bool hasCreatedSet() const { return m_setId != 0; }
    qint64 setId() const { return m_setId; }
    qsizetype queuedFiles() const { return m_uploads.size(); }
    // The step that failed may have been done all the same; whether it was is looked for.
    bool isFateUnknown() const { return m_isFateUnknown; }
    // Something is there, or may be, that undo() takes back.
    bool hasCreated() const
    {
        return !m_created.isEmpty() || m_setId != 0 || !m_uploads.isEmpty() || m_isFateUnknown;
    }
    // Refused before anything was there: another plan may be started.
    bool hasLeftNothing() const { return m_state == State::Failed && !hasCreated(); }

signals:
    void changed();

private:
    void next();
    void createModule();
    void createSet();
    void queueFile();
    // What the step creates, as lists show it; 0: it is not there.
    using Found = std::function<void(qint64 id)>;
    void look(Found done);
    void lookAndCreate();
    void lookAndRemove();
    void takeCreated(qint64 id);
    void created(qint64 id);
    void createFailed(const Error &error);
    void stepDone();
    void fail(const Error &error);
    void removeNext();
    void setState(State state);
    const BringInModule &module() const { return m_plan.modules[m_steps[m_step].module]; }

    Client &m_client;
    UploadQueue &m_queue;
    QString m_profileId;
    BringIn m_plan;
    QList<BringInStep> m_steps;
    qsizetype m_step = 0;
    State m_state = State::Idle;
    QList<qint64> m_moduleIds; // of the plan's modules, 0: not yet
    QList<int> m_created;
    qint64 m_setId = 0;
    QList<qint64> m_uploads;
    std::optional<Error> m_error;
    bool m_isFateUnknown = false;
    Call m_call; // after what its answer uses
};

} // namespace falconer

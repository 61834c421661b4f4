// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/client.h"
#include "services/repository/bringin.h"
#include "services/repository/setdeletion.h"
#include "services/repository/takenname.h"

#include <QObject>

#include <functional>

namespace falconer {

class UploadQueue;

// Runs a plan step by step, and stops at the first that fails; then it can go on from there, with
// another plan where this one was refused, or remove what it created. A step whose fate is unknown,
// since the connection broke, is looked for before it is done again or taken back: one of the same
// name, version and type is taken for ours if this user created it, not earlier than our first try.
// Else somebody else did, and it is left alone.
class BringInRun final : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Running, Done, Failed, Undoing, Undone, UndoFailed };
    enum class StepState { Waiting, Running, Done, Failed };

    // profileId: whose uploads these are. user: as the server calls who is signed in. Both client
    // and queue outlive it.
    BringInRun(Client &client, UploadQueue &queue, QString profileId, QString user,
        QObject *parent = nullptr);

    // Idle, or canBeChanged(): then what was created already stands and is not created again.
    void start(const BringIn &plan);
    void resume(); // Failed: from the step that failed
    void undo();   // Failed, UndoFailed, Done: takes back what was created, the newest first

    State state() const { return m_state; }
    const BringIn &plan() const { return m_plan; }
    const QList<BringInStep> &steps() const { return m_steps; }
    StepState stepState(qsizetype step) const;
    // The step that runs or failed; nullptr: none.
    const BringInStep *current() const;
    const std::optional<Error> &error() const { return m_error; } // Failed, UndoFailed
    // What has the name that current() was to have, and is not ours. Failed: it stands against it.
    // Undone: it is left alone.
    const std::optional<NameHolder> &holder() const { return m_holder; }
    // Failed: no list shows what has the name: it was deleted, and the server keeps its name.
    bool isNameHidden() const { return m_isNameHidden; }
    // Failed: the server refused to create something, so that another name or type may help.
    bool canBeChanged() const;

    // What is there because of these plans, with their ids, and can be removed.
    const QList<BringInModule> &createdModules() const { return m_created; }
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
    // The plan as one in which what was created is there already.
    BringIn remainderOf(const BringIn &plan) const;

signals:
    void changed();

private:
    bool isDone(qsizetype step) const;
    void next();
    void createModule();
    void createSet();
    void queueFile();
    void look(TakenName::Done done);
    bool isOurs(const NameHolder &found) const;
    void lookAndCreate();
    void lookAndRemove();
    void lookForHolder(const Error &refusal);
    void takeCreated(qint64 id);
    void created(qint64 id);
    void createFailed(const Error &error);
    void stepDone();
    void fail(const std::optional<Error> &error);
    void removeNext();
    void setState(State state);
    const BringInModule &module() const { return m_plan.modules[m_steps[m_step].module]; }

    Client &m_client;
    UploadQueue &m_queue;
    QString m_profileId;
    QString m_user;
    BringIn m_plan;
    QList<BringInStep> m_steps;
    qsizetype m_step = 0;
    State m_state = State::Idle;
    QList<qint64> m_moduleIds; // of the plan's modules, 0: not yet
    QList<BringInModule> m_created;
    qint64 m_setId = 0;
    QList<qint64> m_uploads;
    std::optional<Error> m_error;
    std::optional<NameHolder> m_holder;
    bool m_isNameHidden = false;
    QDateTime m_firstTry;         // of this step, UTC, by our clock
    bool m_hasLostAnswer = false; // of this step: an earlier try of it may have been done
    bool m_isFateUnknown = false; // and nobody has looked since
    TakenName m_name;             // after what their answers use
    SetDeletion m_deletion;
    Call m_call;
};

} // namespace falconer

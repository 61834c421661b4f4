// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/bringinfacts.h"
#include "services/uploads/filewalk.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace falconer {

class BringInRun;
class ModuleList;
class SetForm;
struct ServerFacts;

// What is asked before files are brought in: a form for each software module that they would go
// into, and one for the set around these. Together they are a plan. The server is asked about each
// name that stands here.
class DropForms final : public QWidget {
    Q_OBJECT

public:
    DropForms(Client &client, const ServerFacts &server, QWidget *parent);

    void setArtifactLimit(qint64 limit); // of a module; 0: the server has not said it
    void setFiles(const WalkedFiles &walked);
    void look(); // asks the server anew
    // A person said yes to what stands here: nothing else is proposed any more.
    void confirm();
    // After a run of plan(): what it created is fixed, and the name that was refused says why.
    void showOutcome(const BringInRun &run);

    QList<QWidget *> fields() const; // as they are seen, from the first to the last
    bool isLooking() const { return m_look.isLooking() || m_lookSoon.isActive(); }
    const std::optional<Error> &error() const { return m_look.error(); } // of the last look
    BringIn plan() const;
    QString block() const; // why the plan cannot be run as it is; empty: it can
    // block() is said beside the field that it is about.
    bool isBlockMarked() const;
    bool focusFault(); // where something is missing or refused, if something is

signals:
    void edited();         // by a person
    void lookingChanged(); // begun, or ended with what is known now, or an error()

private:
    void takeFacts();
    QList<BringInModule> modules() const;
    QString blockOfPlan() const; // but for what is said beside a field
    QString markedBlock() const;
    void proposeSet();
    void bringIntoSight();

    const ServerFacts &m_server;
    BringInLook m_look;
    QTimer m_lookSoon;
    QLabel *m_leftOut;
    ModuleList *m_modules;
    SetForm *m_set;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/bringinfacts.h"
#include "services/uploads/filenameproposal.h"

#include <QWidget>

class QVBoxLayout;

namespace falconer {

class ModuleForm;
class ModuleListHead;

// The software modules that dropped files would go into: a form for each, or one for all files. Of
// many only those in sight have fields.
class ModuleList final : public QWidget {
    Q_OBJECT

public:
    explicit ModuleList(QWidget *parent);

    void setArtifactLimit(qint64 limit); // of a module; 0: not known
    void setFiles(const QList<DroppedFile> &files);
    void setFacts(const BringInFacts &facts);
    void setCreated(ModuleForm &form); // as it stands there

    bool isEmpty() const { return m_forms.isEmpty(); }
    QStringList names() const;          // that the server is to be asked about
    QList<ModuleForm *> wanted() const; // as the modules of the plan
    QList<QWidget *> fields() const;    // as they are seen, as far as there are any

signals:
    void edited();         // by a person
    void nameEdited();     // edited() follows
    void modulesChanged(); // there are others now: names() are to be asked about

private:
    ModuleForm *newForm(const ModuleProposal &proposal, qint64 bytes);
    void proposeModulesFor(const QList<DroppedFile> &files);
    bool isOneBetter() const;
    void setOneModule(bool isOne);
    void fillOne();
    QList<DroppedFile> chosenFiles() const;
    void toggleTo(ModuleForm &form);
    void setAll(bool wanted);
    void showChosen();
    void buildAround(qsizetype index);
    void build(qsizetype index);

    QList<DroppedFile> m_files;
    qint64 m_artifactLimit = 0;
    BringInFacts m_facts;
    QList<ModuleForm *> m_forms;
    qsizetype m_lastClicked = -1;
    bool m_isOne = false; // then there is m_one
    ModuleListHead *m_head;
    QWidget *m_several;
    QVBoxLayout *m_severalLayout;
    ModuleForm *m_one = nullptr; // made when it is first wanted
};

} // namespace falconer

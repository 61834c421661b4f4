// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uploads/moduledraft.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace falconer {

class FormNote;

// The fields of a module draft. There may be a thousand of these forms: each has fields only once
// it is built, and keeps their place before.
class ModuleForm final : public QWidget {
    Q_OBJECT

public:
    ModuleForm(const ModuleProposal &proposal, qint64 bytes, QWidget *parent);

    void build();
    bool isBuilt() const { return m_name != nullptr; }

    void setFiles(const QStringList &paths, qint64 bytes);
    void setFacts(const BringInFacts &facts);
    void setArtifactLimit(qint64 limit);
    void setWanted(bool wanted);
    void setCreated();
    void refuse(const QString &why); // and the field to change has the focus

    QList<QWidget *> fields() const; // as they are seen; none before it is built
    const ModuleDraft &draft() const { return m_draft; }
    BringInModule module() const { return m_draft.module(); }
    void focusFault(BringInFault::Kind kind);
    void focusVersion();

signals:
    void edited();        // by a person
    void nameEdited();    // edited() follows
    void wantedClicked(); // by a person; no edited() follows
    void cameIntoSight(); // before it was built

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeFields();
    void layOut();
    void wire();
    void fillTypes();
    void showFiles();
    void showDraft();

    ModuleDraft m_draft;
    QCheckBox *m_wanted = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_version = nullptr;
    QComboBox *m_type = nullptr;
    FormNote *m_note = nullptr;
    QLabel *m_files = nullptr;
};

} // namespace falconer

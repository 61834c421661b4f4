// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/bringinfacts.h"
#include "services/uploads/filenameproposal.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace falconer {

class FormNote;

// One software module that files would go into: what it is called, its version and type, to be
// corrected, and whether it is there already. What a person typed stays, whatever the server says
// meanwhile.
class ModuleForm final : public QWidget {
    Q_OBJECT

public:
    ModuleForm(const ModuleProposal &proposal, qint64 bytes, QWidget *parent);

    void setFacts(const BringInFacts &facts);
    // It was created as it stands here, and is not to be changed any more.
    void setCreated();
    // The server took it not as it stands here: why, until something is changed.
    void refuse(const QString &why);

    QList<QWidget *> fields() const; // as they are seen
    bool isWanted() const;
    QString name() const;
    BringInModule module() const;
    // Why the files cannot go into it; empty: they can, or something is missing.
    QString block() const { return m_block; }
    void focusFault(BringInFault::Kind kind);

signals:
    void edited();
    void nameEdited(); // edited() follows

private:
    void build(qint64 bytes);
    void wire();
    QString version() const;
    QString type() const;
    void offerTypes(const BringInFacts &facts);
    void judge();
    void say(const SoftwareModule *found);
    void sayNew();

    ModuleProposal m_proposal;
    BringInFacts m_facts;
    bool m_isTypeChosen = false; // by a person
    bool m_isCreated = false;
    qint64 m_existing = 0;
    BringInModule m_refused;
    QString m_refusal; // of that one
    QString m_block;
    QCheckBox *m_wanted;
    QLineEdit *m_name;
    QLineEdit *m_version;
    QComboBox *m_type;
    FormNote *m_note;
};

} // namespace falconer

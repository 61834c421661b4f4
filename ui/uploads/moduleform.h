// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/bringinfacts.h"
#include "services/uploads/filenameproposal.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace falconer {

// One software module that files would go into: what it is called, its version and type, to be
// corrected, and whether it is there already. What a person typed stays, whatever the server says
// meanwhile.
class ModuleForm final : public QWidget {
    Q_OBJECT

public:
    ModuleForm(const ModuleProposal &proposal, qint64 bytes, QWidget *parent);

    void setFacts(const BringInFacts &facts);

    bool isWanted() const;
    QString name() const;
    BringInModule module() const;
    // Why the files cannot go into the one that is there; empty: they can.
    QString block() const { return m_block; }
    void focusFault(BringInFault::Kind kind);

signals:
    void edited();
    void nameEdited(); // edited() follows

private:
    void build(qint64 bytes);
    QString type() const;
    void offerTypes(const BringInFacts &facts);
    void judge();

    ModuleProposal m_proposal;
    BringInFacts m_facts;
    bool m_isTypeChosen = false; // by a person
    qint64 m_existing = 0;
    QString m_block;
    QCheckBox *m_wanted;
    QLineEdit *m_name;
    QLineEdit *m_version;
    QComboBox *m_type;
    QLabel *m_files;
    QLabel *m_note;
};

} // namespace falconer

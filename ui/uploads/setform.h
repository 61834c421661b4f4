// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/bringinfacts.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QRadioButton;

namespace falconer {

// Whether the modules go into a distribution set, and which: a new one, or the next version of one
// that is there, which keeps its other modules. What a person chose or typed stays.
class SetForm final : public QWidget {
    Q_OBJECT

public:
    explicit SetForm(QWidget *parent);

    // Proposes anew for these modules.
    void propose(const BringInFacts &facts, const QList<SetTypeRules> &types,
        const QList<BringInModule> &modules);
    std::optional<BringInSet> set(const QList<BringInModule> &modules) const;
    // Why none can be created, for the tooltip; empty: it can.
    void setBlock(const QString &why);
    void focusFault(BringInFault::Kind kind);

signals:
    void edited();

private:
    void build();
    QWidget *newFields(const QList<QWidget *> &fields);
    void offerFormer();
    void offerTypes(const QList<SetTypeRules> &types, const QList<BringInModule> &modules);
    void proposeTexts(const QList<BringInModule> &modules);
    void chooseFitting(const QList<SetTypeRules> &types);
    void showChoice();
    const DistributionSet *former() const;

    QList<DistributionSet> m_former;
    QList<BringInModule> m_modules;
    bool m_isChosen = false; // by a person
    bool m_isNameTyped = false;
    bool m_isVersionTyped = false;
    bool m_isNextTyped = false;
    bool m_isTypeChosen = false;
    QRadioButton *m_none;
    QRadioButton *m_new;
    QRadioButton *m_next;
    QLineEdit *m_name;
    QLineEdit *m_version;
    QComboBox *m_type;
    QComboBox *m_formerSet;
    QLineEdit *m_nextVersion;
    QLabel *m_note;
    QWidget *m_newFields;
    QWidget *m_nextFields;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/bringinfacts.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QRadioButton;

namespace falconer {

class FormNote;

// Whether the modules go into a distribution set, and which: a new one, or the next version of one
// that is there, which keeps its other modules. What a person chose or typed stays.
class SetForm final : public QWidget {
    Q_OBJECT

public:
    explicit SetForm(QWidget *parent);

    QList<QWidget *> fields() const; // as they are seen
    // Proposes anew for these modules.
    void propose(const BringInFacts &facts, const QList<SetTypeRules> &types,
        const QList<BringInModule> &modules);
    std::optional<BringInSet> set(const QList<BringInModule> &modules) const;
    // Why nobody here can create one, for the tooltip.
    void forbid(const QString &why);
    // What is chosen now was confirmed: nothing else is proposed any more.
    void confirm() { m_isChosen = true; }
    // The server took it not as it stands here: why, until something is changed.
    void refuse(const QString &why);
    QString block() const; // that, while nothing was changed
    void focusFault(BringInFault::Kind kind);

signals:
    void edited(); // by a person

private:
    void build();
    QWidget *newFields(const QList<QWidget *> &fields);
    void offerFormer();
    void offerTypes(const QList<SetTypeRules> &types, const QList<BringInModule> &modules);
    void proposeTexts(const QList<BringInModule> &modules);
    void chooseFitting(const QList<SetTypeRules> &types);
    void showChoice();
    void showNote();
    QLineEdit *version() const;
    const DistributionSet *former() const;

    QList<DistributionSet> m_former;
    QList<BringInModule> m_modules;
    bool m_isChosen = false; // by a person
    bool m_isNameTyped = false;
    bool m_isVersionTyped = false;
    bool m_isNextTyped = false;
    bool m_isTypeChosen = false;
    QString m_whyNone; // is proposed
    QString m_forbidden;
    std::optional<BringInSet> m_refused;
    QString m_refusal; // of that one
    QRadioButton *m_none;
    QRadioButton *m_new;
    QRadioButton *m_next;
    QLineEdit *m_name;
    QLineEdit *m_version;
    QComboBox *m_type;
    QComboBox *m_formerSet;
    QLineEdit *m_nextVersion;
    FormNote *m_note;
    QWidget *m_newFields;
    QWidget *m_nextFields;
};

} // namespace falconer

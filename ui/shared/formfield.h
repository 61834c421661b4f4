// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QLabel;

namespace falconer {

// A line of a form: label, field, and below it what is wanted or, in its place, what is wrong with
// what was typed. A problem goes as soon as the field is changed; what was typed stays.
class FormField final : public QWidget {
    Q_OBJECT

public:
    // field: becomes its child. The label may have a mnemonic.
    FormField(const QString &label, QWidget *field, QWidget *parent);

    QWidget *field() const { return m_field; }

    void setHint(const QString &hint);        // quiet words below the field
    void setProblem(const QString &sentence); // empty: none
    const QString &problem() const { return m_problem; }
    bool hasProblem() const { return !m_problem.isEmpty(); }
    // It cannot be changed: says why, below and as tooltip.
    void setFixed(const QString &why);

protected:
    void changeEvent(QEvent *event) override;

private:
    void watchChanges();
    void showWords();

    QWidget *m_field;
    QLabel *m_label;
    QLabel *m_sign;
    QLabel *m_words;
    QString m_hint;
    QString m_problem;
};

} // namespace falconer

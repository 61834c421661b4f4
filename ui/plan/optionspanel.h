// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/assignment.h"
#include "services/hawkbit/dialect.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace falconer {

class SegmentedButton;
class WindowEditor;

// How a set is brought to the targets: type, maintenance window, weight, confirmation. What this
// server cannot do is said instead of offered.
class OptionsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit OptionsPanel(const ServerFacts &server, QWidget *parent = nullptr);

    AssignmentOptions options() const;
    QString problem() const; // why they cannot be used; empty: they can

signals:
    void changed();

private:
    void addRow(QGridLayout *grid, const QString &title, QWidget *field);
    QWidget *newForceTime();
    QWidget *newConfirmation(const ServerFacts &server);
    void updateForceTime();
    QDateTime forceTime() const;

    SegmentedButton *m_type;
    QWidget *m_forceTimeRow;
    QDateTimeEdit *m_forceTime;
    QComboBox *m_zone;
    QLabel *m_forceTimeSentence;
    WindowEditor *m_window;
    QLineEdit *m_weight;
    QCheckBox *m_confirmation = nullptr; // where the tenant has the confirmation flow
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/maintenance.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace falconer {

// A maintenance window: schedule, duration and offset, read back as a sentence while they are
// typed, with the next starts on the device's clock and on mine.
class WindowEditor final : public QWidget {
    Q_OBJECT

public:
    explicit WindowEditor(QWidget *parent = nullptr);

    std::optional<MaintenanceWindow> window() const; // nothing: none is wanted
    bool isValid() const;

signals:
    void changed();

private:
    void build();
    void check();
    QLineEdit *newField(const QString &name, const QString &text, int width);

    QCheckBox *m_wanted;
    QWidget *m_fields;
    QLineEdit *m_schedule;
    QLineEdit *m_duration;
    QLineEdit *m_offset;
    QLabel *m_sentence;
    QLabel *m_starts;
    WindowCheck m_check;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/uploads/uploadqueue.h"

#include <QMenu>

class QSettings;

namespace falconer {

// How many files are sent at once, and how fast all together; remembered.
class LimitsMenu final : public QMenu {
    Q_OBJECT

public:
    LimitsMenu(UploadQueue &queue, QSettings &settings, QWidget *parent);

    // "2 at once", "2 at once, 5.0 MiB/s": what is set.
    QString summary() const;

signals:
    void changed();

private:
    void addHeading(const QString &title);
    void addChoices();
    void choose(const UploadLimits &limits);

    UploadQueue &m_queue;
    QSettings &m_settings;
};

// What was chosen earlier, else as the queue has it.
UploadLimits rememberedLimits(const QSettings &settings, const UploadLimits &usual);

} // namespace falconer

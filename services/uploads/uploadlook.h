// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/uploads/uploadrules.h"

#include <QObject>

namespace falconer {

class UploadLane;

// Looks at one file, on a lane: a share that is gone holds the lane's thread and nobody else.
class UploadLook final : public QObject {
    Q_OBJECT

public:
    // lane: must be there until stop().
    UploadLook(const QString &path, UploadLane &lane, QObject *parent);
    ~UploadLook() override;

    void stop(); // nothing is emitted any more, and the lane is given back

signals:
    void looked(const falconer::FileLook &look); // once

private:
    UploadLane *m_lane; // until stop()
    quint64 m_run;
};

} // namespace falconer

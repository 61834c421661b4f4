// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadlook.h"

#include "services/uploads/uploadlane.h"
#include "services/uploads/uploadsender.h"

#include <utility>

namespace falconer {

UploadLook::UploadLook(const QString &path, UploadLane &lane, QObject *parent)
    : QObject(parent)
    , m_lane(&lane)
    , m_run(lane.take())
{
    connect(&lane.sender(), &UploadSender::looked, this, [this](quint64 run, const FileLook &look) {
        if (m_lane && run == m_run)
            emit looked(look);
    });
    lane.post([run = m_run, path](UploadSender &sender) { sender.look(run, path); });
}

UploadLook::~UploadLook()
{
    stop();
}

void UploadLook::stop()
{
    if (UploadLane *const lane = std::exchange(m_lane, nullptr))
        lane->release();
}

} // namespace falconer

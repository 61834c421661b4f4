// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadfileworker.h"

namespace falconer {

void UploadFileWorker::write(quint64 number, const UploadChanges &changes)
{
    const Result<void> done = m_file.write(changes);
    emit ended(number, done ? std::nullopt : std::optional(done.error()));
}

} // namespace falconer

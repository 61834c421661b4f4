// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/tagmimedata.h"

namespace falconer {

TagMimeData::TagMimeData(const DistributionSetTag &tag)
    : m_tag(tag)
{
    setText(tag.name);
}

const DistributionSetTag *TagMimeData::tagOf(const QMimeData *data)
{
    const auto *const ours = qobject_cast<const TagMimeData *>(data);
    return ours ? &ours->m_tag : nullptr;
}

} // namespace falconer

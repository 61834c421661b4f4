// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsettags.h"

#include <QMimeData>

namespace falconer {

// A tag under way to a distribution set, within the program.
class TagMimeData final : public QMimeData {
    Q_OBJECT

public:
    explicit TagMimeData(const DistributionSetTag &tag);

    // That of a drag of ours, else nullptr. Valid as long as data.
    static const DistributionSetTag *tagOf(const QMimeData *data);

private:
    DistributionSetTag m_tag;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/softwaremodules.h"

#include <QMimeData>

namespace falconer {

// Software modules under way to a distribution set. Drags stay inside the program, so the values go
// along as they are; also offers "name version" a line as text, for whoever drops it into an
// editor.
class ModuleMimeData final : public QMimeData {
    Q_OBJECT

public:
    explicit ModuleMimeData(const QList<SoftwareModule> &modules);

    const QList<SoftwareModule> &modules() const { return m_modules; }

    // Those of a drag of ours, else nullptr. Valid as long as data.
    static const QList<SoftwareModule> *modulesOf(const QMimeData *data);

private:
    QList<SoftwareModule> m_modules;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/softwaremoduletypes.h"

#include <QWidget>

class QComboBox;
class QGridLayout;

namespace falconer {

// Which module types the sets of a type must hold, may hold, or do not take: a line a module type.
class ModuleTypeChoice final : public QWidget {
    Q_OBJECT

public:
    enum Place { NotTaken, Optional, Mandatory };

    explicit ModuleTypeChoice(QWidget *parent = nullptr);

    void setTypes(const QList<SoftwareModuleType> &types);
    void choose(qint64 moduleTypeId, Place place);

    QList<qint64> chosen(Place place) const; // ids
    bool hasTypes() const { return !m_lines.isEmpty(); }
    bool offers(qint64 moduleTypeId) const;

signals:
    void edited();

private:
    struct Line {
        qint64 id = 0;
        QComboBox *place = nullptr;
    };

    void addLine(const SoftwareModuleType &type);

    QGridLayout *m_layout;
    QList<Line> m_lines;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/metadata.h"
#include "ui/shared/panehead.h"

#include <optional>

class QPushButton;

namespace falconer {

// The line over a table of metadata: its title, and what can be done with its entries.
class MetadataHead final : public PaneHead {
    Q_OBJECT

public:
    explicit MetadataHead(QWidget *parent = nullptr);

    // fixed: why nothing can be changed; empty: it can. chosen: the entry that would be.
    void setState(const QString &fixed, const std::optional<Metadata> &chosen);
    bool canChange() const; // the chosen one

signals:
    void addWanted();
    void editWanted();
    void deleteWanted();

private:
    QPushButton *addButton(const QString &name, const QString &text);

    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_delete;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace.h"

#include <QFrame>
#include <QMap>

class QAbstractButton;

namespace falconer {

// The doors to the workspaces at the left edge, 52 px, with Ctrl+1 to Ctrl+6. What has no workspace
// yet says so.
class Rail final : public QFrame {
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    void setAvailable(const QList<WorkspaceKind> &kinds);
    void setCurrent(WorkspaceKind kind);

signals:
    void chosen(falconer::WorkspaceKind kind);

private:
    QMap<WorkspaceKind, QAbstractButton *> m_doors;
};

} // namespace falconer

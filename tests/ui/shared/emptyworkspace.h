// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace.h"

namespace falconer {

// Where what a workspace shows does not matter, or another place in the window is wanted.
class EmptyWorkspace final : public Workspace {
public:
    int pendingChanges() const override { return 0; }
    QWidget *searchField() override { return nullptr; }
    void focusSearch() override { }
    void refresh() override { }
    void showPendingChanges() override { }
    void saveState() override { }
};

} // namespace falconer

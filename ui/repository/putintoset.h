// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/dialect.h"
#include "ui/shared/dropverdict.h"

#include <QAction>

class QShortcut;

namespace falconer {

class ModulesPane;
class SetsSide;

// Puts the selected software modules into the selected distribution set, as a drag does: by a key,
// from the menu of the modules, from the page of the set. Says what it would do, or why it cannot:
// beside the sets where the key is pressed.
class PutIntoSet final : public QAction {
    Q_OBJECT

public:
    // All outlive it.
    PutIntoSet(ModulesPane &modules, SetsSide &sets, const ServerFacts &facts, QWidget *parent);

private:
    DropVerdict verdict() const;
    void update();
    void put();

    ModulesPane &m_modules;
    SetsSide &m_sets;
    const ServerFacts &m_facts;
    QShortcut *m_refusal; // a disabled action does not hear its key
};

} // namespace falconer

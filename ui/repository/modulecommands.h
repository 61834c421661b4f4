// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/softwaremodules.h"
#include "services/http/call.h"
#include "services/repository/selecteditems.h"
#include "ui/repository/modulebar.h"
#include "ui/repository/repositorycontext.h"

#include <QObject>

#include <map>

class QMenu;
class QWidget;

namespace falconer {

class FormSheet;
class ModulesPane;
enum class ModuleDeed;

// What can be done with software modules: decides what is possible now, opens the sheets and sends
// what needs none.
class ModuleCommands final : public QObject {
    Q_OBJECT

public:
    // workspace: the sheets open over its window.
    ModuleCommands(const RepositoryContext &context, ModulesPane &modules, QWidget *workspace);

    void update(); // after the selection changed
    void fillMenu(QMenu &menu);

    void create();
    void run(ModuleCommand command);

signals:
    void written();          // what is shown is out of date
    void created(qint64 id); // a module
    void uploadRequested(const falconer::SoftwareModule &module);
    void detailsRequested();

private:
    void addKeys();
    void open(FormSheet *sheet);
    void openDelete(const SoftwareModule &module);
    void deleted(const QList<qint64> &left); // of those that were selected
    void openSeveral(ModuleDeed deed, const ItemSelection<SoftwareModule> &selected);
    void lock(const SoftwareModule &module); // or unlocks it

    RepositoryContext m_context;
    ModulesPane &m_modules;
    QWidget *m_workspace;
    std::map<qint64, Call> m_locks; // by module: each goes on while another is sent
};

} // namespace falconer

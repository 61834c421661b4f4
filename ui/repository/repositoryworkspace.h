// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/softwaremodules.h"
#include "ui/repository/repositorycontext.h"
#include "ui/shared/dropverdict.h"
#include "ui/workspace.h"

#include <QSet>
#include <QTimer>
#include <QUrl>

#include <functional>

class QDropEvent;
class QMimeData;
class QSplitter;
class QStackedWidget;

namespace falconer {

class DownloadStrip;
class DropOverlay;
class FileIntake;
class ModuleCommands;
class ModulePage;
class ModulesPane;
class PutIntoSet;
class SearchField;
class SetPage;
class SetsSide;
class TypeColours;
struct Upload;

// Repository: software modules and distribution sets side by side, below them what is in the one
// that was chosen last. Files dropped on a module go into it, dropped anywhere else they become a
// module.
class RepositoryWorkspace final : public Workspace {
    Q_OBJECT

public:
    explicit RepositoryWorkspace(const RepositoryContext &context, QWidget *parent = nullptr);
    ~RepositoryWorkspace() override;

    int pendingChanges() const override;
    QWidget *searchField() override;
    void focusSearch() override;
    void refresh() override;
    void showPendingChanges() override;
    void saveState() override;

    ModulesPane &modules() { return *m_modules; }
    ModulePage &modulePage() { return *m_modulePage; }
    SetsSide &sets() { return *m_sets; }
    SetPage &setPage() { return *m_setPage; }
    DownloadStrip &downloads() { return *m_downloads; }

protected:
    void focusInEvent(QFocusEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    QWidget *newDetails();
    void restoreState();
    void wireSearch();
    void wireModules();
    void wireSets();
    void wireTypes();
    void wireFiles();
    void wireDrags();
    void setModuleDragRules();
    void wireComposing();
    void showModuleMenu(const QPoint &place);
    void showModule();
    void showSet();
    void openTypes();
    void openDropSheet(const QList<QUrl> &urls);
    // What a drop beside every module and set would do; nothing: it is not for this workspace.
    std::optional<DropVerdict> judge(const QDropEvent &event) const;
    bool takes(const QDropEvent &event);
    std::function<void()> dropDeed(const QMimeData &mime); // runs once the drag has ended
    void afterWrite();
    void afterUpload(const Upload &upload);
    void endBroughtIn();

    RepositoryContext m_context;
    SearchField *m_search;
    ModulesPane *m_modules = nullptr;
    ModulePage *m_modulePage = nullptr;
    SetsSide *m_sets = nullptr;
    TypeColours *m_typeColours = nullptr;
    SetPage *m_setPage = nullptr;
    QStackedWidget *m_details = nullptr;
    DownloadStrip *m_downloads = nullptr;
    ModuleCommands *m_commands = nullptr;
    FileIntake *m_intake = nullptr;
    PutIntoSet *m_putIn = nullptr;
    DropOverlay *m_overlay = nullptr;
    QList<QUrl> m_dragged;    // over it, and over no module
    QSet<qint64> m_broughtIn; // the modules of which it was said last that files go into them
    QTimer m_refused;         // uploads, since their module is not as it is shown
    QSplitter *m_columns = nullptr;
    QSplitter *m_rows = nullptr;
};

} // namespace falconer

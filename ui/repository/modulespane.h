// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/oneselected.h"
#include "models/windowwatch.h"
#include "services/hawkbit/softwaremodules.h"
#include "ui/repository/repositorycontext.h"
#include "ui/shared/dropverdict.h"

#include <QWidget>

class QPushButton;

namespace falconer {

class DragTable;
class LoadBanner;
class ModuleBar;
class PaneHead;
class RowReveal;

// The software modules of the server, newest first, to be searched, dragged onto a distribution set
// and changed. Asks for nothing before it is first seen.
class ModulesPane final : public QWidget {
    Q_OBJECT

public:
    explicit ModulesPane(const RepositoryContext &context, QWidget *parent = nullptr);
    ~ModulesPane() override;

    PagedModel<SoftwareModule> &model() { return m_model; }
    DragTable &table() { return *m_table; }
    ModuleBar &bar() { return *m_bar; }
    PaneHead &head() { return *m_head; }

    void setFilter(const QString &rsql); // of the search field
    QPushButton &bringInButton() { return *m_bringIn; }
    void setNewVerdict(const DropVerdict &verdict);
    void reload();
    void selectModules(const QList<qint64> &ids);
    // New ones, whatever is searched for: selected and in sight, with the words for them.
    void reveal(const QList<qint64> &ids, const QString &sentence);
    void showFailure(const Error &error); // of a command
    void showNotice(const QString &sentence);
    void endSuccess(); // what was revealed has been outdone

    qint64 selectedCount() const { return m_selection.count(); }
    ItemSelection<SoftwareModule> picked() const { return m_one.picked(); }
    // The only selected one, also while a search or another order hides its row.
    const std::optional<SoftwareModule> &currentModule() const { return m_one.value(); }
    std::optional<SoftwareModule> moduleAt(int row) const;

signals:
    void currentChanged(); // another one is selected, or it has other values
    void chosen();         // somebody selected, be it the same again
    void detailsRequested();
    void createRequested();
    void bringInRequested();
    void typesRequested();
    void filterProblem(const QString &sentence); // empty: none
    void matchesChanged(std::optional<qint64> matches);
    void filterBusyChanged(bool busy);
    void searchRequested(const QString &rsql); // empty: show everything

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void wire();
    void start();
    void showTotal(qint64 total);

    RepositoryContext m_context;
    PagedModel<SoftwareModule> m_model;
    SelectionByKey m_selection;
    OneSelected<SoftwareModule> m_one;
    WindowWatch<SoftwareModule> m_watch;

    PaneHead *m_head = nullptr;
    QPushButton *m_bringIn = nullptr;
    QPushButton *m_types = nullptr;
    QPushButton *m_new = nullptr;
    LoadBanner *m_banner = nullptr;
    DragTable *m_table = nullptr;
    RowReveal *m_reveal = nullptr;
    ModuleBar *m_bar = nullptr;
};

} // namespace falconer

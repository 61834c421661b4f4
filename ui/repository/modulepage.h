// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/softwaremodules.h"
#include "services/http/call.h"
#include "ui/repository/repositorycontext.h"

#include <QWidget>

#include <optional>

class QSplitter;
class QStackedWidget;

namespace falconer {

class ArtifactsPane;
class EmptyState;
class MetadataTable;
class PaneHead;
class PropertySheet;
class TypeColours;

// What is known of the chosen software module: itself, the sets that hold it, its artifacts and its
// metadata. Asks for nothing while it is hidden.
class ModulePage final : public QWidget {
    Q_OBJECT

public:
    explicit ModulePage(const RepositoryContext &context, QWidget *parent = nullptr);
    ~ModulePage() override;

    // Nothing: none is chosen.
    // selected: how many are, where there is no module to be shown.
    void showModule(const std::optional<SoftwareModule> &module, qint64 selected = 0);
    const std::optional<SoftwareModule> &module() const { return m_module; }
    ArtifactsPane &artifacts() { return *m_artifacts; }
    MetadataTable &metadata() { return *m_metadata; }
    void saveState();
    // Of their types. It outlives the page.
    void setTypeColours(const TypeColours &colours);
    void readHolders(); // the sets that hold it may be others now

signals:
    void uploadRequested();
    void written(); // something of the module was changed here

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void apply();
    void showNothing();
    void showFacts();
    void showModuleFacts();
    void askHolders();

    RepositoryContext m_context;
    std::optional<SoftwareModule> m_module;
    qint64 m_selected = 0;
    std::optional<SoftwareModule> m_shown;
    Call m_holders;
    const TypeColours *m_colours = nullptr;
    int m_moduleSection = 0;
    int m_holdersSection = 0;
    bool m_areHoldersOld = false;

    PaneHead *m_head = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QSplitter *m_parts = nullptr;
    PropertySheet *m_facts = nullptr;
    ArtifactsPane *m_artifacts = nullptr;
    MetadataTable *m_metadata = nullptr;
};

} // namespace falconer

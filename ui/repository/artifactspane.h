// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listmodel.h"
#include "services/hawkbit/artifacts.h"
#include "services/hawkbit/softwaremodules.h"
#include "services/http/call.h"
#include "services/http/result.h"
#include "ui/repository/repositorycontext.h"

#include <QWidget>

#include <optional>

class QMenu;
class QPushButton;

namespace falconer {

class Banner;
class PaneHead;
class TableView;

// The files of one software module, kept up to date while they are in sight.
class ArtifactsPane final : public QWidget {
    Q_OBJECT

public:
    explicit ArtifactsPane(const RepositoryContext &context, QWidget *parent = nullptr);
    ~ArtifactsPane() override;

    void showModule(const SoftwareModule &module);
    void clear(); // shows nobody's, and asks for nothing
    TableView &table() { return *m_table; }
    const QList<Artifact> &artifacts() const { return m_model.items(); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

signals:
    void uploadRequested();
    void downloadRequested(const falconer::Artifact &artifact);
    void deleteRequested(const falconer::Artifact &artifact);

private:
    void build();
    void wire();
    QPushButton *addCommand(const QString &name, const QString &text);
    void watch();
    void take(const Result<QList<Artifact>> &answer);
    QList<Artifact> selected() const;
    void updateCommands();
    void showMenu(const QPoint &place);
    void copy(QString Artifact::*text) const; // of the selected one

    RepositoryContext m_context;
    ListModel<Artifact> m_model;
    std::optional<SoftwareModule> m_module;
    Call m_watch;

    PaneHead *m_head = nullptr;
    QPushButton *m_download = nullptr;
    QPushButton *m_delete = nullptr;
    Banner *m_banner = nullptr;
    TableView *m_table = nullptr;
};

} // namespace falconer

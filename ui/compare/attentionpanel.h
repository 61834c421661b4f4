// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attentionlist.h"
#include "services/deployment/recoverability.h"
#include "services/hawkbit/dialect.h"
#include "ui/compare/comparepanel.h"

class QPushButton;

namespace falconer {

class GroupView;

// What runs, and what of it needs a person: grouped by reason, to be cancelled, forced or ended in
// bulk.
class AttentionPanel final : public ComparePanel {
    Q_OBJECT

public:
    explicit AttentionPanel(QWidget *parent = nullptr);
    ~AttentionPanel() override;

    // Whether the user may recover here; nothing is refused before it is known.
    void setServer(const ServerFacts &facts);

    GroupView &view() const { return *m_view; }
    QPushButton *button(RecoveryKind kind) const { return m_recover[int(kind)]; }
    QString summary() const;
    // The selected rows, or all when none is, as a table for spreadsheets.
    void copy();

signals:
    // Of the selected ones those that the server would accept.
    void recoverRequested(falconer::RecoveryKind kind, const QStringList &controllerIds);
    void deviceChosen(const QString &controllerId);

protected:
    void refresh(bool historiesChanged) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QWidget *createButtons();
    QList<Action> selectedActions() const;
    void updateSummary(const AttentionGroups &groups);
    void updateButtons();

    AttentionList m_model;
    ServerFacts m_server;
    QLabel *m_summary;
    QLabel *m_selected;
    GroupView *m_view;
    QPushButton *m_recover[4]{}; // by RecoveryKind
};

} // namespace falconer

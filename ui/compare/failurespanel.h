// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/failurelist.h"
#include "models/formerfailures.h"
#include "ui/compare/comparepanel.h"

namespace falconer {

class GroupView;

// How devices failed, in groups of the same cause.
class FailuresPanel final : public ComparePanel {
    Q_OBJECT

public:
    explicit FailuresPanel(QWidget *parent = nullptr);
    ~FailuresPanel() override;

    // How the former distribution set failed on these devices, as far as that is known; which is
    // said below the groups.
    void setFormer(const FormerFailures::Known &former);

    GroupView &view() const { return *m_view; }
    QString summary() const;
    QString formerSummary() const;
    // The selected groups, or all when none is, as a table for spreadsheets.
    void copy();

signals:
    void devicesChosen(const QStringList &controllerIds); // of a group all
    void seen(bool isSeen); // whether anybody looks: the former set costs requests

protected:
    void refresh(bool historiesChanged) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    FailureList m_model;
    FormerFailures::Known m_former;
    QLabel *m_summary;
    GroupView *m_view;
    QLabel *m_formerSays;
};

} // namespace falconer

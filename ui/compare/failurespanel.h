// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/failurelist.h"
#include "ui/compare/comparepanel.h"

namespace falconer {

class GroupView;

// How devices failed, in groups of the same cause.
class FailuresPanel final : public ComparePanel {
    Q_OBJECT

public:
    explicit FailuresPanel(QWidget *parent = nullptr);
    ~FailuresPanel() override;

    // How the former distribution set failed on these devices; empty: not known, or not at all.
    void setFormerFailures(const QList<Failure> &former);

    GroupView &view() const { return *m_view; }
    QString summary() const;
    // The selected groups, or all when none is, as a table for spreadsheets.
    void copy();

signals:
    void devicesChosen(const QStringList &controllerIds); // of a group all

protected:
    void refresh(bool historiesChanged) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    FailureList m_model;
    QList<Failure> m_former;
    QLabel *m_summary;
    GroupView *m_view;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/kindcounts.h"
#include "models/selectionbykey.h"
#include "models/targetkind.h"
#include "models/targetsets.h"
#include "models/windowwatch.h"
#include "services/deployment/recoverability.h"
#include "services/hawkbit/targets.h"
#include "ui/deploy/deploycontext.h"
#include "ui/deploy/dragpayload.h"

#include <QTimer>
#include <QWidget>

namespace falconer {

class FleetTable;
class LoadBanner;
class PaneHead;
class SegmentedButton;
class SelectionBar;

// The fleet: a table of targets with its counts, what is selected and what can be done with it.
class TargetsPane final : public QWidget {
    Q_OBJECT

public:
    explicit TargetsPane(const DeployContext &context, QWidget *parent = nullptr);
    ~TargetsPane() override;

    PagedModel<Target> &model() { return m_model; }
    FleetTable &table() { return *m_table; }
    SelectionByKey &selection() { return m_selection; }

    void setFilter(const QString &rsql); // of the search field
    void reload();
    void showFailure(const Error &error);
    void showNotice(const QString &sentence);
    // What commands and drags act on: the selection.
    PickedTargets picked() const;
    // What a drop on this row is for: the selection when the row belongs to it, else that row
    // alone.
    PickedTargets pickedAt(int row) const;
    QRect placeOf(int row) const;
    std::optional<Target> currentTarget() const;
    SelectionBar &bar() { return *m_bar; }

signals:
    void selectionChanged();
    void currentChanged();
    void assignRequested();
    void recoverRequested(falconer::RecoveryKind kind);
    void detailsRequested();
    void filterProblem(const QString &sentence); // empty: none
    void matchesChanged(std::optional<qint64> matches);
    void statusesChanged(const QStringList &controllerIds); // of targets in sight
    void filterBusyChanged(bool busy); // the rows of the filter are on their way

private:
    void build();
    void wireTable();
    void wireCounts();
    void chooseKind(TargetKind kind);
    void wantSets();
    void showCounts();
    void takeNews(const Page<Target> &page);

    DeployContext m_context;
    TargetSets m_sets;
    KindCounts m_counts;
    QTimer m_countsSoon; // while news come in
    PagedModel<Target> m_model;
    SelectionByKey m_selection;
    WindowWatch<Target> m_watch;
    QTimer m_ages; // relative times grow old
    TargetKind m_kind = TargetKind::All;

    PaneHead *m_head = nullptr;
    SegmentedButton *m_kinds = nullptr;
    LoadBanner *m_banner = nullptr;
    FleetTable *m_table = nullptr;
    SelectionBar *m_bar = nullptr;
};

} // namespace falconer

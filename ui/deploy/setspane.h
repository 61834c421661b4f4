// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/selectionbykey.h"
#include "models/windowwatch.h"
#include "services/hawkbit/distributionsets.h"
#include "ui/deploy/deploycontext.h"

#include <QWidget>

class QLabel;

namespace falconer {

class FleetTable;
class LoadBanner;
class PaneHead;
class SearchField;

// The distribution sets of the server, newest first.
class SetsPane final : public QWidget {
    Q_OBJECT

public:
    explicit SetsPane(const DeployContext &context, QWidget *parent = nullptr);
    ~SetsPane() override;

    PagedModel<DistributionSet> &model() { return m_model; }
    FleetTable &table() { return *m_table; }
    SelectionByKey &selection() { return m_selection; }

    void reload();
    std::optional<DistributionSet> currentSet() const; // the selected one
    std::optional<DistributionSet> setAt(int row) const;
    QRect placeOf(int row) const;

signals:
    void currentChanged();
    void detailsRequested();

private:
    void build();
    void wire();

    DeployContext m_context;
    PagedModel<DistributionSet> m_model;
    SelectionByKey m_selection;
    WindowWatch<DistributionSet> m_watch;

    PaneHead *m_head = nullptr;
    SearchField *m_search = nullptr;
    LoadBanner *m_banner = nullptr;
    FleetTable *m_table = nullptr;
    QLabel *m_hint = nullptr;
};

} // namespace falconer

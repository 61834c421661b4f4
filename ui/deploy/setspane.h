// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pagedmodel.h"
#include "services/hawkbit/distributionsets.h"
#include "ui/deploy/deploycontext.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;

namespace falconer {

class Banner;
class FleetTable;
class PaneHead;
class SelectionByKey;

// The distribution sets of the server, newest first.
class SetsPane final : public QWidget {
    Q_OBJECT

public:
    explicit SetsPane(const DeployContext &context, QWidget *parent = nullptr);
    ~SetsPane() override;

    PagedModel<DistributionSet> &model() { return *m_model; }
    FleetTable &table() { return *m_table; }
    SelectionByKey &selection() { return *m_selection; }

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
    void search();
    void showTotal(qint64 total);
    void showFailure(const Error &error);
    void watchWindow();

    DeployContext m_context;
    std::unique_ptr<PagedModel<DistributionSet>> m_model;
    std::unique_ptr<SelectionByKey> m_selection;
    std::optional<ListQuery> m_watched; // by the feed
    Call m_watch;
    QTimer m_typing;

    PaneHead *m_head = nullptr;
    QLineEdit *m_search = nullptr;
    Banner *m_banner = nullptr;
    FleetTable *m_table = nullptr;
    QLabel *m_hint = nullptr;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/actionkind.h"
#include "models/kindcounts.h"
#include "models/pagedmodel.h"
#include "models/selectionbykey.h"
#include "models/windowwatch.h"
#include "services/deployment/recoverability.h"
#include "services/deployment/selectedactions.h"
#include "ui/actions/actionscontext.h"

#include <QTimer>
#include <QWidget>

namespace falconer {

class ActionChoices;
class ActionsBar;
class LoadBanner;
class PaneHead;
class TableView;

// All actions of the server: a table with its counts, what is selected and what can be done with
// it. Asks for nothing before it is first seen, and nothing while it is hidden.
class ActionsPane final : public QWidget {
    Q_OBJECT

public:
    explicit ActionsPane(const ActionsContext &context, QWidget *parent = nullptr);
    ~ActionsPane() override;

    PagedModel<Action> &model() { return m_model; }
    TableView &table() { return *m_table; }
    ActionsBar &bar() { return *m_bar; }

    void setFilter(const QString &rsql); // of the search field
    void refresh();                      // an age is counted from now on
    void reload();
    void clearSelection();
    void showFailure(const Error &error);
    void showNotice(const QString &sentence);

    // What commands act on.
    qint64 pickedCount() const;
    ActionSelection picked() const;
    QList<Action> pickedAtHand() const; // as far as they are loaded, in their order

signals:
    void selectionChanged();
    void pickedRowsChanged(); // other values of the same selection
    void activated();         // a row was opened
    void recoverRequested(falconer::RecoveryKind kind);
    void deleteRequested();
    void searchRequested(const QString &rsql);   // empty: show everything
    void filterProblem(const QString &sentence); // empty: none
    void matchesChanged(std::optional<qint64> matches);
    void filterBusyChanged(bool busy); // the rows of the filter are on their way

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void wire();
    void start();
    void applyFilter();
    void showAll();
    void showMenu(const QPoint &position);
    void showCounts();

    ActionsContext m_context;
    KindCounts m_counts;
    PagedModel<Action> m_model;
    SelectionByKey m_selection;
    WindowWatch<Action> m_watch;
    QTimer m_ages;       // relative times grow old
    QTimer m_rowsSoon;   // many rows that change at once are one change
    QTimer m_countsSoon; // after news
    QString m_search;

    PaneHead *m_head = nullptr;
    ActionChoices *m_choices = nullptr;
    LoadBanner *m_banner = nullptr;
    TableView *m_table = nullptr;
    ActionsBar *m_bar = nullptr;
};

} // namespace falconer

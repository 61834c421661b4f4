// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/failurespanel.h"

#include "ui/compare/failuretext.h"
#include "ui/compare/groupview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QSet>
#include <QVBoxLayout>

namespace falconer {

FailuresPanel::FailuresPanel(QWidget *parent)
    : ComparePanel(parent)
    , m_summary(new QLabel)
    , m_view(new GroupView(m_model))
{
    auto *const content = new QWidget(this);
    auto *const layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_summary->setContentsMargins(Metrics::cellPadding, 5, Metrics::cellPadding, 5);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_view->setAccessibleName(tr("Failures by their cause"));
    layout->addWidget(m_summary);
    layout->addWidget(m_view, 1);
    setContent(content);
    setFocusProxy(m_view);
    connect(m_view, &GroupView::devicesChosen, this, &FailuresPanel::devicesChosen);
    connect(m_view, &GroupView::copyWanted, this, &FailuresPanel::copy);
}

// It must not outlive its model.
FailuresPanel::~FailuresPanel()
{
    delete m_view;
}

void FailuresPanel::setFormerFailures(const QList<Failure> &former)
{
    if (former == m_former)
        return;
    m_former = former;
    refreshSoon();
}

void FailuresPanel::refresh(bool historiesChanged)
{
    if (!historiesChanged)
        return;
    FailureGroups groups = failureGroups(lanes(), m_former);
    sayFailures(groups, now());
    m_view->keepSelection([&] { m_model.setGroups(groups); });
    QSet<QString> failed; // a device may have failed more than once
    for (const FailureList::Group &group : groups)
        failed
            += QSet<QString>(group.head.cluster.devices.begin(), group.head.cluster.devices.end());
    m_summary->setText(tr("%1 for %2.")
                           .arg(tr("%n device(s) failed", nullptr, int(failed.size())),
                               tr("%n reason(s)", nullptr, int(groups.size()))));
    if (groups.isEmpty())
        showEmpty(Icon::InSync, tr("No device has failed"),
            tr("Failures stand here in groups of the same cause."));
    else
        showContent();
}

QString FailuresPanel::summary() const
{
    return m_summary->text();
}

void FailuresPanel::copy()
{
    QSet<int> wanted;
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        wanted << (row.parent().isValid() ? row.parent().row() : row.row());
    QList<FailureCluster> clusters;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (wanted.isEmpty() || wanted.contains(row))
            clusters << m_model.headOf(m_model.index(row, 0)).cluster;
    }
    QGuiApplication::clipboard()->setText(failuresAsText(clusters));
}

void FailuresPanel::contextMenuEvent(QContextMenuEvent *event)
{
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(Icon::Copy), tr("Copy as a table"), this, &FailuresPanel::copy);
    menu->popup(event->globalPos());
}

} // namespace falconer

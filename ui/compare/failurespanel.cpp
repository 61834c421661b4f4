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

using namespace Qt::StringLiterals;

FailuresPanel::FailuresPanel(QWidget *parent)
    : ComparePanel(parent)
    , m_summary(new QLabel)
    , m_view(new GroupView(m_model))
    , m_formerSays(new QLabel)
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
    m_formerSays->setProperty("look", u"secondary"_s);
    m_formerSays->setContentsMargins(Metrics::cellPadding, 3, Metrics::cellPadding, 4);
    m_formerSays->setTextFormat(Qt::PlainText);
    m_formerSays->setWordWrap(true);
    layout->addWidget(m_formerSays);
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

void FailuresPanel::setFormer(const FormerFailures::Known &former)
{
    if (former == m_former)
        return;
    m_former = former;
    refreshSoon();
}

void FailuresPanel::showEvent(QShowEvent *event)
{
    ComparePanel::showEvent(event);
    emit seen(true);
}

void FailuresPanel::hideEvent(QHideEvent *event)
{
    ComparePanel::hideEvent(event);
    emit seen(false);
}

void FailuresPanel::refresh(bool historiesChanged)
{
    if (!historiesChanged)
        return;
    FailureGroups groups = failureGroups(lanes(), m_former.failures);
    sayFailures(groups, now());
    m_view->keepSelection([&] { m_model.setGroups(groups); });
    QSet<QString> failed; // a device may have failed more than once
    for (const FailureList::Group &group : groups)
        failed
            += QSet<QString>(group.head.cluster.devices.begin(), group.head.cluster.devices.end());
    m_summary->setText(tr("%1 for %2.")
                           .arg(tr("%n device(s) failed", nullptr, int(failed.size())),
                               tr("%n reason(s)", nullptr, int(groups.size()))));
    m_formerSays->setText(formerText(m_former));
    m_formerSays->setVisible(!m_formerSays->text().isEmpty());
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

QString FailuresPanel::formerSummary() const
{
    return m_formerSays->text();
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
    QGuiApplication::clipboard()->setText(
        failuresAsText(clusters, m_former.devices > 0 && m_former.told == m_former.devices));
}

void FailuresPanel::contextMenuEvent(QContextMenuEvent *event)
{
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(Icon::Copy), tr("Copy as a table"), this, &FailuresPanel::copy);
    menu->popup(event->globalPos());
}

} // namespace falconer

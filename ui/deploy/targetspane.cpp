// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/targetspane.h"

#include "models/targetcolumns.h"
#include "ui/deploy/fleettable.h"
#include "ui/deploy/pickedrows.h"
#include "ui/deploy/selectionbar.h"
#include "ui/shared/banner.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/loadbanner.h"
#include "ui/shared/panehead.h"
#include "ui/shared/segmentedbutton.h"

#include <QLocale>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int ageInterval = 1'000;     // ms between two looks at the relative times
constexpr int countsInterval = 10'000; // ms between two counts while news come in

QString keyOf(const Target &target)
{
    return target.controllerId;
}

} // namespace

TargetsPane::TargetsPane(const DeployContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_sets(context.client)
    , m_counts(countSource(context.client, &listTargets), targetKindFilters())
    , m_model(pageSource(context.client, &listTargets),
          targetColumns(m_sets, &QDateTime::currentDateTimeUtc), &keyOf)
    , m_selection(&m_model)
    , m_watch(m_model, context.feed, &listTargets, Priority::OnScreen)
{
    build();
    wireTable();
    wireCounts();
    m_counts.refresh();
}

TargetsPane::~TargetsPane() = default;

void TargetsPane::build()
{
    m_head = new PaneHead(tr("Targets"), this);
    m_kinds = new SegmentedButton(this);
    m_kinds->setAccessibleName(tr("Which targets"));
    for (const QString &word : { tr("all"), tr("pending"), tr("error"), tr("overdue") })
        m_kinds->addSegment(word);
    m_head->addControl(m_kinds);
    m_banner = new LoadBanner(m_model, {}, this);
    m_table = new FleetTable(this);
    m_table->setAccessibleName(tr("Targets"));
    m_bar = new SelectionBar(this);

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(&m_banner->banner());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_bar);
    showCounts();
}

void TargetsPane::wireTable()
{
    m_table->begin(m_model, m_selection, { m_context.settings, u"deploy/targets"_s, u"name"_s });
    m_bar->follow(*m_table, m_model, m_selection);
    m_table->emptyState().follow(m_model,
        { Icon::Device, tr("No target yet"),
            tr("Devices appear when they first poll, or are created on the server.") },
        { Icon::Search, tr("No target matches"), tr("Change the search, or show all.") });
    connect(&m_model, &PagedModelBase::rowsLoaded, this, &TargetsPane::wantSets);
    connect(&m_model, &PagedModelBase::rowsLoaded, this, &TargetsPane::currentChanged);
    connect(&m_model, &PagedModelBase::windowChanged, this, &TargetsPane::wantSets);
    connect(&m_model, &PagedModelBase::loadingChanged, this, &TargetsPane::filterBusyChanged);
    connect(&m_sets, &TargetSets::changed, &m_model, &PagedModelBase::touch);
    connect(&m_selection, &SelectionByKey::keysChanged, this, &TargetsPane::selectionChanged);
    connect(&m_selection, &SelectionByKey::currentKeyChanged, this, &TargetsPane::currentChanged);
    connect(m_table, &QAbstractItemView::activated, this, &TargetsPane::detailsRequested);
    connect(m_bar, &SelectionBar::assignRequested, this, &TargetsPane::assignRequested);
    connect(m_bar, &SelectionBar::recoverRequested, this, &TargetsPane::recoverRequested);
    m_ages.setInterval(ageInterval);
    connect(&m_ages, &QTimer::timeout, m_table->viewport(), qOverload<>(&QWidget::update));
    m_ages.start();
    m_watch.setNews([this](const Page<Target> &page) { takeNews(page); });
}

void TargetsPane::wireCounts()
{
    connect(m_kinds, &SegmentedButton::currentChanged, this,
        [this](int segment) { chooseKind(TargetKind(segment)); });
    connect(m_banner, &LoadBanner::retryRequested, this, &TargetsPane::reload);
    connect(m_banner, &LoadBanner::searchRefused, this, &TargetsPane::filterProblem);
    connect(&m_counts, &KindCounts::changed, this, &TargetsPane::showCounts);
    m_countsSoon.setSingleShot(true);
    m_countsSoon.setInterval(countsInterval);
    connect(&m_countsSoon, &QTimer::timeout, &m_counts, &KindCounts::refresh);
}

void TargetsPane::setFilter(const QString &rsql)
{
    m_counts.setFilter(rsql);
    m_model.setFilter(m_counts.filterOf(int(m_kind)));
    m_banner->setSearch(rsql);
}

void TargetsPane::chooseKind(TargetKind kind)
{
    m_kind = kind;
    m_model.setFilter(m_counts.filterOf(int(kind)));
}

void TargetsPane::reload()
{
    m_model.applyPending();
    m_model.reload();
    m_counts.refresh();
}

PickedTargets TargetsPane::picked() const
{
    return pickedTargets(m_model, m_selection);
}

PickedTargets TargetsPane::pickedAt(int row) const
{
    if (row < 0 || m_selection.contains(m_model.keyAt(row)))
        return picked();
    const std::optional<Target> target = m_model.itemAt(row);
    return target ? PickedTargets{ { .targets = { *target } }, 1 } : PickedTargets{};
}

QRect TargetsPane::placeOf(int row) const
{
    if (row < 0 || m_selection.contains(m_model.keyAt(row)))
        return {};
    return { 0, m_table->rowViewportPosition(row), m_table->viewport()->width(),
        m_table->rowHeight(row) };
}

std::optional<Target> TargetsPane::currentTarget() const
{
    return m_model.itemOf(m_selection.currentKey());
}

void TargetsPane::wantSets()
{
    const auto [first, last] = m_table->visibleRows();
    m_sets.want(m_model.loadedItems(first, last));
}

void TargetsPane::showCounts()
{
    const auto label = [this](TargetKind kind, const QString &word) {
        m_kinds->setCounted(int(kind), word, m_counts.count(int(kind)));
    };
    label(TargetKind::Pending, tr("pending"));
    label(TargetKind::Error, tr("error"));
    label(TargetKind::Overdue, tr("overdue"));
    const std::optional<qint64> all = m_counts.count(int(TargetKind::All));
    m_head->setSummary(all ? QLocale().toString(*all) : QString());
    emit matchesChanged(all);
}

void TargetsPane::showFailure(const Error &error)
{
    m_banner->showFailure(error);
}

void TargetsPane::showNotice(const QString &sentence)
{
    m_banner->showNotice(sentence);
}

void TargetsPane::takeNews(const Page<Target> &page)
{
    const QStringList moved = movedTargets(m_model, page.content);
    m_sets.want(page.content);
    if (!moved.isEmpty())
        emit statusesChanged(moved);
    if (!isVisible()) // an answer may come late
        return;
    if (!moved.isEmpty() || page.total != m_model.total())
        m_counts.refresh();
    else if (!m_countsSoon.isActive()) // rows out of sight may have moved as well
        m_countsSoon.start();
}

} // namespace falconer

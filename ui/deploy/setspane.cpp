// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/setspane.h"

#include "models/distributionsetcolumns.h"
#include "ui/deploy/fleettable.h"
#include "ui/shared/banner.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/loadbanner.h"
#include "ui/shared/panehead.h"
#include "ui/shared/searchfield.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const DistributionSet &set)
{
    return QString::number(set.id);
}

} // namespace

SetsPane::SetsPane(const DeployContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(pageSource(context.client, &listDistributionSets), distributionSetColumns(), &keyOf)
    , m_selection(&m_model)
    , m_watch(m_model, context.feed, &listDistributionSets, Priority::Slow)
{
    build();
    wire();
}

SetsPane::~SetsPane() = default;

void SetsPane::build()
{
    m_head = new PaneHead(tr("Distribution sets"), this);
    m_search = new SearchField({ .fields = { u"name"_s, u"version"_s },
                                   .name = tr("Search distribution sets"),
                                   .placeholder = tr("Name or version") },
        this);
    m_search->setCompact(150);
    m_head->addControl(m_search);
    m_banner = new LoadBanner(m_model, {}, this);
    m_table = new FleetTable(this);
    m_table->setAccessibleName(tr("Distribution sets"));
    m_hint = new QLabel(tr("Drag a set onto targets, or targets onto a set."), this);
    m_hint->setProperty("look", u"secondary"_s);
    m_hint->setFixedHeight(Metrics::paneHeadHeight);
    m_hint->setContentsMargins(10, 0, 10, 0);

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(&m_banner->banner());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_hint);
}

void SetsPane::wire()
{
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->begin(m_model, m_selection,
        { m_context.settings, u"deploy/sets"_s, u"created"_s, Qt::DescendingOrder });
    m_table->emptyState().follow(m_model,
        { Icon::Repository, tr("No distribution set yet"),
            tr("One is made of software modules on the server.") },
        { Icon::Search, tr("No distribution set matches"),
            tr("Search for a part of its name or version.") });
    connect(m_search, &SearchField::filterChanged, &m_model, &PagedModelBase::setFilter);
    connect(&m_model, &PagedModelBase::loadingChanged, m_search, &SearchField::setBusy);
    connect(m_banner, &LoadBanner::retryRequested, this, &SetsPane::reload);
    connect(&m_model, &PagedModelBase::totalChanged, m_head,
        [this](qint64 total) { m_head->setSummary(QLocale().toString(total)); });
    connect(&m_model, &PagedModelBase::rowsLoaded, this, &SetsPane::currentChanged);
    connect(&m_selection, &SelectionByKey::keysChanged, this, &SetsPane::currentChanged);
    connect(m_table, &QAbstractItemView::activated, this, &SetsPane::detailsRequested);
}

void SetsPane::reload()
{
    m_model.reload();
}

std::optional<DistributionSet> SetsPane::currentSet() const
{
    const QStringList keys = m_selection.keys();
    return keys.size() == 1 ? m_model.itemOf(keys.first()) : std::nullopt;
}

std::optional<DistributionSet> SetsPane::setAt(int row) const
{
    return row >= 0 ? m_model.itemAt(row) : std::nullopt;
}

QRect SetsPane::placeOf(int row) const
{
    if (row < 0)
        return {};
    return { 0, m_table->rowViewportPosition(row), m_table->viewport()->width(),
        m_table->rowHeight(row) };
}

} // namespace falconer

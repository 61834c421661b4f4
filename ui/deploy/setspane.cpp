// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/setspane.h"

#include "models/distributionsetcolumns.h"
#include "models/selectionbykey.h"
#include "services/hawkbit/rsql.h"
#include "services/http/client.h"
#include "services/live/feed.h"
#include "ui/deploy/fleettable.h"
#include "ui/shared/banner.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/icons.h"
#include "ui/shared/panehead.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int typingPause = 150; // ms

} // namespace

SetsPane::SetsPane(const DeployContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(std::make_unique<PagedModel<DistributionSet>>(
          [&client = context.client](
              const ListQuery &query, std::function<void(Result<Page<DistributionSet>>)> done) {
              return client.send(listDistributionSets(query), std::move(done));
          },
          distributionSetColumns(),
          [](const DistributionSet &set) { return QString::number(set.id); }))
    , m_selection(std::make_unique<SelectionByKey>(m_model.get()))
{
    build();
    wire();
    m_model->reload();
}

SetsPane::~SetsPane() = default;

void SetsPane::build()
{
    m_head = new PaneHead(tr("Distribution sets"), this);
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Name or version"));
    m_search->setAccessibleName(tr("Search distribution sets"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(150);
    m_search->addAction(icon(Icon::Search, Tone::Quiet), QLineEdit::LeadingPosition);
    m_head->addControl(m_search);
    m_banner = new Banner(this);
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
    layout->addWidget(m_banner);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_hint);
}

void SetsPane::wire()
{
    m_table->setModel(m_model.get());
    m_table->setSelectionModel(m_selection.get());
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setDefaultSort(u"created"_s, Qt::DescendingOrder);
    m_table->rememberIn(m_context.settings, u"deploy/sets"_s);

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &SetsPane::search);
    connect(m_banner, &Banner::actionTriggered, this, &SetsPane::reload);
    connect(m_model.get(), &PagedModelBase::totalChanged, this, &SetsPane::showTotal);
    connect(m_model.get(), &PagedModelBase::failed, this, &SetsPane::showFailure);
    connect(m_model.get(), &PagedModelBase::rowsLoaded, m_banner, &Banner::clear);
    connect(m_model.get(), &PagedModelBase::rowsLoaded, this, &SetsPane::currentChanged);
    connect(m_model.get(), &PagedModelBase::windowChanged, this, &SetsPane::watchWindow);
    connect(m_model.get(), &PagedModelBase::rowsLoaded, this, &SetsPane::watchWindow);
    connect(m_selection.get(), &SelectionByKey::keysChanged, this, &SetsPane::currentChanged);
    connect(m_table, &QAbstractItemView::activated, this, &SetsPane::detailsRequested);
}

void SetsPane::reload()
{
    m_model->reload();
}

std::optional<DistributionSet> SetsPane::currentSet() const
{
    const QStringList keys = m_selection->keys();
    return keys.size() == 1 ? m_model->itemOf(keys.first()) : std::nullopt;
}

std::optional<DistributionSet> SetsPane::setAt(int row) const
{
    return row >= 0 ? m_model->itemAt(row) : std::nullopt;
}

QRect SetsPane::placeOf(int row) const
{
    if (row < 0)
        return {};
    return { 0, m_table->rowViewportPosition(row), m_table->viewport()->width(),
        m_table->rowHeight(row) };
}

void SetsPane::search()
{
    m_model->setFilter(plainWordsToRsql(m_search->text(), { u"name"_s, u"version"_s }));
}

void SetsPane::showTotal(qint64 total)
{
    m_head->setSummary(QLocale().toString(total));
    m_table->emptyState().setVisible(total == 0);
    if (m_search->text().isEmpty())
        m_table->emptyState().setContent(Icon::Repository, tr("No distribution set yet"),
            tr("One is made of software modules on the server."));
    else
        m_table->emptyState().setContent(Icon::Search, tr("No distribution set matches"),
            tr("Search for a part of its name or version."));
}

void SetsPane::showFailure(const Error &error)
{
    m_banner->showError(error);
    m_banner->setAction(tr("Try again"));
}

// Sets change seldom: one slow request for those on screen.
void SetsPane::watchWindow()
{
    const std::optional<ListQuery> query = m_model->windowQuery();
    if (!query || query == m_watched)
        return;
    m_watched = query;
    m_watch = m_context.feed.watch(
        listDistributionSets(*query), Priority::Slow,
        [this, query = *query](const Result<Page<DistributionSet>> &page) {
            if (page)
                m_model->refreshRows(query, *page);
        },
        Feed::First::InTurn);
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/modulespane.h"

#include "models/softwaremodulecolumns.h"
#include "services/http/client.h"
#include "services/live/feed.h"
#include "ui/repository/modulebar.h"
#include "ui/shared/banner.h"
#include "ui/shared/dragtable.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/panehead.h"
#include "ui/shared/searchproblem.h"

#include <QLocale>
#include <QPushButton>
#include <QShowEvent>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

Source<SoftwareModule> moduleSource(Client &client)
{
    return
        [&client](const ListQuery &query, std::function<void(Result<Page<SoftwareModule>>)> done) {
            return client.send(listSoftwareModules(query), std::move(done));
        };
}

QString keyOf(const SoftwareModule &module)
{
    return QString::number(module.id);
}

} // namespace

ModulesPane::ModulesPane(const RepositoryContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(moduleSource(context.client), softwareModuleColumns(), &keyOf)
    , m_selection(&m_model)
{
    build();
    wire();
}

ModulesPane::~ModulesPane() = default;

void ModulesPane::build()
{
    m_head = new PaneHead(tr("Software modules"), this);
    m_types = new QPushButton(tr("Types..."), m_head);
    m_types->setObjectName(u"types"_s);
    m_types->setToolTip(tr("The types of software modules and of distribution sets"));
    m_head->addControl(m_types);
    m_new = new QPushButton(tr("New..."), m_head);
    m_new->setObjectName(u"new"_s);
    m_new->setAccessibleName(tr("New software module"));
    m_head->addControl(m_new);
    m_banner = new Banner(this);
    m_table = new DragTable(this);
    m_table->setAccessibleName(tr("Software modules"));
    m_bar = new ModuleBar(this);
    setFocusProxy(m_table);

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_banner);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_bar);
}

void ModulesPane::wire()
{
    connect(m_types, &QPushButton::clicked, this, &ModulesPane::typesRequested);
    connect(m_new, &QPushButton::clicked, this, &ModulesPane::createRequested);
    connect(m_banner, &Banner::actionTriggered, this, &ModulesPane::reload);
    connect(&m_model, &PagedModelBase::failed, this, &ModulesPane::showLoadProblem);
    connect(&m_model, &PagedModelBase::rowsLoaded, this, &ModulesPane::clearLoadProblem);
    connect(&m_model, &PagedModelBase::rowsLoaded, this, &ModulesPane::watchWindow);
    connect(&m_model, &PagedModelBase::windowChanged, this, &ModulesPane::watchWindow);
    connect(&m_model, &PagedModelBase::totalChanged, this, &ModulesPane::showTotal);
    connect(&m_model, &PagedModelBase::loadingChanged, this, &ModulesPane::filterBusyChanged);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ModulesPane::currentChanged);
    connect(&m_selection, &SelectionByKey::keysChanged, this, &ModulesPane::showSelection);
    connect(m_table, &QAbstractItemView::activated, this, &ModulesPane::detailsRequested);
    connect(&m_table->emptyState(), &EmptyState::actionTriggered, this, [this] {
        if (m_model.filter().isEmpty())
            emit createRequested();
        else
            emit searchRequested({});
    });
}

// The view asks its model for rows as soon as it has one.
void ModulesPane::start()
{
    m_isStarted = true;
    m_table->setModel(&m_model);
    m_table->setSelectionModel(&m_selection);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setDefaultSort(u"created"_s, Qt::DescendingOrder);
    m_table->rememberIn(m_context.settings, u"repository/modules"_s);
    if (!m_model.isLoading())
        m_model.reload();
}

void ModulesPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isStarted)
        start();
}

void ModulesPane::setFilter(const QString &rsql)
{
    m_model.setFilter(rsql);
    emit filterProblem({});
}

void ModulesPane::setNewVerdict(const DropVerdict &verdict)
{
    m_new->setEnabled(verdict.allowed);
    m_new->setToolTip(verdict.sentence);
}

void ModulesPane::reload()
{
    m_model.applyPending();
    m_model.reload();
}

void ModulesPane::selectModule(qint64 id)
{
    m_selection.selectKeys({ QString::number(id) });
}

QList<SoftwareModule> ModulesPane::selectedModules() const
{
    return m_model.itemsOf(m_selection.keys());
}

std::optional<SoftwareModule> ModulesPane::currentModule() const
{
    const QStringList keys = m_selection.keys();
    return keys.size() == 1 ? m_model.itemOf(keys.first()) : std::nullopt;
}

std::optional<SoftwareModule> ModulesPane::moduleAt(int row) const
{
    return row >= 0 ? m_model.itemAt(row) : std::nullopt;
}

void ModulesPane::showTotal(qint64 total)
{
    const bool isEverything = m_model.filter().isEmpty();
    m_head->setSummary(QLocale().toString(total));
    emit matchesChanged(total);
    EmptyState &empty = m_table->emptyState();
    empty.setVisible(total == 0);
    if (isEverything) {
        empty.setContent(Icon::Repository, tr("No software module yet"),
            tr("A module holds the files that devices download. Drop files here, or make one."));
        empty.setAction(tr("New module..."));
    } else {
        empty.setContent(Icon::Search, tr("No software module matches"),
            tr("Search for a part of its name, version or description."));
        empty.setAction(tr("Show all modules"));
    }
    if (total == 0)
        clearLoadProblem();
    showRows();
}

void ModulesPane::showSelection()
{
    m_bar->setCount(m_selection.count());
    emit currentChanged();
}

void ModulesPane::showRows()
{
    if (!m_isStarted)
        return;
    const auto [first, last] = m_table->visibleRows();
    m_bar->setRows(first, last, m_model.total());
}

void ModulesPane::showLoadProblem(const Error &error)
{
    if (error.kind == ErrorKind::Invalid && !m_model.filter().isEmpty()) {
        emit filterProblem(searchProblem(m_model.filter(), error));
        return;
    }
    m_banner->showError(error, m_context.sheets.profile);
    m_banner->setAction(tr("Try again"));
    m_isLoadProblem = true;
}

void ModulesPane::clearLoadProblem()
{
    if (m_isLoadProblem)
        m_banner->clear();
    m_isLoadProblem = false;
}

void ModulesPane::showFailure(const Error &error)
{
    m_banner->showError(error, m_context.sheets.profile);
    m_banner->setDismissable(true);
    m_isLoadProblem = false;
}

void ModulesPane::showNotice(const QString &sentence)
{
    m_banner->showMessage(Tone::Attention, sentence);
    m_banner->setDismissable(true);
    m_isLoadProblem = false;
}

// Modules change seldom: one slow request for those on screen.
void ModulesPane::watchWindow()
{
    showRows();
    const std::optional<ListQuery> query = m_model.windowQuery();
    if (!query || query == m_watched)
        return;
    m_watched = query;
    m_watch = m_context.feed.watch(
        listSoftwareModules(*query), Priority::Slow,
        [this, query = *query](const Result<Page<SoftwareModule>> &page) {
            if (page)
                m_model.refreshRows(query, *page);
        },
        Feed::First::InTurn);
}

} // namespace falconer

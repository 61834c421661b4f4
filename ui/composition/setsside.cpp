// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/setsside.h"

#include "models/distributionsetcolumns.h"
#include "services/hawkbit/rsql.h"
#include "services/live/feed.h"
#include "ui/composition/rowmarks.h"
#include "ui/composition/setbar.h"
#include "ui/composition/setdrops.h"
#include "ui/shared/banner.h"
#include "ui/shared/dragtable.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/icons.h"
#include "ui/shared/panehead.h"

#include <QContextMenuEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QShowEvent>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int typingPause = 150; // ms

Source<DistributionSet> setSource(Client &client)
{
    return
        [&client](const ListQuery &query, std::function<void(Result<Page<DistributionSet>>)> done) {
            return client.send(listDistributionSets(query), std::move(done));
        };
}

// Narrower than in Deploy, so that the state is in sight beside the modules of a small window.
QList<Column<DistributionSet>> setColumns()
{
    QList<Column<DistributionSet>> columns = distributionSetColumns();
    for (Column<DistributionSet> &column : columns) {
        if (column.id == "name"_L1)
            column.width = 150;
        else if (column.id == "type"_L1)
            column.width = 106;
    }
    return columns;
}

QString keyOf(const DistributionSet &set)
{
    return QString::number(set.id);
}

} // namespace

SetsSide::SetsSide(const RepositoryContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_types(context.client)
    , m_writer(context.client)
    , m_model(setSource(context.client), setColumns(), &keyOf)
    , m_selection(&m_model)
{
    build();
    wire();
    updateVerdicts();
}

SetsSide::~SetsSide() = default;

void SetsSide::build()
{
    m_head = new PaneHead(tr("Distribution sets"), this);
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Name or version"));
    m_search->setAccessibleName(tr("Search distribution sets"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(150);
    m_search->addAction(icon(Icon::Search, Tone::Quiet), QLineEdit::LeadingPosition);
    m_new = new QPushButton(tr("New set..."), this);
    m_new->setObjectName(u"newSet"_s);
    m_head->addControl(m_search);
    m_head->addControl(m_new);
    m_banner = new Banner(this);
    m_table = new DragTable(this);
    m_table->setAccessibleName(tr("Distribution sets"));
    m_marks = new RowMarks(m_table);
    m_bar = new SetBar(this);
    setFocusProxy(m_table);

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_banner);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_bar);
}

void SetsSide::wire()
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &SetsSide::search);
    connect(m_new, &QPushButton::clicked, this, [this] { run(SetCommand::New); });
    connect(m_bar, &SetBar::requested, this, &SetsSide::run);
    connect(m_banner, &Banner::actionTriggered, this, &SetsSide::banneredAction);
    connect(&m_model, &PagedModelBase::failed, this, &SetsSide::showLoadProblem);
    connect(&m_model, &PagedModelBase::rowsLoaded, this, &SetsSide::clearLoadProblem);
    connect(&m_model, &PagedModelBase::rowsLoaded, this, &SetsSide::watchWindow);
    connect(&m_model, &PagedModelBase::windowChanged, this, &SetsSide::watchWindow);
    connect(&m_model, &PagedModelBase::totalChanged, this, &SetsSide::showTotal);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &SetsSide::showSelection);
    connect(&m_selection, &SelectionByKey::keysChanged, this, &SetsSide::showSelection);
    connect(m_table, &QAbstractItemView::activated, this, &SetsSide::detailsRequested);
    connect(&m_writer, &SetWriter::written, this, &SetsSide::afterWrite);
    connect(&m_writer, &SetWriter::refused, this, &SetsSide::showRefusal);
    connect(&m_table->emptyState(), &EmptyState::actionTriggered, this, [this] {
        if (m_model.filter().isEmpty())
            run(SetCommand::New);
        else
            m_search->clear();
    });
    m_table->setDragRules(
        { .verdict = [this](const QMimeData &data, int row) -> std::optional<DropVerdict> {
             const std::optional<DistributionSet> set = setAt(row);
             return set ? dropVerdict(data, *set) : wholeTableVerdict(data);
         },
            .take =
                [this](const QMimeData &data, int row) {
                    const std::optional<DistributionSet> set = setAt(row);
                    return set ? dropDeed(data, *set) : [] {};
                } });
    const std::pair<Qt::Key, SetCommand> keys[] = { { Qt::Key_Insert, SetCommand::New },
        { Qt::Key_F2, SetCommand::Edit }, { Qt::Key_Delete, SetCommand::Delete } };
    for (const auto &[key, command] : keys) {
        auto *const shortcut = new QShortcut(key, m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, command = command] { run(command); });
    }
}

// The view asks its model for rows as soon as it has one.
void SetsSide::start()
{
    m_isStarted = true;
    m_table->setModel(&m_model);
    m_table->setSelectionModel(&m_selection);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setDefaultSort(u"created"_s, Qt::DescendingOrder);
    m_table->rememberIn(m_context.settings, u"repository/sets"_s);
    m_types.read();
    if (!m_model.isLoading())
        m_model.reload();
}

void SetsSide::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isStarted)
        start();
}

void SetsSide::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_table->rect().contains(m_table->mapFromGlobal(event->globalPos())))
        return;
    auto *const menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true); // why something is disabled
    m_bar->fillMenu(*menu);
    menu->popup(event->globalPos());
}

void SetsSide::reload()
{
    m_types.read();
    m_model.applyPending();
    m_model.reload();
}

void SetsSide::selectSet(qint64 id)
{
    m_selection.selectKeys({ QString::number(id) });
}

QList<DistributionSet> SetsSide::selectedSets() const
{
    return m_model.itemsOf(m_selection.keys());
}

std::optional<DistributionSet> SetsSide::currentSet() const
{
    const QStringList keys = m_selection.keys();
    return keys.size() == 1 ? m_model.itemOf(keys.first()) : std::nullopt;
}

std::optional<DistributionSet> SetsSide::setAt(int row) const
{
    return row >= 0 ? m_model.itemAt(row) : std::nullopt;
}

void SetsSide::search()
{
    m_model.setFilter(plainWordsToRsql(m_search->text(), { u"name"_s, u"version"_s }));
}

void SetsSide::showTotal(qint64 total)
{
    m_head->setSummary(QLocale().toString(total));
    EmptyState &empty = m_table->emptyState();
    empty.setVisible(total == 0);
    if (m_model.filter().isEmpty()) {
        empty.setContent(Icon::Repository, tr("No distribution set yet"),
            tr("A set is what devices get: one or more software modules. Make one, then drag "
               "modules onto it."));
        empty.setAction(tr("New set..."));
    } else {
        empty.setContent(Icon::Search, tr("No distribution set matches"),
            tr("Search for a part of its name or version."));
        empty.setAction(tr("Show all sets"));
    }
    if (total == 0)
        clearLoadProblem();
}

void SetsSide::showSelection()
{
    m_bar->setCount(m_selection.count());
    updateVerdicts();
    emit currentChanged();
}

void SetsSide::updateVerdicts()
{
    const DropVerdict make = verdict(SetCommand::New);
    m_new->setEnabled(make.allowed);
    m_new->setToolTip(make.sentence);
    for (const SetCommand command : { SetCommand::Edit, SetCommand::Clone, SetCommand::Compare,
             SetCommand::Lock, SetCommand::Unlock, SetCommand::Invalidate, SetCommand::Delete })
        m_bar->setVerdict(command, verdict(command));
}

DropVerdict SetsSide::verdict(SetCommand command) const
{
    return setVerdict(command, selectedSets(), m_context.server);
}

void SetsSide::showLoadProblem(const Error &error)
{
    m_banner->showError(error, m_context.sheets.profile);
    m_banner->setAction(tr("Try again"));
    m_onBanner = [this] { reload(); };
    m_isLoadProblem = true;
}

void SetsSide::clearLoadProblem()
{
    if (m_isLoadProblem)
        m_banner->clear();
    m_isLoadProblem = false;
}

void SetsSide::showNotice(const QString &sentence)
{
    m_banner->showMessage(Tone::Attention, sentence);
    m_banner->setDismissable(true);
    m_isLoadProblem = false;
}

// Sets change seldom: one slow request for those on screen.
void SetsSide::watchWindow()
{
    const std::optional<ListQuery> query = m_model.windowQuery();
    if (!query || query == m_watched)
        return;
    m_watched = query;
    m_watch = m_context.feed.watch(
        listDistributionSets(*query), Priority::Slow,
        [this, query = *query](const Result<Page<DistributionSet>> &page) {
            if (page)
                m_model.refreshRows(query, *page);
        },
        Feed::First::InTurn);
}

} // namespace falconer

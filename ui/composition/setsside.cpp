// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/setsside.h"

#include "models/distributionsetcolumns.h"
#include "services/repository/tagshares.h"
#include "ui/composition/rowmarks.h"
#include "ui/composition/setbar.h"
#include "ui/composition/setdrops.h"
#include "ui/shared/banner.h"
#include "ui/shared/dragtable.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/loadbanner.h"
#include "ui/shared/panehead.h"
#include "ui/shared/rowreveal.h"
#include "ui/shared/searchfield.h"

#include <QContextMenuEvent>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QShowEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView newestColumn("created");

// Narrower than in Deploy, so that the state is in sight beside the modules of a small window.
QList<Column<DistributionSet>> setColumns()
{
    QList<Column<DistributionSet>> columns = distributionSetColumns();
    for (Column<DistributionSet> &column : columns) {
        if (column.id == "name"_L1)
            column.width = 120;
        else if (column.id == "type"_L1)
            column.width = 118;
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
    , m_model(pageSource(context.client, &listDistributionSets), setColumns(), &keyOf)
    , m_selection(&m_model)
    , m_one(m_model, m_selection, context.feed, &getDistributionSet, [this] { showSelection(); })
    , m_watch(m_model, context.feed, &listDistributionSets, Priority::Steady)
{
    build();
    wire();
    updateVerdicts();
}

SetsSide::~SetsSide() = default;

void SetsSide::build()
{
    m_head = new PaneHead(tr("Distribution sets"), this);
    m_search = new SearchField({ .fields = { u"name"_s, u"version"_s },
                                   .name = tr("Search distribution sets"),
                                   .placeholder = tr("Name or version") },
        this);
    m_search->setCompact(150);
    m_new = new QPushButton(tr("New set..."), this);
    m_new->setObjectName(u"newSet"_s);
    m_head->addControl(m_search);
    m_head->addControl(m_new);
    m_banner = new LoadBanner(m_model, m_context.sheets.profile, this);
    m_table = new DragTable(this);
    m_table->setAccessibleName(tr("Distribution sets"));
    m_marks = new RowMarks(m_table);
    m_reveal = new RowReveal(*m_table, m_model, newestColumn);
    m_bar = new SetBar(this);

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(&m_banner->banner());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_bar);
}

void SetsSide::wire()
{
    connect(m_search, &SearchField::filterChanged, &m_model, &PagedModelBase::setFilter);
    connect(&m_model, &PagedModelBase::loadingChanged, m_search, &SearchField::setBusy);
    connect(m_new, &QPushButton::clicked, this, [this] { run(SetCommand::New); });
    connect(m_bar, &SetBar::requested, this, &SetsSide::run);
    connect(m_banner, &LoadBanner::retryRequested, this, &SetsSide::reload);
    connect(&m_model, &PagedModelBase::totalChanged, m_head,
        [this](qint64 total) { m_head->setSummary(QLocale().toString(total)); });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &SetsSide::showSelection);
    connect(&m_selection, &SelectionByKey::keysChanged, this, &SetsSide::showSelection);
    connect(m_table, &QAbstractItemView::activated, this, &SetsSide::detailsRequested);
    connect(&m_writer, &SetWriter::changed, this, &SetsSide::writeDown);
    connect(&m_writer, &SetWriter::written, this, &SetsSide::afterWrite);
    connect(&m_writer, &SetWriter::refused, this, &SetsSide::showRefusal);
    m_table->emptyState().follow(m_model,
        { Icon::Repository, tr("No distribution set yet"),
            tr("A set is what devices get: one or more software modules. Make one, then drag "
               "modules onto it."),
            tr("New set..."), [this] { run(SetCommand::New); } },
        { Icon::Search, tr("No distribution set matches"),
            tr("Search for a part of its name or version."), tr("Show all sets"),
            [this] { m_search->setText({}); } });
    m_table->setDragRules(
        { .verdict = [this](const QMimeData &mime, int row) -> std::optional<DropVerdict> {
             const std::optional<DistributionSet> set = setAt(row);
             return set ? dropVerdict(mime, *set) : wholeTableVerdict(mime);
         },
            .take =
                [this](const QMimeData &mime, int row) {
                    const std::optional<DistributionSet> set = setAt(row);
                    return set ? dropDeed(mime, *set) : [] {};
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
    m_types.read();
    m_table->begin(m_model, m_selection,
        { m_context.settings, u"repository/sets"_s, newestColumn, Qt::DescendingOrder });
    m_bar->follow(*m_table, m_model, m_selection);
}

void SetsSide::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_table->model())
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

void SetsSide::reveal(qint64 id, const QString &sentence)
{
    m_search->setText({});
    selectSet(id);
    m_reveal->reveal(QString::number(id));
    m_banner->showSuccess(sentence);
}

QList<qint64> SetsSide::severalSets() const
{
    const SetSelection selected = picked();
    if (selected.count < 2 || selected.count > TagShares::limit || selected.filter
        || selected.isBeingRead())
        return {};
    QList<qint64> ids = selected.ids;
    for (const DistributionSet &set : selected.items)
        ids << set.id;
    std::ranges::sort(ids);
    return ids;
}

std::optional<DistributionSet> SetsSide::setAt(int row) const
{
    return row >= 0 ? m_model.itemAt(row) : std::nullopt;
}

void SetsSide::showSelection()
{
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
    return setVerdict(command, picked(), m_context.server);
}

void SetsSide::showNotice(const QString &sentence)
{
    m_banner->showNotice(sentence);
}

void SetsSide::endSuccess()
{
    m_banner->endSuccess();
}

} // namespace falconer

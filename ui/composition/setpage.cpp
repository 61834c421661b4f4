// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/setpage.h"

#include "models/distributionsetcolumns.h"
#include "services/live/feed.h"
#include "ui/composition/compositiontext.h"
#include "ui/composition/setcomposition.h"
#include "ui/composition/setfactspanel.h"
#include "ui/composition/setsside.h"
#include "ui/composition/settags.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/metadatatable.h"
#include "ui/shared/panehead.h"

#include <QAction>
#include <QPushButton>
#include <QSettings>
#include <QShowEvent>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView columnsKey("repository/setColumns");

} // namespace

SetPage::SetPage(const RepositoryContext &context, SetsSide &side, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_side(side)
{
    build();
    showNothing();
}

SetPage::~SetPage()
{
    m_context.settings.setValue(columnsKey, m_columns->saveState());
}

void SetPage::build()
{
    m_head = new PaneHead(tr("Distribution set"), this);
    m_empty = new EmptyState(this);
    m_columns = new QSplitter(this);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    m_composition = new SetComposition(m_context, m_side, m_columns);
    m_head->addControl(&m_composition->removeButton());
    m_columns->addWidget(m_composition);
    m_facts = new SetFactsPanel(m_context, m_side, m_columns);
    m_columns->addWidget(m_facts);
    m_metadata
        = new MetadataTable(m_context.client, MetadataOwner::Kind::DistributionSet, m_columns);
    m_columns->addWidget(m_metadata);
    if (!m_columns->restoreState(m_context.settings.value(columnsKey).toByteArray()))
        m_columns->setSizes({ 480, 340, 340 });
    m_severalTags = new SetTags(m_context, m_side, this);
    m_severalTags->hide();
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_severalTags);
    layout->addWidget(m_columns, 1);
}

void SetPage::addCommand(QAction &action, const QString &shortText)
{
    auto *const button = new QPushButton(shortText, m_head);
    button->setObjectName(action.objectName());
    button->setVisible(m_set.has_value());
    m_head->addControl(button);
    m_commands << button;
    const auto follow = [button, &action] {
        button->setEnabled(action.isEnabled());
        button->setToolTip(action.toolTip());
        button->setAccessibleName(action.text());
    };
    connect(&action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    follow();
}

// Those in the head have nothing to do with a page that is empty.
void SetPage::showCommands(bool shown)
{
    m_composition->removeButton().setVisible(shown);
    for (QPushButton *const button : std::as_const(m_commands))
        button->setVisible(shown);
}

PlacesView &SetPage::places()
{
    return m_composition->places();
}

TagStrip &SetPage::tags()
{
    return m_facts->tags();
}

void SetPage::showSet(const std::optional<DistributionSet> &set)
{
    m_wanted = set;
    if (isVisible())
        apply();
}

void SetPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        apply();
}

void SetPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        unwatch();
}

void SetPage::apply()
{
    if (!m_wanted)
        return showNothing();
    showSeveral({});
    m_empty->hide();
    m_columns->show();
    showCommands(true);
    if (!m_set || m_set->id != m_wanted->id)
        unwatch();
    takeSet(*m_wanted);
    if (m_isWatching)
        return;
    m_metadata->showOwner(QString::number(m_set->id), mayUpdateSets(m_context.server));
    watch();
}

// Their tags are read once, and after what is written here.
void SetPage::showSeveral(const QList<qint64> &sets)
{
    if (std::exchange(m_several, sets) == sets)
        return;
    m_severalTags->setVisible(!sets.isEmpty());
    if (sets.isEmpty())
        m_severalTags->clear();
    else
        m_severalTags->showSets(sets);
}

void SetPage::showNothing()
{
    unwatch();
    m_set.reset();
    showSeveral(m_side.severalSets());
    const auto count = int(m_side.selectedCount());
    m_empty->setContent(Icon::Repository,
        count > 1 ? tr("%Ln distribution sets are selected", nullptr, count)
                  : tr("No distribution set is selected"),
        m_several.isEmpty()
            ? tr("Select one to see its modules, tags, metadata and what uses it.")
            : tr("A tag below is given to all of them. Select one to see its modules, metadata "
                 "and what uses it."));
    m_empty->show();
    m_columns->hide();
    showCommands(false);
    m_composition->showSet({});
    m_facts->clear();
    m_metadata->clear();
    m_head->setTitle(tr("Distribution set"));
    m_head->setSummary({});
}

void SetPage::watch()
{
    m_isWatching = true;
    m_facts->watch();
    m_watch = m_context.feed.watch(getDistributionSet(m_set->id), Priority::Steady,
        [this](const Result<DistributionSet> &set) {
            if (set)
                takeSet(*set);
        });
}

void SetPage::unwatch()
{
    m_isWatching = false;
    m_facts->unwatch();
    m_watch = {};
}

void SetPage::takeSet(const DistributionSet &set)
{
    if (m_set == set)
        return;
    m_set = set;
    m_head->setTitle(titleOf(set));
    m_head->setSummary(distributionSetState(set));
    m_composition->showSet(set);
    m_facts->showSet(set);
}

void SetPage::showDrag(const QMimeData *mime)
{
    m_composition->showDrag(mime);
}

void SetPage::endDrag()
{
    m_composition->endDrag();
}

const std::optional<DropVerdict> &SetPage::takeOutVerdict() const
{
    return m_composition->takeOutVerdict();
}

void SetPage::takeOut()
{
    m_composition->removeCurrent();
}

} // namespace falconer

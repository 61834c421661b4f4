// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/setpage.h"

#include "models/distributionsetcolumns.h"
#include "services/live/feed.h"
#include "ui/composition/compositiontext.h"
#include "ui/composition/newtagsheet.h"
#include "ui/composition/placesview.h"
#include "ui/composition/setdrops.h"
#include "ui/composition/setfacts.h"
#include "ui/composition/setsside.h"
#include "ui/composition/tagstrip.h"
#include "ui/composition/takeoutzone.h"
#include "ui/shared/banner.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/errortext.h"
#include "ui/shared/metadatatable.h"
#include "ui/shared/panehead.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView columnsKey("repository/setColumns");

QLabel *newTitle(const QString &text, QWidget *parent)
{
    auto *const label = new QLabel(text, parent);
    label->setFont(themeFont(TextSize::Body, QFont::DemiBold));
    label->setContentsMargins(12, 6, 12, 0);
    return label;
}

QVBoxLayout *newColumn(QWidget *column)
{
    auto *const layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    return layout;
}

} // namespace

SetPage::SetPage(const RepositoryContext &context, SetsSide &side, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_side(side)
{
    build();
    wire();
    wireDrags();
    showSet({});
}

SetPage::~SetPage()
{
    m_context.settings.setValue(columnsKey, m_columns->saveState());
}

void SetPage::build()
{
    m_head = new PaneHead(tr("Distribution set"), this);
    m_empty = new EmptyState(this);
    m_empty->setContent(Icon::Repository, tr("No distribution set is selected"),
        tr("Select one to see its modules, tags, metadata and what uses it."));
    m_columns = new QSplitter(this);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    m_columns->addWidget(newComposition());
    m_columns->addWidget(newFacts());
    m_metadata
        = new MetadataTable(m_context.client, MetadataOwner::Kind::DistributionSet, m_columns);
    m_columns->addWidget(m_metadata);
    if (!m_columns->restoreState(m_context.settings.value(columnsKey).toByteArray()))
        m_columns->setSizes({ 480, 340, 340 });
    QVBoxLayout *const layout = newColumn(this);
    layout->addWidget(m_head);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_columns, 1);
}

QWidget *SetPage::newComposition()
{
    auto *const column = new QWidget(m_columns);
    m_why = new Banner(column);
    m_places = new PlacesView(column);
    setFocusProxy(m_places);
    m_takeOut = new TakeOutZone(m_places, column);
    m_remove = new QPushButton(tr("Take out"), column);
    m_remove->setObjectName(u"takeOut"_s);
    m_head->addControl(m_remove);
    QVBoxLayout *const layout = newColumn(column);
    layout->addWidget(m_why);
    layout->addWidget(m_places, 1);
    layout->addWidget(m_takeOut);
    return column;
}

QWidget *SetPage::newFacts()
{
    auto *const column = new QFrame(m_columns);
    column->setProperty("look", u"panel"_s);
    m_facts = new PropertySheet(column);
    m_facts->viewport()->setAutoFillBackground(false);
    m_facts->widget()->setAutoFillBackground(false);
    m_facts->addSection(tr("Set"));
    m_facts->addSection(tr("Used by"));
    m_tags = new TagStrip(m_context.client, column);
    QVBoxLayout *const layout = newColumn(column);
    layout->addWidget(m_facts, 1);
    layout->addWidget(newTitle(tr("Tags"), column));
    layout->addWidget(m_tags);
    return column;
}

void SetPage::wire()
{
    connect(m_places, &PlacesView::currentModuleChanged, this, &SetPage::updateRemove);
    connect(m_places, &PlacesView::removeRequested, this, &SetPage::removeCurrent);
    connect(m_remove, &QPushButton::clicked, this, &SetPage::removeCurrent);
    connect(m_takeOut, &TakeOutZone::dropped, this, &SetPage::removeCurrent);
    connect(&m_side.types(), &SetTypeBook::changed, this, &SetPage::showComposition);
    connect(m_tags, &TagStrip::giveRequested, this,
        [this](const DistributionSetTag &tag) { m_side.writer().assignTag(*m_set, tag); });
    connect(m_tags, &TagStrip::takeRequested, this,
        [this](const DistributionSetTag &tag) { m_side.writer().unassignTag(*m_set, tag); });
    connect(m_tags, &TagStrip::createRequested, this, &SetPage::openNewTag);
    connect(&m_side, &SetsSide::written, this, [this](qint64 id) {
        if (m_set && m_set->id == id)
            m_tags->reload(); // the rest is watched
    });
}

void SetPage::wireDrags()
{
    m_places->setRules({ .verdict = [this](const QMimeData &data) -> std::optional<DropVerdict> {
                            return m_set ? m_side.dropVerdict(data, *m_set) : std::nullopt;
                        },
        .take
        = [this](
              const QMimeData &data) { return m_set ? m_side.dropDeed(data, *m_set) : [] {}; } });
    connect(m_places, &PlacesView::dragBegun, this, [this](const QMimeData *data) {
        if (const std::optional<SoftwareModule> module = m_places->currentModule())
            m_takeOut->open(removeVerdict(*m_set, *module, m_context.server));
        m_side.showDrag(data);
    });
    connect(m_places, &PlacesView::dragEnded, this, [this] {
        m_takeOut->close();
        m_side.endDrag();
    });
    connect(m_tags, &TagStrip::dragBegun, &m_side, &SetsSide::showDrag);
    connect(m_tags, &TagStrip::dragEnded, &m_side, &SetsSide::endDrag);
}

void SetPage::showSet(const std::optional<DistributionSet> &set)
{
    const bool isOther = !set || !m_set || m_set->id != set->id;
    m_empty->setVisible(!set);
    m_columns->setVisible(set.has_value());
    m_remove->setVisible(set.has_value());
    if (!set) {
        m_set.reset();
        m_setWatch = {};
        m_statisticsWatch = {};
        m_artifactCalls.clear();
        m_metadata->clear();
        m_tags->clear();
        m_head->setTitle(tr("Distribution set"));
        m_head->setSummary({});
        return;
    }
    if (isOther) {
        m_artifacts.clear();
        m_artifactCalls.clear();
        m_statistics.reset();
        m_set.reset();
    }
    takeSet(*set);
    if (!isOther)
        return;
    const QString fixed = mayUpdateSets(m_context.server);
    m_metadata->showOwner(QString::number(set->id), fixed);
    m_tags->showSet(set->id, fixed);
    watch();
}

void SetPage::watch()
{
    m_setWatch = m_context.feed.watch(
        getDistributionSet(m_set->id), Priority::Slow, [this](const Result<DistributionSet> &set) {
            if (set)
                takeSet(*set);
        });
    m_statisticsWatch = m_context.feed.watch(getDistributionSetStatistics(m_set->id),
        Priority::OnScreen, [this](const Result<DistributionSetStatistics> &answer) {
            m_statistics = answer;
            showFacts();
        });
}

void SetPage::takeSet(const DistributionSet &set)
{
    if (m_set == set)
        return;
    m_set = set;
    m_head->setTitle(titleOf(set));
    m_head->setSummary(distributionSetState(set));
    askArtifacts();
    showComposition();
    showFacts();
}

// Whenever the set has changed, since a module that became complete has got some. What is known
// stays until the answers are here.
void SetPage::askArtifacts()
{
    for (const SoftwareModule &module : std::as_const(m_set->modules)) {
        m_artifactCalls[module.id] = m_context.client.send(listArtifacts(module.id),
            [this, id = module.id](const Result<QList<Artifact>> &answer) {
                if (!answer)
                    return;
                m_artifacts[id] = *answer;
                showComposition();
            });
    }
}

void SetPage::showComposition()
{
    if (!m_set)
        return;
    const SetCompleteness completeness
        = setCompleteness(*m_set, m_side.types().rulesOf(m_set->type), m_artifacts);
    m_places->showPlaces(completeness, m_artifacts);
    showReasons(completeness);
}

void SetPage::showReasons(const SetCompleteness &completeness)
{
    if (!m_set->valid) {
        m_why->showMessage(Tone::Failure, tr("Invalidated: it cannot be assigned any more."),
            tr("Nothing brings it back. A new version can take its place."));
    } else if (!completeness.complete && m_side.types().isRead()) {
        m_why->showMessage(Tone::Attention, tr("Incomplete, so it cannot be assigned:"),
            tr("It %1.").arg(incompleteReasons(completeness).join(u"; "_s)));
    } else {
        m_why->clear();
    }
}

void SetPage::showFacts()
{
    if (!m_set)
        return;
    m_facts->setRows(0, setRows(*m_set));
    if (!m_statistics)
        return m_facts->setMessage(1, tr("loading..."));
    if (*m_statistics)
        return m_facts->setRows(1, useRows(**m_statistics));
    const ErrorText text = errorText(m_statistics->error(), m_context.sheets.profile);
    m_facts->setMessage(1, text.sentence, text.details);
}

void SetPage::updateRemove()
{
    const std::optional<SoftwareModule> module = m_places->currentModule();
    const DropVerdict verdict = !m_set || !module
        ? DropVerdict{ false, tr("Select one of its modules first.") }
        : removeVerdict(*m_set, *module, m_context.server);
    m_remove->setEnabled(verdict.allowed);
    m_remove->setToolTip(verdict.sentence);
}

void SetPage::removeCurrent()
{
    const std::optional<SoftwareModule> module = m_places->currentModule();
    if (m_set && module && removeVerdict(*m_set, *module, m_context.server).allowed)
        m_side.writer().removeModule(*m_set, *module);
}

void SetPage::openNewTag()
{
    auto *const sheet = new NewTagSheet(m_context, this);
    connect(
        sheet, &NewTagSheet::created, this, [this, set = *m_set](const DistributionSetTag &tag) {
            m_side.writer().assignTag(set, tag);
        });
    sheet->open();
}

void SetPage::showDrag(const QMimeData *data)
{
    if (m_set && data) {
        if (const std::optional<DropVerdict> verdict = m_side.dropVerdict(*data, *m_set))
            m_places->showDrag(*verdict);
    }
}

void SetPage::endDrag()
{
    m_places->endDrag();
}

} // namespace falconer

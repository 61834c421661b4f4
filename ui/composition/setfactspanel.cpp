// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/setfactspanel.h"

#include "services/live/feed.h"
#include "ui/composition/deletetagsheet.h"
#include "ui/composition/setfacts.h"
#include "ui/composition/setsside.h"
#include "ui/composition/tagsheet.h"
#include "ui/composition/tagstrip.h"
#include "ui/shared/errortext.h"

#include <QLabel>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

enum Section { SetSection, UseSection };

QLabel *newTitle(const QString &text, QWidget *parent)
{
    auto *const label = new QLabel(text, parent);
    label->setFont(themeFont(TextSize::Body, QFont::DemiBold));
    label->setContentsMargins(12, 6, 12, 0);
    return label;
}

} // namespace

SetFactsPanel::SetFactsPanel(const RepositoryContext &context, SetsSide &side, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_side(side)
    , m_facts(new PropertySheet(this))
    , m_tags(new TagStrip(context.client, this))
{
    setProperty("look", u"panel"_s);
    m_facts->viewport()->setAutoFillBackground(false);
    m_facts->widget()->setAutoFillBackground(false);
    m_facts->addSection(tr("Set"));
    m_facts->addSection(tr("Used by"));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_facts, 1);
    layout->addWidget(newTitle(tr("Tags"), this));
    layout->addWidget(m_tags);
    wire();
}

void SetFactsPanel::wire()
{
    connect(m_tags, &TagStrip::giveRequested, this,
        [this](const DistributionSetTag &tag) { m_side.writer().assignTag(*m_set, tag); });
    connect(m_tags, &TagStrip::takeRequested, this,
        [this](const DistributionSetTag &tag) { m_side.writer().unassignTag(*m_set, tag); });
    connect(m_tags, &TagStrip::createRequested, this, &SetFactsPanel::openNewTag);
    connect(m_tags, &TagStrip::editRequested, this,
        [this](const DistributionSetTag &tag) { openSheet(new TagSheet(m_context, tag, this)); });
    connect(m_tags, &TagStrip::deleteRequested, this, [this](const DistributionSetTag &tag) {
        openSheet(new DeleteTagSheet(m_context, tag, this));
    });
    connect(m_tags, &TagStrip::dragBegun, &m_side, &SetsSide::showDrag);
    connect(m_tags, &TagStrip::dragEnded, &m_side, &SetsSide::endDrag);
    connect(&m_side, &SetsSide::written, this, [this](qint64 id) {
        if (isVisible() && m_set && m_set->id == id)
            m_tags->reload(); // the rest is watched
    });
}

void SetFactsPanel::showSet(const DistributionSet &set)
{
    if (!m_set || m_set->id != set.id)
        m_statistics.reset();
    m_set = set;
    showFacts();
}

void SetFactsPanel::clear()
{
    unwatch();
    m_set.reset();
    m_tags->clear();
}

void SetFactsPanel::watch()
{
    m_tags->showSet(m_set->id, tagObstacles(m_context.server));
    m_watch = m_context.feed.watch(getDistributionSetStatistics(m_set->id), Priority::Steady,
        [this](const Result<DistributionSetStatistics> &answer) {
            m_statistics = answer;
            showFacts();
        });
}

void SetFactsPanel::unwatch()
{
    m_watch = {};
}

void SetFactsPanel::showFacts()
{
    m_facts->setRows(SetSection, setRows(*m_set));
    if (!m_statistics)
        return m_facts->setMessage(UseSection, tr("loading..."));
    if (*m_statistics)
        return m_facts->setRows(UseSection, useRows(**m_statistics));
    const ErrorText text = errorText(m_statistics->error(), m_context.sheets.profile);
    m_facts->setMessage(UseSection, text.sentence, text.details);
}

void SetFactsPanel::openSheet(FormSheet *sheet)
{
    connect(sheet, &FormSheet::written, m_tags, &TagStrip::reload);
    sheet->open();
}

void SetFactsPanel::openNewTag()
{
    auto *const sheet = new TagSheet(m_context, std::nullopt, this);
    connect(sheet, &TagSheet::created, this, [this, set = *m_set](const DistributionSetTag &tag) {
        m_side.writer().assignTag(set, tag);
    });
    openSheet(sheet);
}

} // namespace falconer

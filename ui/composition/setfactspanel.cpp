// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/setfactspanel.h"

#include "services/live/feed.h"
#include "ui/composition/setfacts.h"
#include "ui/composition/setsside.h"
#include "ui/composition/settags.h"
#include "ui/shared/errortext.h"

#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

enum Section { SetSection, UseSection };

} // namespace

SetFactsPanel::SetFactsPanel(const RepositoryContext &context, SetsSide &side, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_side(side)
    , m_facts(new PropertySheet(this))
    , m_tags(new SetTags(context, side, this))
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
    layout->addWidget(m_tags);
    connect(&m_side.types(), &SetTypeBook::changed, this, [this] {
        if (m_set)
            showFacts();
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

TagStrip &SetFactsPanel::tags()
{
    return m_tags->strip();
}

void SetFactsPanel::watch()
{
    m_tags->showSets({ m_set->id });
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
    const std::optional<SetTypeRules> rules = m_side.types().rulesOf(m_set->type);
    m_facts->setRows(SetSection, setRows(*m_set, rules ? rules->type.colour : QString()));
    if (!m_statistics)
        return m_facts->setMessage(UseSection, tr("loading..."));
    if (*m_statistics)
        return m_facts->setRows(UseSection, useRows(**m_statistics));
    const ErrorText text = errorText(m_statistics->error(), m_context.sheets.profile);
    m_facts->setMessage(UseSection, text.sentence, text.details);
}

} // namespace falconer

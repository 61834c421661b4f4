// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/settags.h"

#include "ui/composition/deletetagsheet.h"
#include "ui/composition/setsside.h"
#include "ui/composition/tagsheet.h"
#include "ui/composition/tagstrip.h"
#include "ui/shared/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace falconer {

SetTags::SetTags(const RepositoryContext &context, SetsSide &side, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_side(side)
    , m_strip(new TagStrip(context.client, this))
{
    auto *const title = new QLabel(tr("Tags"), this);
    title->setFont(themeFont(TextSize::Body, QFont::DemiBold));
    title->setContentsMargins(12, 6, 12, 0);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addWidget(m_strip);
    wire();
}

void SetTags::wire()
{
    connect(m_strip, &TagStrip::giveRequested, this,
        [this](const DistributionSetTag &tag) { m_side.writer().assignTag(m_sets, tag); });
    connect(m_strip, &TagStrip::takeRequested, this,
        [this](const DistributionSetTag &tag) { m_side.writer().unassignTag(m_sets, tag); });
    connect(m_strip, &TagStrip::createRequested, this, &SetTags::openNewTag);
    connect(m_strip, &TagStrip::editRequested, this,
        [this](const DistributionSetTag &tag) { openSheet(new TagSheet(m_context, tag, this)); });
    connect(m_strip, &TagStrip::deleteRequested, this, [this](const DistributionSetTag &tag) {
        openSheet(new DeleteTagSheet(m_context, tag, this));
    });
    connect(m_strip, &TagStrip::dragBegun, &m_side, &SetsSide::showDrag);
    connect(m_strip, &TagStrip::dragEnded, &m_side, &SetsSide::endDrag);
    connect(&m_side, &SetsSide::written, this, [this](qint64 id) {
        if (isVisible() && (id == 0 || m_sets.contains(id)))
            m_strip->reload();
    });
}

void SetTags::showSets(const QList<qint64> &sets)
{
    m_sets = sets;
    m_strip->showSets(sets, tagObstacles(m_context.server));
}

void SetTags::clear()
{
    m_sets.clear();
    m_strip->clear();
}

void SetTags::openSheet(FormSheet *sheet)
{
    connect(sheet, &FormSheet::written, m_strip, &TagStrip::reload);
    sheet->open();
}

void SetTags::openNewTag()
{
    auto *const sheet = new TagSheet(m_context, std::nullopt, this);
    connect(sheet, &TagSheet::created, this, [this, sets = m_sets](const DistributionSetTag &tag) {
        m_side.writer().assignTag(sets, tag);
    });
    openSheet(sheet);
}

} // namespace falconer

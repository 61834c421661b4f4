// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/tagstrip.h"

#include "services/hawkbit/rsql.h"
#include "ui/composition/flowlayout.h"
#include "ui/composition/tagchip.h"
#include "ui/shared/errortext.h"

#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTags = 500;

} // namespace

TagStrip::TagStrip(Client &client, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_layout(new FlowLayout(this))
    , m_words(new QLabel(this))
    , m_new(new QToolButton(this))
{
    m_layout->setContentsMargins(12, 6, 12, 8);
    m_words->setProperty("look", u"quiet"_s);
    m_new->setText(tr("New tag..."));
    m_new->setObjectName(u"newTag"_s);
    m_new->setFocusPolicy(Qt::StrongFocus);
    m_layout->addWidget(m_words);
    m_layout->addWidget(m_new);
    connect(m_new, &QToolButton::clicked, this, &TagStrip::createRequested);
    clear();
}

void TagStrip::showSet(qint64 setId, const TagObstacles &obstacles)
{
    const bool isOther = setId != m_setId;
    m_setId = setId;
    m_obstacles = obstacles;
    const QString &why = obstacles.making.isEmpty() ? obstacles.changing : obstacles.making;
    m_new->setEnabled(why.isEmpty());
    m_new->setToolTip(why.isEmpty() ? tr("Make a tag and give it to this set") : why);
    if (isOther) {
        m_given.reset();
        build();
    }
    reload();
}

void TagStrip::clear()
{
    m_setId = 0;
    m_givenCall = {};
    m_allCall = {};
    m_given.reset();
    m_all.reset();
    build();
}

void TagStrip::reload()
{
    if (m_setId == 0)
        return;
    using Answer = Result<Page<DistributionSetTag>>;
    const ListQuery ofSet{ .limit = mostTags,
        .filter = rsqlSame(u"distributionset.id"_s, QString::number(m_setId)) };
    m_givenCall = m_client.send(
        listDistributionSetTags(ofSet), [this](const Answer &answer) { take(answer, m_given); });
    m_allCall = m_client.send(listDistributionSetTags({ .limit = mostTags }),
        [this](const Answer &answer) { take(answer, m_all); });
}

void TagStrip::take(
    const Result<Page<DistributionSetTag>> &answer, std::optional<QList<DistributionSetTag>> &place)
{
    if (!answer) {
        const ErrorText text = errorText(answer.error());
        m_words->setText(text.sentence);
        m_words->setToolTip(text.details);
        m_words->show();
        return;
    }
    QList<DistributionSetTag> tags = answer->content;
    std::sort(tags.begin(), tags.end(),
        [](const DistributionSetTag &a, const DistributionSetTag &b) { return a.name < b.name; });
    if (place == tags)
        return;
    place = tags;
    if (isRead())
        build();
}

// The chip of the same tag has the focus afterwards.
void TagStrip::build()
{
    const auto *const focused = qobject_cast<const TagChip *>(focusWidget());
    const qint64 focusedTag = focused && focused->hasFocus() ? focused->tag().id : 0;
    for (TagChip *const chip : std::as_const(m_chips)) {
        m_layout->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    m_new->setVisible(isRead());
    m_words->setVisible(!isRead() || m_all->isEmpty());
    m_words->setText(!isRead() ? tr("Tags are being read...") : tr("There are no tags yet."));
    if (!isRead())
        return;
    m_layout->removeWidget(m_new);
    for (const DistributionSetTag &tag : std::as_const(*m_given))
        addChip(tag, true);
    for (const DistributionSetTag &tag : std::as_const(*m_all)) {
        const bool isGiven = std::any_of(m_given->begin(), m_given->end(),
            [&](const DistributionSetTag &given) { return given.id == tag.id; });
        if (!isGiven)
            addChip(tag, false);
    }
    m_layout->addWidget(m_new);
    updateGeometry();
    for (TagChip *const chip : std::as_const(m_chips)) {
        if (chip->tag().id == focusedTag)
            chip->setFocus(Qt::OtherFocusReason);
    }
}

void TagStrip::addChip(const DistributionSetTag &tag, bool isGiven)
{
    auto *const chip = new TagChip(tag, isGiven, m_obstacles.deleting, this);
    m_chips << chip;
    m_layout->addWidget(chip);
    if (!m_obstacles.changing.isEmpty()) {
        chip->setEnabled(false);
        chip->setToolTip(m_obstacles.changing);
    }
    chip->show();
    connect(chip, &TagChip::editRequested, this, [this, tag] { emit editRequested(tag); });
    connect(chip, &TagChip::deleteRequested, this, [this, tag] { emit deleteRequested(tag); });
    connect(chip, &TagChip::dragBegun, this, &TagStrip::dragBegun);
    connect(chip, &TagChip::dragEnded, this, &TagStrip::dragEnded);
    connect(chip, &QToolButton::clicked, this, [this, chip] {
        chip->setChecked(chip->isGiven()); // until the server has it
        if (chip->isGiven())
            emit takeRequested(chip->tag());
        else
            emit giveRequested(chip->tag());
    });
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/tagstrip.h"

#include "ui/composition/flowlayout.h"
#include "ui/composition/tagchip.h"
#include "ui/shared/errortext.h"

#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

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

void TagStrip::showSets(const QList<qint64> &sets, const TagObstacles &obstacles)
{
    const bool isOther = sets != m_sets;
    m_sets = sets;
    m_obstacles = obstacles;
    const QString &why = obstacles.making.isEmpty() ? obstacles.changing : obstacles.making;
    m_new->setEnabled(why.isEmpty());
    m_new->setToolTip(!why.isEmpty() ? why
            : sets.size() == 1       ? tr("Make a tag and give it to this set")
                                     : tr("Make a tag and give it to all these sets"));
    if (isOther) {
        m_shares.reset();
        build();
    }
    reload();
}

void TagStrip::clear()
{
    m_sets.clear();
    m_reader.stop();
    m_shares.reset();
    build();
}

void TagStrip::reload()
{
    if (!m_sets.isEmpty())
        m_reader.read(m_client, m_sets, [this](const auto &answer) { take(answer); });
}

void TagStrip::take(const Result<QList<TagShare>> &answer)
{
    if (!answer) {
        const ErrorText text = errorText(answer.error());
        m_words->setText(text.sentence);
        m_words->setToolTip(text.details);
        m_words->show();
        return;
    }
    QList<TagShare> shares = *answer;
    const auto rank = [](const TagShare &share) {
        return share.isGiven() ? 0 : share.having > 0 ? 1 : 2;
    };
    std::ranges::stable_sort(shares, {}, rank); // by name already
    if (m_shares == shares)
        return;
    m_shares = shares;
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
    m_words->setVisible(!isRead() || m_shares->isEmpty());
    m_words->setText(!isRead() ? tr("Tags are being read...") : tr("There are no tags yet."));
    if (!isRead())
        return;
    m_layout->removeWidget(m_new);
    for (const TagShare &share : std::as_const(*m_shares))
        addChip(share);
    m_layout->addWidget(m_new);
    updateGeometry();
    for (TagChip *const chip : std::as_const(m_chips)) {
        if (chip->tag().id == focusedTag)
            chip->setFocus(Qt::OtherFocusReason);
    }
}

void TagStrip::addChip(const TagShare &share)
{
    const DistributionSetTag tag = share.tag;
    auto *const chip = new TagChip(share, m_obstacles.deleting, this);
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

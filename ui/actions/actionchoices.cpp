// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/actionchoices.h"

#include "models/kindcounts.h"
#include "services/hawkbit/distributionsettypes.h"
#include "services/hawkbit/rsql.h"
#include "services/http/client.h"
#include "ui/shared/errortext.h"
#include "ui/shared/segmentedbutton.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTypes = 500; // a tenant has a handful
constexpr int leastTypeWidth = 90;

} // namespace

ActionChoices::ActionChoices(const Dialect &dialect, QWidget *parent)
    : QWidget(parent)
    , m_kinds(new SegmentedButton(this))
    , m_age(new QComboBox(this))
    , m_type(new QComboBox(this))
{
    addKinds();
    addAges(dialect.detailedActionStatus);
    addTypes();
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    for (QWidget *const choice : { static_cast<QWidget *>(m_kinds), static_cast<QWidget *>(m_age),
             static_cast<QWidget *>(m_type) })
        layout->addWidget(choice);
    connect(m_kinds, &SegmentedButton::currentChanged, this, &ActionChoices::kindChosen);
    connect(m_age, &QComboBox::activated, this, &ActionChoices::filterChosen);
    connect(m_type, &QComboBox::activated, this, &ActionChoices::filterChosen);
}

void ActionChoices::addKinds()
{
    m_kinds->setAccessibleName(tr("Which actions"));
    m_kinds->addSegment(tr("all"));
    m_kinds->addSegment(tr("running"), tr("Devices work on them, or have yet to poll"));
    m_kinds->addSegment(
        tr("waiting"), tr("For a person's confirmation, or for their group of a rollout"));
    m_kinds->addSegment(
        tr("cancelling"), tr("A cancel was asked for, and the device has not confirmed it"));
    m_kinds->addSegment(tr("failed"));
    m_kinds->addSegment(tr("cancelled"));
    m_kinds->addSegment(tr("finished"));
}

void ActionChoices::addAges(bool canTell)
{
    m_age->setObjectName(u"age"_s);
    m_age->setAccessibleName(tr("When they were created"));
    for (const QString &age :
        { tr("of any age"), tr("last hour"), tr("last 24 hours"), tr("last 7 days"),
            tr("last 30 days"), tr("over 30 days old"), tr("over 90 days old") })
        m_age->addItem(age);
    m_age->setEnabled(canTell);
    m_age->setToolTip(canTell
            ? tr("When the actions were created")
            : tr("This server cannot be asked for an age: hawkBit can since 0.10."));
}

// No hawkBit can be asked whether actions are soft or forced: their column tells, the type of the
// set is what can be chosen.
void ActionChoices::addTypes()
{
    m_type->setObjectName(u"type"_s);
    m_type->setAccessibleName(tr("Of which type their distribution set is"));
    m_type->addItem(tr("any type of set"));
    m_type->setEnabled(false);
    m_type->setToolTip(tr("The types of sets are not known yet."));
    m_type->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_type->setMinimumContentsLength(12);
    m_type->setMinimumWidth(leastTypeWidth); // counts of a large server need room
}

void ActionChoices::findTypes(Client &client)
{
    m_types = client.send(
        listDistributionSetTypes({ .limit = mostTypes, .sort = { u"name"_s, Qt::AscendingOrder } }),
        [this](const Result<Page<DistributionSetType>> &page) {
            if (!page) {
                m_type->setToolTip(tr("The types of sets could not be read. %1")
                                       .arg(errorText(page.error()).sentence));
                return;
            }
            for (const DistributionSetType &type : page->content)
                m_type->addItem(type.name, type.id);
            m_type->setEnabled(m_type->count() > 1);
            m_type->setToolTip(m_type->count() == 1
                    ? tr("There are no types of sets here.")
                    : tr("Type of the distribution set. hawkBit cannot be asked for soft "
                         "or forced actions; the column Type tells."));
        });
}

ActionKind ActionChoices::kind() const
{
    return ActionKind(m_kinds->currentIndex());
}

QString ActionChoices::filter(const QDateTime &now) const
{
    const QVariant type = m_type->currentData();
    return rsqlAnd({ actionAgeFilter(ActionAge(m_age->currentIndex()), now),
        type.isValid() ? actionSetTypeFilter(type.toLongLong()) : QString() });
}

void ActionChoices::chooseAll()
{
    const QSignalBlocker quiet(this);
    m_age->setCurrentIndex(int(ActionAge::Any));
    m_type->setCurrentIndex(0);
    m_kinds->setCurrentIndex(int(ActionKind::All));
}

void ActionChoices::showCounts(const KindCounts &counts)
{
    const auto label = [&](ActionKind kind, const QString &word) {
        m_kinds->setCounted(int(kind), word, counts.count(int(kind)));
    };
    label(ActionKind::Running, tr("running"));
    label(ActionKind::Waiting, tr("waiting"));
    label(ActionKind::Canceling, tr("cancelling"));
    label(ActionKind::Failed, tr("failed"));
    label(ActionKind::Canceled, tr("cancelled"));
    label(ActionKind::Finished, tr("finished"));
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinehead.h"

#include "models/actioncolumns.h"
#include "models/relativetime.h"
#include "ui/shared/segmentedbutton.h"
#include "ui/shared/theme.h"
#include "ui/timeline/arrangemenu.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QToolButton>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrow = 1'180; // pixels, of the head
constexpr int narrowPicker = 130;

const QString failuresLink = u"failures"_s;
const QString attentionLink = u"attention"_s;
const QString stopLink = u"stop"_s;
const QString goOnLink = u"goOn"_s;
const QString retryLink = u"retry"_s;

} // namespace

TimelineHead::TimelineHead(QWidget *parent)
    : PaneHead(tr("Install timeline"), parent)
{
    createControls();
    connect(m_alignment, &SegmentedButton::currentChanged, this, &TimelineHead::axisChanged);
    connect(m_menu, &ArrangeMenu::zoneChanged, this, &TimelineHead::axisChanged);
    connect(m_menu, &ArrangeMenu::arrangementChanged, this, &TimelineHead::arrangementChanged);
    connect(m_troubleText, &QLabel::linkActivated, this, &TimelineHead::follow);
    connect(m_older, &QToolButton::toggled, this, &TimelineHead::olderWanted);
    connect(m_actions, &QComboBox::activated, this,
        [this](int index) { emit actionChosen(m_actions->itemData(index).toLongLong()); });
}

void TimelineHead::createControls()
{
    m_alignment = new SegmentedButton(this);
    m_alignment->setAccessibleName(tr("Where the time axis begins"));
    // In the order of LaneAlignment.
    m_alignment->addSegment(tr("clock"), tr("By the clock"));
    m_alignment->addSegment(tr("assignment"), tr("Every lane begins when its set was assigned"));
    m_alignment->addSegment(
        tr("first contact"), tr("Every lane begins when its device came for it"));
    m_alignment->addSegment(
        tr("install"), tr("Every lane begins when its device began to install"));
    m_alignment->setCurrentIndex(int(LaneAlignment::FirstContact));
    m_menu = new ArrangeMenu(this);
    auto *const arrange = new QToolButton(this);
    arrange->setText(tr("Arrange"));
    arrange->setToolTip(tr("Order, groups and height of the lanes"));
    arrange->setPopupMode(QToolButton::InstantPopup);
    arrange->setMenu(m_menu);
    m_arrange = arrange;
    m_troubleText = new QLabel(this);
    m_older = new QToolButton(this);
    m_older->setText(tr("With older"));
    m_older->setCheckable(true);
    m_older->setToolTip(tr("Shows the older actions of this device below, on the same scale"));
    m_older->hide();
    m_actions = new QComboBox(this);
    m_actions->setAccessibleName(tr("Action of the chosen device"));
    m_actions->setToolTip(tr("Older actions of the chosen device"));
    m_actions->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    addBesideTitle(m_alignment);
    addBesideTitle(m_arrange);
    addControl(m_troubleText);
    addControl(m_older);
    addControl(m_actions);
    m_actions->hide();
}

TimeAxis TimelineHead::axis() const
{
    return { LaneAlignment(m_alignment->currentIndex()), m_menu->zone() };
}

const LaneArrangement &TimelineHead::arrangement() const
{
    return m_menu->arrangement();
}

void TimelineHead::setAxis(const TimeAxis &axis)
{
    m_menu->setZone(axis.zone);
    m_alignment->setCurrentIndex(int(axis.alignment));
}

void TimelineHead::setArrangement(const LaneArrangement &arrangement)
{
    m_menu->setArrangement(arrangement);
}

void TimelineHead::setUsable(bool usable)
{
    m_alignment->setEnabled(usable);
    m_arrange->setEnabled(usable);
}

void TimelineHead::setTrouble(const Trouble &trouble)
{
    if (trouble == m_trouble)
        return;
    m_trouble = trouble;
    showTrouble();
    layOut();
}

void TimelineHead::showTrouble()
{
    const auto coloured = [this](const QString &text, Tone tone) {
        return u"<span style='color:%1'>%2</span>"_s.arg(
            toneColour(palette(), tone).name(), text.toHtmlEscaped());
    };
    const auto link = [](const QString &to, const QString &text) {
        return u"<a href='%1' style='text-decoration:none'>%2</a>"_s.arg(to, text);
    };
    QStringList words;
    if (m_trouble.toRead > 0)
        words << tr("%1 of %2 read").arg(m_trouble.lanes - m_trouble.toRead).arg(m_trouble.lanes)
                + u' '
                + (m_trouble.isStopped ? link(goOnLink, tr("go on")) : link(stopLink, tr("stop")));
    if (m_trouble.failed > 0)
        words << link(
            failuresLink, coloured(tr("%n failed", nullptr, m_trouble.failed), Tone::Failure));
    if (m_trouble.needsPerson > 0)
        words << link(attentionLink,
            coloured(tr("%n need(s) attention", nullptr, m_trouble.needsPerson), Tone::Attention));
    if (m_trouble.unread > 0)
        words << coloured(tr("%n could not be read", nullptr, m_trouble.unread), Tone::Attention)
                + u' ' + link(retryLink, tr("try again"));
    m_troubleText->setText(words.join(u", "_s));
}

void TimelineHead::follow(const QString &link)
{
    if (link == failuresLink)
        emit failuresWanted();
    else if (link == attentionLink)
        emit attentionWanted();
    else if (link == stopLink || link == goOnLink)
        emit readingWanted(link == goOnLink);
    else
        emit retryWanted();
}

void TimelineHead::setActions(const QList<Action> &actions, const std::optional<Action> &shown)
{
    m_choices = int(actions.size());
    layOut();
    if (actions.size() < 2 || m_actions->view()->isVisible())
        return; // a list that is open must not change under the pointer
    m_actions->clear();
    for (const Action &listed : actions) {
        const bool isShown = shown && listed.id == shown->id;
        const Action &action = isShown ? *shown : listed; // which knows more
        const QString set = action.setTitle();
        m_actions->addItem(QStringList{ set.isEmpty() ? tr("action %1").arg(action.id) : set,
                               dayAndTime(action.createdAt),
                               action.active ? tr("running") : actionStateText(action) }
                               .join(u", "_s),
            action.id);
        if (isShown)
            m_actions->setCurrentIndex(m_actions->count() - 1);
    }
}

void TimelineHead::setOlderPossible(bool possible)
{
    m_older->setVisible(possible);
}

// Where there is little room, what needs somebody goes before the rest.
void TimelineHead::layOut()
{
    const bool isNarrow = width() < narrow;
    setSummaryVisible(!isNarrow);
    m_actions->setMaximumWidth(isNarrow ? narrowPicker : QWIDGETSIZE_MAX);
    m_actions->setVisible(m_choices > 1 && !(isNarrow && m_trouble.lanes > 1));
}

void TimelineHead::resizeEvent(QResizeEvent *event)
{
    PaneHead::resizeEvent(event);
    layOut();
}

// The colours lie in the text.
void TimelineHead::changeEvent(QEvent *event)
{
    PaneHead::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_troubleText)
        showTrouble();
}

} // namespace falconer

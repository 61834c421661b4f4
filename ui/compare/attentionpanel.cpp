// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/attentionpanel.h"

#include "ui/compare/attentiontext.h"
#include "ui/compare/groupview.h"
#include "ui/deploy/droprules.h"
#include "ui/plan/recoverytext.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QStringList accepted(const QList<Action> &actions, RecoveryKind kind)
{
    QStringList ids;
    for (const Action &action : actions) {
        if (recoverability(action, kind) == Recoverability::Allowed)
            ids << action.controllerId;
    }
    return ids;
}

} // namespace

AttentionPanel::AttentionPanel(QWidget *parent)
    : ComparePanel(parent)
    , m_summary(new QLabel)
    , m_selected(new QLabel)
    , m_view(new GroupView(m_model))
{
    auto *const content = new QWidget(this);
    auto *const layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_summary->setContentsMargins(Metrics::cellPadding, 5, Metrics::cellPadding, 5);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_selected->setProperty("look", u"secondary"_s);
    m_selected->setContentsMargins(0, 0, Metrics::cellPadding, 0);
    m_view->setAccessibleName(tr("What runs, by what it waits for"));
    m_view->setOpensAtFirst(
        [](const QModelIndex &head) { return head.data(AttentionList::NeedsPersonRole).toBool(); });
    auto *const head = new QHBoxLayout;
    head->addWidget(m_summary, 1);
    head->addWidget(m_selected);
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    layout->addWidget(createButtons());
    setContent(content);
    setFocusProxy(m_view);
    connect(m_view, &GroupView::selectionChangedTo, this, &AttentionPanel::updateButtons);
    connect(m_view, &GroupView::devicesChosen, this, [this](const QStringList &devices) {
        if (devices.size() == 1)
            emit deviceChosen(devices.first());
    });
    connect(m_view, &GroupView::copyWanted, this, &AttentionPanel::copy);
    updateButtons();
}

// It must not outlive its model.
AttentionPanel::~AttentionPanel()
{
    delete m_view;
}

QWidget *AttentionPanel::createButtons()
{
    auto *const bar = new QFrame(this);
    bar->setProperty("look", u"statusline"_s);
    auto *const layout = new QHBoxLayout(bar);
    layout->setContentsMargins(Metrics::cellPadding / 2, 5, Metrics::cellPadding / 2, 5);
    layout->setSpacing(4); // four commands fit a narrow side
    layout->addStretch();
    for (const RecoveryKind kind : allRecoveryKinds) {
        auto *const made = new QPushButton(recoveryCommand(kind), bar);
        m_recover[int(kind)] = made;
        layout->addWidget(made);
        connect(made, &QPushButton::clicked, this,
            [this, kind] { emit recoverRequested(kind, accepted(selectedActions(), kind)); });
    }
    return bar;
}

void AttentionPanel::setServer(const ServerFacts &facts)
{
    m_server = facts;
    updateButtons();
}

void AttentionPanel::refresh(bool)
{
    AttentionGroups groups = attentionGroups(lanes(), insight());
    sayAttention(groups, now());
    m_view->keepSelection([&] { m_model.setGroups(groups); });
    updateSummary(groups);
    updateButtons();
    if (groups.isEmpty())
        showEmpty(Icon::InSync, tr("Nothing runs, nobody is needed"),
            tr("Running actions stand here, those that need a person first."));
    else
        showContent();
}

void AttentionPanel::updateSummary(const AttentionGroups &groups)
{
    int running = 0, needy = 0;
    for (const AttentionList::Group &group : groups) {
        running += group.head.count;
        needy += group.head.needsPerson ? group.head.count : 0;
    }
    m_summary->setText(needy > 0 ? tr("%n of %1 running need(s) a person.", nullptr, needy)
                                       .arg(QLocale().toString(running))
                                 : tr("%n run(s) as usual, nobody is needed.", nullptr, running));
}

QString AttentionPanel::summary() const
{
    return m_summary->text();
}

void AttentionPanel::copy()
{
    const QStringList devices = m_view->selectedDevices();
    AttentionGroups groups;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex head = m_model.index(row, 0);
        AttentionList::Group group{ m_model.headOf(head), m_model.itemsOf(head) };
        erase_if(group.items, [&devices](const AttentionItem &item) {
            return !devices.isEmpty() && !devices.contains(item.controllerId);
        });
        groups << group;
    }
    QGuiApplication::clipboard()->setText(attentionAsText(groups));
}

void AttentionPanel::contextMenuEvent(QContextMenuEvent *event)
{
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(Icon::Copy), tr("Copy as a table"), this, &AttentionPanel::copy);
    menu->popup(event->globalPos());
}

QList<Action> AttentionPanel::selectedActions() const
{
    const QStringList devices = m_view->selectedDevices();
    QList<Action> actions;
    for (int i = 0; i < lanes().count(); ++i) {
        const TimelineLane &lane = lanes().lane(i);
        const bool runs = lane.action && lane.timeline.isRunning();
        if (!runs || !devices.contains(lane.controllerId))
            continue;
        actions << *lane.action;
        actions.last().controllerId = lane.controllerId;
    }
    return actions;
}

void AttentionPanel::updateButtons()
{
    const QList<Action> actions = selectedActions();
    const PickedTargets picked{ {}, actions.size() };
    const ReadTargets read{ actions, actions.size() };
    m_selected->setText(actions.isEmpty()
            ? tr("none selected")
            : tr("%1 selected").arg(QLocale().toString(actions.size())));
    for (const RecoveryKind kind : allRecoveryKinds) {
        const DropVerdict verdict = recoverVerdict(kind, picked, read, m_server);
        const qsizetype count = accepted(actions, kind).size();
        QString said = verdict.sentence;
        if (verdict.allowed && count < actions.size())
            said = tr("%1: %2 of %3 selected").arg(said).arg(count).arg(actions.size());
        m_recover[int(kind)]->setEnabled(verdict.allowed);
        m_recover[int(kind)]->setToolTip(said);
    }
}

} // namespace falconer

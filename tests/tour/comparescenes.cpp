// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selectionbykey.h"
#include "tests/tour/scenes.h"
#include "tests/tour/stage.h"
#include "ui/actions/actionspane.h"
#include "ui/actions/actionsworkspace.h"
#include "ui/deploy/deployworkspace.h"
#include "ui/deploy/fleettable.h"
#include "ui/deploy/targetspane.h"
#include "ui/shared/segmentedbutton.h"
#include "ui/timeline/sidetabs.h"
#include "ui/timeline/timelinehead.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QToolButton>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int longEnough = 60'000; // ms, for the histories of a hundred devices

bool areRead(const TimelineView &view)
{
    for (int lane = 0; lane < view.laneCount(); ++lane) {
        if (view.lane(lane).isLoading
            || (view.lane(lane).action && view.lane(lane).statuses.isEmpty()))
            return false;
    }
    return view.laneCount() > 0;
}

// By the keys, from wherever it is.
void openTab(Stage &stage, const SideTabs &side, SideTabs::Tab tab)
{
    auto *const tabs = side.findChild<SegmentedButton *>(QString(), Qt::FindDirectChildrenOnly);
    while (side.current() != tab)
        stage.press(tabs, side.current() < tab ? Qt::Key_Right : Qt::Key_Left);
}

void comparePictures(Stage &stage, const QString &look)
{
    const SideTabs &side = stage.window().findChild<DeployWorkspace *>()->timeline().side();
    const std::pair<SideTabs::Tab, QString> tabs[]{ { SideTabs::Steps, u"steps"_s },
        { SideTabs::Progress, u"progress"_s }, { SideTabs::Attention, u"attention"_s },
        { SideTabs::Failures, u"failures"_s } };
    for (const auto &[tab, name] : tabs) {
        openTab(stage, side, tab);
        stage.picture(QString(u"compare-" + name + u'-' + look));
    }
    openTab(stage, side, SideTabs::Statuses);
}

void playMany(Stage &stage, DeployWorkspace &deploy)
{
    const TimelineView &view = deploy.timeline().view();
    stage.step(u"a hundred devices compared"_s, [&] {
        SegmentedButton *const kinds = deploy.targets().findChild<SegmentedButton *>();
        stage.clickAt(kinds, { 12, kinds->height() / 2 });
        stage.expect(u"all targets"_s, [&] { return deploy.targets().model().total() == 2'000; });
        stage.clickRow(deploy.targets().table(), 0);
        stage.press(&deploy.targets().table(), Qt::Key_A, Qt::ControlModifier);
        stage.expect(
            u"many lanes, all read"_s, [&] { return view.laneCount() > 50 && areRead(view); },
            longEnough);
        stage.expect(u"what is usual"_s, [&] { return !view.insight().typical().isEmpty(); });
        stage.trigger(u"Grouped by state"_s);
        stage.trigger(u"Slowest first"_s);
        stage.expect(u"groups"_s, [&] { return view.rows().rows().size() > view.laneCount(); });
        comparePictures(stage, u"light"_s);
        stage.trigger(u"Dark"_s);
        comparePictures(stage, u"dark"_s);
        stage.resize({ 1024, 700 });
        stage.picture(u"compare-small-dark"_s);
        stage.trigger(u"Light"_s);
        stage.resize({ 1440, 900 });
        stage.trigger(u"No groups"_s);
        stage.trigger(u"As chosen"_s);
    });
}

void playOlder(Stage &stage, DeployWorkspace &deploy)
{
    const TimelineView &view = deploy.timeline().view();
    stage.step(u"a device beside its own past"_s, [&] {
        QToolButton *older = nullptr; // offered for a device that has a past
        for (int row = 0; row < 14 && older == nullptr; ++row) {
            stage.clickRow(deploy.targets().table(), row);
            stage.expect(
                u"its lane"_s, [&] { return view.laneCount() == 1 && !view.lane(0).isLoading; });
            older = stage.button<QToolButton>(u"With older"_s);
        }
        stage.click(older, u"\"With older\""_s);
        stage.expect(u"its older actions"_s, [&] { return view.laneCount() > 1 && areRead(view); });
        stage.picture(u"older-light"_s);
        stage.click(older, u"\"With older\" again"_s);
        stage.expect(u"its lane alone"_s, [&] { return view.laneCount() == 1; });
    });
}

} // namespace

void playCompare(Stage &stage)
{
    auto *const deploy = stage.window().findChild<DeployWorkspace *>();
    if (deploy == nullptr)
        return;
    playMany(stage, *deploy);
    playOlder(stage, *deploy);
}

void playActions(Stage &stage)
{
    stage.step(u"all actions of the server"_s, [&] {
        stage.press(&stage.window(), Qt::Key_4, Qt::ControlModifier);
        stage.expect(u"the Actions workspace"_s, [&] {
            const auto *const actions = stage.window().findChild<ActionsWorkspace *>();
            return actions != nullptr && actions->isVisible();
        });
        auto *const actions = stage.window().findChild<ActionsWorkspace *>();
        stage.expect(
            u"its rows"_s, [&] { return actions->actions().model().itemAt(3).has_value(); });
        stage.clickRow(actions->actions().table(), 0);
        stage.clickRow(actions->actions().table(), 7, Qt::ShiftModifier);
        const TimelineView &view = actions->timeline().view();
        stage.expect(u"eight lanes"_s, [&] { return view.laneCount() == 8 && areRead(view); });
        stage.picture(u"actions-light"_s);
        stage.trigger(u"Dark"_s);
        stage.picture(u"actions-dark"_s);
        stage.trigger(u"Light"_s);
        stage.press(&stage.window(), Qt::Key_1, Qt::ControlModifier);
        stage.expect(u"Deploy again"_s,
            [&] { return stage.window().findChild<DeployWorkspace *>()->isVisible(); });
    });
}

} // namespace falconer

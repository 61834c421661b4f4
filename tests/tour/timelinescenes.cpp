// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/scenes.h"
#include "tests/tour/stage.h"

#include "models/pagedmodel.h"
#include "models/selectionbykey.h"
#include "ui/deploy/deployworkspace.h"
#include "ui/deploy/fleettable.h"
#include "ui/deploy/selectionbar.h"
#include "ui/deploy/targetspane.h"
#include "ui/plan/recoverysheet.h"
#include "ui/shared/searchfield.h"
#include "ui/shared/segmentedbutton.h"
#include "ui/timeline/statuspanel.h"
#include "ui/timeline/timelinegeometry.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int longEnough = 90'000; // ms, for an installation on a busy machine

bool isFinished(const TimelineLane &lane)
{
    return lane.action && !lane.timeline.isRunning();
}

bool isRead(const TimelineLane &lane)
{
    return !lane.isLoading && (!lane.action || !lane.statuses.isEmpty());
}

constexpr qint64 longSilence = 60'000; // ms

// A device of the selection hangs, as some always do.
bool isOver(const TimelineLane &lane)
{
    return isFinished(lane) || lane.timeline.silence(QDateTime::currentDateTimeUtc()) > longSilence;
}

bool isInstalling(const TimelineLane &lane)
{
    return lane.action && lane.action->active && lane.timeline.steps.size() > 2;
}

int countOf(const TimelineView &view, bool (*is)(const TimelineLane &))
{
    int count = 0;
    for (int i = 0; i < view.laneCount(); ++i)
        count += is(view.lane(i));
    return count;
}

// The fleet's hung devices never answer: of those an operator has to get rid of.
void chooseHung(Stage &stage, DeployWorkspace &deploy)
{
    auto *const search = static_cast<SearchField *>(deploy.searchField());
    stage.press(search->findChild<QLineEdit *>(), Qt::Key_Escape);
    SegmentedButton *const kinds = deploy.targets().findChild<SegmentedButton *>();
    PagedModel<Target> &targets = deploy.targets().model();
    stage.clickAt(kinds, { kinds->width() / 3, kinds->height() / 2 });
    stage.expect(u"the pending targets"_s, [&] {
        return targets.total() > 0 && targets.total() < 1'000 && targets.itemAt(0)
            && targets.itemAt(0)->updateStatus == u"pending";
    });
    const QList<Target> pending = targets.loadedItems(0, 14);
    const auto hung = std::ranges::find_if(pending,
        [](const Target &target) { return target.pollStatus && target.pollStatus->overdue; });
    stage.clickRow(deploy.targets().table(), int(hung - pending.begin()));
}

void recover(Stage &stage, DeployWorkspace &deploy, const QString &command, const QString &name)
{
    auto *const button = deploy.targets().bar().findChild<QPushButton *>(command);
    const auto part = [&stage](const QString &of) {
        auto *const sheet = stage.window().findChild<RecoverySheet *>();
        auto *const found = sheet ? sheet->findChild<QPushButton *>(of) : nullptr;
        return found && found->isVisible() ? found : nullptr;
    };
    stage.click(button, button->text());
    stage.expect(u"the sheet that asks"_s, [&] { return part(u"do"_s) != nullptr; });
    stage.picture(name);
    stage.click(part(u"do"_s), u"the button that does it"_s);
    stage.expect(u"the result"_s, [&] { return part(u"copy"_s) != nullptr; });
    stage.picture(QString(name + u"-result"));
    stage.click(part(u"cancel"_s), u"the button that closes"_s);
    stage.expect(
        u"no sheet"_s, [&] { return stage.window().findChild<RecoverySheet *>() == nullptr; });
}

} // namespace

void playTimeline(Stage &stage)
{
    auto *const deploy = stage.window().findChild<DeployWorkspace *>();
    if (deploy == nullptr)
        return;
    TimelineView &view = deploy->timeline().view();
    stage.step(u"devices install, step by step"_s, [&] {
        stage.expect(
            u"a device that installs"_s, [&view] { return countOf(view, isInstalling) > 0; },
            longEnough);
        stage.clickAt(view.viewport(), view.laneRect(0).topLeft() + QPoint(20, 8));
        stage.picture(u"timeline-running-light"_s);
        stage.trigger(u"Dark"_s);
        stage.picture(u"timeline-running-dark"_s);
        stage.trigger(u"Light"_s);
    });
    stage.step(u"the first device is done"_s, [&] {
        stage.expect(
            u"a finished device"_s, [&view] { return countOf(view, isFinished) > 0; }, longEnough);
    });
    stage.step(u"all devices are done"_s, [&] {
        stage.expect(
            u"an end of every lane"_s,
            [&view] { return countOf(view, isOver) == view.laneCount(); }, longEnough);
        stage.picture(u"timeline-finished-light"_s);
        stage.trigger(u"Dark"_s);
        stage.picture(u"timeline-finished-dark"_s);
        stage.trigger(u"Light"_s);
    });
    stage.step(u"search in what a device said"_s, [&] {
        StatusPanel &statuses = deploy->timeline().statuses();
        stage.type(statuses.findChild<QLineEdit *>(), u"slot"_s);
        stage.expect(u"some of its statuses"_s, [&statuses] {
            return statuses.countText().contains(u" of "_s)
                && !statuses.countText().startsWith(u"0 "_s);
        });
        stage.picture(u"statuses-light"_s);
        stage.type(statuses.findChild<QLineEdit *>(), {});
    });
}

void playRecovery(Stage &stage)
{
    auto *const deploy = stage.window().findChild<DeployWorkspace *>();
    if (deploy == nullptr)
        return;
    const auto status = [deploy] {
        const TimelineView &view = deploy->timeline().view();
        const bool isOne = view.laneCount() == 1 && view.lane(0).action;
        return isOne ? view.lane(0).action->status : QString();
    };
    stage.step(u"a device that hangs"_s, [&] {
        chooseHung(stage, *deploy);
        stage.expect(u"its running action"_s,
            [&] { return deploy->timeline().view().laneCount() == 1 && !status().isEmpty(); });
        stage.picture(u"hung-light"_s);
    });
    stage.step(u"cancel its action"_s, [&] {
        recover(stage, *deploy, u"cancel"_s, u"cancel-light"_s);
        stage.expect(
            u"an action that is canceling"_s, [&status] { return status() == u"canceling"; });
    });
    stage.step(u"force-quit, since it does not answer"_s, [&] {
        recover(stage, *deploy, u"forceQuit"_s, u"force-quit-light"_s);
        stage.expect(
            u"an action that is canceled"_s, [&status] { return status() == u"canceled"; });
        stage.picture(u"quit-light"_s);
    });
}

void playLooks(Stage &stage)
{
    auto *const deploy = stage.window().findChild<DeployWorkspace *>();
    if (deploy == nullptr)
        return;
    stage.step(u"both looks, and the smallest window"_s, [&] {
        SegmentedButton *const kinds = deploy->targets().findChild<SegmentedButton *>();
        stage.clickAt(kinds, { 12, kinds->height() / 2 });
        stage.expect(u"all targets"_s, [&] {
            return deploy->targets().model().total() == 2'000
                && deploy->targets().model().itemAt(11);
        });
        stage.clickRow(deploy->targets().table(), 2);
        stage.clickRow(deploy->targets().table(), 11, Qt::ShiftModifier);
        stage.expect(u"ten lanes, all read"_s, [&] {
            const TimelineView &view = deploy->timeline().view();
            return view.laneCount() == 10 && countOf(view, isRead) == 10;
        });
        stage.picture(u"deploy-light"_s);
        stage.trigger(u"Dark"_s);
        stage.picture(u"deploy-dark"_s);
        stage.resize({ 1024, 700 });
        stage.picture(u"deploy-small-dark"_s);
        stage.trigger(u"Light"_s);
        stage.picture(u"deploy-small-light"_s);
        stage.resize({ 1440, 900 });
    });
}

} // namespace falconer

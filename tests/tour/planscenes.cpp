// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/scenes.h"
#include "tests/tour/stage.h"

#include "models/pagedmodel.h"
#include "models/selectionbykey.h"
#include "tests/support/hand.h"
#include "ui/deploy/deployworkspace.h"
#include "ui/deploy/fleettable.h"
#include "ui/deploy/setspane.h"
#include "ui/deploy/targetspane.h"
#include "ui/plan/plansheet.h"
#include "ui/shared/dropoverlay.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

PlanSheet *sheetOf(const Stage &stage)
{
    return stage.window().findChild<PlanSheet *>();
}

// A part of the open plan, by its name; nullptr: it is not there.
template <typename Part> Part *partOf(const Stage &stage, const QString &name)
{
    PlanSheet *const sheet = sheetOf(stage);
    return sheet == nullptr ? nullptr : sheet->findChild<Part *>(name);
}

QPushButton *firstShow(const Stage &stage)
{
    const PlanSheet *const sheet = sheetOf(stage);
    const auto buttons = sheet ? sheet->findChildren<QPushButton *>() : QList<QPushButton *>();
    for (QPushButton *const button : buttons) {
        if (button->isVisible() && button->objectName().startsWith(u"show-"_s))
            return button;
    }
    return nullptr;
}

bool isReadyToAssign(const Stage &stage)
{
    const auto *const assign = partOf<QPushButton>(stage, u"assign"_s);
    return assign != nullptr && assign->isVisible() && assign->isEnabled();
}

void playDrag(Stage &stage, DeployWorkspace &deploy)
{
    FleetTable &sets = deploy.sets().table();
    FleetTable &targets = deploy.targets().table();
    stage.step(u"drag the set onto the selection"_s, [&] {
        const int row = deploy.sets().model().rowOf(
            QString::number(deploy.sets().currentSet().value_or(DistributionSet()).id));
        stage.expect(u"the set's row"_s, [row] { return row >= 0; });
        const QPoint from = placeOf(sets, sets.model()->index(row, 0));
        const QPoint to = placeOf(targets, targets.model()->index(4, 0));
        stage.drag(from, to, [&] {
            stage.expect(u"a drop that is allowed, in words"_s, [&targets] {
                const auto *const overlay = targets.findChild<DropOverlay *>();
                return overlay != nullptr && overlay->verdict().allowed;
            });
            stage.pictureOfScreen(u"drag-light"_s);
        });
        stage.expect(u"the plan"_s, [&stage] { return sheetOf(stage) != nullptr; });
    });
}

void playWindow(Stage &stage)
{
    const auto editor = [&stage] { return partOf<QLineEdit>(stage, u"schedule"_s); };
    stage.step(u"a maintenance window that cannot be is told"_s, [&] {
        stage.click(partOf<QCheckBox>(stage, u"windowWanted"_s), u"the window's box"_s);
        stage.type(editor(), u"0 0 25 * * ?"_s);
        stage.expect(u"an assignment that is refused"_s, [&] { return !isReadyToAssign(stage); });
        stage.picture(u"window-wrong-light"_s);
    });
    stage.step(u"a good one is read back"_s, [&] {
        stage.type(editor(), u"0 30 2 ? * MON-FRI"_s);
        stage.expect(u"an assignment that can be sent"_s, [&] { return isReadyToAssign(stage); });
        stage.picture(u"window-light"_s);
    });
    stage.step(u"without a window, then"_s, [&] {
        stage.click(partOf<QCheckBox>(stage, u"windowWanted"_s), u"the window's box"_s);
        stage.expect(u"no fields of a window"_s,
            [&] { return editor() != nullptr && !editor()->isVisible(); });
    });
}

void playAssign(Stage &stage)
{
    stage.step(u"assign"_s, [&stage] {
        stage.click(partOf<QPushButton>(stage, u"assign"_s), u"the button that assigns"_s);
        stage.expect(u"the result"_s, [&stage] {
            const auto *const undo = partOf<QPushButton>(stage, u"undo"_s);
            const auto *const title = partOf<QLabel>(stage, u"title"_s);
            return undo != nullptr && undo->isVisible()
                && title->text().contains(u"was assigned to"_s);
        });
        stage.picture(u"result-light"_s);
        stage.click(partOf<QPushButton>(stage, u"cancel"_s), u"the button that closes"_s);
        stage.expect(u"no sheet"_s, [&stage] { return sheetOf(stage) == nullptr; });
    });
}

} // namespace

void playPlan(Stage &stage)
{
    auto *const deploy = stage.window().findChild<DeployWorkspace *>();
    if (deploy == nullptr)
        return;
    playDrag(stage, *deploy);
    if (sheetOf(stage) == nullptr)
        return; // it failed, and so would all that follows
    stage.step(u"the plan says what will happen"_s, [&stage] {
        stage.expect(u"an assignment that can be sent"_s, [&] { return isReadyToAssign(stage); });
        stage.picture(u"plan-light"_s);
        stage.trigger(u"Dark"_s);
        stage.picture(u"plan-dark"_s);
        stage.resize({ 1024, 700 });
        stage.picture(u"plan-small-dark"_s);
        stage.trigger(u"Light"_s);
        stage.picture(u"plan-small-light"_s);
        stage.resize({ 1440, 900 });
    });
    stage.step(u"the names behind a line"_s, [&stage] {
        stage.click(firstShow(stage), u"a line with names"_s);
        stage.expect(u"the names"_s, [&stage] {
            const QList<QPlainTextEdit *> all = sheetOf(stage)->findChildren<QPlainTextEdit *>();
            return std::any_of(all.begin(), all.end(), [](const QPlainTextEdit *names) {
                return names->isVisible() && !names->toPlainText().isEmpty();
            });
        });
        stage.picture(u"plan-names-light"_s);
    });
    playWindow(stage);
    playAssign(stage);
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/scenes.h"
#include "tests/tour/stage.h"
#include "ui/deploy/deployworkspace.h"
#include "ui/deploy/fleettable.h"
#include "ui/deploy/targetspane.h"
#include "ui/settings/patterneditor.h"
#include "ui/settings/patternpreviewpane.h"
#include "ui/settings/settingssheet.h"
#include "ui/shared/tableview.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

const QString ownName = u"Verification"_s;

bool hasOwnStep(const TimelineView &view)
{
    return view.laneCount() == 1
        && std::ranges::any_of(
            view.lane(0).timeline.steps, [](const Step &step) { return step.name == ownName; });
}

// A device whose history has what the pattern is about.
bool findDevice(Stage &stage, DeployWorkspace &deploy)
{
    const TimelineView &view = deploy.timeline().view();
    for (int row = 0; row < 14; ++row) {
        stage.clickRow(deploy.targets().table(), row);
        stage.expect(u"its lane"_s, [&] {
            return view.laneCount() == 1 && !view.lane(0).isLoading
                && (!view.lane(0).action || !view.lane(0).statuses.isEmpty());
        });
        if (view.laneCount() == 1
            && std::ranges::any_of(view.lane(0).timeline.steps,
                [](const Step &step) { return step.name == "Checking bundle"_L1; }))
            return true;
    }
    return false;
}

void typePattern(Stage &stage, SettingsSheet &sheet)
{
    PatternsPage &page = sheet.patterns();
    const auto fields = page.editor().findChildren<QLineEdit *>();
    stage.click(stage.button<QToolButton>(u"Add"_s), u"\"Add\""_s);
    stage.type(fields[0], u"Checking (bundle"_s);
    stage.expect(u"why it is none"_s,
        [&] { return page.editor().verdict().startsWith(u"This is no regular expression"_s); });
    stage.picture(u"settings-bad-pattern"_s);
    stage.type(fields[0], u"Checking bundle"_s);
    stage.type(fields[1], ownName);
    stage.expect(u"a preview"_s, [&] { return page.preview().preview().changedLines > 0; });
    stage.picture(u"settings-light"_s);
}

} // namespace

void playSettings(Stage &stage)
{
    auto *const deploy = stage.window().findChild<DeployWorkspace *>();
    if (deploy == nullptr)
        return;
    stage.step(u"the words of own devices"_s, [&] {
        const TimelineView &view = deploy->timeline().view();
        stage.expect(u"a device that checks its bundle"_s,
            [&, found = findDevice(stage, *deploy)] { return found; });
        stage.press(&stage.window(), Qt::Key_Comma, Qt::ControlModifier);
        const QPointer<SettingsSheet> sheet = stage.window().findChild<SettingsSheet *>();
        if (!stage.expect(u"the settings"_s, [&] { return sheet != nullptr; }))
            return;
        typePattern(stage, *sheet);
        stage.click(stage.button<QPushButton>(u"Save"_s), u"\"Save\""_s);
        stage.expect(u"its own word in the lane"_s, [&] { return hasOwnStep(view); });
        stage.click(stage.button<QToolButton>(u"Remove"_s), u"\"Remove\""_s);
        stage.click(stage.button<QPushButton>(u"Save"_s), u"\"Save\" again"_s);
        stage.expect(u"the former word"_s, [&] { return !hasOwnStep(view); });
        stage.press(sheet, Qt::Key_Escape);
        stage.expect(u"the window again"_s, [&] { return sheet == nullptr; });
    });
}

} // namespace falconer

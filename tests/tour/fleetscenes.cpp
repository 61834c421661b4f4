// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/scenes.h"
#include "tests/tour/stage.h"

#include "models/pagedmodel.h"
#include "models/selectionbykey.h"
#include "ui/deploy/deployworkspace.h"
#include "ui/deploy/detailspanel.h"
#include "ui/deploy/fleettable.h"
#include "ui/deploy/setspane.h"
#include "ui/deploy/targetspane.h"
#include "ui/shared/searchfield.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// What the search field says on its right: how many were found, or the server's complaint.
QString summaryOf(const SearchField &search)
{
    const QLabel *const label = search.findChild<QLabel *>();
    return label->isVisible() ? label->text() : QString();
}

int rowOfSet(SetsPane &sets, const QString &title)
{
    const QList<DistributionSet> known = sets.model().loadedItems(0, 39);
    for (int row = 0; row < known.size(); ++row) {
        if (QString(known[row].name + u' ' + known[row].version) == title)
            return row;
    }
    return -1;
}

void playSearch(Stage &stage, DeployWorkspace &deploy)
{
    auto *const search = static_cast<SearchField *>(deploy.searchField());
    auto *const edit = search->findChild<QLineEdit *>();
    PagedModel<Target> &targets = deploy.targets().model();
    stage.step(u"RSQL that the server refuses: its reason is shown"_s, [&] {
        stage.type(edit, u"updatestatus=="_s);
        stage.expect(u"the server's reason"_s, [&] {
            return !summaryOf(*search).isEmpty() && !summaryOf(*search).endsWith(u" found"_s);
        });
        stage.expect(u"what was typed"_s, [&] { return edit->text() == u"updatestatus=="; });
        stage.picture(u"search-refused-light"_s);
    });
    stage.step(u"clear the search"_s, [&] {
        stage.press(edit, Qt::Key_Escape);
        stage.expect(u"all targets"_s, [&] { return targets.total() == 2'000; });
    });
    stage.step(u"search by words"_s, [&] {
        stage.type(edit, u"berlin gw"_s);
        stage.expect(u"fewer targets, and how many"_s, [&] {
            return targets.total() > 20 && targets.total() < 2'000 && targets.itemAt(0)
                && targets.itemAt(0)->name.startsWith(u"berlin-gw"_s)
                && summaryOf(*search).endsWith(u" found"_s);
        });
        stage.picture(u"search-light"_s);
    });
}

void playDetails(Stage &stage, DeployWorkspace &deploy)
{
    const auto details = [&stage] { return stage.window().findChild<DetailsPanel *>(); };
    stage.step(u"Enter shows the details of a target, its token behind a click"_s, [&] {
        stage.press(&deploy.targets().table(), Qt::Key_Return);
        stage.expect(u"the details"_s, [&] {
            return details()->isVisible() && stage.button<QPushButton>(u"Show"_s) != nullptr;
        });
        stage.picture(u"details-light"_s);
        stage.click(stage.button<QPushButton>(u"Show"_s), u"the button that shows the token"_s);
        stage.expect(
            u"the token"_s, [&] { return stage.button<QPushButton>(u"Hide"_s) != nullptr; });
    });
    stage.step(u"close the details"_s, [&] {
        stage.press(&deploy.targets().table(), Qt::Key_I, Qt::ControlModifier);
        stage.expect(u"no details"_s, [&] { return !details()->isVisible(); });
    });
}

} // namespace

void playFleet(Stage &stage)
{
    auto *const deploy = stage.window().findChild<DeployWorkspace *>();
    if (deploy == nullptr)
        return;
    playSearch(stage, *deploy);
    FleetTable &targets = deploy->targets().table();
    stage.step(u"select a set"_s, [&] {
        SetsPane &sets = deploy->sets();
        stage.expect(
            u"gateway-os 2.4.0"_s, [&sets] { return rowOfSet(sets, u"gateway-os 2.4.0"_s) >= 0; });
        const int row = rowOfSet(sets, u"gateway-os 2.4.0"_s);
        sets.table().scrollTo(sets.model().index(row, 0));
        stage.clickRow(sets.table(), row);
        stage.expect(u"the chosen set"_s,
            [&sets] { return sets.currentSet() && sets.currentSet()->version == u"2.4.0"; });
    });
    stage.step(u"select targets with Shift and Ctrl"_s, [&] {
        stage.clickRow(targets, 1);
        stage.clickRow(targets, 6, Qt::ShiftModifier);
        stage.clickRow(targets, 8, Qt::ControlModifier);
        stage.clickRow(targets, 10, Qt::ControlModifier);
        stage.expect(u"8 selected targets"_s,
            [deploy] { return deploy->targets().selection().count() == 8; });
        stage.picture(u"selected-light"_s);
    });
    playDetails(stage, *deploy);
}

} // namespace falconer

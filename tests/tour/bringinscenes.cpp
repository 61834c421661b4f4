// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/scenes.h"
#include "tests/tour/stage.h"

#include "models/pagedmodel.h"
#include "tests/support/hand.h"
#include "ui/composition/setsside.h"
#include "ui/deploy/deployworkspace.h"
#include "ui/deploy/fleettable.h"
#include "ui/deploy/setspane.h"
#include "ui/deploy/targetspane.h"
#include "ui/plan/plansheet.h"
#include "ui/repository/repositoryworkspace.h"
#include "ui/uploads/dropsheet.h"
#include "ui/uploads/uploadsdock.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QUrl>
#include <QWindow>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

const QString setName = u"gateway-os"_s;
const QString setVersion = u"2.5.0"_s; // of which the demo has the one before

bool isNew(const std::optional<DistributionSet> &set)
{
    return set && set->name == setName && set->version == setVersion;
}

QString writeBundle(const QTemporaryDir &folder)
{
    QFile file(folder.filePath(u"%1-%2.raucb"_s.arg(setName, setVersion)));
    if (file.open(QIODevice::WriteOnly))
        file.write(QByteArray(2'000'000, 'f'));
    return file.fileName();
}

// A part of the open sheet, by its name; nullptr: it is not there.
template <typename Sheet, typename Part> Part *partOf(const Stage &stage, const QString &name)
{
    const auto *const sheet = stage.window().findChild<Sheet *>();
    return sheet == nullptr ? nullptr : sheet->template findChild<Part *>(name);
}

QPushButton *dropButton(const Stage &stage, const QString &name)
{
    return partOf<DropSheet, QPushButton>(stage, name);
}

// What a file manager sends to the window: a drag from outside cannot be played by the mouse.
void dropFile(Stage &stage, const QWidget &on, const QString &path)
{
    QWindow *const window = stage.window().windowHandle();
    const QPoint place = middleOf(on);
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(path) });
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(window, &enter);
    QDragMoveEvent move(place, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(window, &move);
    stage.expect(u"a place that takes the file"_s, [&move] { return move.isAccepted(); });
    stage.picture(u"bring-in-drag"_s);
    QDropEvent drop(place, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(window, &drop);
}

void bringIn(Stage &stage, RepositoryWorkspace &repository, const QString &path)
{
    dropFile(stage, repository, path);
    stage.expect(u"a proposal that can be done as it is"_s, [&stage] {
        const auto *const button = dropButton(stage, u"do"_s);
        return button != nullptr && button->isEnabled();
    });
    stage.picture(u"bring-in-light"_s);
    stage.trigger(u"Dark"_s);
    stage.picture(u"bring-in-dark"_s);
    stage.trigger(u"Light"_s);
    stage.click(dropButton(stage, u"do"_s), u"the button that does it"_s);
    stage.expect(u"no sheet once all is done, and the new set selected"_s, [&] {
        return stage.window().findChild<DropSheet *>() == nullptr
            && isNew(repository.sets().currentSet());
    });
    const UploadList &uploads = stage.window().findChild<UploadsDock *>()->list();
    stage.expect(u"the file on the server"_s, [&] {
        const Upload *const last = uploads.uploadAt(uploads.rowCount() - 1);
        return last != nullptr && last->path == path && last->state == UploadState::Done;
    });
    stage.picture(u"bring-in-done"_s);
}

void lookAtUploads(Stage &stage, RepositoryWorkspace &repository)
{
    const auto toggle
        = [&stage] { return stage.window().findChild<QAbstractButton *>(u"toggle"_s); };
    stage.click(toggle(), u"what unfolds the uploads"_s);
    stage.expect(u"the new set, the newest"_s, [&] { return isNew(repository.sets().setAt(0)); });
    stage.picture(u"bring-in-uploaded"_s);
    stage.click(toggle(), u"what folds them again"_s);
}

// The first gateway in sight; -1: none.
int rowOfGateway(TargetsPane &targets)
{
    const QList<Target> known = targets.model().loadedItems(0, 9);
    const auto found = std::ranges::find_if(
        known, [](const Target &one) { return one.name.contains("-gw"_L1); });
    return found == known.end() ? -1 : int(found - known.begin());
}

void planIt(Stage &stage, DeployWorkspace &deploy)
{
    FleetTable &sets = deploy.sets().table();
    FleetTable &targets = deploy.targets().table();
    auto *const search = deploy.sets().findChild<QLineEdit *>();
    stage.type(search, setVersion);
    stage.expect(u"the new set alone"_s,
        [&] { return deploy.sets().model().total() == 1 && isNew(deploy.sets().setAt(0)); });
    targets.scrollToTop();
    int row = -1;
    if (!stage.expect(u"a gateway"_s, [&] {
            row = rowOfGateway(deploy.targets());
            return row >= 0;
        }))
        return;
    stage.drag(placeOf(sets, sets.model()->index(0, 0)),
        placeOf(targets, targets.model()->index(row, 0)), {});
    stage.expect(u"a plan that can be sent"_s, [&stage] {
        const auto *const title = partOf<PlanSheet, QLabel>(stage, u"title"_s);
        const auto *const assign = partOf<PlanSheet, QPushButton>(stage, u"assign"_s);
        return title != nullptr && title->text().contains(QString(setName + u' ' + setVersion))
            && assign != nullptr && assign->isEnabled();
    });
    stage.picture(u"bring-in-plan"_s);
    const QPointer<PlanSheet> sheet = stage.window().findChild<PlanSheet *>();
    stage.press(sheet, Qt::Key_Escape);
    stage.expect(u"no sheet"_s, [&] { return sheet == nullptr; });
    stage.type(search, {});
}

} // namespace

void playBringIn(Stage &stage)
{
    const QTemporaryDir folder;
    auto *const repository = stage.window().findChild<RepositoryWorkspace *>();
    auto *const deploy = stage.window().findChild<DeployWorkspace *>();
    if (repository == nullptr || deploy == nullptr)
        return;
    stage.step(u"a dropped file becomes the next version of a set"_s, [&] {
        const QString path = writeBundle(folder);
        stage.press(&stage.window(), Qt::Key_2, Qt::ControlModifier);
        if (!stage.expect(u"the Repository workspace"_s, [&] { return repository->isVisible(); }))
            return;
        bringIn(stage, *repository, path);
        lookAtUploads(stage, *repository);
    });
    stage.step(u"which can be rolled out at once"_s, [&] {
        stage.press(&stage.window(), Qt::Key_1, Qt::ControlModifier);
        if (stage.expect(u"Deploy again"_s, [&] { return deploy->isVisible(); }))
            planIt(stage, *deploy);
    });
}

} // namespace falconer

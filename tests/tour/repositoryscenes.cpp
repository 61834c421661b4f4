// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hand.h"
#include "tests/tour/scenes.h"
#include "tests/tour/stage.h"
#include "ui/composition/setpage.h"
#include "ui/composition/setsside.h"
#include "ui/deploy/deployworkspace.h"
#include "ui/repository/artifactspane.h"
#include "ui/repository/modulepage.h"
#include "ui/repository/modulespane.h"
#include "ui/repository/repositoryworkspace.h"
#include "ui/shared/dragtable.h"
#include "ui/shared/formsheet.h"

#include <QAbstractButton>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QLineEdit *fieldOf(const Stage &stage, const QString &name)
{
    for (QLineEdit *const edit : stage.window().findChildren<QLineEdit *>()) {
        if (edit->isVisible() && edit->accessibleName() == name)
            return edit;
    }
    return nullptr;
}

void openRepository(Stage &stage)
{
    stage.press(&stage.window(), Qt::Key_2, Qt::ControlModifier);
    stage.expect(u"the Repository workspace"_s, [&] {
        const auto *const repository = stage.window().findChild<RepositoryWorkspace *>();
        return repository != nullptr && repository->isVisible();
    });
}

void makeModule(Stage &stage, RepositoryWorkspace &repository)
{
    stage.click(
        repository.modules().findChild<QPushButton *>(u"new"_s), u"\"New...\" of the modules"_s);
    stage.expect(u"its sheet"_s, [&] { return fieldOf(stage, u"Version"_s) != nullptr; });
    stage.type(fieldOf(stage, u"Name"_s), u"edge-agent"_s);
    stage.type(fieldOf(stage, u"Version"_s), u"1.4.2"_s);
    stage.picture(u"repository-new-module"_s);
    stage.click(stage.button<QPushButton>(u"Create the module"_s), u"\"Create the module\""_s);
    stage.expect(u"the module, chosen"_s, [&] {
        const auto module = repository.modules().currentModule();
        return module && module->name == "edge-agent"_L1;
    });
}

void upload(Stage &stage, RepositoryWorkspace &repository, const QString &path)
{
    stage.click(stage.button<QPushButton>(u"Upload files..."_s), u"\"Upload files...\""_s);
    const auto *const dialog = stage.window().findChild<QFileDialog *>();
    if (!stage.expect(u"the file dialog"_s, [&] { return dialog != nullptr; }))
        return;
    auto *const name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    name->setText(path);
    stage.press(name, Qt::Key_Return);
    stage.window().activateWindow(); // where no window manager does it
    stage.expect(u"the file in the module"_s,
        [&] { return repository.modulePage().artifacts().artifacts().size() == 1; });
    stage.picture(u"repository-uploaded"_s);
}

void compose(Stage &stage, RepositoryWorkspace &repository)
{
    const auto modulesOfSet = [&repository] {
        const std::optional<DistributionSet> set = repository.sets().setAt(0);
        return set ? set->modules.size() : qsizetype(-1);
    };
    DragTable &modules = repository.modules().table();
    DragTable &sets = repository.sets().table();
    const qsizetype before = modulesOfSet();
    stage.drag(placeOf(modules, modules.model()->index(0, 0)),
        placeOf(sets, sets.model()->index(0, 0)),
        [&stage] { stage.pictureOfScreen(u"repository-drag"_s); });
    stage.expect(u"the module in the set"_s, [&] { return modulesOfSet() == before + 1; });
    stage.clickRow(sets, 0);
    stage.expect(u"the set below"_s, [&] { return repository.setPage().isVisible(); });
    stage.picture(u"repository-composed"_s);
    stage.resize({ 1024, 700 });
    stage.picture(u"repository-small"_s);
    stage.resize({ 1440, 900 });
}

} // namespace

void playRepository(Stage &stage)
{
    stage.step(u"a module and its file"_s, [&] {
        openRepository(stage);
        auto *const repository = stage.window().findChild<RepositoryWorkspace *>();
        if (repository == nullptr)
            return;
        stage.expect(u"its rows"_s, [&] { return repository->modules().moduleAt(3).has_value(); });
        stage.clickRow(repository->modules().table(), 2);
        stage.expect(u"the artifacts of a module"_s,
            [&] { return !repository->modulePage().artifacts().artifacts().isEmpty(); });
        stage.picture(u"repository-light"_s);
        stage.trigger(u"Dark"_s);
        stage.picture(u"repository-dark"_s);
        stage.trigger(u"Light"_s);
        makeModule(stage, *repository);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"edge-agent-1.4.2.tar.xz"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(QByteArray(300'000, 'a'));
        file.close();
        upload(stage, *repository, file.fileName());
        compose(stage, *repository);
        stage.click(stage.window().findChild<QAbstractButton *>(u"toggle"_s),
            u"what folds the uploads"_s); // room for the rows of the next scene
        stage.press(&stage.window(), Qt::Key_1, Qt::ControlModifier);
        stage.expect(u"Deploy again"_s,
            [&] { return stage.window().findChild<DeployWorkspace *>()->isVisible(); });
    });
}

} // namespace falconer

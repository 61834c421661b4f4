// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/scenes.h"
#include "tests/tour/stage.h"
#include "ui/deploy/deployworkspace.h"
#include "ui/repository/artifactspane.h"
#include "ui/repository/modulepage.h"
#include "ui/repository/modulespane.h"
#include "ui/repository/repositoryworkspace.h"
#include "ui/shared/dragtable.h"
#include "ui/shared/formsheet.h"

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
        stage.press(&stage.window(), Qt::Key_1, Qt::ControlModifier);
        stage.expect(u"Deploy again"_s,
            [&] { return stage.window().findChild<DeployWorkspace *>()->isVisible(); });
    });
}

} // namespace falconer

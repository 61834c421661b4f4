// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/repository/repositorystage.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QImage>
#include <QScrollArea>
#include <QScrollBar>

using namespace falconer;
using namespace Qt::StringLiterals;

// Draws the workspace and its sheets with either palette and at either width.
// FALCONER_PICTURES=DIR keeps the pictures to be looked at.
class tst_repositorypictures : public Test {
    Q_OBJECT

    static void keep(const QWidget &widget, const QString &name)
    {
        QCoreApplication::sendPostedEvents(); // layouts
        QCoreApplication::processEvents();
        const QString folder = qEnvironmentVariable("FALCONER_PICTURES");
        if (!folder.isEmpty())
            const_cast<QWidget &>(widget).grab().save(
                folder + u"/repository-"_s + name + u".png"_s);
    }

    static void makeVaried(SimModule &module)
    {
        SimArtifact notes = module.artifacts.first();
        notes.id += 1'000'000;
        notes.filename = u"release-notes-2.4.0-rc2.pdf"_s;
        notes.size = 1'482'112;
        module.artifacts << notes;
        module.description = u"Kernel, boot loader and root file system for the edge gateway"_s;
        module.metadata.insert(
            u"signed-by"_s, { .value = u"Release CA 3"_s, .targetVisible = true });
        module.metadata.insert(u"build"_s, { .value = u"jenkins 8812"_s });
    }

private slots:
    void draws_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light-1440") << false << QSize(1388, 836);
        QTest::newRow("dark-1440") << true << QSize(1388, 836);
        QTest::newRow("light-1024") << false << QSize(972, 636); // beside the rail
    }

    void draws()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        const Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        RepositoryStage stage;
        stage.window->resize(size);
        QCOMPARE(stage.window->size(), size); // nothing needs more room
        stage.changeModule(u"gateway-os"_s, u"2.4.0-rc2"_s, &makeVaried);
        stage.workspace->refresh();
        QTRY_VERIFY(stage.isAtRest());
        stage.select(u"gateway-os"_s, u"2.4.0-rc2"_s);
        QTRY_COMPARE(stage.artifacts().artifacts().size(), 2);
        QTRY_VERIFY(!stage.workspace->modulePage().findChildren<QLabel *>().isEmpty());
        QTest::qWait(0);
        keep(*stage.window, name);

        clickAt(stage.pane().findChild<QPushButton *>(u"new"_s));
        QTRY_VERIFY(stage.deed()->isEnabled());
        clickAt(stage.deed());
        QVERIFY(stage.field(u"Name"_s)->hasProblem());
        keep(*stage.window, name + u"-new"_s);
        stage.sheet()->reject();

        clickAt(stage.command(u"delete"_s));
        QTRY_VERIFY(stage.sheet() && stage.deed()->isEnabled());
        QTRY_VERIFY(!stage.line(u"files"_s).isEmpty());
        const auto *const area = stage.sheet()->findChild<QScrollArea *>();
        QTRY_COMPARE(area->verticalScrollBar()->maximum(), 0); // all is in sight
        keep(*stage.window, name + u"-delete"_s);
        stage.sheet()->reject();

        clickAt(stage.command(u"edit"_s));
        QTRY_VERIFY(stage.sheet());
        keep(*stage.window, name + u"-edit"_s);
    }
};

FALCONER_TEST(tst_repositorypictures)
#include "tst_repositorypictures.moc"

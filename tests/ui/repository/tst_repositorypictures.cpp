// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/repository/repositorystage.h"
#include "ui/composition/setsside.h"
#include "ui/repository/modulessheet.h"
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
        for (int round = 0; round < 5; ++round) // a sheet grows with what is in it
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

    static QString longName()
    {
        return u"edge-gateway-operating-system-with-everything-that-a-plant-in-a-cold-country-"
               u"could-ever-need-and-a-name-that-nobody-reads-to-its-end-"_s.left(128);
    }
    static QString longVersion()
    {
        return u"2.4.0-rc2+build.20261128.231500.a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6"_s;
    }

    static void makeLong(SimModule &module)
    {
        module.name = longName();
        module.version = longVersion();
        module.vendor
            = u"The company whose name is longer than any field of any form "_s.repeated(3);
        module.description = u"Kernel, boot loader and root file system. "_s.repeated(10);
        SimArtifact file = module.artifacts.first();
        module.artifacts.clear();
        for (int i = 0; i < 50; ++i) {
            file.id += 1'000'000;
            file.filename = u"%1-%2.raucb"_s.arg(longName().left(90), QString::number(i));
            file.size = (i + 1) * 123'456'789LL;
            module.artifacts << file;
        }
        module.metadata.insert(u"a-key-that-is-as-long-as-keys-may-be-and-then-some-more"_s,
            { .value = u"a value of many words that goes on and on "_s.repeated(8),
                .targetVisible = true });
    }

private slots:
    void draws_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light-1440") << false << QSize(1388, 836);
        QTest::newRow("dark-1440") << true << QSize(1388, 836);
        QTest::newRow("light-1024") << false << QSize(972, 636); // beside the rail
        QTest::newRow("dark-1024") << true << QSize(972, 636);
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
        stage.bench.change([](Fleet &fleet) {
            for (auto &[id, type] : fleet.moduleTypes.rows())
                type.colour = type.key == u"os"_s ? u"#3584e4"_s : QString();
            for (auto &[id, type] : fleet.setTypes.rows())
                type.colour = type.key == u"os"_s ? QString() : u"rgb(229,165,10)"_s;
        });
        stage.workspace->sets().types().read();
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

    void drawsExtremes_data() { draws_data(); }

    // Names as long as the server takes, no artifact and as many as it takes, several at once.
    void drawsExtremes()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        const Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        RepositoryStage stage;
        stage.window->resize(size);
        stage.changeModule(u"gateway-os"_s, u"2.4.0-rc2"_s, &makeLong);
        stage.changeModule(u"gateway-os-apps"_s, u"2.4.0-rc2"_s,
            [](SimModule &module) { module.artifacts.clear(); });
        stage.workspace->refresh();
        QTRY_VERIFY(stage.isAtRest() && stage.rowOf(longName(), longVersion()) >= 0);
        stage.select(u"gateway-os-apps"_s, u"2.4.0-rc2"_s);
        QTRY_VERIFY(stage.artifacts().table().emptyState().isVisible());
        keep(*stage.window, name + u"-none"_s);
        stage.select(longName(), longVersion());
        QTRY_COMPARE(stage.artifacts().artifacts().size(), 50);
        keep(*stage.window, name + u"-long"_s);
        clickRow(&stage.artifacts().table(), 0);
        clickAt(stage.artifacts().findChild<QPushButton *>(u"delete"_s));
        QTRY_VERIFY(stage.sheet() && !stage.line(u"held"_s).isEmpty());
        keep(*stage.window, name + u"-delete-artifact"_s);
        stage.sheet()->reject();

        stage.select(u"gateway-os"_s, u"2.4.0"_s, Qt::ControlModifier);
        clickAt(stage.command(u"delete"_s));
        auto *const several = stage.window->findChild<ModulesSheet *>();
        QVERIFY(several);
        auto *const deed = several->findChild<QPushButton *>(u"do"_s);
        QTRY_VERIFY(deed->isVisible());
        keep(*stage.window, name + u"-several"_s);
        // Refused: the sets are locked, and this user may not unlock them.
        stage.bench.change([](Fleet &fleet) {
            for (SimUser &user : fleet.users)
                user.granted = { u"DELETE_SOFTWARE_MODULE"_s };
        });
        clickAt(deed);
        QTRY_COMPARE(deed->text(), u"Try again"_s);
        keep(*stage.window, name + u"-refused"_s);
    }
};

FALCONER_TEST(tst_repositorypictures)
#include "tst_repositorypictures.moc"

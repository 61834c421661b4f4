// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/repository/repositorystage.h"
#include "ui/shared/dropoverlay.h"

using namespace falconer;
using namespace Qt::StringLiterals;

// Real drags of files onto modules.
class tst_repositorydrags : public Test {
    Q_OBJECT

    static QString sentenceOver(const QWidget &widget)
    {
        const auto *const overlay = widget.findChild<DropOverlay *>();
        return overlay && overlay->isVisible() ? overlay->verdict().sentence : QString();
    }

private slots:
    void filesDroppedOnAModuleGoIntoIt()
    {
        RepositoryStage stage;
        stage.desktop->putOut(
            { stage.file(u"rootfs.img"_s, 3000), stage.file(u"more/notes.txt"_s, 100) });
        stage.select(u"gateway-os"_s, u"2.4.0-rc2"_s);
        QTRY_COMPARE(stage.artifacts().artifacts().size(), 1);
        QString sentence;
        drag(stage.window.get(), middleOf(*stage.desktop),
            stage.placeOfModule(u"gateway-os"_s, u"2.4.0-rc2"_s),
            [&] { sentence = sentenceOver(stage.table()); });
        QCOMPARE(sentence, u"Put 2 files into gateway-os 2.4.0-rc2"_s);
        QCOMPARE(stage.desktop->outcome(), Qt::CopyAction); // the files stay where they are
        // The page shows them as soon as they are there, without being asked.
        QTRY_COMPARE_WITH_TIMEOUT(stage.artifacts().artifacts().size(), 3, 20'000);
        QStringList names;
        const SimModule module = *stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s);
        for (const SimArtifact &each : module.artifacts)
            names << each.filename;
        QVERIFY(names.contains(u"rootfs.img"_s));
        QVERIFY(names.contains(u"notes.txt"_s));
        QVERIFY(sentenceOver(stage.table()).isEmpty());
    }

    void aFolderIsLookedInto()
    {
        RepositoryStage stage;
        stage.file(u"release/a.bin"_s, 10);
        stage.file(u"release/deep/b.bin"_s, 20);
        stage.file(u"release/empty.bin"_s, 0);
        stage.desktop->putOut({ stage.folder.filePath(u"release"_s) });
        drag(stage.window.get(), middleOf(*stage.desktop),
            stage.placeOfModule(u"gateway-os"_s, u"2.4.0-rc2"_s));
        QTRY_COMPARE_WITH_TIMEOUT(
            stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->artifacts.size(), 3, 20'000);
        const auto *const banner = stage.pane().findChild<Banner *>();
        QTRY_COMPARE(banner->sentence(), u"Empty, which hawkBit refuses: empty.bin."_s);
    }

    void aLockedModuleSaysWhyItTakesNone()
    {
        RepositoryStage stage;
        stage.desktop->putOut({ stage.file(u"rootfs.img"_s) });
        QString sentence;
        drag(stage.window.get(), middleOf(*stage.desktop),
            stage.placeOfModule(u"gateway-os"_s, u"2.4.0"_s),
            [&] { sentence = sentenceOver(stage.table()); });
        QCOMPARE(
            sentence, u"gateway-os 2.4.0 is locked: it takes no files until it is unlocked."_s);
        QVERIFY(stage.uploads.uploads().isEmpty());
        QTRY_VERIFY(sentenceOver(stage.table()).isEmpty());
    }
};

FALCONER_TEST(tst_repositorydrags)
#include "tst_repositorydrags.moc"

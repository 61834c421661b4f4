// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/moduleverdicts.h"

#include "tests/support/testregistry.h"

#include <QTest>
#include <QTranslator>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

const SoftwareModule open{ .id = 1, .name = u"gateway-os"_s, .version = u"2.4"_s };
const SoftwareModule locked{ .id = 2, .name = u"camera-fw"_s, .version = u"7.1"_s, .locked = true };

ServerFacts factsWith(const QStringList &permissions)
{
    ServerFacts facts;
    facts.user = { .username = u"viewer"_s, .permissions = permissions };
    return facts;
}

ServerFacts admin()
{
    return factsWith({ u"ROLE_TENANT_ADMIN"_s });
}

ServerFacts viewer()
{
    return factsWith({ u"READ_SOFTWARE_MODULE"_s });
}

ItemSelection<SoftwareModule> picked(const QList<SoftwareModule> &modules)
{
    return ItemSelection<SoftwareModule>::of(modules);
}

} // namespace

class tst_moduleverdicts : public Test {
    Q_OBJECT

    QTranslator m_plurals;

private slots:
    void aServerIsQuotedInItsOwnWords()
    {
        ServerFacts old = factsWith({ u"READ_REPOSITORY"_s });
        old.dialect.detailedActionStatus = false;
        const auto why = [&](ModuleCommand command) {
            return moduleVerdict(command, picked({ open }), old).sentence;
        };
        QCOMPARE(why(ModuleCommand::Edit),
            u"viewer may not do this here: that needs UPDATE_REPOSITORY."_s);
        QCOMPARE(why(ModuleCommand::Upload),
            u"viewer may not do this here: that needs CREATE_REPOSITORY."_s);
        QCOMPARE(downloadVerdict({ Artifact() }, old).sentence,
            u"viewer may not do this here: that needs DOWNLOAD_REPOSITORY_ARTIFACT."_s);
        old.user.permissions << u"DOWNLOAD_REPOSITORY_ARTIFACT"_s;
        QVERIFY(downloadVerdict({ Artifact() }, old).allowed);
        QCOMPARE(moduleVerdict(ModuleCommand::Edit, picked({ open }), viewer()).sentence,
            u"viewer may not do this here: that needs UPDATE_SOFTWARE_MODULE."_s);
    }

    void initTestCase()
    {
        QVERIFY(m_plurals.load(u":/translations/falconer_en.qm"_s));
        QCoreApplication::installTranslator(&m_plurals);
    }

    void nothingSelectedSaysSo()
    {
        for (const ModuleCommand command : { ModuleCommand::Edit, ModuleCommand::Lock,
                 ModuleCommand::Delete, ModuleCommand::Upload }) {
            const DropVerdict verdict = moduleVerdict(command, picked({}), admin());
            QVERIFY(!verdict.allowed);
            QCOMPARE(verdict.sentence, u"Select a software module first."_s);
        }
    }

    void aMissingRightIsNamed()
    {
        const QString sentence = u"viewer may not do this here: that needs %1_SOFTWARE_MODULE."_s;
        const std::pair<ModuleCommand, QString> rights[]{ { ModuleCommand::Edit, u"UPDATE"_s },
            { ModuleCommand::Lock, u"UPDATE"_s }, { ModuleCommand::Delete, u"DELETE"_s },
            { ModuleCommand::Upload, u"CREATE"_s } };
        for (const auto &[command, right] : rights)
            QCOMPARE(moduleVerdict(command, picked({ open }), viewer()),
                (DropVerdict{ false, sentence.arg(right) }));
        QVERIFY(!newModuleVerdict(viewer()).allowed);
        QVERIFY(!filesVerdict(open, u"1 file"_s, viewer()).allowed);
        QVERIFY(!metadataIsFixed(viewer()).isEmpty());
        QVERIFY(metadataIsFixed(admin()).isEmpty());
    }

    void theOldNamesOfRightsCount()
    {
        const ServerFacts old
            = factsWith({ u"UPDATE_REPOSITORY"_s, u"DOWNLOAD_REPOSITORY_ARTIFACT"_s });
        QVERIFY(moduleVerdict(ModuleCommand::Edit, picked({ open }), old).allowed);
        QVERIFY(!moduleVerdict(ModuleCommand::Delete, picked({ open }), old).allowed);
        QVERIFY(downloadVerdict({ Artifact{} }, old).allowed);
        QVERIFY(!downloadVerdict({ Artifact{} }, viewer()).allowed);
    }

    void deletingAndLockingTakeSeveral()
    {
        const QString one = u"Select one software module only."_s;
        const auto several = picked({ open, locked });
        QCOMPARE(moduleVerdict(ModuleCommand::Edit, several, admin()), (DropVerdict{ false, one }));
        QCOMPARE(
            moduleVerdict(ModuleCommand::Upload, several, admin()), (DropVerdict{ false, one }));
        QVERIFY(moduleVerdict(ModuleCommand::Delete, several, admin()).allowed);
        QVERIFY(moduleVerdict(ModuleCommand::Lock, several, admin()).allowed);
        QVERIFY(areAllLocked(picked({ locked })));
        QVERIFY(!areAllLocked(several));
        QVERIFY(!areAllLocked(picked({})));
    }

    // All that match: their values are not at hand, but that is no reason against it.
    void whatIsNotLoadedIsSelectedAllTheSame()
    {
        const ItemSelection<SoftwareModule> all{ .filter = QString(), .count = 51 };
        QCOMPARE(moduleVerdict(ModuleCommand::Delete, all, admin()),
            (DropVerdict{
                true, u"Look what deleting the 51 selected modules would do, then decide"_s }));
        QVERIFY(moduleVerdict(ModuleCommand::Lock, all, admin()).allowed);
        QVERIFY(!areAllLocked(all));
        QCOMPARE(moduleVerdict(ModuleCommand::Edit, all, admin()).sentence,
            u"Select one software module only."_s);
        QVERIFY(!moduleVerdict(ModuleCommand::Delete, all, viewer()).allowed);
        const ItemSelection<SoftwareModule> early{ .items = { open }, .count = 3 };
        QCOMPARE(moduleVerdict(ModuleCommand::Delete, early, admin()).sentence,
            u"The selected rows are still being read."_s);
        const ItemSelection<SoftwareModule> gone{ .ids = { 7 }, .count = 1 };
        QVERIFY(moduleVerdict(ModuleCommand::Edit, gone, admin())
                    .sentence.startsWith(u"What is selected is not loaded"_s));
    }

    void aLockedModuleSaysWhyItTakesNoFiles()
    {
        const QString why = u"camera-fw 7.1 is locked: it takes no files until it is unlocked."_s;
        QCOMPARE(filesVerdict(locked, u"2 files"_s, admin()), (DropVerdict{ false, why }));
        QCOMPARE(moduleVerdict(ModuleCommand::Upload, picked({ locked }), admin()).sentence, why);
        QCOMPARE(filesVerdict(open, u"2 files"_s, admin()),
            (DropVerdict{ true, u"Put 2 files into gateway-os 2.4"_s }));
    }

    void aDeletedModuleTakesNothing()
    {
        SoftwareModule gone = open;
        gone.deleted = true;
        QVERIFY(!filesVerdict(gone, u"1 file"_s, admin()).allowed);
        QVERIFY(!moduleVerdict(ModuleCommand::Edit, picked({ gone }), admin()).allowed);
    }

    void anArtifactOfALockedModuleCanBeDeletedByUnlocking()
    {
        const Artifact artifact{ .id = 7, .providedFilename = u"a.bin"_s };
        QCOMPARE(deleteArtifactVerdict(locked, { artifact }, admin()),
            (DropVerdict{
                true, u"camera-fw 7.1 is locked: deleting a.bin would unlock it first"_s }));
        QVERIFY(!deleteArtifactVerdict(locked, {}, admin()).allowed);
        QVERIFY(!deleteArtifactVerdict(open, { artifact }, viewer()).allowed);
    }
};

FALCONER_TEST(tst_moduleverdicts)
#include "tst_moduleverdicts.moc"

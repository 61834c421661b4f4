// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/repository/repositorystage.h"
#include "ui/composition/setsside.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/metadatatable.h"
#include "ui/shared/propertysheet.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QToolButton>

using namespace falconer;
using namespace Qt::StringLiterals;

// What is in a module: its files and metadata, before a simulated server.
class tst_modulepage : public Test {
    Q_OBJECT

    static void choose(const RepositoryStage &stage, const QString &version)
    {
        stage.select(u"gateway-os"_s, version);
        QTRY_COMPARE(stage.artifacts().artifacts().size(), 1);
        clickRow(&stage.artifacts().table(), 0);
    }

    static QString cell(const RepositoryStage &stage, int column, int role = Qt::DisplayRole)
    {
        return stage.artifacts().table().model()->index(0, column).data(role).toString();
    }

    static QPushButton *command(const RepositoryStage &stage, const QString &name)
    {
        return stage.artifacts().findChild<QPushButton *>(name);
    }

    static bool factsSay(const RepositoryStage &stage, const QString &text)
    {
        const auto labels
            = stage.workspace->modulePage().findChild<PropertySheet *>()->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&text](const QLabel *label) { return label->text() == text; });
    }

private slots:
    void artifactsAreListedWithTheirHashes()
    {
        RepositoryStage stage;
        choose(stage, u"2.4.0-rc2"_s);
        const SimArtifact artifact = stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->artifacts[0];
        QCOMPARE(cell(stage, 0), artifact.filename);
        QCOMPARE(cell(stage, 1, Qt::ToolTipRole),
            QString(QLocale().toString(artifact.size) + u" bytes"_s));
        const QByteArray hashes[]{ artifact.sha256, artifact.sha1, artifact.md5 };
        for (int i = 0; i < 3; ++i) {
            const QString whole = QString::fromLatin1(hashes[i]);
            QCOMPARE(cell(stage, 2 + i, Qt::ToolTipRole), whole);
            QVERIFY(whole.startsWith(cell(stage, 2 + i).chopped(1)));
        }
        QTest::keyClick(&stage.artifacts().table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromLatin1(artifact.sha256));
    }

    void nothingIsAskedTwiceForTheSameModule()
    {
        RepositoryStage stage;
        choose(stage, u"2.4.0-rc2"_s);
        QTRY_VERIFY(factsSay(stage, u"gateway-os 2.4.0-rc2 (complete)"_s)); // the set that holds it
        stage.feed->pause(); // else it asks again for what is in sight
        QTRY_VERIFY(
            stage.workspace->sets().types().isRead()); // the last that is asked at the start
        const qint64 sent = stage.session->client().sentCount();
        choose(stage, u"2.4.0-rc2"_s);
        QCOMPARE(stage.session->client().sentCount(), sent);
    }

    // As while a distribution set is looked at instead, or another workspace.
    void nothingIsAskedForOutOfSight()
    {
        RepositoryStage stage;
        Client client(stage.session->client().options());
        Feed feed(client);
        ModulePage page(
            { client, feed, stage.session->facts(), stage.settings, { .profile = u"Test"_s },
                RepositoryStage::profileId(), nullptr, &QDateTime::currentDateTimeUtc });
        const auto module = [&stage](const QString &version) {
            const int row = stage.rowOf(u"gateway-os"_s, version);
            return stage.pane().model().itemAt(row);
        };
        // A question of its own is sent behind all that are asked before it.
        const auto sentAfterLook = [&] {
            feed.refresh();
            bool isAnswered = false;
            const Call call = client.send(listSoftwareModules({ .limit = 1 }),
                [&isAnswered](const auto &) { isAnswered = true; });
            return QTest::qWaitFor([&] { return isAnswered; }) ? client.sentCount() : 0;
        };
        page.showModule(module(u"2.4.0-rc2"_s));
        QCOMPARE(sentAfterLook(), 1);
        page.resize(900, 300);
        page.show();
        QTRY_COMPARE(page.artifacts().artifacts().size(), 1);
        QTRY_COMPARE(client.sentCount(), 4); // artifacts, sets that hold it, metadata
        QCOMPARE(sentAfterLook(), 6);        // the artifacts again
        page.hide();
        QCOMPARE(sentAfterLook(), 7);
        page.showModule(module(u"2.4.0"_s));
        QCOMPARE(sentAfterLook(), 8);
        page.show();
        QTRY_COMPARE(page.artifacts().artifacts().size(), 1);
        QCOMPARE(page.artifacts().artifacts().first().id,
            stage.module(u"gateway-os"_s, u"2.4.0"_s)->artifacts.first().id);
        QTRY_COMPARE(client.sentCount(), 11);
    }

    void anArtifactIsDeleted()
    {
        RepositoryStage stage;
        choose(stage, u"2.4.0-rc2"_s);
        QTest::keyClick(&stage.artifacts().table(), Qt::Key_Delete);
        QTRY_VERIFY(stage.sheet());
        QTRY_VERIFY(!stage.line(u"held"_s).isEmpty());
        QVERIFY(stage.line(u"locked"_s).isEmpty());
        QVERIFY(stage.keep()->hasFocus());
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QTRY_COMPARE(stage.artifacts().artifacts().size(), 0);
        QVERIFY(stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->artifacts.isEmpty());
    }

    // What the server refused for its storage is tried again behind that.
    void aDeletedArtifactMakesRoomForUploads()
    {
        FleetOptions options;
        {
            RepositoryStage full;
            qint64 &stored = options.quotas.artifactStorage = 1'000;
            full.bench.change([&stored](Fleet &fleet) {
                for (const auto &[id, module] : fleet.modules.rows()) {
                    for (const SimArtifact &artifact : module.artifacts)
                        stored += artifact.size;
                }
            });
        }
        RepositoryStage stage(options);
        choose(stage, u"2.4.0-rc2"_s);
        const auto send = [&stage](const QString &name) {
            const qint64 id = *stage.uploads.add({ .profileId = RepositoryStage::profileId(),
                .softwareModuleId = stage.pane().currentModule()->id,
                .path = stage.file(name) });
            (void)QTest::qWaitFor([&] {
                const UploadState state = stage.uploads.find(id)->state;
                return state == UploadState::Done || state == UploadState::Failed;
            });
            return *stage.uploads.find(id);
        };
        QCOMPARE(send(u"early.img"_s).problem, UploadProblem::Quota);
        QTest::keyClick(&stage.artifacts().table(), Qt::Key_Delete);
        QTRY_VERIFY(stage.sheet());
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QCOMPARE(send(u"late.img"_s).state, UploadState::Done);
    }

    void anArtifactThatIsGoneAlreadyIsDeleted()
    {
        RepositoryStage stage;
        choose(stage, u"2.4.0-rc2"_s);
        QTest::keyClick(&stage.artifacts().table(), Qt::Key_Delete);
        QTRY_VERIFY(stage.sheet());
        stage.changeModule(
            u"gateway-os"_s, u"2.4.0-rc2"_s, [](SimModule &module) { module.artifacts.clear(); });
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QTRY_COMPARE(stage.artifacts().artifacts().size(), 0);
    }

    void anArtifactOfALockedModuleIsDeletedAfterUnlocking()
    {
        RepositoryStage stage;
        choose(stage, u"2.4.0"_s);
        clickAt(command(stage, u"delete"_s));
        QTRY_VERIFY(stage.sheet());
        QCOMPARE(stage.deed()->text(), u"Unlock the module and delete"_s);
        QVERIFY(!stage.line(u"locked"_s).isEmpty());
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QVERIFY(stage.module(u"gateway-os"_s, u"2.4.0"_s)->artifacts.isEmpty());
        QVERIFY(!stage.module(u"gateway-os"_s, u"2.4.0"_s)->locked);
        QTRY_VERIFY(!stage.pane().currentModule()->locked);
    }

    void aModuleThatIsLockedMeanwhileOffersToUnlock()
    {
        RepositoryStage stage;
        choose(stage, u"2.4.0-rc2"_s);
        clickAt(command(stage, u"delete"_s));
        QTRY_VERIFY(stage.sheet());
        stage.changeModule(
            u"gateway-os"_s, u"2.4.0-rc2"_s, [](SimModule &module) { module.locked = true; });
        clickAt(stage.deed());
        QTRY_COMPARE(stage.deed()->text(), u"Unlock the module and delete"_s);
        QCOMPARE(stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->artifacts.size(), 1);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QVERIFY(stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->artifacts.isEmpty());
    }

    void metadataIsAddedAndVisibleToDevices()
    {
        RepositoryStage stage;
        choose(stage, u"2.4.0-rc2"_s);
        MetadataTable &metadata = stage.workspace->modulePage().metadata();
        clickAt(metadata.findChild<QPushButton *>(u"metadataAdd"_s));
        QTest::keyClicks(QApplication::focusWidget(), u"signed-by"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), u"Release CA 3"_s);
        QTest::mouseClick(metadata.findChild<QCheckBox *>(), Qt::LeftButton, {}, QPoint(8, 8));
        for (QPushButton *const button : metadata.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == "Save"_L1)
                clickAt(button);
        }
        QTRY_COMPARE(metadata.entries().size(), 1);
        const SimMetadata stored
            = stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->metadata.value(u"signed-by"_s);
        QCOMPARE(stored.value, u"Release CA 3"_s);
        QVERIFY(stored.targetVisible);
    }

    // In the smallest window nothing beside what is noted is cut.
    void metadataLeavesTheArtifactsTheirCommands()
    {
        RepositoryStage stage;
        stage.workspace->resize(972, 636);
        choose(stage, u"2.4.0-rc2"_s);
        ModulePage &page = stage.workspace->modulePage();
        const QWidget &artifacts = page.artifacts();
        const int before = artifacts.width();
        clickAt(page.metadata().findChild<QPushButton *>(u"metadataAdd"_s));
        QTRY_VERIFY(page.metadata().findChild<QCheckBox *>()->isVisible());
        QCOMPARE(artifacts.width(), before);
        for (const QString &name : { u"download"_s, u"delete"_s }) {
            const auto *const button = artifacts.findChild<QPushButton *>(name);
            QVERIFY(artifacts.rect().contains(
                QRect(button->mapTo(&artifacts, QPoint()), button->size())));
        }
    }

    void noModuleChosenSaysWhatToDo()
    {
        RepositoryStage stage;
        QVERIFY(!stage.artifacts().isVisible());
        QVERIFY(!stage.workspace->modulePage().module());
        choose(stage, u"2.4.0-rc2"_s);
        QVERIFY(stage.artifacts().isVisible());
        stage.select(u"gateway-os"_s, u"2.4.0"_s, Qt::ControlModifier);
        QTRY_VERIFY(!stage.artifacts().isVisible()); // two: no details of one
        QCOMPARE(stage.workspace->modulePage().findChild<EmptyState *>()->sentence(),
            u"2 software modules are selected"_s);
    }
};

FALCONER_TEST(tst_modulepage)
#include "tst_modulepage.moc"

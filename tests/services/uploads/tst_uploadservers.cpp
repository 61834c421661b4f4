// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadfile.h"
#include "services/uploads/uploadrules.h"
#include "tests/services/uploads/uploadstage.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebi = 1024LL * 1024;

// A profile whose address is edited: it leads to one server, then to another one with the same
// module.
struct Move {
    UploadStage stage;
    UploadStage other;
    FaultProxy toOther{ quint16(other.bench().url().port()) };
    UploadQueue queue{ stage.queuePath() };

    void toFirst() { queue.connectProfile(u"p"_s, stage.options()); }
    void toSecond()
    {
        queue.connectProfile(u"p"_s, UploadStage::optionsOf(toOther.instead(other.bench().url())));
    }
    QString second() { return toOther.instead(other.bench().url()).toString(); }
    // Queued for the first, which was left at once.
    qint64 queueForFirst(qint64 size = 1'000)
    {
        toFirst();
        const qint64 id = *queue.add(stage.newUpload(stage.makeFile(u"a.swu"_s, size)));
        queue.disconnectProfile(u"p"_s);
        return id;
    }
    bool asksWhere(qint64 id) const
    {
        return stateOf(queue, id) == UploadState::Asking
            && problemOf(queue, id) == UploadProblem::OtherServer;
    }
};

} // namespace

// An upload goes to the server that it was queued for, or asks.
class tst_uploadservers : public Test {
    Q_OBJECT

private slots:
    void anotherServerIsAskedAboutFirst()
    {
        Move move;
        const qint64 id = move.queueForFirst();
        QCOMPARE(move.queue.find(id)->server, move.stage.bench().url().toString());
        move.toSecond();
        QTRY_VERIFY(move.asksWhere(id));
        QCOMPARE(move.queue.find(id)->profileServer, move.second());
        move.queue.retry({ id }); // is no answer to that
        QTRY_VERIFY(move.asksWhere(id));
        QCOMPARE(move.toOther.connections(), 0);

        move.queue.sendToProfileServer(id);
        QTRY_COMPARE(stateOf(move.queue, id), UploadState::Done);
        QCOMPARE(move.queue.find(id)->server, move.second());
        QCOMPARE(move.other.artifactNames(), QStringList{ u"a.swu"_s });
        QVERIFY(move.stage.artifacts().isEmpty());
    }

    void backAtItsServerItGoesOn()
    {
        Move move;
        const qint64 id = move.queueForFirst();
        move.toSecond();
        QTRY_VERIFY(move.asksWhere(id));
        move.toFirst();
        QTRY_COMPARE(stateOf(move.queue, id), UploadState::Done);
        QCOMPARE(move.stage.artifactNames(), QStringList{ u"a.swu"_s });
    }

    void itIsAskedAnewAfterTheNextStart()
    {
        Move move;
        const QString path = move.stage.filePath(u"left"_s);
        {
            UploadQueue queue(path);
            (void)*queue.add(move.stage.newUpload(move.stage.makeFile(u"a.swu"_s, 1'000)));
            queue.connectProfile(u"p"_s, move.stage.options());
            queue.disconnectProfile(u"p"_s);
            queue.connectProfile(u"p"_s, UploadStage::optionsOf(move.other.bench().url()));
            QTRY_COMPARE(problemOf(queue, 1), UploadProblem::OtherServer);
        }
        UploadQueue queue(path);
        QCOMPARE(stateOf(queue, 1), UploadState::NotConnected);
        queue.connectProfile(u"p"_s, UploadStage::optionsOf(move.other.bench().url()));
        QTRY_COMPARE(problemOf(queue, 1), UploadProblem::OtherServer);
        QVERIFY(!queue.find(1)->profileServer.isEmpty());
        QVERIFY(move.other.artifacts().isEmpty());
    }

    void onlyIntoTheSameModule()
    {
        Move move;
        const qint64 id = move.queueForFirst();
        move.other.bench().change(
            [&move](Fleet &fleet) { fleet.modules.find(move.other.module())->name = u"panel"_s; });
        move.toSecond();
        QTRY_VERIFY(move.asksWhere(id));
        move.queue.sendToProfileServer(id);
        QTRY_COMPARE(problemOf(move.queue, id), UploadProblem::ModuleGone);
        QCOMPARE(move.toOther.connectionsOf("POST"), 0);
    }

    void whatHasNoProfileAnyMoreAsks()
    {
        Move move;
        const qint64 id = move.queueForFirst();
        const qint64 paused
            = *move.queue.add(move.stage.newUpload(move.stage.filePath(u"a.swu"_s)));
        move.queue.pause({ paused });
        move.queue.forgetProfile(u"p"_s);
        QTRY_COMPARE(problemOf(move.queue, id), UploadProblem::ProfileGone);
        QCOMPARE(stateOf(move.queue, paused), UploadState::Paused);
        move.queue.resume({ paused });
        QTRY_COMPARE(problemOf(move.queue, paused), UploadProblem::ProfileGone);
        move.queue.cancel({ paused });
        // Another server is none of its business.
        move.queue.connectProfile(u"q"_s, UploadStage::optionsOf(move.other.bench().url()));
        QCOMPARE(move.queue.find(id)->profileId, u"p"_s);
        move.queue.retry({ id });
        QTRY_COMPARE(problemOf(move.queue, id), UploadProblem::ProfileGone);
        QCOMPARE(move.queue.find(id)->profileServer, QString());
    }

    void anotherProfileOfItsServerSendsItWhenSaid()
    {
        Move move;
        const qint64 id = move.queueForFirst();
        move.queue.forgetProfile(u"p"_s);
        QTRY_COMPARE(problemOf(move.queue, id), UploadProblem::ProfileGone);
        move.queue.connectProfile(u"q"_s, move.stage.options());
        QCOMPARE(stateOf(move.queue, id), UploadState::Asking);
        QCOMPARE(move.queue.find(id)->profileServer, move.stage.bench().url().toString());
        move.queue.forgetProfile(u"q"_s); // neither is this one there any more
        QCOMPARE(move.queue.find(id)->profileServer, QString());
        move.queue.connectProfile(u"r"_s, move.stage.options());
        QVERIFY(move.stage.artifacts().isEmpty());
        move.queue.retry({ id });
        QTRY_COMPARE(stateOf(move.queue, id), UploadState::Done);
        QCOMPARE(move.stage.artifactNames(), QStringList{ u"a.swu"_s });
        QCOMPARE(move.queue.find(id)->profileId, u"r"_s);
    }

    // One answer is enough, whoever was asked about the crash.
    void whatWasInterruptedIsSentByAnotherProfileAtOnce()
    {
        UploadStage stage;
        Upload upload = stage.leaveBehind(UploadState::Sending);
        upload.server = serverAddress(stage.bench().url());
        {
            UploadFile file(stage.queuePath());
            QVERIFY(file.load() && file.write({ .put = { upload } }));
        }
        UploadQueue queue(stage.queuePath());
        queue.forgetProfile(u"p"_s);
        queue.connectProfile(u"q"_s, stage.options());
        QCOMPARE(problemOf(queue, upload.id), UploadProblem::Interrupted);
        QVERIFY(stage.artifacts().isEmpty());
        queue.retry({ upload.id });
        QTRY_COMPARE(stateOf(queue, upload.id), UploadState::Done);
        QCOMPARE(queue.find(upload.id)->profileId, u"q"_s);
        QCOMPARE(stage.artifactNames(), QStringList{ u"a.swu"_s });
    }

    // Its profile is deleted while another one of the same server is signed in.
    void whoeverIsSignedInIsOfferedAtOnce()
    {
        Move move;
        const qint64 id = move.queueForFirst();
        move.queue.connectProfile(u"q"_s, move.stage.options());
        move.queue.connectProfile(u"z"_s, UploadStage::optionsOf(move.other.bench().url()));
        QCOMPARE(stateOf(move.queue, id), UploadState::NotConnected);
        move.queue.forgetProfile(u"p"_s);
        QTRY_COMPARE(problemOf(move.queue, id), UploadProblem::ProfileGone);
        QTRY_COMPARE(move.queue.find(id)->profileServer, move.stage.bench().url().toString());
        QVERIFY(move.stage.artifacts().isEmpty() && move.other.artifacts().isEmpty());
        move.queue.retry({ id });
        QTRY_COMPARE(stateOf(move.queue, id), UploadState::Done);
        QCOMPARE(move.queue.find(id)->profileId, u"q"_s);
        QVERIFY(move.other.artifacts().isEmpty());
    }

    // As that of a demo, which is not kept and has the same name each time.
    void aProfileThatIsBackGoesOn()
    {
        Move move;
        const qint64 id = move.queueForFirst();
        move.queue.forgetProfile(u"p"_s);
        QTRY_COMPARE(problemOf(move.queue, id), UploadProblem::ProfileGone);
        move.toFirst();
        QTRY_COMPARE(stateOf(move.queue, id), UploadState::Done);
    }

    // What was agreed to was agreed to for the first server.
    void noAgreementMovesAlong()
    {
        Move move;
        move.stage.setLocked(true);
        move.other.setLocked(true);
        const qint64 id = move.queueForFirst();
        move.toFirst();
        QTRY_COMPARE(problemOf(move.queue, id), UploadProblem::ModuleLocked);
        move.toSecond();
        move.queue.unlockModule(id);
        QTRY_VERIFY(move.asksWhere(id));
        move.queue.sendToProfileServer(id);
        QTRY_COMPARE(problemOf(move.queue, id), UploadProblem::ModuleLocked);
        QVERIFY(move.other.artifacts().isEmpty());
    }

    void whatIsOnItsWayStaysOnIt()
    {
        Move move;
        move.queue.setLimits({ .bytesPerSecond = mebi });
        move.toFirst();
        const QString path = move.stage.makeFile(u"a.swu"_s, mebi);
        const qint64 id = *move.queue.add(move.stage.newUpload(path));
        QTRY_VERIFY(move.queue.find(id)->sentBytes > 0);
        move.toSecond();
        move.queue.setLimits({});
        QTRY_COMPARE(stateOf(move.queue, id), UploadState::Done);
        QCOMPARE(move.stage.artifactNames(), QStringList{ u"a.swu"_s });
        QCOMPARE(move.toOther.connections(), 0);
    }
};

FALCONER_TEST(tst_uploadservers)
#include "tst_uploadservers.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/session/session.h"
#include "tests/services/uploads/scriptedmodule.h"
#include "tests/support/testregistry.h"
#include "tests/support/tlsfingerprints.h"
#include "tests/support/tlsidentity.h"

#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace falconer::tlsfingerprints;
using namespace Qt::StringLiterals;

namespace {

bool isUntrusted(const Upload &upload)
{
    return upload.state == UploadState::NotConnected
        && upload.problem == UploadProblem::Certificate;
}

} // namespace

// Servers whose certificate nobody has trusted.
class tst_uploadtrust : public Test {
    Q_OBJECT

private slots:
    void allWaitsAndNothingIsSent()
    {
        ScriptedModule module;
        const qint64 second = *module.queue.add(module.stage.newUpload(module.upload().path));
        const qint64 paused = *module.queue.add(module.stage.newUpload(module.upload().path));
        module.queue.pause({ paused });
        QTRY_VERIFY(isLookedAt(module.queue, second));
        QSignalSpy needed(&module.queue, &UploadQueue::trustNeeded);
        module.server.useTls(tlsIdentity(u"selfsigned"_s));
        module.connectProfile();
        QTRY_COMPARE(needed.size(), 1);
        QVERIFY(isUntrusted(module.upload()));
        QVERIFY(isUntrusted(*module.queue.find(second)));
        const QList<UntrustedServer> untrusted = module.queue.untrustedServers();
        QCOMPARE(untrusted.size(), 1);
        QCOMPARE(untrusted[0].profileId, u"p"_s);
        QCOMPARE(untrusted[0].certificate.sha256, selfSigned());
        QCOMPARE(untrusted[0].trustedBefore, QByteArray());
        // Neither what is put in now, nor what a person lets go on.
        const qint64 added = *module.queue.add(module.stage.newUpload(module.upload().path));
        QVERIFY(isUntrusted(*module.queue.find(added)));
        module.queue.cancel({ added });
        module.queue.resume({ paused });
        QVERIFY(isUntrusted(*module.queue.find(paused)));
        module.queue.cancel({ paused });
        module.queue.trustServer(u"p"_s, other()); // is not what the server shows
        QTest::qWait(100);
        QVERIFY(isUntrusted(module.upload()));
        QVERIFY(module.server.heard().isEmpty());
        QCOMPARE(needed.size(), 1);
    }

    void trustedTheyGoOn()
    {
        ScriptedModule module;
        const qint64 second = *module.queue.add(module.stage.newUpload(module.upload().path));
        module.server.useTls(tlsIdentity(u"selfsigned"_s));
        module.connectProfile();
        QTRY_VERIFY(isUntrusted(module.upload()) && isUntrusted(*module.queue.find(second)));
        module.queue.trustServer(u"p"_s, selfSigned());
        QVERIFY(module.queue.untrustedServers().isEmpty());
        QTRY_COMPARE(module.queue.totals().done, 2);
        QCOMPARE(module.posts(), 2);
        QVERIFY(!module.server.heard().constFirst().headers.value("authorization").isEmpty());
    }

    // As when a server is renewed, or somebody else answers in its place.
    void oneThatChangesInBetweenStopsTheQueue()
    {
        ScriptedModule module;
        module.server.useTls(tlsIdentity(u"selfsigned"_s));
        module.connectProfile(u"admin"_s, selfSigned());
        QTRY_COMPARE(module.upload().state, UploadState::Done);
        const qsizetype heard = module.server.heard().size();
        module.server.useTls(tlsIdentity(u"other"_s));
        module.server.closeConnections();
        const qint64 next = *module.queue.add(module.stage.newUpload(module.upload().path));
        QTRY_VERIFY(isUntrusted(*module.queue.find(next)));
        QCOMPARE(module.queue.untrustedServers().constFirst().certificate.sha256, other());
        QCOMPARE(module.queue.untrustedServers().constFirst().trustedBefore, selfSigned());
        QCOMPARE(module.server.heard().size(), heard);
        module.queue.trustServer(u"p"_s, other());
        QTRY_COMPARE(stateOf(module.queue, next), UploadState::Done);
    }

    void thatItIsAnsweredIsToldAlthoughNothingWaits()
    {
        ScriptedModule module;
        module.server.useTls(tlsIdentity(u"selfsigned"_s));
        module.connectProfile();
        QTRY_VERIFY(isUntrusted(module.upload()));
        module.queue.cancel({ module.id });
        const QSignalSpy told(&module.queue, &UploadQueue::totalsChanged);
        module.queue.trustServer(u"p"_s, selfSigned());
        QCOMPARE(told.size(), 1);
        QVERIFY(module.queue.untrustedServers().isEmpty());
    }

    // The window's own session, on which all that is shown hangs.
    void aSessionIsToldWhomToTrust()
    {
        ScriptedModule module;
        module.server.useTls(tlsIdentity(u"selfsigned"_s));
        Session session({ .server = module.server.url(), .user = u"admin"_s },
            UploadStage::optionsOf(module.server.url()));
        QSignalSpy failed(&session, &Session::failed);
        session.connectToServer();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::Tls);
        QVERIFY(module.server.heard().isEmpty());
        session.trust(selfSigned());
        QCOMPARE(session.profile().trustedCertificate, selfSigned());
        session.connectToServer();
        QTRY_VERIFY(!module.server.heard().isEmpty());
    }

    // By the page of the connections, or once the right server answers again.
    void connectingAnewIsAnAnswer()
    {
        ScriptedModule module;
        module.server.useTls(tlsIdentity(u"selfsigned"_s));
        module.connectProfile();
        QTRY_VERIFY(isUntrusted(module.upload()));
        module.connectProfile(u"admin"_s, selfSigned());
        QVERIFY(module.queue.untrustedServers().isEmpty());
        QTRY_COMPARE(module.upload().state, UploadState::Done);
    }

    void aDisconnectedOneIsAskedNoMore()
    {
        ScriptedModule module;
        module.server.useTls(tlsIdentity(u"selfsigned"_s));
        module.connectProfile();
        QTRY_VERIFY(isUntrusted(module.upload()));
        module.queue.forgetProfile(u"p"_s);
        QVERIFY(module.queue.untrustedServers().isEmpty());
        QTRY_COMPARE(module.upload().problem, UploadProblem::ProfileGone);
        module.queue.trustServer(u"p"_s, selfSigned());
        QTest::qWait(100);
        QVERIFY(module.server.heard().isEmpty());
    }

    void theNextStartAsksAnew()
    {
        ScriptedModule module;
        const QString path = module.stage.filePath(u"other"_s);
        {
            UploadQueue queue(path);
            const qint64 id = *queue.add(module.stage.newUpload(module.upload().path));
            module.server.useTls(tlsIdentity(u"selfsigned"_s));
            queue.connectProfile(u"p"_s, UploadStage::optionsOf(module.server.url()));
            QTRY_VERIFY(isUntrusted(*queue.find(id)));
        }
        const UploadQueue queue(path);
        QCOMPARE(queue.uploads().constFirst().state, UploadState::NotConnected);
        QCOMPARE(queue.uploads().constFirst().problem, UploadProblem::None);
    }
};

FALCONER_TEST(tst_uploadtrust)
#include "tst_uploadtrust.moc"

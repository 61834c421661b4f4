// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadqueue_p.h"
#include "services/uploads/uploadrules.h"
#include "tests/services/uploads/scriptedmodule.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// As a Tomcat with a limit does: the head of the part names the file's size, and it hangs up on
// whoever is still sending.
class LimitedServer final : public QTcpServer {
public:
    LimitedServer()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen on loopback");
    }
    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())); }
    int refusals() const { return m_refusals; }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *const socket = new QTcpSocket(this);
        socket->setReadBufferSize(16'384);
        socket->setSocketDescriptor(descriptor);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
    }

private:
    void read(QTcpSocket &socket)
    {
        const QByteArray heard = socket.peek(16'384);
        if (heard.startsWith("GET") && heard.endsWith("\r\n\r\n")) {
            socket.readAll();
            socket.write(httpAnswer(200,
                heard.contains("/artifacts ")
                    ? "[]"
                    : R"({"id":1,"name":"gateway","version":"1.0","type":"os"})"));
        } else if (heard.contains("octet-stream\r\nContent-Length: ")) {
            ++m_refusals;
            socket.write(httpAnswer(400,
                R"({"errorCode":"hawkbit.server.error.artifact.uploadFailed","message":)"
                R"("The field file exceeds its maximum permitted size of 1048576 bytes."})"));
            socket.disconnectFromHost();
        } else if (heard.endsWith("\r\n\r\n") && heard.contains("100-continue")) {
            socket.readAll();
            socket.write("HTTP/1.1 100 \r\n\r\n");
        }
    }

    int m_refusals = 0;
};

} // namespace

// What a server says to an upload, and what becomes of it.
class tst_uploadrefusals : public Test {
    Q_OBJECT

private slots:
    void theHashGoesBehindTheFile()
    {
        ScriptedModule module;
        module.connectProfile();
        QTRY_COMPARE(module.upload().state, UploadState::Done);
        const HeardRequest post = module.server.heard().last();
        QCOMPARE(post.headers.value("content-length").toInt(), post.body.size());
        QVERIFY(post.target.endsWith("/artifacts?filename=a"));
        const qsizetype file = post.body.indexOf("name=\"file\"");
        const qsizetype hash = post.body.indexOf("name=\"sha256sum\"");
        QVERIFY(file > 0 && hash > file + 1'000);
        QVERIFY(post.body.mid(hash).contains(module.upload().sha256.toLatin1()));
        QCOMPARE(module.upload().artifactId, 7);
    }

    void refusalsAreTold_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<UploadState>("state");
        QTest::addColumn<UploadProblem>("problem");
        const auto row
            = [](const char *name, const QByteArray &answer, UploadState state,
                  UploadProblem problem) { QTest::newRow(name) << answer << state << problem; };
        using S = UploadState;
        using P = UploadProblem;
        row("wrong hash", refused(400, "artifact.uploadFailed.checksum.sha256.match"), S::Failed,
            P::Damaged);
        row("stored another", httpAnswer(201, artifact(QByteArray(64, 'a'))), S::Failed,
            P::Damaged);
        row("507", httpAnswer(507), S::Failed, P::ServerFull);
        row("storage", refused(429, "quota.storageExceeded"), S::Failed, P::Quota);
        row("storage, old", refused(403, "quota.storageExceeded"), S::Failed, P::Quota);
        row("entries", refused(429, "quota.tooManyEntries"), S::Failed, P::Quota);
        row("413", httpAnswer(413, "<html>", { { "Content-Type", "text/html" } }), S::Failed,
            P::TooLarge);
        row("locked meanwhile", refused(423, "locked"), S::Asking, P::ModuleLocked);
        row("gone meanwhile", refused(404, "repo.entityNotFound"), S::Failed, P::ModuleGone);
        row("403", refused(403, "insufficientPermission"), S::Failed, P::NotAllowed);
        row("400", refused(400, "repo.constraintViolation"), S::Failed, P::Refused);
        row("a web page", httpAnswer(200, "<html></html>", { { "Content-Type", "text/html" } }),
            S::Failed, P::Refused);
        row("500", refused(500, "artifact.uploadFailed"), S::Retrying, P::None);
        row("503", httpAnswer(503), S::Retrying, P::None);
        row("502", httpAnswer(502), S::Retrying, P::None);
        row("429 without a code", httpAnswer(429, {}, { { "Retry-After", "60" } }), S::Retrying,
            P::None);
        row("taken meanwhile", refused(409, "repo.entityAlreadyExists"), S::Retrying, P::None);
    }

    void refusalsAreTold()
    {
        QFETCH(QByteArray, answer);
        QFETCH(UploadState, state);
        QFETCH(UploadProblem, problem);
        ScriptedModule module;
        UploadQueueAccess::of(module.queue).firstPauseMs = 60'000;
        module.judge = [&answer](const HeardRequest &) { return answer; };
        QSignalSpy finished(&module.queue, &UploadQueue::finished);
        module.connectProfile();
        QTRY_COMPARE(module.upload().state, state);
        QCOMPARE(module.upload().problem, problem);
        QCOMPARE(module.posts(), 1);
        QCOMPARE(finished.size(), state == UploadState::Failed ? 1 : 0);
        QCOMPARE(module.upload().endedAt.isValid(), state == UploadState::Failed);
        const qint64 pause = QDateTime::currentDateTimeUtc().msecsTo(module.upload().nextTryAt);
        QVERIFY(state != UploadState::Retrying || (pause > 25'000 && pause <= 60'000));
    }

    // Its database compares names without regard to case, or to accents.
    void aNameThatTheServerHasByAnotherSpellingIsAsked_data()
    {
        QTest::addColumn<QByteArray>("spelling");
        QTest::addColumn<qint64>("artifactId");
        QTest::addColumn<int>("posts");
        QTest::newRow("case") << QByteArray("A") << 7LL << 1;
        QTest::newRow("something else") << QByteArray("\u00e4") << 0LL << 2;
    }

    void aNameThatTheServerHasByAnotherSpellingIsAsked()
    {
        QFETCH(QByteArray, spelling);
        QFETCH(qint64, artifactId);
        QFETCH(int, posts);
        ScriptedModule module;
        const auto good = module.judge;
        module.artifacts = '[' + artifactWith(R"("sha256":"ab")", spelling, 9) + ']';
        module.judge = [&](const HeardRequest &request) {
            return module.artifacts == "[]" ? good(request)
                                            : refused(409, "repo.entityAlreadyExists");
        };
        module.connectProfile();
        QTRY_COMPARE(module.upload().state, UploadState::Asking);
        QCOMPARE(module.upload().problem, UploadProblem::NameTaken);
        QCOMPARE(module.upload().artifactId, artifactId);
        QCOMPARE(module.upload().error->httpStatus, 409);
        QCOMPARE(module.posts(), posts);
        if (artifactId == 0)
            return;
        module.queue.replaceExisting(module.id);
        QTRY_COMPARE(module.upload().state, UploadState::Done);
        QVERIFY(module.server.lines().contains("DELETE /rest/v1/softwaremodules/"
            + QByteArray::number(module.stage.module()) + "/artifacts/7"));
        QCOMPARE(module.posts(), 2);
    }

    // As every H2 does.
    void aServerThatTellsCasesApartIsSentBoth()
    {
        ScriptedModule module;
        module.artifacts = '[' + artifactWith(R"("sha256":"ab")", "A") + ']';
        module.connectProfile();
        QTRY_COMPARE(module.upload().state, UploadState::Done);
        QCOMPARE(module.posts(), 1);
    }

    // None of hawkBit's versions that were recorded, but older ones.
    void aServerWithoutSha256IsComparedByWhatItTells_data()
    {
        QTest::addColumn<QByteArray>("hashes");
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("isRight");
        QTest::newRow("sha1 and md5")
            << QByteArray(R"("sha1":"SHA1","md5":"MD5")") << 1'000 << true;
        QTest::newRow("md5") << QByteArray(R"("md5":"MD5")") << 1'000 << true;
        QTest::newRow("other sha1") << QByteArray(R"("sha1":"00","md5":"MD5")") << 1'000 << false;
        QTest::newRow("other md5") << QByteArray(R"("md5":"00")") << 1'000 << false;
        QTest::newRow("size only") << QByteArray() << 1'000 << true;
        QTest::newRow("other size") << QByteArray() << 999 << false;
    }

    void aServerWithoutSha256IsComparedByWhatItTells()
    {
        QFETCH(QByteArray, hashes);
        QFETCH(int, size);
        QFETCH(bool, isRight);
        ScriptedModule module;
        QFile file(module.stage.filePath(u"a"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const auto &[name, algorithm] :
            { std::pair{ "SHA1", QCryptographicHash::Sha1 }, { "MD5", QCryptographicHash::Md5 } })
            hashes.replace(name, QCryptographicHash::hash(bytes, algorithm).toHex());
        module.judge = [&](const HeardRequest &) {
            return httpAnswer(201, artifactWith(hashes, "a", size));
        };
        module.connectProfile();
        QTRY_COMPARE(module.upload().state, isRight ? UploadState::Done : UploadState::Failed);
        QCOMPARE(module.upload().problem, isRight ? UploadProblem::None : UploadProblem::Damaged);
        QCOMPARE(module.posts(), 1);
        if (!isRight || hashes.isEmpty())
            return;
        // It is found there, too.
        module.artifacts = '[' + artifactWith(hashes) + ']';
        const qint64 again
            = *module.queue.add(module.stage.newUpload(module.stage.filePath(u"a"_s)));
        QTRY_COMPARE(stateOf(module.queue, again), UploadState::Done);
        QVERIFY(module.queue.find(again)->wasThere);
        QCOMPARE(module.posts(), 1);
    }

    // As both wires said it, see the recordings of their quotas.
    void aFullModuleIsNotSentToInVain()
    {
        ScriptedModule module;
        const auto good = module.judge;
        module.artifacts = '[' + artifactWith({}, "x") + ',' + artifactWith({}, "y") + ']';
        module.judge = [](const HeardRequest &) {
            return httpAnswer(403,
                R"({"errorCode":"hawkbit.server.error.quota.tooManyEntries","message":"Quota exceeded: )"
                R"(Cannot assign 1 more Artifact entities to SoftwareModule '1'. The maximum is 2."})");
        };
        QCOMPARE(module.queue.artifactLimit(u"p"_s), 0);
        module.connectProfile();
        QTRY_COMPARE(module.upload().problem, UploadProblem::Quota);
        QCOMPARE(module.posts(), 1);
        QCOMPARE(module.queue.artifactLimit(u"p"_s), 2); // for whoever has not queued yet
        QCOMPARE(module.queue.artifactLimit(u"another"_s), 0);
        const qint64 next
            = *module.queue.add(module.stage.newUpload(module.stage.makeFile(u"b"_s, 1'000)));
        QTRY_COMPARE(stateOf(module.queue, next), UploadState::Failed);
        QCOMPARE(problemOf(module.queue, next), UploadProblem::Quota);
        QCOMPARE(module.queue.find(next)->error, module.upload().error);
        QCOMPARE(module.posts(), 1);
        // Who tries again may have asked for more, or made room.
        module.judge = good;
        module.queue.retry({ module.id });
        QTRY_COMPARE(module.upload().state, UploadState::Done);
        QCOMPARE(module.posts(), 2);
    }

    // It cannot store the file. Once, another upload may have been in the way.
    void aFullServerIsNotSentTheFileForEver()
    {
        ScriptedModule module;
        module.judge = [](const HeardRequest &) { return refused(500, "artifact.uploadFailed"); };
        module.connectProfile();
        QTRY_COMPARE(module.upload().state, UploadState::Failed);
        QCOMPARE(module.upload().problem, UploadProblem::ServerFull);
        QCOMPARE(module.posts(), 2);
    }

    void tooLargeIsHeardAlthoughTheServerHungUp()
    {
        LimitedServer server;
        UploadStage stage;
        UploadQueue queue(stage.queuePath());
        UploadQueueAccess::of(queue).firstPauseMs = 10;
        const qint64 size = 24LL * 1024 * 1024;
        const qint64 id = *queue.add(stage.newUpload(stage.makeFile(u"a"_s, size)));
        queue.connectProfile(u"p"_s, UploadStage::optionsOf(server.url()));
        QTRY_COMPARE(stateOf(queue, id), UploadState::Failed);
        QCOMPARE(problemOf(queue, id), UploadProblem::TooLarge);
        QCOMPARE(queue.find(id)->limitBytes, 1024 * 1024);
        QCOMPARE(queue.find(id)->tries, 1);
        QVERIFY(server.refusals() <= 2);
    }

    void retriedNow()
    {
        ScriptedModule module;
        UploadQueueAccess::of(module.queue).firstPauseMs = 60'000;
        const auto good = module.judge;
        module.judge = [](const HeardRequest &) { return httpAnswer(503); };
        module.connectProfile();
        QTRY_COMPARE(module.upload().state, UploadState::Retrying);
        module.judge = good;
        module.queue.resume({ module.id });
        QTRY_COMPARE(module.upload().state, UploadState::Done);
        QVERIFY(!module.upload().nextTryAt.isValid());
    }

    void whoIsSignedOutGoesOnBehindTheSignIn()
    {
        ScriptedModule module;
        const auto good = module.judge;
        module.judge = [&good](const HeardRequest &request) {
            const QByteArray right = "Basic " + QByteArray("admin:new").toBase64();
            return request.headers.value("authorization") == right ? good(request)
                                                                   : httpAnswer(401);
        };
        QSignalSpy signInNeeded(&module.queue, &UploadQueue::signInNeeded);
        const qint64 other
            = *module.queue.add(module.stage.newUpload(module.stage.makeFile(u"b"_s, 1'000, 2)));
        module.connectProfile(u"old"_s);
        QTRY_COMPARE(module.upload().state, UploadState::NotConnected);
        QTRY_COMPARE(stateOf(module.queue, other), UploadState::NotConnected);
        QCOMPARE(signInNeeded.size(), 1);
        QCOMPARE(signInNeeded[0][0].toString(), u"p"_s);
        module.connectProfile(u"new"_s);
        QTRY_COMPARE(module.queue.totals().done, 2);
        QCOMPARE(signInNeeded.size(), 1);
    }

    // The server let it in before: an hour of sending is not thrown away for what another one
    // hears.
    void whatIsBeingSentIsNotSignedOut()
    {
        ScriptedModule module;
        module.judge = [](const HeardRequest &) { return std::nullopt; };
        module.connectProfile(u"old"_s);
        QTRY_COMPARE(module.upload().state, UploadState::Verifying);
        const qsizetype post = module.server.heard().size() - 1;
        module.isSignedOut = true;
        QSignalSpy signInNeeded(&module.queue, &UploadQueue::signInNeeded);
        NewUpload elsewhere = module.stage.newUpload(module.stage.makeFile(u"b"_s, 1'000, 2));
        ++elsewhere.softwareModuleId;
        const qint64 other = *module.queue.add(elsewhere);
        QTRY_COMPARE(signInNeeded.size(), 1);
        QCOMPARE(stateOf(module.queue, other), UploadState::NotConnected);
        QCOMPARE(module.upload().state, UploadState::Verifying);
        const QString sha256 = module.upload().sha256;
        module.server.answerLater(post, httpAnswer(201, artifact(sha256.toLatin1())));
        QTRY_COMPARE(module.upload().state, UploadState::Done);
        QCOMPARE(module.posts(), 1);
        QCOMPARE(stateOf(module.queue, other), UploadState::NotConnected);
        QCOMPARE(signInNeeded.size(), 1);
    }

    void disconnectedWaits()
    {
        ScriptedModule module;
        QSignalSpy heard(&module.server, &ScriptedServer::heardOne);
        QTRY_VERIFY(isLookedAt(module.queue, module.id));
        module.connectProfile();
        QTRY_COMPARE(module.upload().state, UploadState::Checking);
        module.queue.disconnectProfile(u"p"_s);
        QCOMPARE(module.upload().state, UploadState::NotConnected);
        module.connectProfile();
        QTRY_COMPARE(module.upload().state, UploadState::Done);
        QCOMPARE(module.posts(), 1);
    }

    // As hawkBit does with what looks like HTML.
    void aNameThatTheServerRefusesAsks()
    {
        UploadStage stage;
        UploadQueue queue(stage.queuePath());
        queue.connectProfile(u"p"_s, stage.options());
        NewUpload one = stage.newUpload(stage.makeFile(u"a"_s, 1'000));
        one.filename = u"it's \"quoted\" & <b>.bin"_s;
        const qint64 id = *queue.add(one);
        QTRY_COMPARE(stateOf(queue, id), UploadState::Asking);
        QCOMPARE(problemOf(queue, id), UploadProblem::NameRefused);
        QVERIFY(stage.artifacts().isEmpty());
        queue.sendAs(id, u"it's \"quoted\" & b.bin"_s);
        QTRY_COMPARE(stateOf(queue, id), UploadState::Done);
        QCOMPARE(stage.artifactNames(), QStringList{ u"it's \"quoted\" & b.bin"_s });
    }

    // Another text than the name.
    void otherTextsThatAreRefusedFail()
    {
        ScriptedModule module;
        module.judge = [](const HeardRequest &) {
            return httpAnswer(400,
                R"({"errorCode":"hawkbit.server.error.repo.constraintViolation","message":"sha1"})");
        };
        module.connectProfile();
        QTRY_COMPARE(module.upload().state, UploadState::Failed);
        QCOMPARE(module.upload().problem, UploadProblem::Refused);
    }

    void noSecretInAnError()
    {
        ScriptedModule module;
        module.judge = [](const HeardRequest &request) {
            return httpAnswer(
                400, R"({"message":"not )" + request.headers.value("authorization") + R"("})");
        };
        module.connectProfile(u"s3cret-word"_s);
        QTRY_COMPARE(module.upload().state, UploadState::Failed);
        QVERIFY(!module.upload().error->message.contains("s3cret"_L1));
        QVERIFY(!module.upload().error->message.contains(
            QString::fromLatin1(QByteArray("admin:s3cret-word").toBase64())));
    }
};

FALCONER_TEST(tst_uploadrefusals)
#include "tst_uploadrefusals.moc"

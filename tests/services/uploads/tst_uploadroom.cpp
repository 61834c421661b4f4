// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadqueue_p.h"
#include "services/uploads/uploadrules.h"
#include "tests/services/uploads/scriptedmodule.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

// What becomes of uploads for which a server has no room.
class tst_uploadroom : public Test {
    Q_OBJECT

private slots:
    // As both wires said it, see the recordings of their quotas.
    void whatHasNoRoomIsNotSentInVain()
    {
        ScriptedModule module;
        const auto good = module.judge;
        module.judge = [&good](const HeardRequest &request) -> std::optional<QByteArray> {
            if (request.body.size() < 60'000)
                return good(request);
            return httpAnswer(429,
                R"({"errorCode":"hawkbit.server.error.quota.storageExceeded",)"
                R"("message":"Storage quota exceeded, 68 KB left."})");
        };
        const auto add = [&module](const QString &name, qint64 size) {
            return *module.queue.add(module.stage.newUpload(module.stage.makeFile(name, size)));
        };
        const qint64 large = add(u"large"_s, 200'000);
        module.connectProfile();
        QTRY_COMPARE(problemOf(module.queue, large), UploadProblem::Quota);
        QTRY_COMPARE(module.upload().state, UploadState::Done);
        QCOMPARE(module.posts(), 2);
        const qint64 none = add(u"none"_s, 69 * 1'024); // smaller, but larger than what is left
        const qint64 small = add(u"small"_s, 2'000);    // is not in its way
        QTRY_COMPARE(stateOf(module.queue, none), UploadState::Failed);
        QCOMPARE(problemOf(module.queue, none), UploadProblem::Quota);
        QCOMPARE(module.queue.find(none)->error, module.queue.find(large)->error);
        QTRY_VERIFY(isFinished(stateOf(module.queue, small)));
        QCOMPARE(module.posts(), 3);
        const qint64 fits = add(u"fits"_s, 69 * 1'024 - 1); // perhaps: the server decides
        QTRY_COMPARE(stateOf(module.queue, fits), UploadState::Failed);
        QCOMPARE(module.posts(), 4);
        // Somebody has made room.
        module.judge = good;
        module.queue.retry({ none });
        QTRY_VERIFY(isFinished(stateOf(module.queue, none)));
        QCOMPARE(module.posts(), 5);
    }

    void thatThereIsNoRoomIsNotHeldForEver_data()
    {
        QTest::addColumn<bool>("isDeleted");
        QTest::newRow("by and by") << false;
        QTest::newRow("something is deleted here") << true;
    }

    void thatThereIsNoRoomIsNotHeldForEver()
    {
        QFETCH(bool, isDeleted);
        ScriptedModule module;
        module.judge = [](const HeardRequest &) { return refused(429, "quota.storageExceeded"); };
        const auto send = [&module](const QString &name) {
            const qint64 id
                = *module.queue.add(module.stage.newUpload(module.stage.makeFile(name, 1'000)));
            return QTest::qWaitFor([&] { return isFinished(stateOf(module.queue, id)); });
        };
        module.connectProfile();
        QTRY_COMPARE(module.upload().problem, UploadProblem::Quota);
        QVERIFY(send(u"early"_s));
        QCOMPARE(module.posts(), 1);
        module.queue.noteRoom(u"another"_s);
        QVERIFY(send(u"elsewhere"_s));
        QCOMPARE(module.posts(), 1);
        if (isDeleted) {
            module.queue.noteRoom(u"p"_s);
            QVERIFY(send(u"late"_s));
            QCOMPARE(module.posts(), 2);
            return;
        }
        UploadQueueAccess::of(module.queue).storageRefusalMs = 1;
        module.queue.retry({ module.id });
        QTRY_COMPARE(module.posts(), 2);
        QTRY_COMPARE(module.upload().problem, UploadProblem::Quota);
        QVERIFY(send(u"late"_s));
        QCOMPARE(module.posts(), 3);
    }

    // The old one is not deleted for one that has no room.
    void whatHasNoRoomReplacesNothing()
    {
        ScriptedModule module;
        module.queue.cancel({ module.id });
        module.artifacts = '[' + artifactWith(R"("sha256":"ab")", "a", 900) + ']';
        module.judge = [](const HeardRequest &) { return refused(429, "quota.storageExceeded"); };
        const auto add = [&module](const QString &name, qint64 size) {
            return *module.queue.add(module.stage.newUpload(module.stage.makeFile(name, size)));
        };
        const qint64 first = add(u"b"_s, 5'000);
        const qint64 taken = add(u"a"_s, 10'000);
        module.connectProfile();
        QTRY_COMPARE(problemOf(module.queue, first), UploadProblem::Quota);
        QTRY_COMPARE(problemOf(module.queue, taken), UploadProblem::NameTaken);
        module.queue.replaceExisting(taken);
        QTRY_COMPARE(problemOf(module.queue, taken), UploadProblem::Quota);
        QVERIFY(module.artifacts.contains("providedFilename"));
        QCOMPARE(module.posts(), 1);
    }
};

FALCONER_TEST(tst_uploadroom)
#include "tst_uploadroom.moc"

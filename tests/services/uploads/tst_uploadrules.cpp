// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/errormapping.h"
#include "services/uploads/earlyanswer.h"
#include "services/uploads/ratelimit.h"
#include "services/uploads/uploadhash.h"
#include "services/uploads/uploadproblem.h"
#include "services/uploads/uploadrules.h"
#include "services/uploads/uploadspeed.h"
#include "tests/support/recordings.h"
#include "tests/support/testregistry.h"

#include <QCryptographicHash>
#include <QTest>
#include <QUrl>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kibi = 1024;

Error recordedError(const QString &corpus, const QString &name)
{
    const Corpus all = loadCorpus(corpus);
    for (const RecordedStep &step : all.steps) {
        if (step.name == name)
            return errorOfAnswer({ .status = step.status(),
                                     .contentType = step.contentType(),
                                     .body = step.bodyBytes() },
                {});
    }
    return {};
}

RateLimit::Clock::time_point at(int ms)
{
    static const RateLimit::Clock::time_point start = RateLimit::Clock::now();
    return start + std::chrono::milliseconds(ms);
}

} // namespace

// What an upload's steps decide by: plain functions and counters.
class tst_uploadrules : public Test {
    Q_OBJECT

private slots:
    void limitsAreReadFromWords_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<qint64>("bytes");
        // As recorded of 1.0.4 and 0.9.0.
        QTest::newRow("quota") << u"Maximum artifact size (97 KB) exceeded."_s << 97 * kibi;
        QTest::newRow("multipart")
            << u"The field file exceeds its maximum permitted size of 1048576 bytes."_s
            << kibi * kibi;
        QTest::newRow("with a point")
            << u"Maximum artifact size (1.50 GB) exceeded."_s << kibi * kibi * kibi * 3 / 2;
        QTest::newRow("no number") << u"Too large"_s << 0LL;
        QTest::newRow("nothing") << QString() << 0LL;
    }

    void limitsAreReadFromWords()
    {
        QFETCH(QString, message);
        QTEST(limitIn(message), "bytes");
    }

    void whatHasNoRoomIsReadFromWords_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<qint64>("from");
        const QString words = u"Storage quota exceeded, %1 left."_s;
        QTest::newRow("KB") << words.arg(u"68 KB"_s) << 69 * kibi;
        QTest::newRow("bytes") << words.arg(u"0 bytes"_s) << 1LL;
        QTest::newRow("nothing") << words.arg(u"0 KB"_s) << kibi;
        QTest::newRow("places") << words.arg(u"1.5 MB"_s) << kibi * kibi * 16 / 10;
        QTest::newRow("comma") << words.arg(u"1,5 MB"_s) << kibi * kibi * 16 / 10;
        QTest::newRow("more than the file") << words.arg(u"3 GB"_s) << 9'000'000LL;
        QTest::newRow("not said") << u"Storage quota exceeded."_s << 9'000'000LL;
        QTest::newRow("no number") << words.arg(u"some KB"_s) << 9'000'000LL;
    }

    void whatHasNoRoomIsReadFromWords()
    {
        QFETCH(QString, message);
        const Error error{
            .kind = ErrorKind::Quota, .code = u"quota.storageExceeded"_s, .message = message
        };
        QTEST(storageRefusedFrom(error, 9'000'000), "from");
    }

    void serversAreToldByTheirAddress_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("address");
        const QString host = u"https://hawkbit.example"_s;
        QTest::newRow("as it is") << host << host;
        QTest::newRow("written otherwise") << u"HTTPS://Hawkbit.Example:443/"_s << host;
        QTest::newRow("no credentials") << u"https://me:secret@hawkbit.example/"_s << host;
        QTest::newRow("below a path") << u"https://hawkbit.example/a/b//"_s << host + u"/a/b"_s;
        QTest::newRow("another port") << u"https://hawkbit.example:80"_s << host + u":80"_s;
        QTest::newRow("plain") << u"http://127.0.0.1:80"_s << u"http://127.0.0.1"_s;
    }

    void serversAreToldByTheirAddress()
    {
        QFETCH(QString, typed);
        QTEST(serverAddress(QUrl(typed)), "address");
    }

    void movesRowsInTheirOrder_data()
    {
        QTest::addColumn<QList<qint64>>("ids");
        QTest::addColumn<int>("row");
        QTest::addColumn<QList<qint64>>("order");
        using Ids = QList<qint64>;
        QTest::newRow("up") << Ids{ 3 } << 0 << Ids{ 3, 1, 2, 4 };
        QTest::newRow("down") << Ids{ 1 } << 3 << Ids{ 2, 3, 1, 4 };
        QTest::newRow("to the end") << Ids{ 1 } << 4 << Ids{ 2, 3, 4, 1 };
        QTest::newRow("several") << Ids{ 4, 1 } << 2 << Ids{ 2, 1, 4, 3 };
        QTest::newRow("onto itself") << Ids{ 2 } << 1 << Ids{ 1, 2, 3, 4 };
        QTest::newRow("behind itself") << Ids{ 2 } << 2 << Ids{ 1, 2, 3, 4 };
        QTest::newRow("none") << Ids{} << 2 << Ids{ 1, 2, 3, 4 };
        QTest::newRow("beyond") << Ids{ 2 } << 99 << Ids{ 1, 3, 4, 2 };
    }

    void movesRowsInTheirOrder()
    {
        QFETCH(QList<qint64>, ids);
        QFETCH(int, row);
        QTEST(movedTo({ 1, 2, 3, 4 }, ids, row), "order");
    }

    void pausesGrowAndAreShortenedAtRandom()
    {
        QCOMPARE(retryPauseMs(1, 2'000, 0), 2'000);
        QCOMPARE(retryPauseMs(2, 2'000, 0), 4'000);
        QCOMPARE(retryPauseMs(3, 2'000, 1), 4'000);
        QCOMPARE(retryPauseMs(1'000, 2'000, 0), 120'000);
    }

    void brokenOnTheWayIsNotForEver()
    {
        const UploadOutcome lost = outcomeOf({ .fault = NetworkFault::ConnectionLost });
        QCOMPARE(lost.kind, UploadOutcome::Kind::Retries);
        QCOMPARE(afterBreaks(lost, { .all = 4 }).kind, UploadOutcome::Kind::Retries);
        QCOMPARE(afterBreaks(lost, { .all = 5 }).kind, UploadOutcome::Kind::Fails);
        QCOMPARE(afterBreaks(asks(UploadProblem::NameTaken), { .all = 9 }).kind,
            UploadOutcome::Kind::Asks);
    }

    void whatTheServerFailsAtIsNotForEver_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        QTest::addColumn<bool>("isRetried");
        QTest::addColumn<UploadProblem>("problem"); // in the end
        const QString checksum = u"artifact.uploadFailed.checksum.sha256.match"_s;
        QTest::newRow("nothing arrived")
            << 400 << checksum
            << u"... calculated sha256 hash %1"_s.arg(QString::fromLatin1(
                   QCryptographicHash::hash({}, QCryptographicHash::Sha256).toHex()))
            << true << UploadProblem::Damaged;
        QTest::newRow("something else arrived")
            << 400 << checksum << u"... calculated sha256 hash 00"_s << false
            << UploadProblem::Damaged;
        QTest::newRow("not stored")
            << 500 << u"artifact.uploadFailed"_s << QString() << true << UploadProblem::ServerFull;
        QTest::newRow("500") << 500 << QString() << QString() << true << UploadProblem::Refused;
        QTest::newRow("507") << 507 << QString() << QString() << false << UploadProblem::ServerFull;
    }

    void whatTheServerFailsAtIsNotForEver()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(QString, message);
        QFETCH(bool, isRetried);
        const UploadOutcome outcome
            = outcomeOf({ .kind = status == 400 ? ErrorKind::Invalid : ErrorKind::Server,
                .httpStatus = status,
                .code = code,
                .message = message });
        QCOMPARE(outcome.kind == UploadOutcome::Kind::Retries, isRetried);
        QTEST(afterBreaks(outcome, { .all = 5 }).problem, "problem");
    }

    void aFullServerIsAskedOnceMore()
    {
        const UploadOutcome full = outcomeOf(
            { .kind = ErrorKind::Server, .httpStatus = 500, .code = u"artifact.uploadFailed"_s });
        QCOMPARE(
            afterBreaks(full, { .all = 4, .serverFull = 1 }).kind, UploadOutcome::Kind::Retries);
        QCOMPARE(
            afterBreaks(full, { .all = 2, .serverFull = 2 }).problem, UploadProblem::ServerFull);
    }

    void theLimitHoldsOverTime()
    {
        RateLimit limit;
        QCOMPARE(limit.take(1'000'000'000), 1'000'000'000);
        limit.setBytesPerSecond(1'000'000);
        qint64 taken = 0;
        for (int ms = 1; ms <= 2'000; ++ms)
            taken += limit.take(16'384, at(ms + 10'000));
        QVERIFY2(taken > 1'900'000 && taken < 2'150'000, qPrintable(QString::number(taken)));
        QCOMPARE(limit.take(16'384, at(12'000)), 0);
        limit.giveBack(500);
        QCOMPARE(limit.take(16'384, at(12'000)), 500);
        // What was not used does not pile up.
        QVERIFY(limit.take(1'000'000'000, at(99'000)) <= 100'000);
        limit.setBytesPerSecond(0);
        QCOMPARE(limit.take(7), 7);
    }

    // Whoever takes for itself takes from the same, and nothing once it was left behind.
    void theLimitHoldsForAllItsParts()
    {
        auto whole = std::make_unique<RateLimit>();
        RateLimit one(*whole);
        RateLimit other(*whole);
        QCOMPARE(one.take(1'000'000'000), 1'000'000'000);
        whole->setBytesPerSecond(100'000);
        QVERIFY(one.take(10'000, at(99'000)) == 10'000);
        QCOMPARE(other.take(10'000, at(99'000)), 0);
        one.giveBack(500);
        QCOMPARE(other.take(10'000, at(99'000)), 500);
        one.leaveWhole();
        other.leaveWhole();
        whole.reset();
        QCOMPARE(one.take(10'000, at(199'000)), 0);
        one.giveBack(10'000);
        QCOMPARE(other.take(10'000, at(199'000)), 0);
    }

    void speedIsThatOfLately()
    {
        UploadSpeed speed;
        QCOMPARE(speed.bytesPerSecond(), 0);
        speed.add(0, 0);
        speed.add(100, 1'000);
        QCOMPARE(speed.bytesPerSecond(), 0); // too early to tell
        for (int ms = 200; ms <= 10'000; ms += 100)
            speed.add(ms, ms < 5'000 ? ms * 10 : 50'000 + (ms - 5'000) * 2);
        QVERIFY(qAbs(speed.bytesPerSecond() - 2'000) < 100);
        speed.add(10'100, 0);
        QCOMPARE(speed.bytesPerSecond(), 0);
    }

    void aStallIsNoSpeed()
    {
        UploadSpeed speed;
        QVERIFY(!speed.isStalled(100'000)); // nothing has begun
        speed.add(0, 0);
        speed.add(1'000, 1'000);
        QVERIFY(!speed.isStalled(3'999));
        QVERIFY(speed.isStalled(4'000));
        speed.add(60'000, 2'000); // goes on
        QVERIFY(!speed.isStalled(60'500));
        QCOMPARE(speed.bytesPerSecond(), 0); // not known yet
        speed.add(60'500, 3'000);
        QCOMPARE(speed.bytesPerSecond(), 2'000);
    }

    void hashesAsQtDoes()
    {
        const QByteArray bytes(100'001, 'z');
        for (const auto algorithm :
            { QCryptographicHash::Sha256, QCryptographicHash::Sha1, QCryptographicHash::Md5 }) {
            UploadHash hash(algorithm);
            hash.add("something else");
            hash.reset();
            hash.add(bytes.first(70'000));
            hash.add(bytes.sliced(70'000));
            QCOMPARE(hash.hex(), QCryptographicHash::hash(bytes, algorithm).toHex());
        }
    }

    void refusalsAreReadFromBytes()
    {
        QVERIFY(!refusalIn({}, true));
        QVERIFY(!refusalIn("HTTP/1.1 413 Too large\r\n", true));
        QVERIFY(!refusalIn("HTTP/1.1 100 Continue\r\n\r\n", true));
        QVERIFY(!refusalIn("HTTP/1.1 413 Too large\r\nContent-Length: 5\r\n\r\nab", false));
        QVERIFY(!refusalIn("SSH-2.0-OpenSSH\r\n\r\n", true));
        const auto refusal
            = refusalIn("HTTP/1.1 429 Quota\r\ncontent-LENGTH: 61\r\n\r\n"
                        R"({"errorCode":"hawkbit.server.error.quota.fileSizeExceeded"})"
                        "  ",
                false);
        QVERIFY(refusal);
        QCOMPARE(refusal->code, u"quota.fileSizeExceeded"_s);
        QCOMPARE(refusal->kind, ErrorKind::Quota);
    }

    void whatWasRecordedOfRefusals_data()
    {
        QTest::addColumn<QString>("corpus");
        QTest::addColumn<QString>("step");
        QTest::addColumn<UploadProblem>("problem");
        for (const QString &corpus : { u"hawkbit-1.0.4-quotas"_s, u"hawkbit-0.9.0-quotas"_s }) {
            const auto row = [&corpus](const QString &step, UploadProblem problem) {
                QTest::addRow("%s %s", qPrintable(corpus), qPrintable(step))
                    << corpus << step << problem;
            };
            row(u"0006-artifact-third"_s, UploadProblem::Quota);
            row(u"0007-artifact-too-big"_s, UploadProblem::TooLarge);
            row(u"0008-artifact-too-big-multipart"_s, UploadProblem::TooLarge);
        }
    }

    void whatWasRecordedOfRefusals()
    {
        QFETCH(QString, corpus);
        QFETCH(QString, step);
        QFETCH(UploadProblem, problem);
        const Error error = recordedError(corpus, step);
        const UploadOutcome outcome = outcomeOf(error);
        QCOMPARE(outcome.kind, UploadOutcome::Kind::Fails);
        QCOMPARE(outcome.problem, problem);
        QCOMPARE(outcome.limitBytes > 0, problem == UploadProblem::TooLarge);
    }
};

FALCONER_TEST(tst_uploadrules)
#include "tst_uploadrules.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/retrypolicy.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QList<int> delays()
{
    return { 200, 1'000, 3'000 };
}

const Error lost{ .kind = ErrorKind::Network, .fault = NetworkFault::ConnectionLost };

std::optional<int> pauseOf(const Error &error, int tries = 1, double shortening = 0)
{
    return retryPause(RequestData{}, error, tries, delays(), shortening);
}

} // namespace

class tst_retrypolicy : public Test {
    Q_OBJECT

private slots:
    void someErrorsPass_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<bool>("again");
        QTest::newRow("lost") << lost << true;
        for (const auto &[name, fault] : { std::pair("refused", NetworkFault::ConnectionRefused),
                 std::pair("unknown host", NetworkFault::HostNotFound),
                 std::pair("proxy", NetworkFault::Proxy),
                 std::pair("unreachable", NetworkFault::Unreachable) })
            QTest::newRow(name) << Error{ .kind = ErrorKind::Network, .fault = fault } << false;
        for (const auto &[name, kind] : { std::pair("timeout", ErrorKind::Timeout),
                 std::pair("tls", ErrorKind::Tls), std::pair("protocol", ErrorKind::Protocol) })
            QTest::newRow(name) << Error{ .kind = kind } << false;
        const auto answer = [](const char *name, ErrorKind kind, int status, bool again) {
            QTest::newRow(name) << Error{ .kind = kind, .httpStatus = status } << again;
        };
        answer("400", ErrorKind::Invalid, 400, false);
        answer("401", ErrorKind::Unauthorized, 401, false);
        answer("404", ErrorKind::NotFound, 404, false);
        answer("429", ErrorKind::RateLimited, 429, true);
        answer("429 of a quota", ErrorKind::Quota, 429, false);
        answer("500", ErrorKind::Server, 500, true);
        answer("502", ErrorKind::Server, 502, false);
        answer("503", ErrorKind::Server, 503, true);
        answer("504", ErrorKind::Server, 504, false);
    }

    void someErrorsPass()
    {
        QFETCH(Error, error);
        QFETCH(bool, again);
        QCOMPARE(pauseOf(error).has_value(), again);
    }

    void aWriteIsNeverSentAgain()
    {
        for (const Verb verb : { Verb::Post, Verb::Put, Verb::Delete }) {
            for (const Error &error :
                { lost, Error{ .kind = ErrorKind::RateLimited, .httpStatus = 429 },
                    Error{ .kind = ErrorKind::Server, .httpStatus = 503 } })
                QVERIFY(!retryPause(RequestData{ .verb = verb }, error, 1, delays(), 0));
        }
    }

    void pausesGrowAndEnd()
    {
        QCOMPARE(pauseOf(lost, 1), 200);
        QCOMPARE(pauseOf(lost, 2), 1'000);
        QCOMPARE(pauseOf(lost, 3), 3'000);
        QVERIFY(!pauseOf(lost, 4));
        QVERIFY(!retryPause(RequestData{}, lost, 1, {}, 0));
    }

    void chanceShortensByHalfAtMost()
    {
        QCOMPARE(pauseOf(lost, 1, 0.5), 150);
        QCOMPARE(pauseOf(lost, 1, 1.0), 100);
    }

    void aServerErrorIsTriedOnceMore()
    {
        const Error error{ .kind = ErrorKind::Server, .httpStatus = 500 };
        QVERIFY(pauseOf(error, 1));
        QVERIFY(!pauseOf(error, 2));
    }

    void whatTheServerAsksForIsObeyed()
    {
        Error error{ .kind = ErrorKind::RateLimited, .httpStatus = 429, .retryAfterMs = 5'000 };
        QCOMPARE(pauseOf(error, 1, 1.0), 5'000);
        error.retryAfterMs = 10;
        QCOMPARE(pauseOf(error, 1), 200);
        error.retryAfterMs = 60'000;
        QCOMPARE(pauseOf(error, 1), 60'000);
        error.retryAfterMs = 60'001;
        QVERIFY(!pauseOf(error, 1));
    }
};

FALCONER_TEST(tst_retrypolicy)
#include "tst_retrypolicy.moc"

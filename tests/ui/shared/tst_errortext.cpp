// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/shared/errortext.h"

#include <QSet>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct Case {
    const char *name;
    Error error;
    QString says; // a word that must be in the sentence
};

// Every way in which connecting or working can fail that a person must be able to tell apart.
QList<Case> cases()
{
    using K = ErrorKind;
    using F = NetworkFault;
    return {
        { "wrong password", { .kind = K::Unauthorized, .httpStatus = 401 },
            u"user, password or token"_s },
        { "unknown host", { .kind = K::Network, .fault = F::HostNotFound }, u"no host"_s },
        { "refused port", { .kind = K::Network, .fault = F::ConnectionRefused }, u"refuses"_s },
        { "lost", { .kind = K::Network, .fault = F::ConnectionLost }, u"lost"_s },
        { "unreachable", { .kind = K::Network, .fault = F::Unreachable }, u"reached"_s },
        { "network proxy", { .kind = K::Network, .httpStatus = 407, .fault = F::Proxy },
            u"proxy"_s },
        { "time-out", { .kind = K::Timeout }, u"in time"_s },
        { "not a hawkBit", { .kind = K::Protocol, .httpStatus = 200 }, u"hawkBit does"_s },
        { "gateway's error page", { .kind = K::Server, .httpStatus = 502 }, u"gateway"_s },
        { "not ready", { .kind = K::Server, .httpStatus = 503 }, u"not ready"_s },
        { "failing server", { .kind = K::Server, .httpStatus = 500 }, u"of its own"_s },
        { "no TLS", { .kind = K::Tls }, u"secure"_s },
        { "certificate", { .kind = K::Tls, .certificate = PeerCertificate{} }, u"certificate"_s },
        { "no permission", { .kind = K::Forbidden, .httpStatus = 403 }, u"permission"_s },
        { "rate limited", { .kind = K::RateLimited, .httpStatus = 429 }, u"fewer"_s },
        { "quota", { .kind = K::Quota, .httpStatus = 429 }, u"limit"_s },
        { "storage full", { .kind = K::Quota, .code = u"quota.storageExceeded"_s }, u"storage"_s },
        { "locked", { .kind = K::Locked, .httpStatus = 423 }, u"locked"_s },
        { "rollouts busy", { .kind = K::Locked, .code = u"stopRolloutFailed"_s }, u"rollouts"_s },
        { "gone", { .kind = K::NotFound, .httpStatus = 404 }, u"any more"_s },
        { "conflict", { .kind = K::Conflict, .httpStatus = 409 }, u"against"_s },
        { "invalidated", { .kind = K::Invalid, .code = u"distributionset.invalid"_s },
            u"neither be assigned nor changed"_s },
        { "exists", { .kind = K::Conflict, .code = u"repo.entityAlreadyExists"_s }, u"exists"_s },
        { "refused", { .kind = K::Invalid, .httpStatus = 400 }, u"not accept"_s },
        { "bad search", { .kind = K::Invalid, .code = u"rest.param.rsqlParamSyntax"_s },
            u"RSQL"_s },
        { "odd answer", { .kind = K::Protocol, .httpStatus = 200, .where = u"content[0].name"_s },
            u"expected"_s },
        { "file", { .kind = K::Io }, u"file"_s },
    };
}

} // namespace

class tst_errortext : public Test {
    Q_OBJECT

private slots:
    void eachCaseHasItsOwnSentence()
    {
        QSet<QString> sentences;
        for (const Case &one : cases()) {
            const ErrorText text = errorText(one.error, u"hawkbit.example"_s);
            QVERIFY2(text.sentence.contains(one.says, Qt::CaseInsensitive),
                qPrintable(QLatin1StringView(one.name) + u": "_s + text.sentence));
            QVERIFY2(!sentences.contains(text.sentence), one.name);
            QVERIFY2(text.sentence.endsWith(u'.'), one.name);
            QVERIFY2(text.nextStep.endsWith(u'.'), one.name);
            QVERIFY2(!text.sentence.contains(u'%') && !text.nextStep.contains(u'%'), one.name);
            sentences << text.sentence;
        }
    }

    void namesTheServer()
    {
        const Error refused{ .kind = ErrorKind::Network, .fault = NetworkFault::ConnectionRefused };
        QCOMPARE(errorText(refused, u"hawkbit.example:81"_s).sentence,
            u"hawkbit.example:81 refuses the connection."_s);
        QCOMPARE(errorText(refused).sentence, u"The server refuses the connection."_s);
        const Error lost{ .kind = ErrorKind::Network, .fault = NetworkFault::ConnectionLost };
        QCOMPARE(errorText(lost).sentence, u"The connection to the server was lost."_s);
    }

    void detailsHaveTheServersWords()
    {
        const Error error{ .kind = ErrorKind::Conflict,
            .httpStatus = 409,
            .code = u"repo.entityAlreadyExists"_s,
            .message = u"The given entity already exists"_s,
            .where = u"POST /rest/v1/targets"_s };
        QCOMPARE(errorText(error).details,
            u"HTTP 409, repo.entityAlreadyExists\nPOST /rest/v1/targets\n"
            "The given entity already exists"_s);
        QCOMPARE(errorText({ .kind = ErrorKind::Timeout }).details, QString());
    }

    void aCertificateIsNamedByItsHash()
    {
        const Error error{ .kind = ErrorKind::Tls,
            .certificate
            = PeerCertificate{ .sha256 = QByteArray(2, '\xab'), .problems = { u"old"_s } } };
        QCOMPARE(errorText(error).details, u"old\nSHA-256 AB:AB"_s);
        QVERIFY(certificateText(u"here"_s, true).sentence
            != certificateText(u"here"_s, false).sentence);
        QCOMPARE(certificateText(u"here"_s, false).sentence, errorText(error, u"here"_s).sentence);
    }

    void waitIsNamed()
    {
        Error error{ .kind = ErrorKind::RateLimited, .httpStatus = 429, .retryAfterMs = 4'200 };
        QVERIFY(errorText(error).nextStep.contains(u'5'));
        error.retryAfterMs = 0;
        QVERIFY(errorText(error).nextStep.contains(u"moment"_s));
    }
};

FALCONER_TEST(tst_errortext)
#include "tst_errortext.moc"

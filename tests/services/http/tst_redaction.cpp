// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/redaction.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_redaction : public Test {
    Q_OBJECT

private slots:
    void noFormOfASecretPasses_data()
    {
        QTest::addColumn<QString>("form");
        QTest::newRow("as typed") << u"pä \"ss/w%rd"_s;
        QTest::newRow("in a URL") << u"p%C3%A4%20%22ss%2Fw%25rd"_s;
        QTest::newRow("in JSON") << u"pä \\\"ss/w%rd"_s;
        QTest::newRow("base64") << u"cMOkICJzcy93JXJk"_s;
        QTest::newRow("basic") << u"REVGQVVMVFxhZG1pbjpww6QgInNzL3clcmQ="_s;
        QTest::newRow("basic without padding") << u"REVGQVVMVFxhZG1pbjpww6QgInNzL3clcmQ"_s;
    }

    void noFormOfASecretPasses()
    {
        QFETCH(QString, form);
        Redaction redaction;
        redaction.add({ Credentials::Scheme::Basic, u"DEFAULT\\admin"_s, u"pä \"ss/w%rd"_s });
        QCOMPARE(redaction.apply(u"before "_s + form + u", x"_s + form + u"x"_s),
            u"before ***, x***x"_s);
    }

    void tokensAreSecrets()
    {
        for (const auto scheme : { Credentials::Scheme::Bearer, Credentials::Scheme::GatewayToken,
                 Credentials::Scheme::TargetToken }) {
            Redaction redaction;
            redaction.add({ scheme, {}, u"eyJhbGciOi.J9+x/y=="_s });
            QCOMPARE(redaction.apply(u"Authorization: Bearer eyJhbGciOi.J9+x/y== refused"_s),
                u"Authorization: Bearer *** refused"_s);
            QCOMPARE(
                redaction.apply(u"?token=eyJhbGciOi.J9%2Bx%2Fy%3D%3D&a=b"_s), u"?token=***&a=b"_s);
        }
    }

    void oldSecretsStaySecret()
    {
        Redaction redaction;
        redaction.add({ Credentials::Scheme::Basic, u"admin"_s, u"first word"_s });
        redaction.add({ Credentials::Scheme::Basic, u"admin"_s, u"second word"_s });
        QCOMPARE(redaction.apply(u"first word, second word, admin"_s), u"***, ***, admin"_s);
    }

    // What a part of the longer one would leave behind.
    void theLongerOfTwoIsTakenWhole()
    {
        Redaction redaction;
        redaction.add({ Credentials::Scheme::Bearer, {}, u"hawk"_s });
        redaction.add({ Credentials::Scheme::Bearer, {}, u"hawkbit"_s });
        QCOMPARE(redaction.apply(u"hawkbit hawk"_s), u"*** ***"_s);
    }

    void aShortSecretSpoilsNoText()
    {
        Redaction redaction;
        redaction.add({ Credentials::Scheme::Basic, u"admin"_s, u"a"_s });
        QCOMPARE(redaction.apply(u"the password a was a bad answer"_s),
            u"the password *** was *** bad answer"_s);
    }

    void withoutASecretNothingChanges()
    {
        Redaction redaction;
        redaction.add({});
        redaction.add({ Credentials::Scheme::Basic, u"admin"_s, {} });
        QCOMPARE(redaction.apply(u"admin: all of it"_s), u"admin: all of it"_s);
    }

    void everyTextOfAnErrorIsCovered()
    {
        Redaction redaction;
        redaction.add({ Credentials::Scheme::Basic, u"admin"_s, u"word1"_s });
        const Error error = redaction.apply(Error{ .kind = ErrorKind::Conflict,
            .httpStatus = 409,
            .code = u"a.word1"_s,
            .message = u"no word1"_s,
            .where = u"GET /word1"_s });
        QCOMPARE(error,
            (Error{ .kind = ErrorKind::Conflict,
                .httpStatus = 409,
                .code = u"a.***"_s,
                .message = u"no ***"_s,
                .where = u"GET /***"_s }));
    }
};

FALCONER_TEST(tst_redaction)
#include "tst_redaction.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/session/secretstore.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

// With a real keychain: ctest runs it by tests/support/with-keyring.sh, under a session bus of its
// own. Whoever runs all tests by hand without that has their own keychain left alone.
class tst_keychain : public Test {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("FALCONER_TEST_KEYRING"))
            QSKIP("needs tests/support/with-keyring.sh");
    }

    void keepsSecretsForTheNextStart()
    {
        QCOMPARE(place(), SecretPlace::Keychain);
        QCOMPARE(write(u"a"_s, u"geh\u00e4im \"x\""_s), SecretPlace::Keychain);
        QCOMPARE(read(u"a"_s), u"geh\u00e4im \"x\""_s);
        QCOMPARE(write(u"a"_s, u"second"_s), SecretPlace::Keychain);
        QCOMPARE(read(u"a"_s), u"second"_s);
        QVERIFY(!read(u"b"_s));
    }

    void trialIsTakenBack()
    {
        QCOMPARE(place(), SecretPlace::Keychain);
        QTRY_VERIFY(!read(u"trial"_s));
    }

    void removes()
    {
        QCOMPARE(write(u"a"_s, u"geheim"_s), SecretPlace::Keychain);
        SecretStore store(u"Falconer test"_s);
        int removed = 0;
        Call first = store.remove(u"a"_s, [&] { ++removed; });
        Call absent = store.remove(u"never there"_s, [&] { ++removed; });
        QTRY_COMPARE(removed, 2);
        QVERIFY(!read(u"a"_s));
    }

private:
    // A store each: nothing can come from its memory.
    static SecretPlace place()
    {
        SecretStore store(u"Falconer test"_s);
        std::optional<SecretPlace> answer;
        const Call call = store.findPlace([&](SecretPlace where) { answer = where; });
        return QTest::qWaitFor([&] { return answer.has_value(); }) ? *answer
                                                                   : SecretPlace::SessionOnly;
    }

    static SecretPlace write(const QString &id, const QString &secret)
    {
        SecretStore store(u"Falconer test"_s);
        std::optional<SecretPlace> answer;
        const Call call = store.write(id, secret, [&](SecretPlace where) { answer = where; });
        return QTest::qWaitFor([&] { return answer.has_value(); }) ? *answer
                                                                   : SecretPlace::SessionOnly;
    }

    static std::optional<QString> read(const QString &id)
    {
        SecretStore store(u"Falconer test"_s);
        std::optional<std::optional<QString>> answer;
        const Call call
            = store.read(id, [&](std::optional<QString> found) { answer = std::move(found); });
        return QTest::qWaitFor([&] { return answer.has_value(); }) ? *answer : std::nullopt;
    }
};

FALCONER_TEST(tst_keychain)
#include "tst_keychain.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/session/secretstore.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct Answers {
    std::optional<SecretPlace> place;
    std::optional<std::optional<QString>> secret;
    bool isRemoved = false;
    Call call;

    void write(SecretStore &store, const QString &id, const QString &text)
    {
        place.reset();
        call = store.write(id, text, [this](SecretPlace where) { place = where; });
        QTRY_VERIFY(place);
    }
    void read(SecretStore &store, const QString &id)
    {
        secret.reset();
        call = store.read(id, [this](std::optional<QString> found) { secret = found; });
        QTRY_VERIFY(secret);
    }
};

} // namespace

// Without a keychain: no session bus can be reached. tst_keychain is its sister with one.
class tst_secretstore : public Test {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); }

    void saysThatThereIsNone()
    {
        SecretStore store(u"Falconer test"_s);
        Answers answers;
        answers.call = store.findPlace([&](SecretPlace where) { answers.place = where; });
        QVERIFY(!answers.place); // never before it returned
        QTRY_VERIFY(answers.place);
        QCOMPARE(*answers.place, SecretPlace::SessionOnly);
    }

    void keepsSecretsForTheSession()
    {
        SecretStore store(u"Falconer test"_s);
        Answers answers;
        answers.read(store, u"a"_s);
        QVERIFY(!answers.secret->has_value());
        answers.write(store, u"a"_s, u"geheim"_s);
        QCOMPARE(*answers.place, SecretPlace::SessionOnly);
        answers.read(store, u"a"_s);
        QCOMPARE(answers.secret->value(), u"geheim"_s);
        answers.read(store, u"b"_s);
        QVERIFY(!answers.secret->has_value());

        SecretStore nextStart(u"Falconer test"_s);
        answers.read(nextStart, u"a"_s);
        QVERIFY(!answers.secret->has_value());
    }

    void removes()
    {
        SecretStore store(u"Falconer test"_s);
        Answers answers;
        answers.write(store, u"a"_s, u"geheim"_s);
        answers.call = store.remove(u"a"_s, [&] { answers.isRemoved = true; });
        QTRY_VERIFY(answers.isRemoved);
        answers.read(store, u"a"_s);
        QVERIFY(!answers.secret->has_value());
    }

    void aDroppedCallIsNotAnswered()
    {
        SecretStore store(u"Falconer test"_s);
        bool isTold = false;
        Call dropped = store.write(u"a"_s, u"geheim"_s, [&](SecretPlace) { isTold = true; });
        dropped.abort();
        Answers answers;
        answers.read(store, u"a"_s); // jobs run one after the other
        QCOMPARE(answers.secret->value(), u"geheim"_s);
        QVERIFY(!isTold);
    }

    void theStoreMayGoFirst()
    {
        bool isTold = false;
        auto store = std::make_unique<SecretStore>(u"Falconer test"_s);
        Call call = store->write(u"a"_s, u"geheim"_s, [&](SecretPlace) { isTold = true; });
        store.reset();
        SecretStore other(u"Falconer test"_s);
        Answers answers;
        answers.read(other, u"a"_s);
        QVERIFY(!answers.secret->has_value());
        QVERIFY(!isTold);
    }
};

FALCONER_TEST(tst_secretstore)
#include "tst_secretstore.moc"

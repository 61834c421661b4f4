// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/setcreation.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QByteArray setBody(const QByteArray &modules, const QByteArray &description)
{
    return R"({"id":9,"name":"a","version":"2","type":"os","description":")" + description
        + R"(","complete":true,"modules":[)" + modules + "]}";
}

QByteArray moduleBody(const QByteArray &id)
{
    return R"({"id":)" + id + R"(,"name":"m","version":"1","type":"os"})";
}

const NewDistributionSet wanted{ .name = u"a"_s,
    .version = u"2"_s,
    .type = u"os"_s,
    .description = u"typed"_s,
    .modules = { 4, 5 } };

// As a list, and as the set itself where it is asked for by its id.
QByteArray told(const HeardRequest &request, const QByteArray &set)
{
    if (request.target.endsWith("/9"))
        return httpAnswer(200, set);
    return httpAnswer(
        200, R"({"content":[)" + set + R"(],"total":)" + (set.isEmpty() ? "0" : "1") + '}');
}

// Creates and waits for the answer.
Result<DistributionSet> create(SetCreation &creation, Client &client)
{
    std::optional<Result<DistributionSet>> answer;
    creation.create(client, wanted, [&](const Result<DistributionSet> &set) { answer = set; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }))
        qFatal("no answer");
    return *answer;
}

} // namespace

// A set whose creation was answered by nothing: made once, found, never made twice.
class tst_setcreation : public Test {
    Q_OBJECT

private slots:
    void findsWhatWasMade_data()
    {
        QTest::addColumn<QByteArray>("there"); // what the list shows afterwards
        QTest::addColumn<bool>("isOurs");
        QTest::addColumn<bool>("isBroughtUpToDate");
        const QByteArray ours = moduleBody("5") + ',' + moduleBody("4");
        QTest::newRow("made") << setBody(ours, "typed") << true << false;
        QTest::newRow("made, with another description") << setBody(ours, "old") << true << true;
        QTest::newRow("somebody else's") << setBody(moduleBody("4"), "typed") << false << false;
        QTest::newRow("not made") << QByteArray() << false << false;
    }

    void findsWhatWasMade()
    {
        QFETCH(QByteArray, there);
        QFETCH(bool, isOurs);
        QFETCH(bool, isBroughtUpToDate);
        ScriptedServer server([&](const HeardRequest &request) {
            if (request.method == "POST")
                return QByteArray(); // hangs up: did it happen?
            if (request.method == "PUT")
                return httpAnswer(200, setBody({}, "typed"));
            return told(request, there);
        });
        Client client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false });
        SetCreation creation;
        const Result<DistributionSet> set = create(creation, client);
        QCOMPARE(set.has_value(), isOurs);
        if (isOurs)
            QCOMPARE(set->description, u"typed"_s);
        else
            QCOMPARE(set.error().kind, ErrorKind::Network);
        QCOMPARE(
            server.heard().size(), 2 + (there.isEmpty() ? 0 : 1) + (isBroughtUpToDate ? 1 : 0));
        if (isBroughtUpToDate)
            QCOMPARE(server.heard().last().body, QByteArray(R"({"description":"typed"})"));
    }

    // The look failed, too: the next try meets the name that is taken, by itself.
    void findsItAtTheNextTry()
    {
        int posts = 0;
        bool looks = false;
        ScriptedServer server([&](const HeardRequest &request) {
            if (request.method == "POST")
                return ++posts == 1
                    ? QByteArray()
                    : httpAnswer(
                        409, R"({"errorCode":"hawkbit.server.error.repo.entityAlreadyExists"})");
            if (!looks)
                return httpAnswer(503);
            return told(request, setBody(moduleBody("4") + ',' + moduleBody("5"), "typed"));
        });
        Client client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false });
        SetCreation creation;
        QCOMPARE(create(creation, client).error().kind, ErrorKind::Network);
        looks = true;
        QCOMPARE(create(creation, client)->id, 9);
        QCOMPARE(posts, 2);
    }

    // A name that is taken from the beginning is somebody else's: nobody looks for it here.
    void adoptsNothingThatItDidNotMake()
    {
        ScriptedServer server([](const HeardRequest &) {
            return httpAnswer(
                409, R"({"errorCode":"hawkbit.server.error.repo.entityAlreadyExists"})");
        });
        Client client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false });
        SetCreation creation;
        QCOMPARE(create(creation, client).error().kind, ErrorKind::Conflict);
        QCOMPARE(server.heard().size(), 1);
    }
};

FALCONER_TEST(tst_setcreation)
#include "tst_setcreation.moc"

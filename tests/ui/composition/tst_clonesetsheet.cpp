// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/dialect.h"
#include "services/live/feed.h"
#include "tests/support/hand.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"
#include "ui/composition/clonesetsheet.h"
#include "ui/shared/banner.h"
#include "ui/shared/formfield.h"

#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *made
    = R"({"id":9,"name":"gateway-os","version":"2.5","type":"os","complete":true,
    "modules":[{"id":4,"name":"m","version":"1","type":"os"}]})";
constexpr const char *taken = R"({"errorCode":"hawkbit.server.error.repo.entityAlreadyExists"})";

// The sheet in front of a server that does what the test says, by method and target.
struct Stage {
    explicit Stage(ScriptedServer::Handler handler)
        : server(std::move(handler))
        , client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false })
        , feed(client)
    {
        const RepositoryContext context{ client, feed, facts, settings, { .profile = u"Test"_s },
            {}, nullptr, &QDateTime::currentDateTimeUtc };
        window.resize(1000, 800);
        window.show();
        const DistributionSet set{ .id = 1,
            .name = u"gateway-os"_s,
            .version = u"2.4"_s,
            .type = u"os"_s,
            .modules = { { .id = 4, .name = u"m"_s, .version = u"1"_s } } };
        sheet = new CloneSetSheet(context, set, &window);
        sheet->open();
        if (!QTest::qWaitForWindowExposed(&window))
            qFatal("no window");
    }
    QPushButton *deed() const { return sheet->findChild<QPushButton *>(u"do"_s); }
    Banner *banner() const { return sheet->findChild<Banner *>(); }
    QPushButton *bannerButton() const
    {
        for (QPushButton *const button : banner()->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() != u"Details")
                return button;
        }
        return nullptr;
    }
    void type(const QString &field, const QString &text) const
    {
        auto *const edit = sheet->findChild<QLineEdit *>(field);
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    void describe(const QString &text) const
    {
        QTest::keyClicks(sheet->findChild<QPlainTextEdit *>(u"description"_s), text);
    }
    QString problem() const
    {
        for (const FormField *const field : sheet->findChildren<FormField *>()) {
            if (field->hasProblem())
                return field->problem();
        }
        return {};
    }
    qsizetype heard(const QByteArray &line) const { return server.lines().count(line); }

    ScriptedServer server;
    Client client;
    Feed feed;
    ServerFacts facts;
    QTemporaryDir folder;
    QSettings settings{ folder.filePath(u"s.ini"_s), QSettings::IniFormat };
    QMainWindow window;
    QPointer<CloneSetSheet> sheet;
};

QByteArray nothingCopied(const HeardRequest &)
{
    return httpAnswer(200, R"({"content":[],"total":0})");
}

} // namespace

// "Clone as a new version" while something goes wrong.
class tst_clonesetsheet : public Test {
    Q_OBJECT

private slots:
    void proposesAVersionThatIsFree()
    {
        const Stage stage([](const HeardRequest &request) {
            if (!request.target.startsWith("/rest/v1/distributionsets?"))
                return nothingCopied(request);
            return httpAnswer(200, R"({"content":[
                {"id":1,"name":"gateway-os","version":"2.4","type":"os","complete":true},
                {"id":2,"name":"gateway-os","version":"2.5","type":"os","complete":true},
                {"id":3,"name":"gateway-os","version":"2.6","type":"os_app","complete":true}],"total":3})");
        });
        QTRY_COMPARE(stage.sheet->findChild<QLineEdit *>(u"version"_s)->text(), u"2.6"_s);
    }

    // The set was made, only the answer did not arrive: found, and gone on with.
    void theAnswerWasLost()
    {
        const Stage stage([](const HeardRequest &request) {
            if (request.line() == "POST /rest/v1/distributionsets")
                return QByteArray();
            if (request.target.startsWith("/rest/v1/distributionsets?"))
                return httpAnswer(200, QByteArray(R"({"total":1,"content":[)") + made + "]}");
            if (request.line() == "GET /rest/v1/distributionsets/9")
                return httpAnswer(200, made);
            return nothingCopied(request);
        });
        QSignalSpy created(stage.sheet, &CloneSetSheet::created);
        stage.type(u"version"_s, u"2.5"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet);
        QCOMPARE(created.count(), 1);
        QCOMPARE(created.first().first().toLongLong(), 9);
        QCOMPARE(stage.heard("POST /rest/v1/distributionsets"), 1);
    }

    void aHiddenSetHoldsTheName()
    {
        const Stage stage([](const HeardRequest &request) {
            return request.method == "POST" ? httpAnswer(409, taken) : nothingCopied(request);
        });
        stage.type(u"version"_s, u"2.5"_s);
        clickAt(stage.deed());
        QTRY_COMPARE(stage.problem(),
            u"gateway-os 2.5 of this type was deleted, but the server only hid it and keeps its "
            u"name "
            "and version. Choose another version."_s);
        QCOMPARE(stage.sheet->findChild<QLineEdit *>(u"version"_s)->text(), u"2.5"_s);
    }

    void theRightIsMissing()
    {
        const Stage stage([](const HeardRequest &) {
            return httpAnswer(
                403, R"({"errorCode":"hawkbit.server.error.insufficientPermission"})");
        });
        clickAt(stage.deed());
        QTRY_VERIFY(stage.banner()->isVisible());
        QCOMPARE(
            stage.banner()->sentence(), u"You are signed in, but have no permission for this."_s);
        QCOMPARE(stage.heard("POST /rest/v1/distributionsets"), 1); // not once more by itself
        QVERIFY(stage.deed()->isEnabled());
    }

    void aLimitIsReached_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("1.0.4") << 429;
        QTest::newRow("0.9.0") << 403;
    }

    // Of metadata: servers count modules only when they are added, not when a set is created.
    void aLimitIsReached()
    {
        QFETCH(int, status);
        const Stage stage([&](const HeardRequest &request) {
            if (request.line() == "POST /rest/v1/distributionsets")
                return httpAnswer(201, QByteArray("[") + made + ']');
            if (request.method == "POST")
                return httpAnswer(
                    status, R"({"errorCode":"hawkbit.server.error.quota.tooManyEntries"})");
            return httpAnswer(200, R"({"content":[{"key":"k","value":"v"}],"total":1})");
        });
        clickAt(stage.deed());
        QTRY_COMPARE(stage.banner()->sentence(),
            u"gateway-os 2.5 was made, but its metadata are missing."_s);
        QCOMPARE(stage.deed()->text(), u"Continue"_s);
        bool isSaid = false;
        for (const QLabel *const label : stage.banner()->findChildren<QLabel *>())
            isSaid = isSaid || label->text() == u"The server's limit of entries is reached.";
        QVERIFY(isSaid);
    }

    // What is typed after a step failed is sent when it goes on; a name that is taken by then is
    // said beside its field, and nothing is lost.
    void takesWhatIsTypedAfterwards()
    {
        bool works = false;
        const Stage stage([&](const HeardRequest &request) {
            if (request.line() == "POST /rest/v1/distributionsets")
                return httpAnswer(201, QByteArray("[") + made + ']');
            if (request.method == "PUT")
                return request.body.contains("2.6") ? httpAnswer(409, taken)
                                                    : httpAnswer(200, made);
            if (request.method == "POST")
                return httpAnswer(works ? 204 : 503);
            if (!request.target.contains("metadata"))
                return nothingCopied(request);
            return httpAnswer(200, R"({"content":[{"key":"k","value":"v"}],"total":1})");
        });
        stage.type(u"version"_s, u"2.5"_s);
        clickAt(stage.deed());
        QTRY_COMPARE(stage.deed()->text(), u"Continue"_s);
        stage.describe(u"Fixes boot"_s);
        stage.type(u"version"_s, u"2.6"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(stage.problem().startsWith("gateway-os 2.6 of this type was deleted"_L1));
        QCOMPARE(stage.banner()->sentence(),
            u"gateway-os 2.5 was made, but what was typed since then was not taken."_s);
        QCOMPARE(stage.bannerButton()->text(), u"Delete it again"_s);
        works = true;
        stage.type(u"version"_s, u"2.5"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet);
        QCOMPARE(stage.heard("POST /rest/v1/distributionsets"), 1); // made once
        QCOMPARE(stage.heard("PUT /rest/v1/distributionsets/9"), 2);
        for (const HeardRequest &request : stage.server.heard()) {
            if (request.method == "PUT")
                QVERIFY(request.body.contains("Fixes boot"));
        }
    }

    // The deletion did happen, only its answer was lost.
    void deletesItAgain()
    {
        int deletions = 0;
        const Stage stage([&](const HeardRequest &request) {
            if (request.line() == "POST /rest/v1/distributionsets")
                return httpAnswer(201, QByteArray("[") + made + ']');
            if (request.method == "DELETE")
                return ++deletions == 1 ? httpAnswer(423) : QByteArray();
            return request.target.endsWith("/9") ? httpAnswer(404) : httpAnswer(503);
        });
        clickAt(stage.deed());
        QTRY_VERIFY(stage.bannerButton());
        clickAt(stage.bannerButton());
        QTRY_COMPARE(deletions, 1);
        QTRY_VERIFY(stage.bannerButton() && stage.deed()->isEnabled());
        clickAt(stage.bannerButton());
        QTRY_VERIFY(!stage.sheet);
    }
};

FALCONER_TEST(tst_clonesetsheet)
#include "tst_clonesetsheet.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/journal.h"
#include "services/http/client.h"
#include "tests/support/pictures.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"
#include "ui/plan/recoverysheet.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

Action action(int id, const QString &status)
{
    return { .id = id,
        .type = u"update"_s,
        .active = status != "finished"_L1,
        .status = status,
        .forceType = u"forced"_s,
        .controllerId = u"dev-%1"_s.arg(id),
        .distributionSet = u"gateway-os:2.4.0"_s };
}

QByteArray plainAnswer(const HeardRequest &request)
{
    return httpAnswer(request.target.contains("/2") ? 404 : 204);
}

// dev-2 is gone, and dev-3 may not get the set again.
QByteArray answerForAgain(const HeardRequest &request)
{
    if (request.method == "DELETE")
        return httpAnswer(204);
    if (request.method == "POST" && request.body.contains("dev-3"))
        return httpAnswer(403);
    if (request.method == "POST")
        return httpAnswer(200,
            R"({"assigned":1,"alreadyAssigned":0,"total":1,"assignedActions":[{"id":90,"_links":)"
            R"({"self":{"href":"http://h/rest/v1/targets/dev-1/actions/90"}}}]})");
    if (request.target.contains("/distributionsets/"))
        return httpAnswer(200,
            R"({"id":5,"name":"gateway-os","version":"2.4.0","type":"os","complete":true,"valid":true})");
    if (request.target.contains("dev-2"))
        return httpAnswer(404);
    return httpAnswer(200,
        R"({"id":1,"type":"update","active":true,"status":"running","forceType":"soft","_links":)"
        R"({"distributionset":{"href":"http://h/rest/v1/distributionsets/5","name":"gateway-os:2.4.0"}}})");
}

struct Stage {
    explicit Stage(RecoveryKind kind, QByteArray (*answer)(const HeardRequest &) = &plainAnswer)
        : server(answer)
        , client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false })
    {
        window.resize(1024, 700);
        window.show();
        sheet = new RecoverySheet(client, { .profile = u"Staging"_s, .journal = &journal }, kind,
            { action(1, u"running"_s), action(2, u"running"_s), action(3, u"canceling"_s),
                action(4, u"finished"_s) },
            &window);
        sheet->open();
    }
    QString line(const QString &id) const
    {
        QString text;
        for (const QLabel *label : sheet->findChildren<QLabel *>("sentence-"_L1 + id)) {
            if (label->isVisible())
                text = label->text();
        }
        return text;
    }
    void click(const QString &name) const
    {
        QTest::mouseClick(sheet->findChild<QPushButton *>(name), Qt::LeftButton);
    }

    ScriptedServer server;
    Client client;
    Journal journal;
    QWidget window;
    QPointer<RecoverySheet> sheet;
};

} // namespace

class tst_recoverysheet : public Test {
    Q_OBJECT

private slots:
    void cancelsWhatTheServerWouldTake()
    {
        Stage stage(RecoveryKind::Cancel);
        QTRY_VERIFY(stage.line(u"allowed"_s).startsWith(u"are asked to cancel"_s));
        QVERIFY(stage.sheet->findChild<QPushButton *>(u"do"_s)->text().contains(u'2'));
        const QList<QLabel *> labels = stage.sheet->findChildren<QLabel *>();
        QStringList words;
        for (const QLabel *label : labels)
            words << label->text();
        QVERIFY(words.contains(u"left out: have ended already"_s));
        QVERIFY(
            words.contains(u"left out: are being cancelled already; only a force-quit is left"_s));
        QVERIFY(stage.server.heard().isEmpty());
        QSignalSpy recovered(stage.sheet, &RecoverySheet::recovered);
        stage.click(u"do"_s);
        QTRY_COMPARE(recovered.size(), 1);
        QCOMPARE(stage.server.heard().size(), 2);
        QCOMPARE(stage.journal.entries().size(), 1);
        QCOMPARE(stage.journal.entries().first().done, 1);
        QCOMPARE(stage.journal.entries().first().failed, 1);
        QTRY_COMPARE(stage.line(u"done"_s), u"are asked to cancel"_s);
    }

    void saysThatAForceQuitNeverReachesTheDevice()
    {
        Stage stage(RecoveryKind::ForceQuit);
        QTRY_VERIFY(stage.line(u"allowed"_s).contains(u"the device is never told"_s));
        stage.sheet->sayLimit(5'000);
        QTRY_VERIFY(stage.line(u"limit"_s).contains(u"only the first 5,000"_s));
        stage.click(u"do"_s);
        QTRY_COMPARE(stage.server.lines(),
            QByteArrayList({ "DELETE /rest/v1/targets/dev-3/actions/3?force=true" }));
    }

    void assignsAgainAndTellsTheHalvesApart()
    {
        Stage stage(RecoveryKind::AssignAgain, &answerForAgain);
        QTRY_VERIFY(stage.line(u"allowed"_s).contains(u"assigned again with the same options"_s));
        QVERIFY(stage.sheet->findChild<QPushButton *>(u"do"_s)->text().contains(u'3'));
        QVERIFY(stage.server.heard().isEmpty());
        stage.click(u"do"_s);
        QTRY_COMPARE(stage.line(u"done"_s), u"have ended for the server and are assigned again"_s);
        QStringList failed;
        for (const QLabel *const label : stage.sheet->findChildren<QLabel *>()) {
            if (label->objectName().startsWith(u"sentence-failed"_s) && label->isVisible())
                failed << label->text();
        }
        QCOMPARE(failed.size(), 2);
        QCOMPARE(failed.filter(u"ended, but not assigned again: "_s).size(), 1);
        const QByteArrayList asked = stage.server.lines();
        QCOMPARE(std::ranges::count_if(
                     asked, [](const QByteArray &line) { return line.contains("/targets/dev-2"); }),
            1); // nothing after that
        QCOMPARE(stage.journal.entries().constLast().what, JournalEntry::What::AssignedAgain);
        QCOMPARE(stage.journal.entries().constLast().done, 1);
        QCOMPARE(stage.journal.entries().constLast().failed, 2);
    }

    // What it looks like, for the eye.
    void looks_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void looks()
    {
        QFETCH(bool, dark);
        Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        Stage stage(RecoveryKind::Cancel);
        const auto picture = [&stage](const QString &name) {
            QVERIFY(stage.window.rect().contains(stage.sheet->findChild<QPushButton *>(u"cancel"_s)
                                                     ->mapTo(&stage.window, QPoint(30, 10))));
            keepPicture(stage.window, pictureName(name));
        };
        QVERIFY(QTest::qWaitForWindowExposed(&stage.window));
        picture(u"recovery"_s);
        stage.click(u"do"_s);
        QTRY_VERIFY(!stage.line(u"done"_s).isEmpty());
        picture(u"recovered"_s);
    }

    void keepsThemRunning()
    {
        Stage stage(RecoveryKind::Cancel);
        stage.click(u"cancel"_s);
        QTRY_VERIFY(!stage.sheet);
        QVERIFY(stage.server.heard().isEmpty());
        QVERIFY(stage.journal.entries().isEmpty());
    }
};

FALCONER_TEST(tst_recoverysheet)
#include "tst_recoverysheet.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadqueue.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"
#include "ui/uploads/bringinruntext.h"
#include "ui/uploads/bringintext.h"

#include <QTemporaryDir>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_bringintext : public Test {
    Q_OBJECT

private slots:
    // A name may look like a place for another word.
    void whatIsLeftOutIsNamed()
    {
        QCOMPARE(walkedText({}), QString());
        QCOMPARE(
            walkedText({ .emptyFiles = { u"/d/100%1.bin"_s, u"/d/%2.bin"_s, u"/d/c"_s, u"/d/e"_s },
                .unreadable = { u"/d/%3"_s },
                .notFiles = { u"/d/pipe"_s, u"/d/dead"_s },
                .elsewhere = { u"https://host/a.swu"_s, u"https://host/"_s } }),
            u"Empty, which hawkBit refuses: 100%1.bin, %2.bin, c and 1 more. "
            "Cannot be read: %3. "
            "Pipes, devices or links to nothing, and left out: pipe and dead. "
            "Not on this computer, and left out: a.swu and https://host/."_s);
        QVERIFY(filesText({ u"/d/100%2.swu"_s }, 2'000).startsWith(u"100%2.swu, "_s));
    }

    // A line cannot be broken within it.
    void aVeryLongFileNameIsElidedInItsMiddle()
    {
        const QString name = u"gateway-"_s + QString(200, u'x') + u"-1.4.2.swu"_s;
        const QString shown = fileNames({ u"/d/"_s + name });
        QCOMPARE(shown.size(), 60);
        QVERIFY2(shown.startsWith(u"gateway-x"_s) && shown.endsWith(u"x-1.4.2.swu"_s),
            qPrintable(shown));
        QVERIFY(shown.contains(u'…'));
        QCOMPARE(fileNames({ u"/d/"_s + name.left(60) }), name.left(60));
    }

    void aLongFileNameOfEmojisIsCutBetweenThem()
    {
        const QString emojis = u"\U0001F4E6"_s.repeated(40); // two code units each
        for (int before = 0; before < 4; ++before) {
            const QString said
                = fileNames({ QString(before % 2, u'a') + emojis + QString(before / 2, u'b') });
            QVERIFY(said.contains(u'…'));
            QCOMPARE(QString::fromUtf8(said.toUtf8()), said); // whole characters
        }
    }

    void theButtonSaysWhatItDoes()
    {
        BringIn plan{ .modules
            = { { .name = u"a%1"_s, .version = u"1"_s, .paths = { u"/d/a"_s } } },
            .set = BringInSet{ .name = u"s%1"_s, .version = u"2"_s } };
        QCOMPARE(bringInButtonText(plan), u"Create a%1 1 and the set s%1 2 and upload 1 file(s)"_s);
        plan.modules[0].existingId = 7;
        QCOMPARE(bringInButtonText(plan), u"Create set s%1 2 and upload 1 file(s)"_s);
        plan.set.reset();
        QCOMPARE(bringInButtonText(plan), u"Upload 1 file(s) into a%1 1"_s);
    }

    // In a folder of hundreds nobody finds it otherwise.
    void filesOfOneNameAreNamed()
    {
        const BringIn plan{ .modules = { { .name = u"a"_s,
                                .version = u"1"_s,
                                .type = u"os"_s,
                                .paths = { u"/d/x"_s, u"/d/in/y%2"_s, u"/d/out/y%2"_s } } } };
        const auto fault = faultOf(plan, {});
        QVERIFY(fault && fault->kind == BringInFault::Kind::SameFile);
        QCOMPARE(bringInFaultText(*fault, plan),
            u"Two files are called y%2: they cannot both go into a."_s);
    }

    // Whoever has a button that says so much must be able to read it.
    void longNamesAreCountedInTheButton()
    {
        const QString name = QString(u'w').repeated(60);
        QCOMPARE(bringInButtonText(
                     { .modules = { { .name = name, .version = u"1"_s, .paths = { u"/d/a"_s } } },
                         .set = BringInSet{ .name = name, .version = u"1"_s } }),
            u"Create 1 software module(s) and a set and upload 1 file(s)"_s);
    }

    void whatSomebodyElseMadeIsSaidToStay()
    {
        ScriptedServer server([](const HeardRequest &heard) -> std::optional<QByteArray> {
            return heard.method == "GET"
                ? httpAnswer(200, R"({"content":[{"id":7,"name":"gate","version":"1.0","type":"os",
                    "createdBy":"bob","createdAt":1,"lastModifiedAt":1}],"total":1,"size":1})")
                : QByteArray();
        });
        const QTemporaryDir folder;
        Client client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false });
        UploadQueue queue(folder.filePath(u"q.sqlite"_s));
        BringInRun run(client, queue, u"p"_s, u"admin"_s);
        run.start({ .modules = { { .name = u"gate"_s, .version = u"1.0"_s, .type = u"os"_s } } });
        QTRY_COMPARE(run.state(), BringInRun::State::Failed);
        QCOMPARE(createdText(run),
            u"gate 1.0 may have been created: the answer was lost. It is looked for before "
            "anything else is done."_s);
        run.resume();
        QTRY_COMPARE(run.state(), BringInRun::State::Failed);
        QCOMPARE(takenNameText(run), u"gate 1.0 of this type exists already, created by bob."_s);
        QCOMPARE(createdText(run), QString());

        BringInRun undone(client, queue, u"p"_s, u"admin"_s);
        undone.start(run.plan());
        QTRY_COMPARE(undone.state(), BringInRun::State::Failed);
        undone.undo();
        QTRY_COMPARE(undone.state(), BringInRun::State::Undone);
        QCOMPARE(createdText(undone), u"gate 1.0 was not created here, but by bob: it stays."_s);
    }
};

FALCONER_TEST(tst_bringintext)
#include "tst_bringintext.moc"

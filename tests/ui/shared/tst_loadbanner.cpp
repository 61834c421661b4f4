// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/scriptedsource.h"
#include "tests/support/hand.h"
#include "tests/support/testregistry.h"
#include "ui/shared/banner.h"
#include "ui/shared/loadbanner.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

const Error silence{ .kind = ErrorKind::Network };

// A pane with a banner over rows that come from a script.
struct Stage {
    Stage()
    {
        auto *const layout = new QVBoxLayout(&pane);
        layout->addWidget(&shown);
        pane.resize(800, 200);
        pane.show();
        if (!QTest::qWaitForWindowExposed(&pane))
            qFatal("no window");
        source.setNumberedRows(3);
        load();
    }
    void load()
    {
        model.reload();
        source.answerAll();
    }
    void fail(const Error &error = silence)
    {
        model.reload();
        source.failFirst(error);
    }
    QPushButton *button() const
    {
        for (QPushButton *const each : shown.findChildren<QPushButton *>()) {
            if (each->isVisible() && each->text() != u"Details"_s)
                return each;
        }
        return nullptr;
    }

    ScriptedSource source;
    PagedModel<TestRow> model{ source.source(), testColumns(), &testKey };
    QWidget pane;
    LoadBanner *banner = new LoadBanner(model, u"Test"_s, &pane);
    Banner &shown = banner->banner();
};

} // namespace

class tst_loadbanner : public Test {
    Q_OBJECT

private slots:
    void saysWhyThereAreNoRowsUntilThereAre()
    {
        Stage stage;
        QVERIFY(!stage.shown.isVisible());
        stage.fail();
        QVERIFY(stage.shown.isVisible());
        QVERIFY(stage.shown.sentence().contains(u"Test"_s));
        QCOMPARE(stage.button()->text(), u"Try again"_s);
        const QSignalSpy retry(stage.banner, &LoadBanner::retryRequested);
        clickAt(stage.button());
        QCOMPARE(retry.size(), 1);
        QVERIFY(stage.shown.isVisible()); // not there yet
        stage.load();
        QVERIFY(!stage.shown.isVisible());
    }

    void noRowsAreAnAnswerToo()
    {
        Stage stage;
        stage.source.rows.clear();
        stage.load();
        stage.fail();
        QVERIFY(stage.shown.isVisible());
        stage.load(); // the same total as before
        QVERIFY(!stage.shown.isVisible());
    }

    void keepsWhatACommandHasToSay()
    {
        Stage stage;
        stage.banner->showNotice(u"Nothing of it runs."_s);
        stage.load();
        QCOMPARE(stage.shown.sentence(), u"Nothing of it runs."_s);
        stage.banner->showFailure(silence);
        const QString failure = stage.shown.sentence();
        stage.load();
        QCOMPARE(stage.shown.sentence(), failure);
        QVERIFY(!stage.button()); // no rows to be tried again
        stage.fail();
        auto *const close = stage.shown.findChild<QToolButton *>();
        QVERIFY(close->isHidden());           // rows take it away
        stage.banner->showNotice(u"Done."_s); // instead of the load problem
        stage.load();
        QCOMPARE(stage.shown.sentence(), u"Done."_s);
        clickAt(close);
        QVERIFY(!stage.shown.isVisible());
    }

    void offersADeedOnce()
    {
        Stage stage;
        int done = 0;
        const QSignalSpy retry(stage.banner, &LoadBanner::retryRequested);
        stage.banner->showNotice(u"It is locked."_s);
        stage.banner->offer(u"Unlock..."_s, [&done] { ++done; });
        clickAt(stage.button());
        QCOMPARE(done, 1);
        QVERIFY(!stage.shown.isVisible());
        stage.banner->offer(u"Unlock..."_s, [&done] { ++done; });
        stage.fail();
        clickAt(stage.button());
        QCOMPARE(done, 1);
        QCOMPARE(retry.size(), 1);
    }

    void whatSucceededGoesByItselfOnceItIsOutdone()
    {
        Stage stage;
        stage.banner->showNotice(u"It is locked."_s);
        stage.banner->endSuccess(); // that is none
        stage.banner->showSuccess(u"Created it."_s);
        stage.banner->endSuccess();
        QVERIFY(stage.shown.isVisible()); // there is time to read it
        QTRY_VERIFY_WITH_TIMEOUT(!stage.shown.isVisible(), 10000);
        stage.banner->showSuccess(u"Created it."_s);
        stage.banner->endSuccess();
        stage.banner->showNotice(u"It is locked."_s);
        stage.banner->endSuccess();
        auto *const ending = stage.banner->findChild<QTimer *>();
        QVERIFY(ending && !ending->isActive()); // other news stay
        QCOMPARE(stage.shown.sentence(), u"It is locked."_s);
    }

    void tellsARefusedSearchToItsField()
    {
        Stage stage;
        const QSignalSpy refused(stage.banner, &LoadBanner::searchRefused);
        const Error invalid{ .kind = ErrorKind::Invalid, .httpStatus = 400 };
        stage.banner->setSearch(u"name=="_s);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.at(0).at(0).toString(), QString()); // not refused yet
        stage.fail(invalid);
        QCOMPARE(refused.size(), 2);
        QVERIFY(!refused.at(1).at(0).toString().isEmpty());
        QVERIFY(!stage.shown.isVisible());
        stage.fail(); // not the search's fault
        QCOMPARE(refused.size(), 2);
        QVERIFY(stage.shown.isVisible());
        stage.banner->setSearch({});
        QCOMPARE(refused.size(), 3);
        stage.fail(invalid); // nothing is searched for
        QCOMPARE(refused.size(), 3);
        QVERIFY(stage.shown.isVisible());
    }
};

FALCONER_TEST(tst_loadbanner)
#include "tst_loadbanner.moc"

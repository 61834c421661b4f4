// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadqueue_p.h"
#include "tests/support/testregistry.h"
#include "tests/ui/uploads/windowstage.h"
#include "ui/shared/sheet.h"

#include <QLabel>
#include <QSignalSpy>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

class WorkingSheet final : public Sheet {
public:
    using Sheet::Sheet;
    bool isAtWork() const override { return isWorking; }
    void reject() override
    {
        ++asked;
        if (!isWorking)
            closeSheet();
    }
    bool isWorking = true;
    int asked = 0;
};

// A window whose only upload is being sent, slowly.
struct SendingStage : WindowStage {
    SendingStage()
    {
        show();
        signIn();
        id = addSlow();
    }
    qint64 id;
};

} // namespace

class tst_windowclosing : public Test {
    Q_OBJECT

private slots:
    void closingWaitsForASheetThatIsAtWork()
    {
        WindowStage stage;
        MainWindow &main = stage.show();
        auto *const sheet = new WorkingSheet(&main);
        sheet->open();
        QVERIFY(!main.close());
        QVERIFY(main.isVisible());
        QVERIFY(sheet->isVisible());
        QCOMPARE(sheet->asked, 1); // says why
        sheet->isWorking = false;
        QVERIFY(main.close()); // one that only asks is in nobody's way
        QCOMPARE(sheet->asked, 1);
    }

    void closingAsksOnceAndStays()
    {
        SendingStage stage;
        const qint64 id = stage.id;
        QTRY_COMPARE(stage.state(id), UploadState::Sending);
        QVERIFY(!stage.main->close());
        QVERIFY(!stage.main->close()); // asks once
        QCOMPARE(stage.main->findChildren<ClosingSheet *>().size(), 1);
        auto *const sheet = stage.main->findChild<ClosingSheet *>();
        QTest::keyClick(sheet, Qt::Key_Escape);
        QVERIFY(stage.main->isVisible());
        QCOMPARE(stage.state(id), UploadState::Sending);
    }

    void closingStopsWhatIsSaidToStop()
    {
        SendingStage stage;
        const qint64 id = stage.id;
        QTRY_COMPARE(stage.state(id), UploadState::Sending);
        stage.chooseAtClosing(u"stop"_s);
        QVERIFY(!stage.main->isVisible());
        stage.closeMain();
        stage.show();
        QCOMPARE(stage.state(id), UploadState::Paused);
        stage.signIn();
        QCOMPARE(stage.state(id), UploadState::Paused); // it was stopped
        QVERIFY(stage.artifacts().isEmpty());
    }

    void closingGoesOnAtTheNextStart()
    {
        SendingStage stage;
        const qint64 id = stage.id;
        QTRY_COMPARE(stage.state(id), UploadState::Sending);
        stage.chooseAtClosing(u"goOn"_s);
        QVERIFY(!stage.main->isVisible());
        stage.closeMain();
        stage.show();
        QCOMPARE(stage.state(id), UploadState::NotConnected);
        stage.queue->setLimits({});
        stage.signIn();
        QTRY_COMPARE(stage.state(id), UploadState::Done); // without a question
        QCOMPARE(stage.artifacts(), QStringList{ u"slow.bin"_s });
    }

    // Those to a demo end with it: there is no next start for them.
    void closingDoesNotPromiseWhatEndsWithTheProgram()
    {
        WindowStage stage;
        stage.show();
        stage.signIn();
        stage.main->setPassing(identityOf(stage.profile()));
        const qint64 id = stage.addSlow();
        QTRY_COMPARE(stage.state(id), UploadState::Sending);
        QVERIFY(stage.main->close());
        QVERIFY(!stage.main->findChild<ClosingSheet *>());
    }

    // A full disk: what was queued since is nowhere but here.
    void closingPromisesNothingThatTheDiskDoesNotTake()
    {
        SendingStage stage;
        const qint64 id = stage.id;
        QTRY_COMPARE(stage.state(id), UploadState::Sending);
        QVERIFY(!stage.main->close());
        QVERIFY(stage.main->findChild<QPushButton *>(u"goOn"_s));
        const QSignalSpy failed(stage.queue.get(), &UploadQueue::storageFailed);
        UploadQueueAccess::of(*stage.queue).store.limitPages(1);
        for (int i = 0; i < 50; ++i)
            stage.add(u"waiting-%1.bin"_s.arg(i));
        QTRY_COMPARE(failed.size(), 1);
        // The sheet promised too much: it is asked anew.
        QTRY_VERIFY(!stage.main->findChild<ClosingSheet *>());
        QVERIFY(!stage.main->close());
        auto *const sheet = stage.main->findChild<ClosingSheet *>();
        QVERIFY(sheet);
        QVERIFY(!sheet->findChild<QPushButton *>(u"goOn"_s));
        QVERIFY(sheet->findChild<QPushButton *>(u"stay"_s)->hasFocus());
        QCOMPARE(sheet->findChild<QLabel *>(u"words"_s)->text(),
            ClosingSheet::words(QueueKeeping::NotOnDisk));
        QTest::keyClick(sheet, Qt::Key_Escape);
        QVERIFY(stage.main->isVisible());
    }

    // A demo's queue lies in a folder that goes with it, whatever server its files are for.
    void closingPromisesNoNextStartToWhatIsNotKept()
    {
        WindowStage stage;
        stage.isKept = false;
        stage.show();
        const qint64 waiting = stage.add(u"a.bin"_s); // for somebody to sign in
        QVERIFY(!stage.main->close());
        auto *const sheet = stage.main->findChild<ClosingSheet *>();
        QVERIFY(!sheet->findChild<QPushButton *>(u"goOn"_s));
        QVERIFY(sheet->findChild<QPushButton *>(u"stay"_s)->hasFocus());
        QCOMPARE(sheet->findChild<QLabel *>(u"words"_s)->text(),
            ClosingSheet::words(QueueKeeping::OfDemo));
        QTest::keyClick(sheet, Qt::Key_Escape);
        QVERIFY(stage.main->isVisible());
        QCOMPARE(stage.state(waiting), UploadState::NotConnected);
        stage.chooseAtClosing(u"stop"_s);
        QVERIFY(!stage.main->isVisible());
    }

    void closingAsksNothingWhenNothingIsUnderWay()
    {
        WindowStage stage;
        stage.show();
        stage.add(u"a.bin"_s); // waits for somebody to sign in, and may wait on
        const qint64 paused = stage.add(u"b.bin"_s);
        stage.queue->pause({ paused });
        QVERIFY(stage.main->close());
    }
};

FALCONER_TEST(tst_windowclosing)
#include "tst_windowclosing.moc"

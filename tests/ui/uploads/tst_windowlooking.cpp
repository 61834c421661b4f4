// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/filewalk.h"
#include "tests/support/testregistry.h"
#include "tests/ui/uploads/windowstage.h"

#include <QLabel>
#include <QTemporaryDir>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct LookStage : WindowStage {
    // As after a drop on a module; looked at once events are processed.
    void dropFile()
    {
        const QString path = makeFile(u"dropped.bin"_s, 2'000'000);
        drop(path);
    }
    void drop(const QString &path)
    {
        queue->setLimits({ .bytesPerSecond = 20'000 });
        queue->lookInto(identityOf(profile()), { QUrl::fromLocalFile(path) },
            [this](const WalkedFiles &walked) {
                for (const DroppedFile &file : walked.files)
                    QVERIFY(queue->add({ .profileId = identityOf(profile()),
                        .softwareModuleId = module,
                        .path = file.path }));
            });
    }
    ClosingSheet *sheet() const { return main->findChild<ClosingSheet *>(); }
    QString words() const
    {
        return sheet() ? sheet()->findChild<QLabel *>(u"words"_s)->text() : QString();
    }
};

} // namespace

// Files were dropped on a module, and are not in the queue yet.
class tst_windowlooking : public Test {
    Q_OBJECT

private slots:
    // They are nowhere yet: closing waits for them, then asks what it asks about any upload.
    void closingWaitsForWhatIsLookedAt()
    {
        LookStage stage;
        stage.show();
        stage.signIn();
        stage.dropFile();
        QVERIFY(stage.totals()->text().contains(u"looking at dropped files"_s));
        QVERIFY(!stage.main->close());
        QCOMPARE(stage.words(), ClosingSheet::words(QueueKeeping::NotYet));
        QVERIFY(!stage.sheet()->findChild<QPushButton *>(u"goOn"_s));
        QVERIFY(stage.sheet()->findChild<QPushButton *>(u"stay"_s)->hasFocus());
        QTRY_COMPARE(stage.words(), ClosingSheet::words(QueueKeeping::Kept));
        QCOMPARE(stage.queue->uploads().size(), 1);
        QVERIFY(!stage.totals()->text().contains(u"looking at dropped files"_s));
        QVERIFY(stage.main->isVisible());
        QTRY_COMPARE(stage.main->findChildren<ClosingSheet *>().size(), 1);
        QTest::mouseClick(stage.sheet()->findChild<QPushButton *>(u"goOn"_s), Qt::LeftButton);
        QVERIFY(!stage.main->isVisible());
    }

    void closingGoesOnWhenThereIsNothingInWhatWasDropped()
    {
        LookStage stage;
        stage.show();
        stage.signIn();
        const QTemporaryDir empty;
        stage.drop(empty.path());
        QVERIFY(!stage.main->close());
        QTRY_VERIFY(!stage.main->isVisible());
        QVERIFY(stage.queue->uploads().isEmpty());
    }

    // A share that hangs keeps nobody.
    void closingNeedNotWaitForWhatIsLookedAt()
    {
        LookStage stage;
        stage.show();
        stage.signIn();
        stage.dropFile();
        stage.chooseAtClosing(u"stop"_s);
        QVERIFY(!stage.main->isVisible());
    }

    void stayingKeepsTheWindowOpenOnceAllIsLookedAt()
    {
        LookStage stage;
        stage.show();
        stage.signIn();
        stage.dropFile();
        stage.chooseAtClosing(u"stay"_s);
        QTRY_COMPARE(stage.queue->uploads().size(), 1);
        QTRY_VERIFY(!stage.sheet());
        QVERIFY(stage.main->isVisible());
    }

    void closingAsksNothingAboutFilesForWhatEndsWithTheProgram()
    {
        LookStage stage;
        stage.show();
        stage.signIn();
        stage.main->setPassing(identityOf(stage.profile()));
        stage.dropFile();
        QVERIFY(stage.main->close());
    }

    // The window stands before another server meanwhile: they come into the queue all the same.
    void whatIsLookedAtOutlivesItsServer()
    {
        LookStage stage;
        stage.show();
        stage.signIn();
        stage.dropFile();
        stage.main->disconnectFromServer();
        QTRY_COMPARE(stage.queue->uploads().size(), 1);
        QTRY_COMPARE(stage.queue->totals().sending, 1);
    }
};

FALCONER_TEST(tst_windowlooking)
#include "tst_windowlooking.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/uploads/dockstage.h"
#include "ui/shared/banner.h"
#include "ui/uploads/sendassheet.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>

using namespace falconer;
using namespace Qt::StringLiterals;

// What an upload asks, and what its answers do.
class tst_uploadsdockanswers : public Test {
    Q_OBJECT

private slots:
    void aNameThatIsTakenIsAsked()
    {
        DockStage stage;
        stage.open();
        stage.connect();
        const qint64 first = stage.add(u"a.bin"_s, 1000);
        QTRY_COMPARE(stage.state(first), UploadState::Done);
        const qint64 again = stage.add(u"a.bin"_s, 2000); // other content
        QTRY_COMPARE(stage.state(again), UploadState::Asking);
        const int row = stage.dock->list().rowOf(again);
        QVERIFY(stage.table().rowHeight(row) > Metrics::rowHeight);
        QCOMPARE(stage.bar(again)->findChild<QLabel *>(u"sentence"_s)->text(),
            u"gateway 1.0 has a file of this name with other content."_s);
        QVERIFY(stage.answer(again, u"Replace"_s));
        QVERIFY(stage.answer(again, u"Remove"_s));
        clickAt(stage.answer(again, u"Send as..."_s));
        auto *const sheet = stage.window->findChild<SendAsSheet *>();
        QVERIFY(sheet);
        auto *const name = sheet->findChild<QLineEdit *>();
        QVERIFY(name->hasFocus());
        QCOMPARE(name->text(), u"a-2.bin"_s);
        name->setText(u"a.bin"_s); // is what is taken
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(sheet->isVisible());
        name->setText(u"b.bin"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(stage.state(again), UploadState::Done);
        QCOMPARE(stage.artifacts(), QStringList({ u"a.bin"_s, u"b.bin"_s }));
        QVERIFY(!stage.bar(again));
        QCOMPARE(stage.table().rowHeight(row), Metrics::rowHeight);
    }

    void whatIsThereIsReplacedWhenSaid()
    {
        DockStage stage;
        stage.open();
        stage.connect();
        const qint64 first = stage.add(u"a.bin"_s, 1000);
        QTRY_COMPARE(stage.state(first), UploadState::Done);
        const qint64 again = stage.add(u"a.bin"_s, 2000);
        QTRY_COMPARE(stage.state(again), UploadState::Asking);
        // By the keyboard: Return goes to the first answer.
        stage.table().setFocus();
        stage.table().setCurrentIndex(stage.dock->list().index(stage.dock->list().rowOf(again), 0));
        QTest::keyClick(&stage.table(), Qt::Key_Return);
        QVERIFY(stage.answer(again, u"Replace"_s)->hasFocus());
        QTest::keyClick(stage.answer(again, u"Replace"_s), Qt::Key_Space);
        QTRY_COMPARE(stage.state(again), UploadState::Done);
        qint64 size = 0;
        stage.bench.change([&](Fleet &fleet) {
            size = fleet.modules.find(stage.module)->artifacts.constFirst().size;
        });
        QCOMPARE(size, 2000);
    }

    void aLockedModuleIsUnlockedWhenSaid()
    {
        DockStage stage;
        stage.bench.change([&](Fleet &fleet) { fleet.modules.find(stage.module)->locked = true; });
        stage.open();
        stage.connect();
        const qint64 id = stage.add(u"a.bin"_s);
        const qint64 same = stage.add(u"b.bin"_s);
        QTRY_VERIFY(stage.answer(id, u"Unlock the module"_s));
        QTRY_VERIFY(stage.answer(same, u"Unlock the module"_s));
        QVERIFY(stage.artifacts().isEmpty());
        clickAt(stage.answer(id, u"Unlock the module"_s));
        QTRY_COMPARE(stage.state(id), UploadState::Done);
        QTRY_COMPARE(stage.state(same), UploadState::Done); // it was the module's lock
    }

    void aFileThatMovedIsLookedFor()
    {
        DockStage stage;
        stage.open();
        const qint64 id = stage.add(u"a.bin"_s);
        QVERIFY(QFile::rename(stage.folder.filePath(u"a.bin"_s), stage.folder.filePath(u"b"_s)));
        stage.connect();
        QTRY_VERIFY(stage.answer(id, u"Choose file..."_s));
        clickAt(stage.answer(id, u"Choose file..."_s));
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = stage.window->findChild<QFileDialog *>()));
        emit dialog->fileSelected(stage.folder.filePath(u"b"_s));
        dialog->close();
        QTRY_COMPARE(stage.state(id), UploadState::Done);
        QCOMPARE(stage.artifacts(), QStringList{ u"a.bin"_s });
    }

    void aFileThatChangedIsSentWhenSaid()
    {
        DockStage stage;
        stage.open();
        const qint64 id = stage.add(u"a.bin"_s, 1000);
        stage.makeFile(u"a.bin"_s, 3000);
        stage.connect();
        QTRY_VERIFY(stage.answer(id, u"Send as it is now"_s));
        clickAt(stage.answer(id, u"Send as it is now"_s));
        QTRY_COMPARE(stage.state(id), UploadState::Done);
    }

    void whereToIsAskedWhenTheProfileLeadsElsewhere()
    {
        DockStage stage;
        stage.open();
        stage.connect(u"p"_s, QUrl(u"http://127.0.0.1:9"_s));
        const qint64 id = stage.add(u"a.bin"_s);
        stage.queue->disconnectProfile(u"p"_s);
        stage.connect();
        const QString here = stage.bench.url().toString();
        const QString send = u"Send to "_s + here;
        QTRY_VERIFY(stage.answer(id, send));
        const QString sentence = stage.bar(id)->findChild<QLabel *>(u"sentence"_s)->text();
        QVERIFY(sentence.contains(u"http://127.0.0.1:9"_s) && sentence.contains(here));
        QVERIFY(stage.artifacts().isEmpty());
        // Edited once more: the answer names the server that it would go to.
        stage.connect(u"p"_s, QUrl(u"http://127.0.0.1:7"_s));
        QTRY_VERIFY(stage.answer(id, u"Send to http://127.0.0.1:7"_s));
        QVERIFY(!stage.answer(id, send));
        stage.connect();
        QTRY_VERIFY(stage.answer(id, send));
        clickAt(stage.answer(id, send));
        QTRY_COMPARE(stage.state(id), UploadState::Done);
        QCOMPARE(stage.artifacts(), QStringList{ u"a.bin"_s });
    }

    void afterACrashNothingIsSentBeforeTheAnswer()
    {
        DockStage stage;
        stage.settings.setValue(u"uploads/open"_s, false);
        stage.seed({ stage.stored(1, u"a.bin"_s, UploadState::Sending),
            stage.stored(2, u"b.bin"_s, UploadState::Verifying),
            stage.stored(3, u"c.bin"_s, UploadState::Paused) });
        stage.open();
        QVERIFY(stage.dock->isOpen()); // although it was left closed
        stage.connect();
        auto *const banner = stage.dock->findChild<Banner *>();
        QVERIFY(banner->isVisible());
        QCOMPARE(banner->sentence(), u"Falconer ended while 2 file(s) were being sent."_s);
        QVERIFY(stage.answer(1, u"Send"_s));
        QVERIFY(stage.artifacts().isEmpty());
        const auto buttons = banner->findChildren<QPushButton *>();
        const auto found = std::ranges::find(buttons, u"Send all 2"_s, &QAbstractButton::text);
        QVERIFY(found != buttons.end());
        QPushButton *const all = *found;
        clickAt(all);
        QTRY_COMPARE(stage.state(2), UploadState::Done);
        QTRY_COMPARE(stage.state(1), UploadState::Done);
        QVERIFY(!banner->isVisible());
        QCOMPARE(stage.state(3), UploadState::Paused); // nobody said so
    }

    void afterACrashWhatWaitedForTheSameServerWaits()
    {
        DockStage stage;
        stage.seed({ stage.stored(1, u"a.bin"_s, UploadState::Sending),
            stage.stored(2, u"b.bin"_s, UploadState::Waiting),
            stage.stored(3, u"c.bin"_s, UploadState::Waiting) });
        stage.open();
        stage.connect();
        auto *const banner = stage.dock->findChild<Banner *>();
        QVERIFY(banner->isVisible());
        QVERIFY(banner->accessibleDescription().contains(u"2 file(s) that waited"_s));
        QCOMPARE(stage.text(2, UploadStateColumn), u"waits for your answer"_s);
        QTest::qWait(100);
        QVERIFY(stage.artifacts().isEmpty());
        const auto buttons = banner->findChildren<QPushButton *>();
        const auto all = std::ranges::find(buttons, u"Send all 3"_s, &QAbstractButton::text);
        QVERIFY(all != buttons.end());
        clickAt(*all);
        QTRY_COMPARE(stage.artifacts().size(), 3);
        QVERIFY(!banner->isVisible());
    }

    void aNameThatTheServerRefusesIsAsked()
    {
        DockStage stage;
        stage.open();
        stage.connect();
        const auto added = stage.queue->add({ .profileId = u"p"_s,
            .softwareModuleId = stage.module,
            .moduleTitle = u"gateway 1.0"_s,
            .path = stage.makeFile(u"a.bin"_s, 1000),
            .filename = u"it's & <b>.bin"_s });
        QTRY_VERIFY(stage.answer(*added, u"Send as..."_s));
        QCOMPARE(stage.bar(*added)->findChild<QLabel *>(u"sentence"_s)->text(),
            u"The server does not take a file of this name."_s);
        clickAt(stage.answer(*added, u"Send as..."_s));
        auto *const sheet = stage.window->findChild<SendAsSheet *>();
        QVERIFY(sheet);
        auto *const name = sheet->findChild<QLineEdit *>();
        QCOMPARE(name->text(), u"it's & b.bin"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(stage.artifacts(), QStringList{ u"it's & b.bin"_s });
    }

    void theKeyboardGoesBackToTheRowsAfterAnAnswer()
    {
        DockStage stage;
        stage.seed({ stage.stored(1, u"a.bin"_s, UploadState::Asking, UploadProblem::FileChanged),
            stage.stored(2, u"b.bin"_s, UploadState::Asking, UploadProblem::Interrupted),
            stage.stored(3, u"c.bin"_s, UploadState::Paused) });
        stage.open();
        const auto press = [&](qint64 id, const QString &text) {
            stage.answer(id, text)->setFocus();
            QTest::keyClick(stage.answer(id, text), Qt::Key_Space);
        };
        press(2, u"Send"_s);
        QTRY_VERIFY(!stage.bar(2));
        QCOMPARE(stage.window->focusWidget(), &stage.table());
        QCOMPARE(stage.table().currentIndex().row(), 1); // where the answer was given
        press(1, u"Remove"_s);
        QCOMPARE(stage.rows(), u"b.bin c.bin"_s);
        QCOMPARE(stage.window->focusWidget(), &stage.table());
    }
};

FALCONER_TEST(tst_uploadsdockanswers)
#include "tst_uploadsdockanswers.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"
#include "tests/ui/uploads/dockstage.h"
#include "ui/connect/trustsheet.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/theme.h"
#include "ui/uploads/closingsheet.h"
#include "ui/uploads/limitsmenu.h"
#include "ui/uploads/sendassheet.h"

#include <QApplication>
#include <QLabel>
#include <QScrollBar>
#include <QToolButton>

using namespace falconer;
using namespace Qt::StringLiterals;

// Draws the dock with an upload in every state, and its sheets, with either palette and at either
// width. FALCONER_PICTURES=DIR keeps the pictures to be looked at.
class tst_uploadspictures : public Test {
    Q_OBJECT

    static void keep(QWidget &widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("FALCONER_PICTURES");
        if (!folder.isEmpty())
            widget.grab().save(folder + u"/uploads-"_s + name + u".png"_s);
    }

    static QList<Upload> everyProblem(DockStage &stage)
    {
        const QList<std::pair<UploadState, UploadProblem>> states{
            { UploadState::Asking, UploadProblem::Interrupted },
            { UploadState::Asking, UploadProblem::NameTaken },
            { UploadState::Asking, UploadProblem::ProfileGone },
            { UploadState::Asking, UploadProblem::FileEmpty },
            { UploadState::Waiting, UploadProblem::OtherServer },
            { UploadState::Asking, UploadProblem::FileGone },
            { UploadState::Asking, UploadProblem::FileChanged },
            { UploadState::Asking, UploadProblem::ModuleLocked },
            { UploadState::Failed, UploadProblem::TooLarge },
            { UploadState::Failed, UploadProblem::Quota },
            { UploadState::Paused, UploadProblem::None },
            { UploadState::Waiting, UploadProblem::None },
            { UploadState::Done, UploadProblem::None },
        };
        QList<Upload> uploads;
        for (const auto &[state, problem] : states) {
            const qint64 id = uploads.size() + 1;
            uploads << stage.stored(id, u"gateway-bundle-1.4.%1.raucb"_s.arg(id), state, problem);
            uploads.last().moduleTitle = u"gateway-bundle 1.4.%1"_s.arg(id);
            uploads.last().size = 256'000'000 * id;
            uploads.last().profileId = u"Plant North"_s;
            uploads.last().artifactId = id;
            uploads.last().server = u"https://hawkbit.north.example"_s;
            if (problem == UploadProblem::OtherServer)
                uploads.last().profileId = u"Moved"_s;
        }
        return uploads;
    }

    // Nothing is cut: every button and sentence has the room that it wants.
    static void verifyWhole(const DockStage &stage)
    {
        for (const Upload &upload : stage.queue->uploads()) {
            const AnswerBar *const bar = stage.bar(upload.id);
            if (bar == nullptr)
                continue;
            for (const QPushButton *const button : bar->findChildren<QPushButton *>()) {
                if (button->isHidden())
                    continue;
                QVERIFY(button->width() >= button->minimumSizeHint().width());
                QVERIFY(bar->rect().contains(button->geometry()));
            }
            const auto *const sentence = bar->findChild<QLabel *>(u"sentence"_s);
            QVERIFY(sentence->height() >= sentence->heightForWidth(sentence->width()));
        }
    }

private slots:
    void draws_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light-1440") << false << QSize(1388, 836);
        QTest::newRow("dark-1440") << true << QSize(1388, 836);
        QTest::newRow("light-1024") << false << QSize(972, 636); // beside the rail
    }

    void draws()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        const Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        ScriptedServer silent([](const HeardRequest &) { return std::nullopt; });
        ScriptedServer checks([](const HeardRequest &heard) -> std::optional<QByteArray> {
            if (heard.method == "POST")
                return std::nullopt;
            return httpAnswer(200, heard.target.endsWith("artifacts") ? "[]" : R"({"id":1,
                "name":"gateway","version":"1.0","type":"os","createdAt":1,"lastModifiedAt":1})");
        });
        ScriptedServer broken([](const HeardRequest &) { return QByteArray(); });
        DockStage stage;
        stage.settings.setValue(u"uploads/height"_s, size.height() - 60);
        stage.seed(everyProblem(stage));
        stage.open();
        stage.window->resize(size);
        stage.queue->setLimits({ .bytesPerSecond = 200'000 });
        stage.connect(u"Silent"_s, silent.url());
        stage.connect(u"Moved"_s, silent.url());
        stage.connect(u"Checks"_s, checks.url());
        stage.connect(u"Broken"_s, broken.url());
        stage.connect(u"Real"_s, stage.bench.url());
        const qint64 verifying = stage.add(u"panel-2.0.swu"_s, 2000, u"Checks"_s);
        QTRY_COMPARE(stage.state(verifying), UploadState::Verifying);
        const qint64 sending = stage.add(u"rootfs.ext4.gz"_s, 4'000'000, u"Real"_s);
        const qint64 checking = stage.add(u"kernel.img"_s, 2000, u"Silent"_s);
        const qint64 retrying = stage.add(u"app-3.1.zip"_s, 2000, u"Broken"_s);
        QTRY_COMPARE(stage.queue->find(5)->problem, UploadProblem::OtherServer);
        QTRY_COMPARE(stage.state(checking), UploadState::Checking);
        QTRY_COMPARE(stage.state(retrying), UploadState::Retrying);
        QTRY_COMPARE(stage.state(sending), UploadState::Sending);
        QTRY_VERIFY(stage.queue->find(sending)->sentBytes > 300'000);
        stage.queue->moveTo({ sending, verifying, checking, retrying }, 0);
        clickRow(&stage.table(), 1);
        QCOMPARE(stage.window->size(), size); // nothing needs more room
        keep(*stage.window, name);
        verifyWhole(stage);
        stage.dock->setOpen(false);
        keep(*stage.dock, name + u"-closed"_s);
    }

    // As high as its rows need; with none of them, as its sentence.
    void drawsFewRows_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("rows");
        for (const int rows : { 0, 1, 3, 30 }) {
            QTest::addRow("light-1440-%d", rows) << false << QSize(1388, 836) << rows;
            QTest::addRow("dark-1024-%d", rows) << true << QSize(972, 636) << rows;
        }
    }

    void drawsFewRows()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        QFETCH(int, rows);
        const Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        DockStage stage;
        QList<Upload> uploads;
        for (int row = 0; row < rows; ++row)
            uploads << stage.stored(row + 1, u"gateway-bundle-1.4.%1.raucb"_s.arg(row),
                row == 1 ? UploadState::Asking : UploadState::Paused,
                row == 1 ? UploadProblem::NameTaken : UploadProblem::None);
        if (rows > 0)
            stage.seed(uploads);
        stage.open();
        stage.window->resize(size);
        stage.dock->setOpen(true);
        QTRY_COMPARE(stage.dock->height(), std::min(stage.dock->heightForRows(), 200));
        QCOMPARE(stage.window->size(), size);
        keep(*stage.window, u"few-"_s + QString::fromLatin1(QTest::currentDataTag()));
        QCoreApplication::processEvents();
        verifyWhole(stage);
        QCOMPARE(stage.table().verticalScrollBar()->isVisible(), rows > 3);
        const auto *const empty = &stage.table().emptyState();
        QVERIFY(rows > 0 || empty->height() >= empty->sizeHint().height());
    }

    void drawsItsSheets_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void drawsItsSheets()
    {
        QFETCH(bool, dark);
        const Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        QWidget window;
        window.resize(972, 636);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *const closing = new ClosingSheet(3, QueueKeeping::Kept, &window);
        closing->open();
        keep(window, name + u"-closing"_s);
        QVERIFY(closing->findChild<QPushButton *>(u"goOn"_s)->hasFocus());
        QTest::keyClick(closing, Qt::Key_Escape);
        auto *const demo = new ClosingSheet(3, QueueKeeping::OfDemo, &window);
        demo->open();
        keep(window, name + u"-closing-demo"_s);
        QTest::keyClick(demo, Qt::Key_Escape);
        auto *const rename = new SendAsSheet(
            { .moduleTitle = u"gateway 1.4.2"_s, .filename = u"gateway-1.4.2.swu"_s }, &window);
        rename->open();
        keep(window, name + u"-send-as"_s);
        QTest::keyClick(rename, Qt::Key_Escape);
        auto *const trust = new TrustSheet(u"hawkbit.north.example"_s,
            { .certificate = { .subject = u"hawkbit.north.example"_s,
                  .issuer = u"hawkbit.north.example"_s,
                  .notBefore = QDateTime({ 2026, 1, 1 }, { 8, 0 }),
                  .notAfter = QDateTime({ 2027, 1, 1 }, { 8, 0 }),
                  .sha256 = QByteArray(32, '\xab'),
                  .problems = { u"The certificate is self-signed, and untrusted"_s } },
                .trustedBefore = QByteArray(32, '\x1c') },
            &window);
        trust->open();
        keep(window, name + u"-trust"_s);
    }

    void drawsNothing_data() { drawsItsSheets_data(); }

    void drawsNothing()
    {
        QFETCH(bool, dark);
        const Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        DockStage stage;
        stage.open();
        stage.window->resize(972, 636);
        QTRY_VERIFY(stage.isLaidOut());
        keep(*stage.window, name + u"-nothing"_s);
        stage.dock->setOpen(true);
        for (const QString &command : { u"removeFinished"_s, u"limits"_s }) {
            auto *const button = stage.dock->findChild<QToolButton *>(command);
            QTRY_VERIFY(button->width() >= button->sizeHint().width()); // nothing is cut
        }
        keep(*stage.window, name + u"-empty"_s);
        QVERIFY(stage.dock->isOpen());
    }

    void drawsItsMenus_data() { drawsItsSheets_data(); }

    void drawsItsMenus()
    {
        QFETCH(bool, dark);
        const Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        DockStage stage;
        stage.open();
        auto *const limits = stage.dock->findChild<LimitsMenu *>();
        limits->popup({});
        QVERIFY(limits->isVisible());
        keep(*limits, name + u"-limits"_s);
        limits->close();
    }
};

FALCONER_TEST(tst_uploadspictures)
#include "tst_uploadspictures.moc"

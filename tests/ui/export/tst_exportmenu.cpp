// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hand.h"
#include "tests/support/pictures.h"
#include "tests/support/testregistry.h"
#include "tests/ui/timeline/recordedlane.h"
#include "ui/export/exportmenu.h"
#include "ui/export/exportname.h"
#include "ui/shared/panehead.h"
#include "ui/shared/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

TimelineInView recordedView()
{
    const TimelineLane lane = recordedLane(u"rauc-hawkbit-updater-success"_s);
    TimelineInView view{ .now = afterRecordings() };
    view.addLane(lane, momentOf(lane, view.now));
    view.scale = TimeScale::fitting(0, 20'000, view.timeWidth, 100);
    return view;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QAction *actionOf(const ExportMenu &menu, const QString &text)
{
    for (QAction *action : menu.menu()->actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

} // namespace

class tst_exportmenu : public Test {
    Q_OBJECT

private slots:
    void init()
    {
        failOnWarnings();
        m_dir = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<QWidget>();
        m_window->resize(600, 400);
        m_menu = new ExportMenu(recordedView, m_window.get());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void showsItsCommands_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void showsItsCommands()
    {
        QFETCH(bool, dark);
        const Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        PaneHead head(u"Install timeline"_s);
        auto *const menu = new ExportMenu(recordedView, &head);
        head.addControl(menu);
        head.resize(500, head.sizeHint().height());
        QVERIFY(menu->sizeHint().height() <= Metrics::paneHeadHeight);
        QStringList commands;
        for (const QAction *action : menu->menu()->actions()) {
            if (!action->isSeparator())
                commands << action->text();
        }
        QCOMPARE(commands.size(), 6);
        QVERIFY(!menu->toolTip().isEmpty() && !menu->text().isEmpty());
        keepPicture(head, pictureName(u"export-button"_s));
        keepPicture(*menu->menu(), pictureName(u"export-menu"_s));
    }

    void savesEveryFormat_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("png") << u"Save as PNG..."_s << u"png"_s << QByteArray("\x89PNG");
        QTest::newRow("svg") << u"Save as SVG..."_s << u"svg"_s << QByteArray("<?xml");
        QTest::newRow("pdf") << u"Save as PDF..."_s << u"pdf"_s << QByteArray("%PDF");
        QTest::newRow("csv") << u"Save as CSV..."_s << u"csv"_s
                             << QByteArray("\xef\xbb\xbf"
                                           "controller_id");
        QTest::newRow("json") << u"Save as JSON..."_s << u"json"_s << QByteArray("{");
    }

    // As a person does it: the menu, the dialog with a name suggested, the file.
    void savesEveryFormat()
    {
        QFETCH(QString, command);
        QFETCH(QString, ending);
        QFETCH(QByteArray, begin);
        const QSignalSpy saved(m_menu, &ExportMenu::saved);
        clickOn(command);
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY(dialog = m_window->findChild<QFileDialog *>());
        auto *const name = dialog->findChild<QLineEdit *>();
        QCOMPARE(name->text(), exportName(recordedView()) + u'.' + ending);
        name->setText(m_dir->filePath(u"mine"_s)); // the ending comes by itself
        QTRY_VERIFY(dialog->isVisible());
        auto *const buttons = dialog->findChild<QDialogButtonBox *>();
        clickAt(buttons->button(QDialogButtonBox::Save));
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(saved[0][0].toString(), m_dir->filePath(u"mine."_s + ending));
        QVERIFY(contentOf(m_dir->filePath(u"mine."_s + ending)).startsWith(begin));
    }

    void aDialogThatIsCancelledSavesNothing()
    {
        const QSignalSpy saved(m_menu, &ExportMenu::saved);
        const QSignalSpy failed(m_menu, &ExportMenu::failed);
        clickOn(u"Save as CSV..."_s);
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY(dialog = m_window->findChild<QFileDialog *>());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<QFileDialog *>());
        QVERIFY(saved.isEmpty() && failed.isEmpty());
    }

    void copiesAsTextByKey()
    {
        const QSignalSpy copied(m_menu, &ExportMenu::copied);
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(copied.size(), 1);
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.startsWith(u"rauc-hawkbit-updater-success"_s), qPrintable(text));
    }

    void saysWhereItCannotWrite()
    {
        const QSignalSpy failed(m_menu, &ExportMenu::failed);
        const QString path = m_dir->filePath(u"nowhere/timeline.csv"_s);
        m_menu->save(ExportMenu::Format::Csv, path, recordedView());
        QTRY_COMPARE(failed.size(), 1);
        const auto error = failed[0][0].value<Error>();
        QCOMPARE(error.kind, ErrorKind::Io);
        QCOMPARE(error.where, path);
        QVERIFY(!error.message.isEmpty());
    }

#ifdef Q_OS_UNIX
    void aFullDiskLeavesTheOldFile()
    {
        const QString path = m_dir->filePath(u"timeline.json"_s);
        QVERIFY(writeFile(path, "what was there"));
        const QSignalSpy failed(m_menu, &ExportMenu::failed);
        const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
        rlimit full = old;
        full.rlim_cur = 1'000;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);
        m_menu->save(ExportMenu::Format::Json, path, recordedView());
        const bool isTold = QTest::qWaitFor([&failed] { return failed.size() == 1; });
        setrlimit(RLIMIT_FSIZE, &old);
        std::signal(SIGXFSZ, oldHandler);
        QVERIFY(isTold);
        QCOMPARE(contentOf(path), QByteArray("what was there"));
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{ u"timeline.json"_s });
    }
#endif

    void aWindowThatClosesLosesNoFile()
    {
        const QString path = m_dir->filePath(u"timeline.json"_s);
        m_menu->save(ExportMenu::Format::Json, path, recordedView());
        m_window.reset();
        QVERIFY(contentOf(path).startsWith("{"));
    }

    void theNameIsGoodEverywhere()
    {
        TimelineInView view = recordedView();
        const QString time = view.now.toLocalTime().toString(u"yyyy-MM-dd HH-mm"_s);
        view.lanes[0].lane.controllerId = u"../a/b:c?"_s;
        view.lanes[0].lane.action->distributionSet = u"edge-os:4.2.0"_s;
        QCOMPARE(exportName(view), u"-a-b-c- edge-os 4.2.0 "_s + time);
        view.lanes << view.lanes[0];
        QCOMPARE(exportName(view), u"edge-os 4.2.0 "_s + time);
        view.lanes[1].lane.action->distributionSet = u"other:1"_s;
        QCOMPARE(exportName(view), u"timeline "_s + time);
        view.lanes.clear();
        QCOMPARE(exportName(view), u"timeline "_s + time);
    }

private:
    void clickOn(const QString &command)
    {
        QTimer::singleShot(0, this, [this, command] {
            QMenu *const menu = m_menu->menu();
            QTRY_VERIFY(menu->isVisible());
            QTest::mouseClick(menu, Qt::LeftButton, {},
                menu->actionGeometry(actionOf(*m_menu, command)).center());
        });
        clickAt(m_menu);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QWidget> m_window;
    ExportMenu *m_menu = nullptr;
};

FALCONER_TEST(tst_exportmenu)
#include "tst_exportmenu.moc"

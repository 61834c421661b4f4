// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/journal.h"
#include "services/http/client.h"
#include "tests/support/pictures.h"
#include "tests/support/scriptedfleet.h"
#include "tests/support/testregistry.h"
#include "ui/plan/plansheet.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// A window with a sheet over it, and a fleet behind.
struct Stage {
    explicit Stage(
        SheetContext context = { .profile = u"Staging"_s }, const QSize &size = { 1440, 900 })
        : client({ .server = fleet.server.url(), .retryDelays = {}, .useSystemProxy = false })
    {
        window.resize(size);
        window.show();
        context.journal = &journal;
        sheet = new PlanSheet(client, facts, context, &window);
    }

    // Twelve as in the drawing: 9 on 2.3.1, one on 2.2.9, two with the set.
    void fill()
    {
        for (int i = 1; i <= 12; ++i)
            fleet.rows.insert(u"berlin-gw-01%1"_s.arg(i, 2, 10, QChar(u'0')),
                { .installed = i == 12 ? u"2.2.9"_s : u"2.3.1"_s, .type = 1 });
        fleet.rows[u"berlin-gw-0103"_s] = { .installed = u"2.4.0"_s, .assigned = true, .type = 1 };
        fleet.rows[u"berlin-gw-0110"_s] = { .installed = u"2.4.0"_s, .assigned = true, .type = 1 };
        fleet.rows[u"berlin-gw-0106"_s].running = u"camera-hotfix:1.0"_s;
        fleet.rows[u"berlin-gw-0112"_s].overdue = true;
    }

    void open()
    {
        sheet->plan(ScriptedFleet::set(), { .controllerIds = fleet.rows.keys() });
        sheet->open();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

    void openFor(int count)
    {
        QList<Target> targets;
        for (int i = 0; i < count; ++i) {
            const QString id = u"dev-%1"_s.arg(i, 5, 10, QChar(u'0'));
            fleet.rows.insert(id, { .installed = u"2.3.1"_s });
            targets << Target{ .controllerId = id, .name = id };
        }
        sheet->plan(ScriptedFleet::set(), { .targets = targets });
        sheet->open();
    }

    // What is cut off, or how much of the body is empty below its last row; empty: nothing is.
    QString misfit() const
    {
        for (const QLabel *label : sheet->findChildren<QLabel *>()) {
            if (!label->isVisible() || label->text().isEmpty())
                continue;
            const bool wraps = label->wordWrap();
            const QSize needs(wraps ? 0 : label->sizeHint().width(),
                wraps ? label->heightForWidth(label->width()) : label->sizeHint().height());
            if (label->width() < needs.width() || label->height() < needs.height())
                return "cut off: "_L1 + label->text();
        }
        const auto *area = sheet->findChild<QScrollArea *>();
        const QWidget *content = area->widget();
        const int gap = content->height() - content->heightForWidth(content->width());
        if (gap != 0)
            return u"%1 px too many in the body"_s.arg(gap);
        const int below = area->viewport()->height() - content->height();
        if (below > 0)
            return u"%1 px empty below the body"_s.arg(below);
        const bool isLow = area->parentWidget()->geometry().bottom() < window.height() - 20;
        return below < 0 && isLow ? u"scrolls, and the window has room"_s : QString();
    }

    template <typename T> T *find(const char *name) const
    {
        for (T *child : sheet->findChildren<T *>(QLatin1StringView(name))) {
            if (child->isVisible())
                return child;
        }
        return nullptr;
    }
    QString text(const char *name) const
    {
        const auto *label = find<QLabel>(name);
        return label ? label->text() : QString();
    }
    // What can be read, a line each, top to bottom.
    QString line(const char *id) const
    {
        return text(qPrintable("sentence-"_L1 + QLatin1StringView(id)));
    }
    bool isPlanned() const { return line("starting").contains(u'→'); }
    void click(const char *name) const
    {
        auto *button = find<QPushButton>(name);
        QVERIFY2(button, name);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    ScriptedFleet fleet;
    Client client;
    ServerFacts facts;
    Journal journal;
    QWidget window;
    QPointer<PlanSheet> sheet;
};

bool isCut(const QLabel &label)
{
    if (!label.isVisible() || label.text().isEmpty())
        return false;
    return label.wordWrap() ? label.height() < label.heightForWidth(label.width())
                            : label.width() < label.sizeHint().width();
}

} // namespace

class tst_plansheet : public Test {
    Q_OBJECT

private slots:
    void saysWhatWillHappen()
    {
        Stage stage;
        stage.fill();
        stage.open();
        QTRY_VERIFY(stage.isPlanned());
        QTRY_COMPARE(stage.line("cancels"),
            u"running action camera-hotfix 1.0 will be cancelled: berlin-gw-0106"_s);
        QTRY_COMPARE(stage.line("starting"),
            u"will start: gateway-os 2.3.1 → 2.4.0 (9), 2.2.9 → 2.4.0 (1)"_s);
        QTRY_COMPARE(stage.line("there"), u"have it already, nothing will happen"_s);
        QTRY_COMPARE(stage.line("refused"), u"are incompatible"_s);
        QTRY_COMPARE(stage.line("overdue"), u"overdue since 1 h 12 min: berlin-gw-0112"_s);
        QCOMPARE(stage.text("subtitle"), u"on Staging. Nothing is sent until you apply."_s);
        QVERIFY(stage.fleet.linesOf("POST").isEmpty());
        // A request for many targets, never one a target.
        QVERIFY(stage.fleet.server.heard().size() < 12);
    }

    void namesEverySetThatGivesWay()
    {
        Stage stage;
        stage.fill();
        const QStringList ids = stage.fleet.rows.keys();
        stage.fleet.rows[ids.at(0)].running = u"camera-hotfix:1.0"_s;
        stage.fleet.rows[ids.at(1)].running = u"plc-bundle:3.1"_s;
        stage.open();
        QTRY_COMPARE(stage.line("cancels"),
            u"running actions will be cancelled: camera-hotfix 1.0 (2), plc-bundle 3.1 (1)"_s);
        stage.click("show-cancels");
        QTRY_VERIFY(stage.find<QPlainTextEdit>("names-cancels"));
        QVERIFY(stage.find<QPlainTextEdit>("names-cancels")
                    ->toPlainText()
                    .contains(u"berlin-gw-0102  plc-bundle 3.1"_s));
    }

    void saysHowManySetsItDoesNotName()
    {
        Stage stage;
        stage.fill();
        const QStringList ids = stage.fleet.rows.keys();
        for (const int i : { 0, 1, 3, 4, 6 })
            stage.fleet.rows[ids.at(i)].running = u"set-%1:1"_s.arg(i);
        stage.open();
        QTRY_VERIFY(stage.line("cancels").endsWith(u", others of 3 more set(s)"_s));
    }

    void opensAndCopiesNames()
    {
        Stage stage;
        stage.fill();
        stage.open();
        QTRY_VERIFY(stage.isPlanned());
        stage.click("show-there");
        QTRY_VERIFY(stage.find<QPlainTextEdit>("names-there"));
        QCOMPARE(stage.find<QPlainTextEdit>("names-there")->toPlainText(),
            u"berlin-gw-0103\nberlin-gw-0110"_s);
        stage.click("copy-there");
        QCOMPARE(QApplication::clipboard()->text(), u"berlin-gw-0103\nberlin-gw-0110"_s);
        stage.click("show-there");
        QTRY_VERIFY(!stage.find<QPlainTextEdit>("names-there"));
    }

    void sendsWhatWasChosenAndTellsWhatCameOfIt()
    {
        Stage stage;
        stage.fill();
        stage.open();
        QTRY_VERIFY(stage.isPlanned());
        QSignalSpy assigned(stage.sheet, &PlanSheet::assigned);
        stage.click("assign");
        QTRY_COMPARE(assigned.size(), 1);
        QCOMPARE(stage.fleet.linesOf("POST").size(), 1);
        const QByteArray body = stage.fleet.server.heard().last().body;
        QCOMPARE(body.count("\"id\""), 10);
        QVERIFY(!body.contains("berlin-gw-0103"));
        QVERIFY(body.contains(R"("type":"forced")"));
        QTRY_COMPARE(stage.line("assigned"), u"assigned, an action was made for each"_s);
        QCOMPARE(stage.journal.entries().size(), 1);
        QCOMPARE(stage.journal.entries().first().done, 10);
        QVERIFY(!stage.find<QPushButton>("assign"));
    }

    void undoesAfterSayingWhatThatMeans()
    {
        Stage stage;
        stage.fill();
        stage.open();
        QTRY_VERIFY(stage.isPlanned());
        stage.click("assign");
        QTRY_VERIFY(stage.find<QPushButton>("undo"));
        stage.click("undo");
        QTRY_VERIFY(stage.line("undo").contains(u"may finish all the same"_s));
        QVERIFY(stage.fleet.linesOf("DELETE").isEmpty());
        // Keep: nothing happens.
        stage.click("cancel");
        QVERIFY(stage.sheet);
        stage.click("undo");
        QSignalSpy undone(stage.sheet, &PlanSheet::undone);
        stage.click("undo");
        QTRY_COMPARE(undone.size(), 1);
        QCOMPARE(stage.fleet.linesOf("DELETE").size(), 10);
        QTRY_COMPARE(stage.line("done"), u"are asked to cancel"_s);
    }

    void explainsAScheduleWhileItIsTyped()
    {
        Stage stage;
        stage.fill();
        stage.open();
        QTRY_VERIFY(stage.isPlanned());
        QTest::mouseClick(stage.find<QCheckBox>("windowWanted"), Qt::LeftButton, {}, QPoint(8, 8));
        auto *schedule = stage.find<QLineEdit>("schedule");
        QVERIFY(schedule);
        QVERIFY(stage.text("windowSentence").startsWith(u"every day at 02:00 for 1 h, UTC"_s));
        QVERIFY(stage.text("windowStarts").contains(u"next on the device"_s));
        schedule->setFocus();
        schedule->selectAll();
        QTest::keyClicks(schedule, u"0 0 25 * * ?"_s);
        QCOMPARE(stage.text("windowSentence"), u"“25” is not between 0 and 23 (hours)."_s);
        QVERIFY(!stage.find<QPushButton>("assign")->isEnabled());
        QCOMPARE(stage.find<QPushButton>("assign")->toolTip(),
            u"The maintenance window is not right yet."_s);
        schedule->selectAll();
        QTest::keyClicks(schedule, u"0 30 3 ? * MON-FRI"_s);
        QVERIFY(stage.text("windowSentence").startsWith(u"Monday to Friday at 03:30"_s));
        QVERIFY(stage.find<QPushButton>("assign")->isEnabled());
    }

    void saysWhyAnIncompleteSetCannotBeAssigned()
    {
        Stage stage;
        stage.fill();
        stage.fleet.setJson[u"complete"_s] = false;
        stage.open();
        QTRY_COMPARE(stage.line("set"),
            u"gateway-os 2.4.0 is incomplete: it lacks a module of type OS, App."_s);
        QVERIFY(!stage.find<QPushButton>("assign")->isEnabled());
        QTest::keyClick(stage.sheet, Qt::Key_Return);
        QVERIFY(stage.fleet.linesOf("POST").isEmpty());
    }

    // Complete all the same, says the server.
    void saysWhichModuleIsDeleted()
    {
        Stage stage;
        stage.fill();
        const auto module = [](const QString &name, bool isDeleted) {
            return QJsonObject{ { u"id"_s, 3 }, { u"name"_s, name }, { u"version"_s, u"2.4.0"_s },
                { u"type"_s, u"os"_s }, { u"deleted"_s, isDeleted } };
        };
        stage.fleet.setJson[u"modules"_s]
            = QJsonArray{ module(u"gateway-os"_s, false), module(u"agent"_s, true) };
        stage.open();
        QTRY_COMPARE(stage.line("deletedModules"),
            u"Deleted on the server, so that devices cannot download it: agent 2.4.0."_s);
        QTRY_VERIFY(stage.isPlanned());
        QVERIFY(stage.find<QPushButton>("assign")->isEnabled()); // it is said, not forbidden
    }

    void leavesTheIncompatibleOut()
    {
        Stage stage;
        stage.fill();
        stage.fleet.rows[u"untyped"_s] = {};
        stage.fleet.acceptedTypes = { u"os"_s };
        stage.open();
        QTRY_COMPARE(stage.line("refused"),
            u"are incompatible and left out (target type gateway accepts os)"_s);
        stage.click("assign");
        QTRY_COMPARE(stage.fleet.linesOf("POST").size(), 1);
        QCOMPARE(stage.fleet.server.heard().last().body.count("\"id\""), 1);
    }

    void makesCancelTheDefaultInProduction()
    {
        Stage stage(
            { .profile = u"Production"_s, .colour = QColor(0xc0322b), .isProduction = true });
        stage.fill();
        stage.open();
        QTRY_VERIFY(stage.isPlanned());
        QCOMPARE(stage.find<QPushButton>("cancel")->property("look").toString(), u"primary"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!stage.sheet);
        QVERIFY(stage.fleet.linesOf("POST").isEmpty());
    }

    void returnAssignsElsewhereAndEscCloses()
    {
        {
            Stage stage;
            stage.fill();
            stage.open();
            QTRY_VERIFY(stage.isPlanned());
            QTest::keyClick(stage.sheet, Qt::Key_Return);
            QTRY_COMPARE(stage.fleet.linesOf("POST").size(), 1);
        }
        Stage stage;
        stage.fill();
        stage.open();
        QTest::keyClick(stage.sheet, Qt::Key_Escape);
        QTRY_VERIFY(!stage.sheet);
        QVERIFY(stage.fleet.linesOf("POST").isEmpty());
    }

    void keepsTheFocusInside()
    {
        Stage stage;
        QLineEdit outside(&stage.window);
        outside.show();
        stage.fill();
        stage.open();
        QTRY_VERIFY(stage.isPlanned());
        for (int i = 0; i < 40; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(stage.sheet->isAncestorOf(QApplication::focusWidget()));
        }
    }

    void sendsTwelveThousandInThreeRequests()
    {
        Stage stage;
        stage.openFor(12'000);
        QTRY_VERIFY_WITH_TIMEOUT(
            stage.line("there").contains(u"checked for 5,000 of 12,000"_s), 30'000);
        QVERIFY(stage.text("note").startsWith(u"3 request"_s));
        QSignalSpy assigned(stage.sheet, &PlanSheet::assigned);
        stage.click("assign");
        QTRY_COMPARE_WITH_TIMEOUT(assigned.size(), 1, 30'000);
        QCOMPARE(stage.fleet.linesOf("POST").size(), 3);
        QCOMPARE(stage.journal.entries().first().done, 12'000);
    }

    // The program ends by a signal, say: nobody is asked, and what was assigned is written.
    void anAssignmentThatIsCutOffIsWrittenDown()
    {
        Stage stage;
        stage.openFor(12'000);
        QTRY_VERIFY_WITH_TIMEOUT(
            stage.line("there").contains(u"checked for 5,000 of 12,000"_s), 30'000);
        auto *const progress = stage.sheet->findChild<QProgressBar *>();
        QSignalSpy moved(progress, &QProgressBar::valueChanged);
        stage.click("assign");
        while (progress->value() < 1)
            QVERIFY(moved.wait(30'000));
        QVERIFY(stage.sheet->isAtWork());
        QVERIFY(stage.journal.entries().isEmpty());
        delete stage.sheet;
        QCOMPARE(stage.journal.entries().size(), 1);
        const JournalEntry &entry = stage.journal.entries().constFirst();
        QCOMPARE(entry.what, JournalEntry::What::Assigned);
        QCOMPARE(entry.done, 5'000);
        QCOMPARE(entry.asked, entry.done);
        QCOMPARE(entry.failed, 0);
    }

    void cutsNothingOffAndLeavesNoGap_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1024x700") << QSize(1024, 700);
        QTest::newRow("1440x900") << QSize(1440, 900);
        QTest::newRow("narrow") << QSize(640, 560);
        QTest::newRow("4K") << QSize(3840, 2160);
    }

    void cutsNothingOffAndLeavesNoGap()
    {
        QFETCH(QSize, size);
        Theme theme(*qApp, ThemeChoice::Light);
        Stage stage({ .profile = u"Staging"_s }, size);
        stage.fill();
        stage.open();
        QTRY_VERIFY(stage.isPlanned());
        QTRY_COMPARE(stage.misfit(), QString());
        stage.click("show-starting");
        QTRY_COMPARE(stage.misfit(), QString());
        stage.find<QCheckBox>("windowWanted")->click();
        QTRY_COMPARE(stage.misfit(), QString());
        stage.find<QLineEdit>("offset")->setText(u"+00:00x"_s);
        QTRY_COMPARE(stage.misfit(), QString());
        stage.find<QLineEdit>("schedule")->setText(u"0 0 25 * * ?"_s);
        QTRY_COMPARE(stage.misfit(), QString());
        stage.find<QCheckBox>("windowWanted")->click();
        QTRY_COMPARE(stage.misfit(), QString());
        stage.click("assign");
        QTRY_VERIFY(stage.find<QPushButton>("undo"));
        QTRY_COMPARE(stage.misfit(), QString());
        stage.click("undo");
        QTRY_COMPARE(stage.misfit(), QString());
        stage.click("cancel");
        QTRY_COMPARE(stage.misfit(), QString());
    }

    // What it looks like, for the eye.
    void looks_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << false << QSize(1440, 900);
        QTest::newRow("dark") << true << QSize(1440, 900);
        QTest::newRow("small") << false << QSize(1024, 700);
    }

    void looks()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        Stage stage({ .profile = u"Staging"_s, .colour = QColor(0x1a7f4b) }, size);
        stage.fill();
        stage.open();
        QTRY_VERIFY(stage.isPlanned());
        const auto picture = [&](const QString &name) {
            QApplication::sendPostedEvents(); // layouts inside of layouts
            // The sheet has grown or shrunk to what it shows, as far as the window lets it.
            const auto *area = stage.sheet->findChild<QScrollArea *>();
            const auto *panel = area->parentWidget();
            QTRY_VERIFY(area->height() == area->sizeHint().height()
                || panel->geometry().bottom() >= stage.window.height() - 20);
            for (const QLabel *label : stage.sheet->findChildren<QLabel *>())
                QTRY_VERIFY2(!isCut(*label), qPrintable(label->text()));
            const QWidget *content = area->widget();
            QTRY_COMPARE(content->height(),
                qMax(area->viewport()->height(), content->heightForWidth(content->width())));
            for (const QPushButton *button : stage.sheet->findChildren<QPushButton *>())
                QTRY_VERIFY(!button->isVisible() || button->width() >= button->sizeHint().width());
            QVERIFY(QTest::qWaitForWindowExposed(&stage.window));
            QVERIFY(stage.window.rect().contains(
                stage.find<QPushButton>("cancel")->mapTo(&stage.window, QPoint(30, 10))));
            keepPicture(stage.window, pictureName(name));
        };
        QTRY_VERIFY(!stage.line("cancels").contains(u"asking"_s));
        picture(u"plan"_s);
        stage.click("show-starting");
        QTest::mouseClick(stage.find<QCheckBox>("windowWanted"), Qt::LeftButton, {}, QPoint(8, 8));
        QApplication::sendPostedEvents();
        picture(u"expanded"_s);
        QTest::keyClicks(stage.find<QLineEdit>("offset"), u"x"_s);
        QApplication::sendPostedEvents();
        const auto *const sentence = stage.find<QLabel>("windowSentence");
        QTRY_COMPARE(sentence->height(), sentence->heightForWidth(sentence->width()));
        picture(u"invalid"_s);
        stage.find<QLineEdit>("offset")->setText(u"+01:00"_s);
        stage.click("assign");
        QTRY_VERIFY(stage.find<QPushButton>("undo"));
        QApplication::sendPostedEvents();
        picture(u"result"_s);
        stage.click("undo");
        picture(u"undo"_s);
    }
};

FALCONER_TEST(tst_plansheet)
#include "tst_plansheet.moc"

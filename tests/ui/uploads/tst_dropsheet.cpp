// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/session/session.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"
#include "tests/ui/uploads/dockstage.h"
#include "ui/shared/banner.h"
#include "ui/shared/theme.h"
#include "ui/uploads/dropsheet.h"
#include "ui/uploads/moduleform.h"
#include "ui/uploads/setform.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QRadioButton>
#include <QSignalSpy>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// A window over a session with the stage's simulator, into which files are dropped.
struct DropStage : DockStage {
    DropStage()
    {
        ClientOptions options{ .server = bench.url(),
            .credentials = { Credentials::Scheme::Basic, u"admin"_s, u"admin"_s },
            .retryDelays = {},
            .useSystemProxy = false };
        session = std::make_unique<Session>(Profile{ .server = bench.url() }, options);
        session->connectToServer();
        if (!QTest::qWaitFor([this] { return session->state() == Session::State::Connected; }))
            qFatal("the simulator is silent");
        open();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window is not active");
    }
    ~DropStage()
    {
        window.reset();
        session.reset();
    }

    DropSheet &drop(const QStringList &paths)
    {
        sheet = new DropSheet(window.get(), session->client(), session->facts(), *queue,
            { .profile = u"Here"_s, .isProduction = isProduction }, u"p"_s, paths);
        sheet->open();
        return *sheet;
    }
    DropSheet &dropFiles(const QStringList &names)
    {
        QStringList paths;
        for (const QString &name : names)
            paths << makeFile(name, 1000);
        return drop(paths);
    }
    QPushButton *button(const QString &name) const { return sheet->findChild<QPushButton *>(name); }
    // All of it is in sight: the window is high enough.
    bool isWhole() const
    {
        const QWidget *const last = sheet->findChild<SetForm *>();
        return form(0)->visibleRegion().boundingRect() == form(0)->rect()
            && last->visibleRegion().boundingRect() == last->rect();
    }
    bool isReady() const { return button(u"do"_s)->isEnabled(); }
    QList<ModuleForm *> forms() const
    {
        auto found = sheet->findChildren<ModuleForm *>();
        std::ranges::sort(found, {}, [](const ModuleForm *form) { return form->y(); });
        return found;
    }
    ModuleForm *form(int index) const { return forms().value(index); }
    static QLineEdit *field(const QWidget *form, const QString &placeholder)
    {
        for (QLineEdit *const one : form->findChildren<QLineEdit *>()) {
            if (one->placeholderText() == placeholder && !one->isHidden() && one->isVisibleTo(form))
                return one;
        }
        return nullptr;
    }
    static QString noteOf(const QWidget *form)
    {
        if (form == nullptr)
            return {};
        const auto *const note = form->findChild<QLabel *>(u"note"_s);
        return note->isVisible() ? note->text() : QString();
    }
    QRadioButton *choice(const QString &text) const
    {
        for (QRadioButton *const one : sheet->findChildren<QRadioButton *>()) {
            if (one->text().contains(text))
                return one;
        }
        return nullptr;
    }
    QString setNote() const { return sheet->findChild<QLabel *>(u"setNote"_s)->text(); }
    QStringList lines() const
    {
        QStringList texts;
        for (const QLabel *const label : sheet->findChildren<QLabel *>()) {
            if (label->objectName().startsWith("sentence-step"_L1) && label->isVisible())
                texts << label->text();
        }
        return texts;
    }
    QStringList modulesOf(const QString &setName, const QString &version)
    {
        QStringList titles;
        bench.change([&](Fleet &fleet) {
            for (const auto &[id, set] : fleet.sets.rows()) {
                if (set.name != setName || set.version != version)
                    continue;
                for (const qint64 one : set.modules) {
                    const SimModule *const found = fleet.modules.find(one);
                    titles << found->name + u' ' + found->version;
                }
            }
        });
        titles.sort();
        return titles;
    }
    int moduleCount()
    {
        int count = 0;
        bench.change([&](Fleet &fleet) {
            for (const auto &[id, one] : fleet.modules.rows())
                count += !one.deleted;
        });
        return count;
    }

    bool isProduction = false;
    std::unique_ptr<Session> session;
    QPointer<DropSheet> sheet;
};

} // namespace

class tst_dropsheet : public Test {
    Q_OBJECT

    static void keep(const DropStage &stage, const QString &name)
    {
        for (int round = 0; round < 5; ++round) // what was hidden or shown gets its place
            QCoreApplication::processEvents();
        const QString folder = qEnvironmentVariable("FALCONER_PICTURES");
        if (!folder.isEmpty())
            stage.window->grab().save(folder + u"/drop-"_s + name + u".png"_s);
    }

private slots:
    void oneDropOneLookOneClick()
    {
        DropStage stage;
        stage.connect();
        const int before = stage.moduleCount();
        stage.dropFiles({ u"newgate-1.4.2.swu"_s, u"newgate-1.4.2.swu.sig"_s });
        const QSignalSpy created(stage.sheet, &DropSheet::created);
        QTRY_VERIFY(stage.isReady());
        QCOMPARE(stage.forms().size(), 1);
        QCOMPARE(stage.button(u"do"_s)->text(),
            u"Create newgate 1.4.2 and the set newgate 1.4.2 and upload 2 file(s)"_s);
        QVERIFY(stage.button(u"do"_s)->hasFocus());
        QCOMPARE(stage.moduleCount(), before); // nothing before the click
        QVERIFY(stage.queue->uploads().isEmpty());
        QTest::keyClick(stage.sheet, Qt::Key_Return);
        QTRY_COMPARE(created.size(), 1);
        QTRY_COMPARE(stage.lines(),
            QStringList({ u"create software module newgate 1.4.2"_s,
                u"create distribution set newgate 1.4.2"_s,
                u"put 2 file(s) into the queue of uploads"_s }));
        QVERIFY(!stage.sheet->findChild<QLabel *>(u"note"_s)->isVisible()); // the lines say it
        QCOMPARE(stage.modulesOf(u"newgate"_s, u"1.4.2"_s), QStringList{ u"newgate 1.4.2"_s });
        QTRY_COMPARE(stage.queue->totals().done, 2);
        QTest::keyClick(stage.sheet, Qt::Key_Return); // "Close" has the focus
        QTRY_VERIFY(!stage.sheet);
    }

    // Cancel is the default there, and would lose what was typed.
    void returnInAFieldLosesNothingOnProduction()
    {
        DropStage stage;
        stage.isProduction = true;
        stage.connect();
        const int before = stage.moduleCount();
        stage.dropFiles({ u"newgate-1.4.2.swu"_s });
        const QSignalSpy created(stage.sheet, &DropSheet::created);
        QTRY_VERIFY(stage.isReady());
        QLineEdit *const version = DropStage::field(stage.form(0), u"Version"_s);
        version->setFocus();
        version->selectAll();
        QTest::keyClicks(version, u"1.5"_s);
        QTRY_VERIFY(stage.isReady());
        QTest::keyClick(version, Qt::Key_Return);
        QVERIFY(stage.sheet && stage.sheet->isVisible());
        QCOMPARE(version->text(), u"1.5"_s);
        QVERIFY(stage.button(u"do"_s)->hasFocus());
        QCOMPARE(stage.moduleCount(), before);
        QTest::keyClick(stage.button(u"do"_s), Qt::Key_Return);
        QTRY_COMPARE(created.size(), 1);
        QCOMPARE(stage.modulesOf(u"newgate"_s, u"1.5"_s), QStringList{ u"newgate 1.5"_s });
    }

    void theNextVersionOfASetKeepsTheRest()
    {
        DropStage stage;
        QString os, app;
        stage.bench.change([&](Fleet &fleet) {
            const SimSet &set = *fleet.sets.find(stage.bench.gatewayOs());
            for (const qint64 one : set.modules) {
                const SimModule &found = *fleet.modules.find(one);
                (os.isEmpty() ? os : app) = found.name;
            }
        });
        stage.dropFiles({ os + u"-2.5.0.raucb"_s });
        QTRY_VERIFY(stage.isReady());
        QVERIFY(stage.choice(u"next version"_s)->isChecked()); // proposed
        QCOMPARE(stage.setNote(), u"It keeps %1 2.4.0."_s.arg(app));
        QVERIFY(DropStage::noteOf(stage.form(0)).contains(u"2.4.0"_s));
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_COMPARE(stage.modulesOf(u"gateway-os"_s, u"2.5.0"_s).size(), 2);
        QStringList wanted{ os + u" 2.5.0"_s, app + u" 2.4.0"_s };
        wanted.sort();
        QCOMPARE(stage.modulesOf(u"gateway-os"_s, u"2.5.0"_s), wanted);
    }

    void filesGoIntoAModuleThatIsThere()
    {
        DropStage stage;
        stage.connect();
        const int before = stage.moduleCount();
        stage.dropFiles({ u"gateway-1.0.swu"_s });
        QTRY_VERIFY(stage.isReady());
        QCOMPARE(DropStage::noteOf(stage.form(0)),
            u"gateway 1.0 is there already: the files go into it."_s);
        QVERIFY(stage.choice(u"No distribution set"_s)->isChecked());
        QCOMPARE(stage.button(u"do"_s)->text(), u"Upload 1 file(s) into gateway 1.0"_s);
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_COMPARE(stage.artifacts(), QStringList{ u"gateway-1.0.swu"_s });
        QCOMPARE(stage.moduleCount(), before);
    }

    void aLockedModuleIsSaidBefore()
    {
        DropStage stage;
        stage.bench.change([&](Fleet &fleet) { fleet.modules.find(stage.module)->locked = true; });
        stage.dropFiles({ u"gateway-1.0.swu"_s });
        QTRY_VERIFY(DropStage::noteOf(stage.form(0)).contains(u"locked"_s));
        QVERIFY(!stage.isReady());
        QVERIFY(stage.button(u"do"_s)->toolTip().contains(u"locked"_s));
        // Another version is another module.
        QLineEdit *const version = DropStage::field(stage.form(0), u"Version"_s);
        version->setFocus();
        version->selectAll();
        QTest::keyClicks(version, u"1.1"_s);
        QTRY_VERIFY(stage.isReady());
    }

    void whatIsMissingIsAskedWhereItIs()
    {
        DropStage stage;
        stage.dropFiles({ u"rootfs.ext4.gz"_s });
        QTRY_COMPARE(
            stage.button(u"do"_s)->toolTip(), u"rootfs needs a version: its file name has none."_s);
        QLineEdit *const version = DropStage::field(stage.form(0), u"Version"_s);
        QTRY_VERIFY(version->hasFocus());
        QTest::keyClicks(version, u"3.0"_s);
        QTRY_VERIFY(stage.isReady());
        // What was typed stays while the server is asked about another name.
        QLineEdit *const name = DropStage::field(stage.form(0), u"Name"_s);
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, u"gateway"_s);
        QTRY_VERIFY(DropStage::noteOf(stage.form(0)).contains(u"1.0"_s));
        QCOMPARE(version->text(), u"3.0"_s);
        QVERIFY(stage.button(u"do"_s)->text().contains(u"gateway 3.0"_s));
    }

    void whatFailsIsSaidAndTakenBack()
    {
        DropStage stage;
        const int before = stage.moduleCount();
        stage.dropFiles({ u"newgate-2.swu"_s });
        QTRY_VERIFY(stage.isReady());
        // Somebody makes that set meanwhile.
        stage.bench.manage("POST", "distributionsets",
            QJsonArray{ QJsonObject{ { u"name"_s, u"newgate"_s }, { u"version"_s, u"2"_s },
                { u"type"_s, stage.sheet->findChild<SetForm *>()->set({})->type } } });
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_VERIFY(stage.button(u"undo"_s)->isVisible());
        QVERIFY(stage.button(u"resume"_s)->isVisible());
        QVERIFY(stage.sheet->findChild<Banner *>()->isVisible());
        QCOMPARE(
            stage.sheet->findChild<QLabel *>(u"note"_s)->text(), u"Created so far: newgate 2."_s);
        QCOMPARE(stage.moduleCount(), before + 1);
        QVERIFY(stage.queue->uploads().isEmpty());
        keep(stage, u"failed"_s);
        QTest::mouseClick(stage.button(u"undo"_s), Qt::LeftButton);
        QTRY_COMPARE(stage.moduleCount(), before);
        QTRY_VERIFY(stage.button(u"close"_s)->isEnabled());
        QVERIFY(!stage.button(u"undo"_s)->isVisible());
        QTest::keyClick(stage.sheet, Qt::Key_Escape);
        QTRY_VERIFY(!stage.sheet);
    }

    // Nothing is lost: what was refused can be changed and sent.
    void whatIsRefusedCanBeChanged()
    {
        DropStage stage;
        stage.dropFiles({ u"newgate-2.swu"_s });
        QTRY_VERIFY(stage.isReady());
        const int before = stage.moduleCount();
        const BringInModule wanted = stage.form(0)->module();
        // Somebody makes that module meanwhile.
        stage.bench.manage("POST", "softwaremodules",
            QJsonArray{ QJsonObject{ { u"name"_s, wanted.name }, { u"version"_s, wanted.version },
                { u"type"_s, wanted.type } } });
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_VERIFY(stage.sheet->findChild<Banner *>()->isVisible());
        QTRY_VERIFY(stage.form(0)->isVisible());
        QVERIFY(!stage.button(u"resume"_s)->isVisible());
        QCOMPARE(stage.form(0)->module().name, wanted.name);
        QCOMPARE(stage.moduleCount(), before + 1);
        QLineEdit *const version = DropStage::field(stage.form(0), u"Version"_s);
        version->setText(u"2.1"_s);
        QTRY_VERIFY(stage.isReady());
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_COMPARE(stage.moduleCount(), before + 2);
        QTRY_COMPARE(stage.queue->uploads().size(), 1);
    }

    void foldersAreLookedInto()
    {
        DropStage stage;
        QDir(stage.folder.path()).mkpath(u"drop-3.0/.git"_s);
        stage.makeFile(u"drop-3.0/rootfs.ext4"_s, 10);
        stage.makeFile(u"drop-3.0/tool-1.1.zip"_s, 10);
        stage.makeFile(u"drop-3.0/.git/config"_s, 10);
        stage.makeFile(u"drop-3.0/empty"_s, 0);
        stage.drop({ stage.folder.filePath(u"drop-3.0"_s) });
        QTRY_COMPARE(stage.forms().size(), 2);
        QTRY_VERIFY(stage.isReady());
        QCOMPARE(DropStage::field(stage.form(0), u"Name"_s)->text(), u"drop"_s);
        QCOMPARE(DropStage::field(stage.form(0), u"Version"_s)->text(), u"3.0"_s);
        QCOMPARE(DropStage::field(stage.form(1), u"Name"_s)->text(), u"tool"_s);
        QVERIFY(stage.button(u"do"_s)->text().startsWith(u"Create 2 software module(s)"_s));
    }

    void nothingToBringInIsSaid()
    {
        DropStage stage;
        QDir(stage.folder.path()).mkpath(u"empty"_s);
        stage.drop({ stage.folder.filePath(u"empty"_s) });
        auto *const banner = stage.sheet->findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible());
        QCOMPARE(banner->sentence(), u"There is no file to bring in."_s);
        QVERIFY(!stage.isReady());
        QTest::keyClick(stage.sheet, Qt::Key_Escape);
        QTRY_VERIFY(!stage.sheet);
    }

    void aServerThatDoesNotAnswerIsSaidAndAskedAgain()
    {
        bool isBroken = true;
        ScriptedServer server([&](const HeardRequest &) -> std::optional<QByteArray> {
            return isBroken ? httpAnswer(500) : httpAnswer(200, R"({"content":[],"total":0})");
        });
        DropStage stage;
        Client client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false });
        stage.sheet = new DropSheet(stage.window.get(), client, stage.session->facts(),
            *stage.queue, { .profile = u"Here"_s }, u"p"_s, { stage.makeFile(u"a-1.swu"_s, 10) });
        stage.sheet->open();
        auto *const banner = stage.sheet->findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(!stage.isReady());
        QCOMPARE(stage.button(u"do"_s)->toolTip(), u"The server could not be asked."_s);
        isBroken = false;
        emit banner->actionTriggered();
        QTRY_VERIFY(stage.form(0)->isVisible());
        QVERIFY(!banner->isVisible());
        QCOMPARE(stage.button(u"do"_s)->toolTip(), u"a needs a type."_s); // there is none
        delete stage.sheet;
    }

    void closingItEarlySendsNothing()
    {
        DropStage stage;
        const int before = stage.moduleCount();
        stage.dropFiles({ u"newgate-1.swu"_s });
        QTest::keyClick(stage.sheet, Qt::Key_Escape);
        QTRY_VERIFY(!stage.sheet);
        QCOMPARE(stage.moduleCount(), before);
    }

    void draws_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light-1440") << false << QSize(1440, 900);
        QTest::newRow("dark-1440") << true << QSize(1440, 900);
        QTest::newRow("light-1024") << false << QSize(1024, 700);
    }

    void draws()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        const Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        DropStage stage;
        stage.window->resize(size);
        stage.dropFiles({ u"gateway-os-2.5.0.raucb"_s, u"gateway-os-2.5.0.raucb.sig"_s,
            u"panel-app_v1.14.0.tar.gz"_s, u"rootfs.ext4.gz"_s });
        QTRY_COMPARE(stage.forms().size(), 3);
        QTRY_VERIFY(stage.form(0)->isVisible());
        QVERIFY(!stage.isReady()); // a version is missing
        QTRY_VERIFY(stage.isWhole());
        keep(stage, name + u"-missing"_s);
        QTest::keyClicks(DropStage::field(stage.form(2), u"Version"_s), u"5.10"_s);
        QTRY_COMPARE(stage.button(u"do"_s)->toolTip(), QString());
        QTRY_VERIFY(stage.isWhole());
        keep(stage, name);
        for (const QPushButton *const button : stage.sheet->findChildren<QPushButton *>()) {
            if (button->isVisible())
                QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                    qPrintable(button->text()));
        }
    }
};

FALCONER_TEST(tst_dropsheet)
#include "tst_dropsheet.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/session/profilestore.h"
#include "services/session/secretstore.h"
#include "services/session/session.h"
#include "services/simulator/server.h"
#include "tests/support/testregistry.h"
#include "ui/connect/certificateview.h"
#include "ui/connect/connectpage.h"
#include "ui/connect/profileform.h"
#include "ui/connect/profilelist.h"
#include "ui/shared/banner.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_connectpage : public Test {
    Q_OBJECT

    // A page on settings of its own, beside a real simulator.
    struct Bench {
        QTemporaryDir folder;
        QSettings settings{ folder.filePath(u"profiles.ini"_s), QSettings::IniFormat };
        ProfileStore profiles{ settings };
        SecretStore secrets{ u"falconer-test"_s };
        std::unique_ptr<ConnectPage> page;

        ConnectPage &show()
        {
            page = std::make_unique<ConnectPage>(profiles, secrets);
            page->resize(1000, 700);
            page->show();
            page->activateWindow();
            return *page;
        }
        QLineEdit *field(const QString &name) const
        {
            const QList<QLineEdit *> all = page->findChildren<QLineEdit *>();
            for (QLineEdit *const one : all) {
                if (one->accessibleName() == name)
                    return one;
            }
            return nullptr;
        }
        QPushButton *button(const QString &text) const
        {
            const QList<QPushButton *> all = page->findChildren<QPushButton *>();
            for (QPushButton *const one : all) {
                if (one->text() == text)
                    return one;
            }
            return nullptr;
        }
        void type(const QString &name, const QString &text) const
        {
            field(name)->clear();
            QTest::keyClicks(field(name), text);
        }
        QString says() const { return page->findChild<Banner *>()->sentence(); }
    };

    SimulatorServer m_server{ std::make_unique<Fleet>() };

    QString address() const { return u"http://127.0.0.1:%1/"_s.arg(m_server.port()); }
    Profile profile(const QString &id, const QString &user = u"admin"_s) const
    {
        return { .id = id, .name = id, .server = QUrl(address()), .user = user };
    }

private slots:
    void initTestCase() { QVERIFY(m_server.start()); }

    void typedServerIsConnectedAndKept()
    {
        Bench bench;
        ConnectPage &page = bench.show();
        QSignalSpy connected(&page, &ConnectPage::connected);
        bench.type(u"Name"_s, u"Staging"_s);
        bench.type(u"Address"_s, address());
        bench.type(u"User"_s, u"admin"_s);
        bench.type(u"Password"_s, u"admin"_s);
        QTest::keyClick(bench.field(u"Password"_s), Qt::Key_Return);
        QTRY_COMPARE(connected.size(), 1);
        const std::unique_ptr<Session> session = page.takeSession();
        QCOMPARE(session->facts().user.username, u"admin"_s);
        QCOMPARE(bench.profiles.profiles().size(), 1);
        QCOMPARE(bench.profiles.last()->name, u"Staging"_s);
        bench.settings.sync();
        QFile file(bench.settings.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("secret=admin"));
        QCOMPARE(bench.field(u"Password"_s)->text(), QString());
    }

    // Two servers on one host can be told apart.
    void aServerWithoutANameIsCalledByHostAndPort()
    {
        Bench bench;
        ConnectPage &page = bench.show();
        const QSignalSpy connected(&page, &ConnectPage::connected);
        page.connectTo({ .server = QUrl(address()), .user = u"admin"_s }, u"admin"_s);
        QTRY_COMPARE(connected.size(), 1);
        QCOMPARE(bench.profiles.last()->name, u"127.0.0.1:%1"_s.arg(m_server.port()));
    }

    void connectsAlthoughNothingCanBeSaved()
    {
        Bench bench;
        QVERIFY(bench.folder.remove()); // of the settings
        QFile inTheWay(bench.folder.path());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        ConnectPage &page = bench.show();
        QSignalSpy connected(&page, &ConnectPage::connected);
        QSignalSpy notSaved(&page, &ConnectPage::profileNotSaved);
        bench.type(u"Address"_s, address());
        bench.type(u"User"_s, u"admin"_s);
        bench.type(u"Password"_s, u"admin"_s);
        QTest::keyClick(bench.field(u"Password"_s), Qt::Key_Return);
        QTRY_COMPARE(connected.size(), 1);
        QVERIFY(page.takeSession());
        QCOMPARE(notSaved.size(), 1);
        QCOMPARE(notSaved.first().first().value<Error>().kind, ErrorKind::Io);
        QVERIFY(inTheWay.remove());
    }

    void namesTheFileThatCannotBeWritten()
    {
        Bench bench;
        QVERIFY(bench.folder.remove()); // of the settings
        QFile inTheWay(bench.folder.path());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        bench.show();
        bench.type(u"Address"_s, address());
        bench.type(u"User"_s, u"admin"_s);
        QTest::mouseClick(bench.button(u"Save"_s), Qt::LeftButton);
        QCOMPARE(bench.says(), bench.settings.fileName() + u" could not be written."_s);
        QCOMPARE(bench.field(u"User"_s)->text(), u"admin"_s); // nothing typed is lost
        QVERIFY(inTheWay.remove());
    }

    void wrongPasswordKeepsWhatWasTyped()
    {
        Bench bench;
        ConnectPage &page = bench.show();
        QSignalSpy connected(&page, &ConnectPage::connected);
        bench.type(u"Address"_s, address());
        bench.type(u"User"_s, u"admin"_s);
        bench.type(u"Password"_s, u"wrong"_s);
        QTest::mouseClick(bench.button(u"Connect"_s), Qt::LeftButton);
        QTRY_VERIFY2(bench.says().contains(u"does not accept this user"_s), "401");
        QCOMPARE(bench.field(u"Password"_s)->text(), u"wrong"_s);
        QCOMPARE(bench.field(u"Address"_s)->text(), address());
        QCOMPARE(bench.profiles.profiles().size(), 1);
        QVERIFY(!bench.profiles.last());
        QCOMPARE(connected.size(), 0);
    }

    void escAbortsAHangingAttemptAtOnce()
    {
        QTcpServer silent; // accepts and never answers
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        Bench bench;
        ConnectPage &page = bench.show();
        QSignalSpy connected(&page, &ConnectPage::connected);
        bench.type(u"Address"_s, u"http://127.0.0.1:%1"_s.arg(silent.serverPort()));
        bench.type(u"User"_s, u"admin"_s);
        bench.type(u"Password"_s, u"admin"_s);
        QTest::keyClick(bench.field(u"Password"_s), Qt::Key_Return);
        QTRY_VERIFY(silent.hasPendingConnections());
        QVERIFY(bench.button(u"Stop"_s) != nullptr);
        QTest::keyClick(bench.field(u"Password"_s), Qt::Key_Escape);
        QCOMPARE(bench.says(), u"Stopped."_s);
        QVERIFY(bench.button(u"Connect"_s) != nullptr);
        QCOMPARE(connected.size(), 0);
    }

    void refusedPortIsNamed()
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const quint16 port = gone.serverPort();
        gone.close();
        Bench bench;
        bench.show();
        bench.type(u"Address"_s, u"http://127.0.0.1:%1"_s.arg(port));
        bench.type(u"User"_s, u"admin"_s);
        bench.type(u"Password"_s, u"admin"_s);
        QTest::keyClick(bench.field(u"Address"_s), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(
            bench.says(), u"127.0.0.1:%1 refuses the connection."_s.arg(port), 15'000);
    }

    void doubleClickAndEnterConnect()
    {
        Bench bench;
        QVERIFY(bench.profiles.save(profile(u"one"_s)));
        QVERIFY(bench.profiles.save(profile(u"two"_s, u"viewer"_s)));
        ConnectPage &page = bench.show();
        auto *const list = page.findChild<ProfileList *>();
        list->select(u"one"_s);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(list->currentId(), u"two"_s);
        QCOMPARE(bench.field(u"User"_s)->text(), u"viewer"_s);
        bench.type(u"Password"_s, u"viewer"_s);
        QSignalSpy connected(&page, &ConnectPage::connected);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(connected.size(), 1);
        QCOMPARE(page.takeSession()->facts().user.username, u"viewer"_s);
    }

    // As after a disconnect: keys go on where they are of use.
    void theListHasTheKeyboardWhenThePageIsBack()
    {
        Bench bench;
        QVERIFY(bench.profiles.save(profile(u"one"_s)));
        ConnectPage &page = bench.show();
        auto *const list = page.findChild<ProfileList *>();
        QCOMPARE(page.focusWidget(), list);
        bench.field(u"Name"_s)->setFocus();
        page.hide();
        bench.field(u"Name"_s)->clearFocus(); // as something else had it meanwhile
        page.show();
        QCOMPARE(page.focusWidget(), list);
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(bench.button(u"Stop"_s) || !bench.says().isEmpty()); // it tries
    }

    void theFormHasTheKeyboardWhereNothingIsListed()
    {
        Bench bench;
        ConnectPage &page = bench.show();
        QCOMPARE(page.focusWidget(), bench.field(u"Name"_s));
    }

    // Below the fields while there is room; when it is low, the fields scroll and the buttons stay.
    void theButtonsStayInSight()
    {
        Bench bench;
        QVERIFY(bench.profiles.save(profile(u"one"_s)));
        ConnectPage &page = bench.show();
        const auto *const notes = page.findChild<QPlainTextEdit *>();
        const auto bottomOf = [&](const QWidget *widget) {
            return widget->mapTo(&page, QPoint(0, widget->height())).y();
        };
        QTRY_VERIFY(bottomOf(bench.button(u"Connect"_s)) > bottomOf(notes));
        QVERIFY(bottomOf(bench.button(u"Connect"_s)) < bottomOf(notes) + 60);
        page.resize(1000, 340);
        for (const QString &name : { u"Connect"_s, u"Save"_s, u"Delete"_s }) {
            QTRY_VERIFY(bottomOf(bench.button(name)) <= 340);
            QVERIFY(!bench.button(name)->visibleRegion().isEmpty());
        }
        QVERIFY(bottomOf(notes) > 340);
        QTest::mouseClick(bench.button(u"Connect"_s), Qt::LeftButton);
        QTRY_VERIFY(!bench.says().isEmpty());
        QVERIFY(!page.findChild<Banner *>()->visibleRegion().isEmpty());
    }

    void missingSecretIsAskedFor()
    {
        Bench bench;
        QVERIFY(bench.profiles.save(profile(u"one"_s)));
        QVERIFY(bench.profiles.markUsed(u"one"_s, QDateTime::currentDateTimeUtc()));
        bench.show().reconnectLast();
        QTRY_COMPARE(bench.says(), u"The password of this profile is not kept here."_s);
    }

    void badAddressIsNamedBesideTheField()
    {
        Bench bench;
        bench.show();
        bench.type(u"Address"_s, u"ftp://x"_s);
        QTest::mouseClick(bench.button(u"Save"_s), Qt::LeftButton);
        QVERIFY(bench.page->findChild<QLabel *>(u"problem"_s)->text().contains(u"https://"_s));
        QVERIFY(bench.profiles.profiles().isEmpty());
    }

    void certificateIsShownAndTrusted()
    {
        Bench bench;
        Profile secure = profile(u"one"_s);
        secure.server = QUrl(u"https://127.0.0.1:1"_s);
        QVERIFY(bench.profiles.save(secure));
        ConnectPage &page = bench.show();
        const QByteArray sha256(32, '\xab');
        page.showFailure(secure,
            { .kind = ErrorKind::Tls,
                .certificate
                = PeerCertificate{ .subject = u"hawkbit.local"_s, .sha256 = sha256 } });
        auto *const view = page.findChild<CertificateView *>();
        QVERIFY(view->isVisible());
        QTest::mouseClick(view->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(bench.profiles.find(u"one"_s)->trustedCertificate, sha256);
        QTest::keyClick(&page, Qt::Key_Escape);
    }

    // It is the sign of somebody in between: said otherwise than one that nobody knows.
    void aChangedCertificateIsSaidToHaveChanged()
    {
        Bench bench;
        Profile secure = profile(u"one"_s);
        secure.server = QUrl(u"https://127.0.0.1:1"_s);
        ConnectPage &page = bench.show();
        const QByteArray before(32, '\x1c');
        const Error error{ .kind = ErrorKind::Tls,
            .certificate = PeerCertificate{ .sha256 = QByteArray(32, '\xab') } };
        auto *const view = page.findChild<CertificateView *>();
        const auto shows = [view](const QByteArray &sha256) {
            const QList<QLabel *> labels = view->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&sha256](const QLabel *label) {
                return label->text().remove(u'\n') == fingerprintText(sha256);
            });
        };
        page.showFailure(secure, error);
        QCOMPARE(page.findChild<Banner *>()->sentence(),
            u"The certificate of 127.0.0.1:1 is not trusted."_s);
        QVERIFY(shows(error.certificate->sha256) && !shows(before));
        secure.trustedCertificate = before;
        page.showFailure(secure, error);
        QCOMPARE(page.findChild<Banner *>()->sentence(),
            u"The certificate of 127.0.0.1:1 has changed since you trusted it."_s);
        QVERIFY(shows(error.certificate->sha256) && shows(before));
    }

    void trustEndsWithTheAddress()
    {
        ProfileForm form;
        Profile trusted = profile(u"one"_s);
        trusted.trustedCertificate = QByteArray(32, 'x');
        form.setProfile(trusted);
        QVERIFY(!form.profile()->trustedCertificate.isEmpty());
        const QList<QLineEdit *> fields = form.findChildren<QLineEdit *>();
        for (QLineEdit *const field : fields) {
            if (field->accessibleName() == u"Address"_s)
                field->setText(u"https://elsewhere.example"_s);
        }
        QVERIFY(form.profile()->trustedCertificate.isEmpty());
    }

    void deletingForgets()
    {
        Bench bench;
        QVERIFY(bench.profiles.save(profile(u"one"_s)));
        bench.show();
        QTest::mouseClick(bench.button(u"Delete"_s), Qt::LeftButton);
        QVERIFY(bench.profiles.profiles().isEmpty());
        QCOMPARE(bench.field(u"Address"_s)->text(), address());
    }
};

FALCONER_TEST(tst_connectpage)
#include "tst_connectpage.moc"

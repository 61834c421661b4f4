// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/server.h"
#include "tests/support/hand.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/simulatorbench.h"
#include "tests/support/testregistry.h"
#include "ui/shared/banner.h"
#include "ui/shared/formfield.h"
#include "ui/shared/metadatatable.h"
#include "ui/shared/tableview.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct Stage {
    explicit Stage(
        MetadataOwner::Kind kind = MetadataOwner::Kind::DistributionSet, const QUrl &url = {})
        : client({ .server = url.isEmpty() ? bench.url() : url,
            .credentials = { Credentials::Scheme::Basic, u"admin"_s, u"admin"_s },
            .retryDelays = {},
            .useSystemProxy = false })
        , table(client, kind)
    {
        table.resize(420, 320);
        table.show();
    }

    QByteArray path() const
    {
        return "distributionsets/" + QByteArray::number(bench.gatewayOs()) + "/metadata";
    }
    QStringList stored()
    {
        QStringList lines;
        const QJsonArray entries
            = QJsonDocument::fromJson(bench.manage("GET", path()).body)["content"_L1].toArray();
        for (const auto &entry : entries)
            lines << entry["key"_L1].toString() + u'=' + entry["value"_L1].toString();
        lines.sort();
        return lines;
    }
    void show(const QString &fixed = {})
    {
        table.showOwner(QString::number(bench.gatewayOs()), fixed);
    }
    template <typename T> T &part(const QString &name) const { return *table.findChild<T *>(name); }
    void click(const QString &name) const { clickAt(&part<QPushButton>(name)); }
    void save() const { clickAt(&part<QPushButton>(u"metadataSave"_s)); }
    void type(const QString &key, const QString &value) const
    {
        QTest::keyClicks(&part<QLineEdit>(u"metadataKey"_s), key);
        QTest::keyClicks(&part<QPlainTextEdit>(u"metadataValue"_s), value);
    }
    TableView &view() const { return *table.findChild<TableView *>(); }
    Banner &banner() const { return *table.findChild<Banner *>(); }
    bool isEditing() const { return part<QLineEdit>(u"metadataKey"_s).isVisible(); }
    QString problem() const
    {
        for (const FormField *const field : table.findChildren<FormField *>()) {
            if (field->hasProblem())
                return field->problem();
        }
        return {};
    }

    SimulatorBench bench;
    Client client;
    MetadataTable table;
};

} // namespace

class tst_metadatatable : public Test {
    Q_OBJECT

private slots:
    // All that is written by the keyboard alone, and the way back.
    void tabLeadsThroughTheEditor()
    {
        Stage stage(MetadataOwner::Kind::SoftwareModule);
        stage.show();
        stage.click(u"metadataAdd"_s);
        QStringList names;
        const auto note = [&names] { names << QApplication::focusWidget()->objectName(); };
        note();
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            note();
        }
        QCOMPARE(names,
            QStringList({ u"metadataKey"_s, u"metadataValue"_s, u"metadataVisible"_s,
                u"metadataCancel"_s, u"metadataSave"_s }));
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"metadataValue"_s);
    }

    void addsEditsAndDeletes()
    {
        Stage stage;
        QSignalSpy written(&stage.table, &MetadataTable::written);
        stage.show();
        QTRY_COMPARE(stage.table.entries().size(), 1); // the demo's release notes
        stage.click(u"metadataAdd"_s);
        QVERIFY(stage.isEditing());
        stage.type(u"channel"_s, u"beta"_s);
        stage.save();
        QTRY_COMPARE(stage.table.entries().size(), 2);
        QVERIFY(!stage.isEditing());
        QVERIFY(stage.stored().contains(u"channel=beta"_s));

        clickRow(&stage.view(), 0); // by key: channel
        QTest::keyClick(&stage.view(), Qt::Key_Return);
        QVERIFY(stage.isEditing());
        QVERIFY(stage.part<QLineEdit>(u"metadataKey"_s).isReadOnly());
        QTest::keyClicks(&stage.part<QPlainTextEdit>(u"metadataValue"_s), u"2"_s);
        stage.save();
        QTRY_VERIFY(!stage.isEditing());
        QVERIFY(!stage.stored().filter(u"channel="_s).contains(u"channel=beta"_s));

        clickRow(&stage.view(), 0);
        stage.click(u"metadataDelete"_s);
        auto &banner = *stage.table.findChild<Banner *>();
        QVERIFY(banner.isVisible()); // asked first
        QCOMPARE(stage.stored().size(), 2);
        for (QPushButton *const button : banner.findChildren<QPushButton *>()) {
            if (button->isVisible())
                clickAt(button);
        }
        QTRY_COMPARE(stage.table.entries().size(), 1);
        QCOMPARE(stage.stored().filter(u"channel"_s).size(), 0);
        QCOMPARE(written.count(), 3);
    }

    // As when the first try did it and its answer was lost.
    void anEntryThatIsGoneAlreadyIsDeleted()
    {
        Stage stage;
        stage.show();
        QTRY_COMPARE(stage.table.entries().size(), 1);
        clickRow(&stage.view(), 0);
        stage.click(u"metadataDelete"_s);
        stage.bench.manage("DELETE", stage.path() + "/release-notes");
        for (QPushButton *const button : stage.banner().findChildren<QPushButton *>()) {
            if (button->isVisible())
                clickAt(button);
        }
        QTRY_COMPARE(stage.table.entries().size(), 0);
        QVERIFY(!stage.banner().isVisible());
    }

    // hawkBit 1.0 would overwrite the first, and could never find the second again.
    void refusesWhatTheServerWouldNot_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("taken") << u"release-notes"_s;
        QTest::newRow("slash") << u"a/b"_s;
        QTest::newRow("empty") << QString();
    }

    void refusesWhatTheServerWouldNot()
    {
        QFETCH(QString, key);
        Stage stage;
        stage.show();
        QTRY_COMPARE(stage.table.entries().size(), 1);
        const QStringList before = stage.stored();
        stage.click(u"metadataAdd"_s);
        stage.type(key, u"value"_s);
        const qint64 sent = stage.client.sentCount();
        stage.save();
        QVERIFY(!stage.problem().isEmpty());
        QVERIFY(stage.isEditing());
        QCOMPARE(stage.part<QPlainTextEdit>(u"metadataValue"_s).toPlainText(), u"value"_s);
        QCOMPARE(stage.client.sentCount(), sent);
        QCOMPARE(stage.stored(), before);
    }

    void keepsWhatWasTypedWhenTheServerRefuses()
    {
        Stage stage;
        stage.show();
        QTRY_COMPARE(stage.table.entries().size(), 1);
        stage.click(u"metadataAdd"_s);
        stage.type(u"channel"_s, u"beta"_s);
        stage.bench.server().stop();
        stage.save();
        QTRY_VERIFY(stage.banner().isVisible()); // no field is to blame
        QVERIFY(stage.problem().isEmpty());
        QVERIFY(stage.isEditing());
        QCOMPARE(stage.part<QLineEdit>(u"metadataKey"_s).text(), u"channel"_s);
        QVERIFY(stage.part<QPushButton>(u"metadataSave"_s).isEnabled());
        clickAt(&stage.part<QPushButton>(u"metadataCancel"_s));
        QVERIFY(!stage.banner().isVisible()); // it was about what was typed
    }

    void aRefusalStandsWhereItBelongs_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("field"); // nothing: it is about none
        QTest::newRow("taken") << u"repo.entityAlreadyExists"_s << QString() << u"Key"_s;
        QTest::newRow("too long") << u"repo.constraintViolation"_s
                                  << u"create[0].value size must be between 0 and 4000."_s
                                  << u"Value"_s;
        QTest::newRow("changed by another")
            << u"repo.concurrentModification"_s << QString() << QString();
    }

    void aRefusalStandsWhereItBelongs()
    {
        QFETCH(QString, code);
        QFETCH(QString, message);
        QFETCH(QString, field);
        MetadataEditor editor(MetadataOwner::Kind::DistributionSet);
        editor.edit({}, {});
        const bool isShown
            = editor.showProblem({ .kind = ErrorKind::Conflict, .code = code, .message = message });
        QCOMPARE(isShown, !field.isEmpty());
        for (const FormField *const one : editor.findChildren<FormField *>())
            QCOMPARE(one->hasProblem(), one->field()->accessibleName() == field);
    }

    void whatIsTypedIsNotReplaced()
    {
        Stage stage;
        stage.show();
        QTRY_COMPARE(stage.table.entries().size(), 1);
        clickRow(&stage.view(), 0);
        stage.click(u"metadataEdit"_s);
        stage.click(u"metadataAdd"_s); // nothing was typed yet
        QVERIFY(!stage.part<QLineEdit>(u"metadataKey"_s).isReadOnly());
        stage.type(u"channel"_s, u"beta"_s);
        const auto holds = [&] {
            return stage.part<QLineEdit>(u"metadataKey"_s).text() == "channel"_L1
                && stage.part<QPlainTextEdit>(u"metadataValue"_s).toPlainText() == "beta"_L1
                && stage.banner().isVisible()
                && stage.banner().sentence() == "Save or cancel this entry first."_L1
                && stage.table.focusWidget() == &stage.part<QLineEdit>(u"metadataKey"_s);
        };
        QVERIFY(!stage.banner().isVisible());
        clickRow(&stage.view(), 0);
        QTest::keyClick(&stage.view(), Qt::Key_Return);
        QVERIFY(holds());
        stage.click(u"metadataAdd"_s);
        QVERIFY(holds());
        // Nor after another owner was looked at.
        stage.table.showOwner(
            QString::number(stage.bench.setOf(DemoProduct::GatewayOs, u"2.4.0-rc2"_s)));
        QVERIFY(!stage.banner().isVisible());
        stage.show();
        stage.click(u"metadataAdd"_s);
        QVERIFY(holds());
        clickAt(&stage.part<QPushButton>(u"metadataCancel"_s));
        QVERIFY(!stage.banner().isVisible());
        QVERIFY(!stage.isEditing());
        stage.click(u"metadataAdd"_s);
        QVERIFY(stage.isEditing());
        QVERIFY(stage.part<QLineEdit>(u"metadataKey"_s).text().isEmpty());
    }

    void savingAndDeletingGoSideBySide()
    {
        Stage stage;
        stage.show();
        QTRY_COMPARE(stage.table.entries().size(), 1);
        clickRow(&stage.view(), 0);
        stage.click(u"metadataDelete"_s);
        stage.click(u"metadataAdd"_s);
        stage.type(u"channel"_s, u"beta"_s);
        stage.save(); // is under way while the other is confirmed
        emit stage.banner().actionTriggered();
        QVERIFY(!stage.banner().isVisible());
        QTRY_VERIFY(!stage.isEditing());
        QTRY_COMPARE(stage.stored(), QStringList{ u"channel=beta"_s });
        QTRY_COMPARE(stage.table.entries().size(), 1);
    }

    void keepsADraftWhileAnotherOwnerIsLookedAt()
    {
        Stage stage;
        stage.show();
        QTRY_COMPARE(stage.table.entries().size(), 1);
        stage.click(u"metadataAdd"_s);
        stage.type(u"channel"_s, u"beta"_s);
        stage.table.showOwner(
            QString::number(stage.bench.setOf(DemoProduct::GatewayOs, u"2.4.0-rc2"_s)));
        QVERIFY(!stage.isEditing());
        stage.show();
        QVERIFY(stage.isEditing());
        QCOMPARE(stage.part<QLineEdit>(u"metadataKey"_s).text(), u"channel"_s);
        QTRY_COMPARE(stage.table.entries().size(), 1);
    }

    void whatIsUnderWayGoesOnWhileAnotherOwnerIsLookedAt_data()
    {
        QTest::addColumn<bool>("isDeletion");
        QTest::addColumn<bool>("isBack"); // its owner is shown again before the answer
        QTest::addColumn<int>("status");
        QTest::newRow("deleted") << true << false << 204;
        QTest::newRow("deleted, seen") << true << true << 204;
        QTest::newRow("not deleted") << true << false << 403;
        QTest::newRow("not deleted, seen") << true << true << 403;
        QTest::newRow("saved") << false << false << 201;
        QTest::newRow("saved, seen") << false << true << 201;
        QTest::newRow("not saved") << false << false << 403;
        QTest::newRow("not saved, seen") << false << true << 403;
    }

    void whatIsUnderWayGoesOnWhileAnotherOwnerIsLookedAt()
    {
        QFETCH(bool, isDeletion);
        QFETCH(bool, isBack);
        QFETCH(int, status);
        qsizetype write = -1;
        ScriptedServer server([&](const HeardRequest &heard) -> std::optional<QByteArray> {
            if (heard.method == "GET")
                return httpAnswer(
                    200, R"({"content":[{"key":"notes","value":"x"}],"total":1,"size":1})");
            write = server.heard().size() - 1;
            return std::nullopt;
        });
        Stage stage(MetadataOwner::Kind::DistributionSet, server.url());
        QSignalSpy written(&stage.table, &MetadataTable::written);
        stage.table.showOwner(u"1"_s);
        QTRY_COMPARE(stage.table.entries().size(), 1);
        if (isDeletion) {
            clickRow(&stage.view(), 0);
            stage.click(u"metadataDelete"_s);
            emit stage.banner().actionTriggered();
        } else {
            stage.click(u"metadataAdd"_s);
            stage.type(u"channel"_s, u"beta"_s);
            stage.save();
        }
        QTRY_VERIFY(write >= 0);
        stage.table.showOwner(u"2"_s);
        QVERIFY(!stage.isEditing());
        const auto goBack = [&] { stage.table.showOwner(u"1"_s); };
        if (isBack) {
            goBack();
            QTRY_COMPARE(stage.table.entries().size(), 1);
            QCOMPARE(stage.isEditing(), !isDeletion);
            if (!isDeletion) // nor is it saved twice
                QVERIFY(!stage.part<QPushButton>(u"metadataSave"_s).isEnabled());
        }
        const bool isTaken = status < 300;
        const qsizetype heard = server.heard().size();
        server.answerLater(write, httpAnswer(status));
        if (isTaken)
            QTRY_COMPARE(written.count(), 1);
        if (!isBack) {
            stage.table.reload();
            QTRY_COMPARE(stage.table.entries().size(), 1);
            QVERIFY(!stage.banner().isVisible()); // it is not about this owner
            QVERIFY(!stage.isEditing());
            goBack();
        }
        QTRY_COMPARE(stage.banner().isVisible(), !isTaken);
        QTRY_COMPARE(stage.isEditing(), !isDeletion && !isTaken);
        if (stage.isEditing()) {
            QCOMPARE(stage.part<QLineEdit>(u"metadataKey"_s).text(), u"channel"_s);
            QVERIFY(stage.part<QPushButton>(u"metadataSave"_s).isEnabled());
        }
        if (isTaken)
            QTRY_VERIFY(server.heard().size() > heard); // it is read afresh
        QCOMPARE(written.count(), isTaken ? 1 : 0);
    }

    void saysWhyNothingCanBeChanged()
    {
        Stage stage;
        stage.show(u"You may not."_s);
        QTRY_COMPARE(stage.table.entries().size(), 1);
        clickRow(&stage.view(), 0);
        for (const QString &name : { u"metadataAdd"_s, u"metadataEdit"_s, u"metadataDelete"_s }) {
            QVERIFY(!stage.part<QPushButton>(name).isEnabled());
            QCOMPARE(stage.part<QPushButton>(name).toolTip(), u"You may not."_s);
        }
        QTest::keyClick(&stage.view(), Qt::Key_Return);
        QVERIFY(!stage.isEditing());
    }

    void tellsDevicesOnlyOfModules()
    {
        const Stage sets;
        QCOMPARE(sets.view().model()->columnCount(), 2);
        const Stage modules(MetadataOwner::Kind::SoftwareModule);
        QCOMPARE(modules.view().model()->columnCount(), 3);
    }
};

FALCONER_TEST(tst_metadatatable)
#include "tst_metadatatable.moc"

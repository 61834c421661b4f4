// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/errormapping.h"
#include "tests/support/recordings.h"
#include "tests/support/testregistry.h"
#include "ui/shared/searchfield.h"
#include "ui/shared/searchproblem.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct Stage {
    Stage()
        : edit(*field.findChild<QLineEdit *>())
        , announced(&field, &SearchField::filterChanged)
    {
        field.resize(700, 28);
        field.show();
    }

    // Answers one filter in no time.
    void becomeQuick()
    {
        QTest::keyClick(&edit, Qt::Key_A);
        QTest::keyClick(&edit, Qt::Key_Return);
        field.setBusy(true);
        field.setBusy(false);
    }

    SearchField field{ { .fields = { u"controllerid"_s, u"name"_s } } };
    QLineEdit &edit;
    QSignalSpy announced;
};

Error recordedError(const QString &corpus, const QString &name)
{
    for (const RecordedStep &step : loadCorpus(corpus).steps) {
        if (step.name.endsWith(name)) {
            const QJsonObject body = step.body().toObject();
            return { .kind = ErrorKind::Invalid,
                .httpStatus = step.status(),
                .code = currentErrorCode(body["errorCode"_L1].toString()),
                .message = body["message"_L1].toString() };
        }
    }
    qFatal("no such step");
}

} // namespace

class tst_searchfield : public Test {
    Q_OBJECT

private slots:
    void anUnknownServerIsAskedWhenTheTypingPauses()
    {
        Stage stage;
        QTest::keyClicks(&stage.edit, u"abc"_s);
        QCOMPARE(stage.announced.size(), 0);
        QTRY_COMPARE(stage.announced.size(), 1);
        QVERIFY(stage.announced.last().first().toString().contains(u"abc"_s));
    }

    void aQuickServerIsAskedAtEveryLetter()
    {
        Stage stage;
        stage.becomeQuick();
        QTest::keyClick(&stage.edit, Qt::Key_B);
        QCOMPARE(stage.announced.size(), 2); // at once
        stage.field.setBusy(true);
        QTest::keyClicks(&stage.edit, u"cd"_s);
        QCOMPARE(stage.announced.size(), 2); // one question at a time
        stage.field.setBusy(false);
        QCOMPARE(stage.announced.size(), 3);
        QVERIFY(stage.announced.last().first().toString().contains(u"abcd"_s));
        stage.field.setBusy(true);
        stage.field.setBusy(false);
        QCOMPARE(stage.announced.size(), 3); // nothing new was typed
    }

    void anAnswerThatDoesNotComeIsNotWaitedFor()
    {
        Stage stage;
        stage.becomeQuick();
        QTest::keyClick(&stage.edit, Qt::Key_B);
        stage.field.setBusy(true);
        QTest::keyClicks(&stage.edit, u"cd"_s);
        QTRY_COMPARE(stage.announced.size(), 3);
    }

    void theSameFilterIsNoNews()
    {
        Stage stage;
        stage.becomeQuick();
        QTest::keyClick(&stage.edit, Qt::Key_Return);
        QTest::keyClick(&stage.edit, Qt::Key_Space);
        QCOMPARE(stage.announced.size(), 1);
        QTest::keyClick(&stage.edit, Qt::Key_Escape);
        QCOMPARE(stage.announced.size(), 2);
        QCOMPARE(stage.announced.last().first().toString(), QString());
    }

    void aLongProblemIsCutAndWholeInTheToolTip()
    {
        Stage stage;
        const QString problem = u"Refused: "_s + u"a very long reason "_s.repeated(12);
        stage.field.setProblem(problem);
        auto *const label = stage.edit.findChild<QLabel *>();
        QVERIFY(label->text().endsWith(u'\u2026'));
        QVERIFY(label->geometry().left() > stage.edit.width() / 4);
        QCOMPARE(stage.edit.toolTip(), problem);
        stage.field.resize(3'600, 28);
        QTRY_COMPARE(label->text(), problem);
        stage.field.setProblem({});
        QCOMPARE(label->text(), QString());
        QVERIFY(!stage.edit.toolTip().contains(u"Refused"_s));
    }

    void isClearedByAButtonWhereItIsSmall()
    {
        Stage stage;
        stage.field.setCompact(150);
        QCOMPARE(stage.field.width(), 150);
        stage.becomeQuick();
        const auto buttons = stage.edit.findChildren<QToolButton *>();
        for (QToolButton *const button : buttons) {
            if (button->geometry().center().x() > stage.edit.width() / 2)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_COMPARE(stage.announced.size(), 2);
        QCOMPARE(stage.announced.last().first().toString(), QString());
    }

    void saysWhatTheServerSays_data()
    {
        QTest::addColumn<QString>("rsql");
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("problem");
        QTest::newRow("its own words") << u"updatestatus==nosuch"_s << u"q-status-bad"_s
                                       << u"Refused: Value of updatestatus must be one of"_s;
        QTest::newRow("a sub-attribute") << u"assignedds==gateway"_s << u"q-assigned-bare"_s
                                         << u"Refused: The given search parameter field"_s;
        QTest::newRow("no value") << u"controllerid=="_s << u"q-no-value"_s
                                  << u"Not valid RSQL: a value is missing at character 15."_s;
        QTest::newRow("an operator") << u"name=li=Gate*"_s << u"q-like"_s
                                     << u"Not valid RSQL: there is no comparison =li=."_s;
        QTest::newRow("a word for a time")
            << u"createdat=gt=yesterday"_s << u"q-created-text"_s << u"A field wants a number"_s;
    }

    void saysWhatTheServerSays()
    {
        QFETCH(QString, rsql);
        QFETCH(QString, step);
        QFETCH(QString, problem);
        for (const QString &corpus : { u"hawkbit-1.0.4"_s, u"hawkbit-0.9.0"_s }) {
            const QString said = searchProblem(rsql, recordedError(corpus, step));
            QVERIFY2(said.startsWith(problem), qPrintable(said));
        }
    }
};

FALCONER_TEST(tst_searchfield)
#include "tst_searchfield.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/time/utc.h"
#include "tests/support/testregistry.h"
#include "ui/uploads/progressdelegate.h"
#include "ui/uploads/sendassheet.h"
#include "ui/uploads/uploadanswers.h"
#include "ui/uploads/uploadproblemtext.h"
#include "ui/uploads/uploadtext.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebibyte = 1024LL * 1024;

QDateTime now()
{
    return { QDate(2026, 11, 28), QTime(12, 0), inUtc };
}

Upload upload(UploadState state, UploadProblem problem = UploadProblem::None)
{
    return { .server = u"https://north.example"_s,
        .profileServer = u"https://south.example"_s,
        .moduleTitle = u"gateway 1.4.2"_s,
        .path = u"/home/me/gateway.swu"_s,
        .filename = u"gateway.swu"_s,
        .size = 256 * mebibyte,
        .state = state,
        .problem = problem,
        .artifactId = 7 };
}

QStringList answersOf(const Upload &upload)
{
    QStringList texts;
    for (const UploadAnswer answer : uploadAnswers(upload))
        texts << uploadAnswerText(upload, answer);
    return texts;
}

} // namespace

class tst_uploadtext : public Test {
    Q_OBJECT

private slots:
    void statesInWords()
    {
        using State = UploadState;
        const QList<std::pair<State, QString>> words{ { State::Waiting, u"waiting"_s },
            { State::NotConnected, u"waits for sign-in"_s },
            { State::Checking, u"looks what is there"_s }, { State::Sending, u"sending"_s },
            { State::Verifying, u"the server checks"_s }, { State::Paused, u"paused"_s },
            { State::Asking, u"needs an answer"_s }, { State::Failed, u"failed"_s },
            { State::Done, u"done"_s } };
        for (const auto &[state, text] : words)
            QCOMPARE(uploadStateText(upload(state), now()), text);
        Upload isNew = upload(State::NotConnected);
        isNew.size = 0;
        QCOMPARE(uploadStateText(isNew, now()), u"looks at the file"_s);
        QCOMPARE(uploadProgress(isNew), UploadProgress());
        Upload again = upload(State::Sending);
        again.isSentAgain = true;
        QCOMPARE(uploadStateText(again, now()), u"sending again"_s);
        again.isStalled = true;
        QCOMPARE(uploadStateText(again, now()), u"waiting for the network"_s);
        QCOMPARE(uploadStateLook(again).meaning, Meaning::Attention);
        Upload there = upload(State::Done);
        there.wasThere = true;
        QCOMPARE(uploadStateText(there, now()), u"was there already"_s);
        Upload retrying = upload(State::Retrying);
        retrying.nextTryAt = now().addMSecs(11'200);
        QCOMPARE(uploadStateText(retrying, now()), u"tries again in 12 s"_s);
        QCOMPARE(uploadStateText(retrying, now().addSecs(20)), u"tries again"_s);
    }

    void onlyWhatIsStoredLooksDone()
    {
        QCOMPARE(uploadStateLook(upload(UploadState::Done)).meaning, Meaning::Success);
        QCOMPARE(uploadStateLook(upload(UploadState::Verifying)).meaning, Meaning::Running);
        QCOMPARE(uploadStateLook(upload(UploadState::Failed)).meaning, Meaning::Failure);
        QCOMPARE(uploadStateLook(upload(UploadState::Asking)).meaning, Meaning::Attention);
        QCOMPARE(uploadStateLook(upload(UploadState::Retrying)).meaning, Meaning::Attention);
        QCOMPARE(uploadStateLook(upload(UploadState::Paused)).meaning, Meaning::Quiet);
    }

    void problemsAreSentencesWithAnswers_data()
    {
        QTest::addColumn<int>("problem");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("answers");
        using Problem = UploadProblem;
        const auto row = [](const char *name, Problem problem, const QString &sentence,
                             const QString &answers) {
            QTest::newRow(name) << int(problem) << sentence << answers;
        };
        row("interrupted", Problem::Interrupted,
            u"Falconer ended while this file was being sent."_s, u"Send|Remove"_s);
        row("other server", Problem::OtherServer,
            u"This file was queued for https://north.example, but its profile leads to "
            "https://south.example now."_s,
            u"Send to https://south.example|Remove"_s);
        row("profile gone", Problem::ProfileGone,
            u"The profile of https://north.example is no longer there, but you are signed in to "
            "this server."_s,
            u"Send|Remove"_s);
        row("gone", Problem::FileGone, u"The file is no longer where it was, or cannot be read."_s,
            u"Choose file...|Try again|Remove"_s);
        row("changed", Problem::FileChanged,
            u"The file was changed after it was put into the queue."_s,
            u"Send as it is now|Remove"_s);
        row("empty", Problem::FileEmpty, u"The file is empty, which hawkBit refuses."_s,
            u"Choose file...|Try again|Remove"_s);
        row("taken", Problem::NameTaken,
            u"gateway 1.4.2 has a file of this name with other content."_s,
            u"Replace|Send as...|Remove"_s);
        row("locked", Problem::ModuleLocked,
            u"gateway 1.4.2 is locked: no file can be added to it."_s,
            u"Unlock the module|Remove"_s);
        row("module gone", Problem::ModuleGone,
            u"The server has no software module gateway 1.4.2."_s, u"Remove"_s);
        row("not allowed", Problem::NotAllowed,
            u"You have no permission to add files to software modules."_s, u"Try again|Remove"_s);
        row("too large", Problem::TooLarge,
            u"The file has 256 MiB, which is more than the server takes."_s, u"Try again|Remove"_s);
        row("quota", Problem::Quota,
            u"A limit of the server for files or their storage is reached."_s,
            u"Try again|Remove"_s);
        row("full", Problem::ServerFull, u"The server has no room left to store the file."_s,
            u"Try again|Remove"_s);
        row("damaged", Problem::Damaged, u"The file was damaged on its way."_s,
            u"Try again|Remove"_s);
        row("certificate", Problem::Certificate, u"The certificate of the server is not trusted."_s,
            u"Try again|Remove"_s);
        row("refused", Problem::Refused, u"The server does not take this file."_s,
            u"Try again|Remove"_s);
    }

    void problemsAreSentencesWithAnswers()
    {
        QFETCH(int, problem);
        QFETCH(QString, sentence);
        QFETCH(QString, answers);
        for (const UploadState state : { UploadState::Asking, UploadState::Failed }) {
            const Upload one = upload(state, UploadProblem(problem));
            QCOMPARE(uploadProblemText(one), sentence);
            QCOMPARE(answersOf(one).join(u'|'), answers);
            for (const UploadAnswer answer : uploadAnswers(one))
                QVERIFY(!uploadAnswerToolTip(one, answer).isEmpty());
        }
    }

    void onlyWhatWaitsForAPersonIsAsked()
    {
        for (const UploadState state : { UploadState::Waiting, UploadState::NotConnected,
                 UploadState::Checking, UploadState::Sending, UploadState::Verifying,
                 UploadState::Paused, UploadState::Done }) {
            QVERIFY(uploadAnswers(upload(state)).isEmpty());
            QVERIFY(uploadProblemText(upload(state)).isEmpty());
        }
        Upload retrying = upload(UploadState::Retrying);
        retrying.error = Error{
            .kind = ErrorKind::Network, .message = u"reset"_s, .fault = NetworkFault::ConnectionLost
        };
        QCOMPARE(answersOf(retrying), QStringList({ u"Now"_s, u"Remove"_s }));
        QCOMPARE(uploadProblemText(retrying), u"The connection to the server was lost."_s);
        QCOMPARE(uploadProblemDetails(retrying), u"reset"_s);
        retrying.error->fault = NetworkFault::ConnectionRefused;
        QCOMPARE(uploadProblemText(retrying), u"There is no connection to the server."_s);
        retrying.error = Error{
            .kind = ErrorKind::Server, .httpStatus = 500, .code = u"artifact.uploadFailed"_s
        };
        QCOMPARE(uploadProblemText(retrying),
            u"The server could not store the file: it may have no room left."_s);
        retrying.error = Error{ .kind = ErrorKind::Invalid, .httpStatus = 400 };
        QCOMPARE(uploadProblemText(retrying), u"The server did not get the whole file."_s);
    }

    void aNameThatTheServerRefusesIsSaidByTheServer()
    {
        Upload taken = upload(UploadState::Asking, UploadProblem::NameTaken);
        taken.error = Error{ .kind = ErrorKind::Conflict, .httpStatus = 409 };
        QCOMPARE(uploadProblemText(taken),
            u"The server says that gateway 1.4.2 has a file of this name."_s);
        QCOMPARE(answersOf(taken), QStringList({ u"Replace"_s, u"Send as..."_s, u"Remove"_s }));
        taken.artifactId = 0; // nobody knows which one would be replaced
        QCOMPARE(answersOf(taken), QStringList({ u"Send as..."_s, u"Try again"_s, u"Remove"_s }));
    }

    void whatHasNoProfileCanOnlyBeRemoved()
    {
        Upload gone = upload(UploadState::Asking, UploadProblem::ProfileGone);
        gone.profileServer.clear();
        QCOMPARE(uploadProblemText(gone),
            u"The profile of https://north.example is no longer there. Sign in to this server with "
            "another one to send the file."_s);
        QCOMPARE(answersOf(gone), QStringList{ u"Remove"_s });
        gone.server.clear(); // queued by an earlier version
        QCOMPARE(uploadProblemText(gone),
            u"The profile that this file was queued for is no longer there."_s);
    }

    void limitsAreNamedWhenTheServerDoes()
    {
        Upload large = upload(UploadState::Failed, UploadProblem::TooLarge);
        large.limitBytes = 100 * mebibyte;
        QCOMPARE(
            uploadProblemText(large), u"The file has 256 MiB; the server takes at most 100 MiB."_s);
    }

    void progressInFigures()
    {
        Upload sending = upload(UploadState::Sending);
        sending.sentBytes = 105 * mebibyte;
        sending.bytesPerSecond = 12 * mebibyte;
        QCOMPARE(uploadProgress(sending),
            (UploadProgress{ 41, u"41 %"_s, u"12 MiB/s"_s, u"13 s left"_s, {} }));
        sending.bytesPerSecond = 0; // not known yet
        QCOMPARE(uploadProgress(sending), (UploadProgress{ 41, u"41 %"_s, {}, {}, {} }));
        const UploadProgress verifying = uploadProgress(upload(UploadState::Verifying));
        QCOMPARE(verifying.percent, 100);
        QCOMPARE(verifying.note, u"all of 256 MiB sent"_s);
        QCOMPARE(uploadProgress(upload(UploadState::Waiting)),
            (UploadProgress{ {}, {}, {}, {}, u"256 MiB"_s }));
    }

    void aHundredPercentIsAllOfIt()
    {
        QCOMPARE(percentOf(0, 0), 0);
        QCOMPARE(percentOf(999, 1000), 99);
        QCOMPARE(percentOf(1000, 1000), 100);
        QCOMPARE(percentOf(2000, 1000), 100);
        QCOMPARE(percentOf(4'000'000'000, 8'000'000'000), 50);
    }

    void timeLeft()
    {
        QCOMPARE(timeLeftText(0, 100), QString());
        QCOMPARE(timeLeftText(100, 0), QString());
        QCOMPARE(timeLeftText(1, 100), u"1 s left"_s);
        QCOMPARE(timeLeftText(18'500, 100), u"3 min 05 s left"_s);
        QCOMPARE(timeLeftText(1'000'000'000'000, 1), QString()); // nobody knows
    }

    void aLimitIsNamed()
    {
        Upload upload{ .moduleTitle = u"gateway 1.4.2"_s,
            .state = UploadState::Failed,
            .problem = UploadProblem::Quota };
        upload.error = Error{ .kind = ErrorKind::Quota,
            .code = u"quota.tooManyEntries"_s,
            .message = u"Quota exceeded: Cannot assign 1 more Artifact entities to SoftwareModule "
                       "'2'. The maximum is 50."_s };
        QCOMPARE(uploadProblemText(upload),
            u"gateway 1.4.2 has as many files as the server takes: 50."_s);
        upload.error->code = u"quota.storageExceeded"_s;
        upload.error->message = u"Storage quota exceeded, 68 KB left."_s;
        QCOMPARE(uploadProblemText(upload),
            u"The server has too little storage left for the file: 68 KB."_s);
    }

    void totalsInOneLine()
    {
        QCOMPARE(uploadTotalsText({}), QString());
        QCOMPARE(uploadTotalsText({ .waiting = 3,
                     .sending = 2,
                     .bytes = 1000 * mebibyte,
                     .sentBytes = 410 * mebibyte,
                     .bytesPerSecond = 12 * mebibyte }),
            u"2 uploading, 3 waiting · 41 % · 12 MiB/s · 50 s left"_s);
        QCOMPARE(uploadTotalsText({ .sending = 1, .stalled = 1, .bytes = 1'000, .sentBytes = 410 }),
            u"1 uploading · 41 % · waiting for the network"_s);
        // Of what was begun together: else it would stay at 0 with many files.
        QCOMPARE(uploadTotalsText({ .sending = 1, .done = 3, .bytes = 100, .doneBytes = 300 }),
            u"1 uploading · 75 %"_s);
        QCOMPARE(uploadTotalsText({ .waiting = 1, .bytes = 10 }), u"1 waiting"_s);
        QCOMPARE(uploadTotalsText({ .waiting = 1, .paused = 434 }), u"1 waiting, 434 paused"_s);
        QCOMPARE(uploadTotalsText({ .paused = 1, .done = 4 }), u"1 paused"_s);
        QVERIFY(uploadTotalsText({ .asking = 1, .failed = 2, .done = 4 }).endsWith(u"2 failed"_s));
        QCOMPARE(uploadTotalsText({ .done = 4 }), u"4 uploaded"_s);
        QCOMPARE(uploadTotalsMeaning({ .sending = 1, .failed = 1 }), Meaning::Failure);
        QCOMPARE(uploadTotalsMeaning({ .sending = 1, .asking = 1 }), Meaning::Attention);
        QCOMPARE(uploadTotalsMeaning({ .sending = 1 }), Meaning::Running);
        QCOMPARE(uploadTotalsMeaning({ .done = 1 }), Meaning::Quiet);
    }

    void figuresHavePlacesOfTheirOwn()
    {
        const ProgressPlaces wide = ProgressPlaces::in(QRect(0, 0, 600, 22));
        QVERIFY(wide.bar.width() >= 200);
        QVERIFY(wide.share.left() > wide.bar.right());
        QVERIFY(wide.speed.left() > wide.share.right());
        QVERIFY(wide.timeLeft.left() > wide.speed.right());
        QVERIFY(wide.timeLeft.right() <= 600);
        const ProgressPlaces narrow = ProgressPlaces::in(QRect(0, 0, 220, 22));
        QVERIFY(narrow.timeLeft.isEmpty()); // goes first
        QVERIFY(!narrow.speed.isEmpty());
        QVERIFY(narrow.speed.right() <= 220);
        const ProgressPlaces least = ProgressPlaces::in(QRect(0, 0, 130, 22));
        QVERIFY(least.speed.isEmpty());
        QVERIFY(!least.bar.isEmpty());
    }

    void otherNames()
    {
        QCOMPARE(otherFilename(u"gateway.swu"_s), u"gateway-2.swu"_s);
        QCOMPARE(otherFilename(u"README"_s), u"README-2"_s);
        QCOMPARE(otherFilename(u".conf"_s), u".conf-2"_s);
        QCOMPARE(plainFilename(u"it's & <b>.bin"_s), u"it's & b.bin"_s);
    }

    void whatItWaitsForIsSaid()
    {
        Upload upload{ .size = 10, .state = UploadState::NotConnected };
        QCOMPARE(uploadStateText(upload, {}), u"waits for sign-in"_s);
        upload.problem = UploadProblem::Certificate;
        QCOMPARE(uploadStateText(upload, {}), u"waits until its server is trusted"_s);
        upload = { .size = 10, .isHeld = true };
        QCOMPARE(uploadStateText(upload, {}), u"waits for your answer"_s);
    }
};

FALCONER_TEST(tst_uploadtext)
#include "tst_uploadtext.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/messageparser.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(falconer::Message)

class tst_messageparser : public Test {
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Message>("expected");
        using Kind = MessageKind;
        const auto row = [](const char *name, const QString &text, const Message &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("padded begin", u"  0% Installing"_s, { Kind::StepBegin, u"Installing"_s, 0 });
        row("begin", u"43% Checking slot rootfs.1 (B)"_s,
            { Kind::StepBegin, u"Checking slot rootfs.1 (B)"_s, 43 });
        row("done", u"100% Installing done."_s, { Kind::StepDone, u"Installing"_s, 100 });
        row("failed", u" 99% Updating slots failed."_s,
            { Kind::StepFailed, u"Updating slots"_s, 99 });
        row("failed with a reason", u"20% unpack failed: E_NOSPC (28)"_s,
            { Kind::StepFailed, u"unpack"_s, 20, u"E_NOSPC (28)"_s });
        row("without numbers", u"Verifying signature"_s,
            { Kind::StepBegin, u"Verifying signature"_s });
        row("done without numbers", u"Checking bundle done."_s,
            { Kind::StepDone, u"Checking bundle"_s });
        row("number alone", u"70 %"_s, { Kind::Percent, u"70 %"_s, 70 });
        row("number out of range", u"150% flash"_s, { Kind::StepBegin, u"flash"_s });
        row("no number in front", u"Downloading 150% ???"_s,
            { Kind::Plain, u"Downloading 150% ???"_s });
        row("negative", u"-5% odd"_s, { Kind::Plain, u"-5% odd"_s });
        row("fraction", u"62.5 % written"_s, { Kind::StepBegin, u"written"_s, 62.5 });
        row("points only", u"... %"_s, { Kind::Plain, u"... %"_s });
        row("operation", u"installing"_s, { Kind::InstallBegin, u""_s });
        row("idle", u"idle"_s, { Kind::InstallIdle, u""_s });
        row("chunk", u"Installed Chunk."_s,
            { Kind::StepDone, u"Installing Update Chunk Artifacts"_s });
        row("download", u"Download complete. 1.50 MB/s"_s,
            { Kind::DownloadDone, u"Download complete. 1.50 MB/s"_s });
        row("last error", u"LastError: Installation error: too small"_s,
            { Kind::LastError, u"Installation error: too small"_s });
        row("error line", u"ERROR : HASH mismatch : 0 <--> 5"_s,
            { Kind::ErrorLine, u"HASH mismatch : 0 <--> 5"_s });
        row("harmless error", u"ERROR : Cannot read stored update state."_s,
            { Kind::HarmlessError, u"Cannot read stored update state."_s });
        row("log with a number", u"[read_lines_notify] : 36% Migrating"_s,
            { Kind::Log, u"[read_lines_notify] : 36% Migrating"_s, 36 });
        row("log with a fraction", u"[read_lines_notify] : step 5/25: table"_s,
            { Kind::Log, u"[read_lines_notify] : step 5/25: table"_s, 20 });
        row("log with a senseless fraction", u"[f] : step 5/0: table"_s,
            { Kind::Log, u"[f] : step 5/0: table"_s });
        row("no log", u"[3/7] flashing kernel"_s, { Kind::Plain, u"[3/7] flashing kernel"_s });
        row("server", u"Update Server: Target reported PROCEEDING."_s,
            { Kind::Server, u"Update Server: Target reported PROCEEDING."_s });
        row("null", QString(), { Kind::Empty, u""_s });
        row("blank", u"   "_s, { Kind::Empty, u""_s });
        row("escape sequences", u"ESC \x1b[1;32mgreen\x1b[0m,\x01 bell"_s,
            { Kind::Plain, u"ESC green, bell"_s });
        row("open escape sequence", u"cut \x1b["_s, { Kind::Plain, u"cut"_s });
        row("markup and other alphabets", u"<b>日本語 😀</b>"_s,
            { Kind::Plain, u"<b>日本語 😀</b>"_s });
    }

    void reads()
    {
        QFETCH(QString, text);
        QFETCH(Message, expected);
        const Message message = parseMessage(text);
        QCOMPARE(message.kind, expected.kind);
        QCOMPARE(message.text, expected.text);
        QCOMPARE(message.percent, expected.percent);
        QCOMPARE(message.failure, expected.failure);
    }

    void joinsWhatTheServerCut()
    {
        const QString piece(512, u'x');
        QCOMPARE(joinPieces({ piece, piece, u"end"_s, u"next"_s }),
            QStringList({ piece + piece + u"end"_s, u"next"_s }));
        QCOMPARE(joinPieces({ QString(511, u'y'), u"next"_s }).size(), 2);
        const QString code = u"Device reported status code: 5"_s;
        QCOMPARE(joinPieces({ piece, code }), QStringList({ piece, code }));
    }
};

FALCONER_TEST(tst_messageparser)
#include "tst_messageparser.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/journalword.h"
#include "services/time/utc.h"
#include "tests/support/testregistry.h"
#include "ui/journal/journalcolumns.h"
#include "ui/journal/journalcsv.h"
#include "ui/journal/journaltext.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

using What = JournalEntry::What;

} // namespace

class tst_journaltext : public Test {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_plurals.load(u":/translations/falconer_en.qm"_s));
        QCoreApplication::installTranslator(&m_plurals);
    }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_plurals); }

    void saysWhatHappened_data()
    {
        QTest::addColumn<JournalEntry>("entry");
        QTest::addColumn<QString>("text");
        const auto add = [](What what, const QString &subject, int asked, int done, int failed,
                             const QString &text) {
            QTest::newRow(qPrintable(text)) << JournalEntry{
                .what = what, .subject = subject, .asked = asked, .done = done, .failed = failed
            } << text;
        };
        add(What::Assigned, u"edge-os 1.0"_s, 314, 312, 2,
            u"Assigned edge-os 1.0 to 312 targets, 2 failed"_s);
        add(What::Assigned, u"100%1 1.0"_s, 1, 1, 0, u"Assigned 100%1 1.0 to 1 target"_s);
        add(What::Assigned, u"edge-os 1.0"_s, 5, 1, 1,
            u"Assigned edge-os 1.0 to 1 target, 3 had it already, 1 failed"_s);
        add(What::Undone, u"edge-os 1.0"_s, 2, 2, 0,
            u"Undid the assignment of edge-os 1.0: asked 2 targets to cancel"_s);
        add(What::Cancelled, u"edge-os 1.0"_s, 1, 1, 0, u"Asked 1 target to cancel edge-os 1.0"_s);
        add(What::Cancelled, {}, 3, 2, 1, u"Asked 2 targets to cancel, 1 failed"_s);
        add(What::ForceQuit, {}, 1, 1, 0, u"Force-quit 1 action"_s);
        add(What::HistoryDeleted, {}, 7, 7, 0, u"Deleted the history of 7 actions"_s);
        add(What::Uploaded, u"a.swu into panel 2.0"_s, 1, 1, 0, u"Uploaded a.swu into panel 2.0"_s);
        add(What::Uploaded, u"a.swu into panel 2.0"_s, 1, 0, 1,
            u"Could not upload a.swu into panel 2.0"_s);
        add(What::FoundThere, u"a.swu of panel 2.0"_s, 1, 1, 0,
            u"Found a.swu of panel 2.0 on the server, with the same content"_s);
        add(What::ModuleDeleted, u"os 1.0, os 1.1"_s, 3, 2, 1,
            u"Deleted the software modules os 1.0, os 1.1, 1 failed"_s);
        add(What::SetInvalidated, u"edge 1"_s, 1, 1, 0,
            u"Invalidated the distribution set edge 1"_s);
        add(What::TypeCreated, u"RAUC bundle"_s, 1, 1, 0, u"Created the type RAUC bundle"_s);
    }

    void saysWhatHappened()
    {
        QFETCH(JournalEntry, entry);
        QTEST(journalText(entry), "text");
        QCOMPARE(journalLook(entry).sign != Sign::None, entry.failed > 0);
    }

    // Whoever adds a deed gives it words.
    void everyDeedHasWords()
    {
        QSet<QString> texts;
        for (int what = 0; what <= int(What::TypeDeleted); ++what) {
            const QString text = journalText(
                { .what = What(what), .subject = u"edge 1"_s, .asked = 1, .done = 1 });
            QVERIFY2(!text.isEmpty() && !text.contains(u'%'), qPrintable(journalWord(What(what))));
            texts << text;
        }
        QCOMPARE(texts.size(), int(What::TypeDeleted) + 1);
    }

    void theTooltipOfATimeIsUtc()
    {
        const Column<JournalEntry> time = journalColumns().constFirst();
        const JournalEntry entry{ .at = QDateTime({ 2026, 11, 29 }, { 1, 50, 27 }, inUtc) };
        QCOMPARE(time.toolTip(entry), u"2026-11-29 01:50:27 UTC"_s);
        QVERIFY(time.text(entry).contains(
            entry.at.toLocalTime().toString(u"HH:mm:ss"_s))); // with its seconds
        QVERIFY(time.text(entry).contains(u"2026"_s));
    }

    void theTableForSpreadsheetsIsExact()
    {
        const JournalEntry entry{ .at = QDateTime({ 2026, 11, 29 }, { 1, 50, 27, 5 }, inUtc),
            .server = u"=Plant, 2"_s,
            .user = u"admin"_s,
            .what = What::SetDeleted,
            .subject = u"edge \"x\" 1"_s,
            .asked = 1,
            .done = 1 };
        QCOMPARE(journalCsv({ entry }),
            QByteArray("\xef\xbb\xbftime,server,user,event,subject,asked,done,failed,text\r\n"
                       "2026-11-29T01:50:27.005Z,\"'=Plant, 2\",admin,setDeleted,"
                       "\"edge \"\"x\"\" 1\",1,1,0,"
                       "\"Deleted the distribution set edge \"\"x\"\" 1\"\r\n"));
    }

private:
    QTranslator m_plurals;
};

FALCONER_TEST(tst_journaltext)
#include "tst_journaltext.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/journalword.h"
#include "tests/support/testregistry.h"
#include "tests/ui/uploads/dropstage.h"

using namespace falconer;
using namespace Qt::StringLiterals;

// What files that were dropped made on the server is in the journal, and what was taken back.
class tst_dropjournal : public Test {
    Q_OBJECT

    static QStringList lines(const Journal &journal)
    {
        QStringList lines;
        for (const JournalEntry &entry : journal.entries())
            lines << journalWord(entry.what) + u": "_s + entry.subject;
        return lines;
    }

private slots:
    void whatWasMade()
    {
        DropStage stage;
        stage.connect();
        stage.dropFiles({ u"newgate-2.swu"_s });
        QTRY_VERIFY(stage.isReady());
        QVERIFY(stage.setForm()->set({}));
        QVERIFY(stage.journal.entries().isEmpty()); // nothing happened yet
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        const QStringList made{ u"moduleCreated: newgate 2"_s, u"setCreated: newgate 2"_s };
        QTRY_COMPARE(lines(stage.journal), made);
        QTRY_VERIFY(!stage.sheet); // it closes by itself
        QCOMPARE(lines(stage.journal), made);
    }

    void whatWasTakenBack()
    {
        DropStage stage;
        stage.dropFiles({ u"newgate-2.swu"_s });
        QTRY_VERIFY(stage.isReady());
        // Somebody makes that set meanwhile.
        stage.make("distributionsets", u"newgate"_s, u"2"_s, stage.setForm()->set({})->type);
        QTest::mouseClick(stage.button(u"do"_s), Qt::LeftButton);
        QTRY_VERIFY(stage.button(u"undo"_s)->isVisible());
        QCOMPARE(lines(stage.journal), QStringList{ u"moduleCreated: newgate 2"_s });
        QTest::mouseClick(stage.button(u"undo"_s), Qt::LeftButton);
        QTRY_COMPARE(lines(stage.journal),
            QStringList({ u"moduleCreated: newgate 2"_s, u"moduleDeleted: newgate 2"_s }));
    }
};

FALCONER_TEST(tst_dropjournal)
#include "tst_dropjournal.moc"

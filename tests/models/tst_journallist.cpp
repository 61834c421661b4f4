// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journallist.h"
#include "models/pagedmodelbase.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QList<Column<JournalEntry>> columns()
{
    return { { .id = u"server"_s,
                 .title = u"Server"_s,
                 .text = [](const JournalEntry &entry) { return entry.server; } },
        { .id = u"what"_s, .title = u"What"_s, .text = [](const JournalEntry &entry) {
             return QString(u"did "_s + entry.subject);
         } } };
}

JournalEntry entry(const QString &server, const QString &subject)
{
    return { .server = server, .subject = subject };
}

struct Bench {
    Journal journal;
    JournalList list{ journal, columns() };
    QAbstractItemModelTester tester{ &list, QAbstractItemModelTester::FailureReportingMode::Fatal };

    QString rows() const
    {
        QStringList texts;
        for (int row = 0; row < list.rowCount(); ++row)
            texts << list.index(row, 1).data().toString().mid(4);
        return texts.join(u' ');
    }
};

} // namespace

class tst_journallist : public Test {
    Q_OBJECT

private slots:
    void theNewestIsOnTop()
    {
        Bench b;
        QCOMPARE(b.list.rowCount(), 0);
        b.journal.add(entry(u"A"_s, u"one"_s));
        const QPersistentModelIndex one = b.list.index(0, 0);
        b.journal.add(entry(u"A"_s, u"two"_s));
        QCOMPARE(b.rows(), u"two one"_s);
        QCOMPARE(one.row(), 1); // what is selected stays so
        b.journal.addEarlier({ entry(u"B"_s, u"first"_s), entry(u"B"_s, u"second"_s) });
        QCOMPARE(b.rows(), u"two one second first"_s);
        QCOMPARE(b.list.headerData(1, Qt::Horizontal, PagedModelBase::ColumnIdRole), u"what"_s);
    }

    void everyWordMustBeSomewhere()
    {
        Bench b;
        b.journal.addEarlier({ entry(u"Staging"_s, u"panel"_s), entry(u"Plant"_s, u"Gateway"_s),
            entry(u"Staging"_s, u"gateway"_s) });
        b.list.setSearch(u" GATEway  staging "_s);
        QCOMPARE(b.rows(), u"gateway"_s);
        b.journal.add(entry(u"Plant"_s, u"panel"_s)); // does not match
        QCOMPARE(b.rows(), u"gateway"_s);
        b.journal.add(entry(u"Staging"_s, u"gateway-2"_s));
        QCOMPARE(b.rows(), u"gateway-2 gateway"_s);
        b.list.setSearch(u"nowhere"_s);
        QCOMPARE(b.list.rowCount(), 0);
        QVERIFY(b.list.hasSearch());
        b.list.setSearch(u" "_s);
        QVERIFY(!b.list.hasSearch());
        QCOMPARE(b.list.rowCount(), 5);
    }

    void theOldestGoesWhereThereAreTooMany()
    {
        Bench b;
        QList<JournalEntry> many;
        for (int i = 0; i < Journal::most; ++i)
            many << entry(u"A"_s, QString::number(i));
        b.journal.addEarlier(many);
        b.journal.add(entry(u"A"_s, u"new"_s));
        QCOMPARE(b.list.rowCount(), int(Journal::most));
        QCOMPARE(b.list.index(0, 1).data().toString(), u"did new"_s);
        QCOMPARE(b.list.index(int(Journal::most) - 1, 1).data().toString(), u"did 1"_s);
    }
};

FALCONER_TEST(tst_journallist)
#include "tst_journallist.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/statuslist.h"
#include "tests/support/devicehistories.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QString cell(const StatusList &list, int row, int column)
{
    return list.index(row, column).data().toString();
}

} // namespace

class tst_statuslist : public Test {
    Q_OBJECT

private slots:
    void growsWithoutReset_data()
    {
        QTest::addColumn<bool>("newestFirst");
        QTest::newRow("newest last") << false;
        QTest::newRow("newest first") << true;
    }

    void growsWithoutReset()
    {
        QFETCH(bool, newestFirst);
        const DeviceHistory history = loadDeviceHistory(u"rauc-hawkbit-updater-success"_s);
        StatusList list;
        const QAbstractItemModelTester tester(
            &list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.setNewestFirst(newestFirst);
        list.setStatuses(33, history.statuses.sliced(5));
        const QPersistentModelIndex kept(
            list.index(list.rowOfEntry(history.statuses.last().id), StatusList::MessagesColumn));
        const QString words = kept.data().toString();
        const QSignalSpy resets(&list, &QAbstractItemModel::modelReset);
        const QSignalSpy inserts(&list, &QAbstractItemModel::rowsInserted);
        list.setStatuses(33, history.statuses);
        list.setStatuses(33, history.statuses);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(inserts.size(), 1);
        QCOMPARE(list.rowCount(), history.statuses.size());
        QCOMPARE(kept.data().toString(), words);
        const int newest = newestFirst ? 0 : list.rowCount() - 1;
        QCOMPARE(cell(list, newest, StatusList::TypeColumn), u"finished"_s);
        list.setStatuses(34, history.statuses.first(2));
        QCOMPARE(resets.size(), 1);
        QCOMPARE(list.rowCount(), 2);
    }

    void typesAreSaidInWords()
    {
        QCOMPARE(statusTypeText({ .type = u"canceled"_s }), u"cancelled"_s);
        QCOMPARE(statusTypeText({ .type = u"canceling"_s }), u"cancelling"_s);
        QCOMPARE(statusTypeText({ .type = u"cancel_rejected"_s }), u"cancel rejected"_s);
    }

    void turningKeepsTheSelectedRow()
    {
        const DeviceHistory history = loadDeviceHistory(u"swupdate-success"_s);
        StatusList list;
        const QAbstractItemModelTester tester(
            &list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.setStatuses(1, history.statuses);
        const QPersistentModelIndex chosen(list.index(2, 0));
        const qint64 entry = chosen.data(StatusList::EntryRole).toLongLong();
        list.setNewestFirst(true);
        QCOMPARE(chosen.data(StatusList::EntryRole).toLongLong(), entry);
        QCOMPARE(chosen.row(), list.rowOfEntry(entry));
        QCOMPARE(chosen.row(), list.rowCount() - 3);
    }

    void allMessagesAreThereAndReadable()
    {
        const DeviceHistory history = loadDeviceHistory(u"ddi-scripted-oddities"_s);
        StatusList list;
        list.setStatuses(1, history.statuses);
        QStringList texts;
        for (int row = 0; row < list.rowCount(); ++row)
            texts << cell(list, row, StatusList::MessagesColumn);
        QVERIFY(texts.contains(u"first line\nsecond line\r\nthird line"_s)
            || texts.contains(u"first line\nsecond line\nthird line"_s));
        QVERIFY(texts.contains(u"tab\there, ESC green, NUL-free"_s));
        QVERIFY(texts.contains(QString(513, u'z')));
        int withDeviceTime = 0;
        for (int row = 0; row < list.rowCount(); ++row)
            withDeviceTime += cell(list, row, StatusList::TimeColumn).contains(u"device"_s);
        QCOMPARE(withDeviceTime, 6); // 2 h slow, 1970, 2038, 0, negative, seconds
    }
};

FALCONER_TEST(tst_statuslist)
#include "tst_statuslist.moc"

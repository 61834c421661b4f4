// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/requestqueue.h"
#include "tests/support/testregistry.h"

#include <QList>
#include <QTest>

using namespace falconer;

namespace {

QList<quint64> takeAll(RequestQueue &queue)
{
    QList<quint64> result;
    while (const std::optional<quint64> number = queue.takeNext())
        result << *number;
    return result;
}

} // namespace

class tst_requestqueue : public Test {
    Q_OBJECT

private slots:
    void theNewestReadComesFirst()
    {
        RequestQueue queue(10);
        for (const quint64 number : { 1, 2, 3 })
            queue.addRead(number);
        QCOMPARE(takeAll(queue), QList<quint64>({ 3, 2, 1 }));
    }

    void writesComeBeforeReadsInTheirOrder()
    {
        RequestQueue queue(10);
        queue.addRead(1);
        queue.addWrite(2);
        queue.addRead(3);
        queue.addWrite(4);
        QCOMPARE(takeAll(queue), QList<quint64>({ 2, 4, 3, 1 }));
    }

    void noMoreThanTheLimitRun()
    {
        RequestQueue queue(2);
        queue.addWrite(1);
        for (const quint64 number : { 2, 3, 4 })
            queue.addRead(number);
        QCOMPARE(takeAll(queue), QList<quint64>({ 1, 4 }));
        queue.addWrite(5);
        QCOMPARE(takeAll(queue), QList<quint64>());
        queue.remove(1);
        QCOMPARE(takeAll(queue), QList<quint64>({ 5 }));
        queue.remove(4);
        queue.remove(5);
        QCOMPARE(takeAll(queue), QList<quint64>({ 3, 2 }));
    }

    void whatIsRemovedDoesNotRun()
    {
        RequestQueue queue(2);
        for (const quint64 number : { 1, 2, 3 })
            queue.addRead(number);
        queue.addWrite(4);
        queue.remove(4);
        queue.remove(3);
        queue.remove(99); // unknown
        QCOMPARE(takeAll(queue), QList<quint64>({ 2, 1 }));
        queue.remove(2);
        queue.remove(2); // frees one place only
        queue.addRead(5);
        queue.addRead(6);
        QCOMPARE(takeAll(queue), QList<quint64>({ 6 }));
    }

    void whatIsTriedAgainWaitsForItsTurn()
    {
        RequestQueue queue(1);
        queue.addRead(1);
        QCOMPARE(takeAll(queue), QList<quint64>({ 1 }));
        queue.remove(1);
        queue.addRead(2);
        queue.addRead(1);
        QCOMPARE(takeAll(queue), QList<quint64>({ 2 }));
        queue.remove(2);
        QCOMPARE(takeAll(queue), QList<quint64>({ 1 }));
    }

    void oneRunsWhateverTheLimit()
    {
        for (const int limit : { -1, 0, 1 }) {
            RequestQueue queue(limit);
            queue.addRead(1);
            queue.addRead(2);
            QCOMPARE(takeAll(queue), QList<quint64>({ 2 }));
        }
    }
};

FALCONER_TEST(tst_requestqueue)
#include "tst_requestqueue.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/series.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

// One after another, with a script that answers when told.
class tst_series : public Test {
    Q_OBJECT

    using State = Series::Item::State;

    QList<qsizetype> m_begun;
    Series::Done m_done;

    Series::Deed script()
    {
        m_begun.clear();
        return [this](qsizetype index, Series::Done done) {
            m_begun << index;
            m_done = std::move(done);
        };
    }
    void answer(const std::optional<Error> &error = {}) { std::exchange(m_done, {})(error); }

    static QList<State> states(const Series &series)
    {
        QList<State> states;
        for (const Series::Item &item : series.items())
            states << item.state;
        return states;
    }

private slots:
    void aFailureStopsNothingAndIsTriedAgain()
    {
        Series series;
        const QSignalSpy finished(&series, &Series::finished);
        series.start({ u"a"_s, u"b"_s, u"c"_s }, script());
        QVERIFY(m_begun.isEmpty()); // not before start() returned
        QTRY_COMPARE(m_begun, QList<qsizetype>({ 0 }));
        answer();
        QTRY_COMPARE(m_begun, QList<qsizetype>({ 0, 1 }));
        answer(Error{ .kind = ErrorKind::Locked });
        QTRY_COMPARE(m_begun, QList<qsizetype>({ 0, 1, 2 }));
        QVERIFY(finished.isEmpty());
        answer();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(states(series), QList<State>({ State::Done, State::Failed, State::Done }));
        QCOMPARE(series.items().at(1).error.kind, ErrorKind::Locked);

        series.goOn();
        QTRY_COMPARE(m_begun, QList<qsizetype>({ 0, 1, 2, 1 }));
        answer();
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(series.count(State::Done), 3);
        QVERIFY(!series.isRunning());
    }

    void whatIsLeftWhenItStopsWaits()
    {
        Series series;
        const QSignalSpy finished(&series, &Series::finished);
        series.start({ u"a"_s, u"b"_s, u"c"_s }, script());
        QTRY_COMPARE(m_begun.size(), 1);
        series.stop();
        QVERIFY(series.isRunning()); // what was begun comes to its end
        answer();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(states(series), QList<State>({ State::Done, State::Waiting, State::Waiting }));
        QCOMPARE(m_begun.size(), 1);
    }

    void tooFastIsNoFailure()
    {
        Series series;
        series.start({ u"a"_s }, script());
        QTRY_COMPARE(m_begun.size(), 1);
        answer(Error{ .kind = ErrorKind::RateLimited, .retryAfterMs = 1'100 });
        QCOMPARE(states(series), QList<State>({ State::Waiting }));
        QTRY_COMPARE(m_begun.size(), 2);
        answer();
        QTRY_VERIFY(!series.isRunning());
        QCOMPARE(states(series), QList<State>({ State::Done }));
    }

    void stopsWhileItWaits()
    {
        Series series;
        const QSignalSpy finished(&series, &Series::finished);
        series.start({ u"a"_s, u"b"_s }, script());
        QTRY_COMPARE(m_begun.size(), 1);
        answer(Error{ .kind = ErrorKind::RateLimited, .retryAfterMs = 600'000 });
        series.stop();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(states(series), QList<State>({ State::Waiting, State::Waiting }));
    }
};

FALCONER_TEST(tst_series)
#include "tst_series.moc"

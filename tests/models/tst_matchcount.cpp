// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matchcount.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct Fixture {
    Fixture()
        : counts([this](const ListQuery &query, std::function<void(Result<Page<Target>>)> done) {
            queries << query;
            answers << std::move(done);
            const qsizetype index = answers.size() - 1;
            return Call([this, index] { answers[index] = nullptr; });
        })
    {
    }
    // As many as there are letters in the filter: told apart, and another filter other counts.
    void answerAll()
    {
        for (qsizetype i = 0; i < answers.size(); ++i) {
            if (const auto answer = std::exchange(answers[i], nullptr))
                answer(Page<Target>{ {}, 1'000 + queries[i].filter.size() });
        }
    }

    QList<ListQuery> queries;
    QList<std::function<void(Result<Page<Target>>)>> answers;
    MatchCount counts;
};

} // namespace

class tst_matchcount : public Test {
    Q_OBJECT

private slots:
    void countsByOneRowEach()
    {
        Fixture f;
        f.counts.refresh();
        QStringList filters;
        for (const ListQuery &query : std::as_const(f.queries)) {
            QCOMPARE(query.limit, 1);
            filters << query.filter;
        }
        QCOMPARE(filters,
            (QStringList{ u""_s, u"updatestatus==pending"_s, u"updatestatus==error"_s,
                u"lastcontrollerrequestat=le=${OVERDUE_TS}"_s }));
        QVERIFY(!f.counts.count(MatchCount::Kind::All));
        f.answerAll();
        QCOMPARE(f.counts.count(MatchCount::Kind::All), std::optional<qint64>(1'000));
        QCOMPARE(f.counts.count(MatchCount::Kind::Pending), std::optional<qint64>(1'021));
    }

    void waitsUntilTheTypingPauses()
    {
        Fixture f;
        f.counts.setFilter(u"name==a"_s);
        f.counts.setFilter(u"name==ab"_s);
        f.counts.setFilter(u"name==a,name==b"_s);
        QCOMPARE(f.queries.size(), 0);
        QTRY_COMPARE(f.queries.size(), 4);
        QCOMPARE(f.queries[0].filter, u"name==a,name==b"_s);
        QCOMPARE(f.queries[2].filter, u"(name==a,name==b);(updatestatus==error)"_s);
    }

    void lateCountsOfAnOldFilterAreDropped()
    {
        Fixture f;
        f.counts.refresh();
        f.counts.setFilter(u"x==y"_s);
        f.answerAll();
        QVERIFY(!f.counts.count(MatchCount::Kind::All));
        QTRY_COMPARE(f.queries.size(), 8);
        f.answerAll();
        QCOMPARE(f.counts.count(MatchCount::Kind::All), std::optional<qint64>(1'004));
    }

    void saysWhenTheFilterIsRefused()
    {
        Fixture f;
        QSignalSpy failed(&f.counts, &MatchCount::failed);
        f.counts.refresh();
        for (auto &answer : f.answers)
            std::exchange(answer, nullptr)(tl::unexpected(Error{ .kind = ErrorKind::Invalid }));
        QCOMPARE(failed.count(), 1); // not once a kind
        QVERIFY(!f.counts.count(MatchCount::Kind::All));
    }

    void sameCountsAreNoNews()
    {
        Fixture f;
        f.counts.refresh();
        f.answerAll();
        QSignalSpy changed(&f.counts, &MatchCount::changed);
        f.counts.refresh();
        QCOMPARE(f.counts.count(MatchCount::Kind::All), std::optional<qint64>(1'000));
        f.answerAll();
        QCOMPARE(changed.count(), 0);
    }
};

FALCONER_TEST(tst_matchcount)
#include "tst_matchcount.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kindcounts.h"
#include "models/targetkind.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct Fixture {
    Fixture()
        : counts(
            [this](const QString &filter, std::function<void(Result<qint64>)> done) {
                filters << filter;
                answers << std::move(done);
                const qsizetype index = answers.size() - 1;
                return Call([this, index] { answers[index] = nullptr; });
            },
            targetKindFilters())
    {
    }
    // As many as there are letters in the filter: told apart, and another filter other counts.
    void answerAll()
    {
        for (qsizetype i = 0; i < answers.size(); ++i) {
            if (const auto answer = std::exchange(answers[i], nullptr))
                answer(1'000 + filters[i].size());
        }
    }

    QStringList filters;
    QList<std::function<void(Result<qint64>)>> answers;
    KindCounts counts;
};

} // namespace

class tst_kindcounts : public Test {
    Q_OBJECT

private slots:
    void asksForEveryKind()
    {
        Fixture f;
        f.counts.refresh();
        QCOMPARE(f.filters,
            (QStringList{ u""_s, u"updatestatus==pending"_s, u"updatestatus==error"_s,
                u"lastcontrollerrequestat=le=${OVERDUE_TS}"_s }));
        QVERIFY(!f.counts.count(int(TargetKind::All)));
        f.answerAll();
        QCOMPARE(f.counts.count(int(TargetKind::All)), std::optional<qint64>(1'000));
        QCOMPARE(f.counts.count(int(TargetKind::Pending)), std::optional<qint64>(1'021));
    }

    void waitsUntilTheTypingPauses()
    {
        Fixture f;
        f.counts.setFilter(u"name==a"_s);
        f.counts.setFilter(u"name==ab"_s);
        f.counts.setFilter(u"name==a,name==b"_s);
        QCOMPARE(f.filters.size(), 0);
        QTRY_COMPARE(f.filters.size(), 4);
        QCOMPARE(f.filters[0], u"name==a,name==b"_s);
        QCOMPARE(f.filters[2], u"(name==a,name==b);(updatestatus==error)"_s);
    }

    void lateCountsOfAnOldFilterAreDropped()
    {
        Fixture f;
        f.counts.refresh();
        f.counts.setFilter(u"x==y"_s);
        f.answerAll();
        QVERIFY(!f.counts.count(int(TargetKind::All)));
        QTRY_COMPARE(f.filters.size(), 8);
        f.answerAll();
        QCOMPARE(f.counts.count(int(TargetKind::All)), std::optional<qint64>(1'004));
    }

    void saysWhenTheFilterIsRefused()
    {
        Fixture f;
        QSignalSpy failed(&f.counts, &KindCounts::failed);
        f.counts.refresh();
        for (auto &answer : f.answers)
            std::exchange(answer, nullptr)(tl::unexpected(Error{ .kind = ErrorKind::Invalid }));
        QCOMPARE(failed.count(), 1); // not once a kind
        QVERIFY(!f.counts.count(int(TargetKind::All)));
    }

    void stoppedItAsksForNothing()
    {
        Fixture f;
        f.counts.setFilter(u"name==a"_s);
        f.counts.stop();
        f.counts.setFilter(u"name==b"_s);
        f.counts.stop();
        f.counts.refresh();
        QCOMPARE(f.filters.size(), 4);
        f.counts.stop();
        f.answerAll();
        QVERIFY(!f.counts.count(int(TargetKind::All)));
    }

    void sameCountsAreNoNews()
    {
        Fixture f;
        f.counts.refresh();
        f.answerAll();
        QSignalSpy changed(&f.counts, &KindCounts::changed);
        f.counts.refresh();
        QCOMPARE(f.counts.count(int(TargetKind::All)), std::optional<qint64>(1'000));
        f.answerAll();
        QCOMPARE(changed.count(), 0);
    }
};

FALCONER_TEST(tst_kindcounts)
#include "tst_kindcounts.moc"

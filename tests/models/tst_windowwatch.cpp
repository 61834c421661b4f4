// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/windowwatch.h"
#include "tests/models/scriptedsource.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// "/rows/first+count", answered by as many lines "key=value".
Request<Page<TestRow>> listRows(const ListQuery &query)
{
    Request<Page<TestRow>> request;
    request.path
        = "/rows/" + QByteArray::number(query.offset) + '+' + QByteArray::number(query.limit);
    request.decode = [](const Response &response) -> Result<Page<TestRow>> {
        Page<TestRow> page{ .total = 300 };
        for (const QByteArray &line : response.body.split('\n')) {
            const QByteArrayList parts = line.split('=');
            page.content << TestRow{ QString::fromLatin1(parts[0]), parts[1].toInt() };
        }
        return page;
    };
    return request;
}

struct Fixture {
    Fixture() { source.makeRows(300); }

    QByteArray answer(const HeardRequest &request) const
    {
        if (status != 200)
            return httpAnswer(status);
        const QByteArrayList range = request.target.mid(qsizetype(qstrlen("/rows/"))).split('+');
        QByteArrayList lines;
        for (int row = range[0].toInt(); row < range[0].toInt() + range[1].toInt(); ++row)
            lines << 'k' + QByteArray::number(row + gone) + '=' + QByteArray::number(row + more);
        return httpAnswer(200, lines.join('\n'));
    }
    void show(int first, int last)
    {
        QSignalSpy settled(&model, &PagedModelBase::windowChanged);
        model.setWindow(first, last);
        QTRY_COMPARE(settled.size(), 1);
        source.answerAll();
    }
    // What is asked for when everything watched is asked for.
    QByteArrayList refresh()
    {
        const qsizetype before = server.heard().size();
        const qint64 sentBefore = client.sentCount();
        feed.refresh();
        const qsizetype sent = client.sentCount() - sentBefore;
        if (!QTest::qWaitFor([&] { return server.heard().size() == before + sent; }))
            qFatal("not heard");
        return server.lines().mid(before);
    }

    int status = 200;
    int more = 0; // than at first, in every row
    int gone = 0; // of the first rows
    ScriptedServer server{ [this](const HeardRequest &request) { return answer(request); } };
    Client client{ { .server = server.url(), .retryDelays = {}, .useSystemProxy = false } };
    Feed feed{ client, { .busy = never, .idle = never, .slow = never } };
    ScriptedSource source;
    PagedModel<TestRow> model{ source.source(), testColumns(), &testKey };
    WindowWatch<TestRow> watch{ model, feed, &listRows, Priority::OnScreen };

    static constexpr int never = 3'600'000;
};

} // namespace

class tst_windowwatch : public Test {
    Q_OBJECT

private slots:
    void bringsNewValuesOfWhatIsInSight()
    {
        Fixture f;
        f.show(0, 9);
        f.more = 1'000;
        QList<int> before;
        f.watch.setNews([&](const Page<TestRow> &page) {
            before << f.model.itemAt(3)->value << page.content.at(3).value;
        });
        QCOMPARE(f.refresh(), QByteArrayList({ "GET /rows/0+10" }));
        QTRY_COMPARE(f.model.itemAt(3)->value, 1'003);
        QCOMPARE(before, QList({ 3, 1'003 })); // the rows had not taken it yet
    }

    void asksForNothingBeforeTheFirstAnswer()
    {
        Fixture f;
        f.model.setWindow(0, 9);
        QTRY_COMPARE(f.source.openCount(), 1);
        QCOMPARE(f.refresh(), QByteArrayList());
        f.source.answerAll();
        QCOMPARE(f.refresh(), QByteArrayList({ "GET /rows/0+10" }));
    }

    void asksForWhatIsInSightAlone()
    {
        Fixture f;
        f.show(0, 9);
        f.show(120, 124);
        QCOMPARE(f.refresh(), QByteArrayList({ "GET /rows/120+5" }));
        f.model.reload(); // the same rows again
        f.source.answerAll();
        QCOMPARE(f.client.sentCount(), 1);
    }

    // As F5 does it: the model and the feed ask together, and the feed is answered first.
    void whatTheModelFetchesItselfWaitsNoLonger()
    {
        Fixture f;
        f.show(0, 9);
        f.gone = 3;
        f.source.makeRows(0);
        for (int row = 0; row < 300; ++row)
            f.source.rows << TestRow{ u"k%1"_s.arg(row + 3), row };
        f.model.reload();
        f.refresh();
        QTRY_COMPARE(f.model.pendingChanges(), 3);
        f.source.answerAll();
        QCOMPARE(f.model.keyAt(0), u"k3"_s);
        QCOMPARE(f.model.pendingChanges(), 0);
    }

    void changesNothingWhenTheServerFails()
    {
        Fixture f;
        f.show(0, 9);
        int news = 0;
        f.watch.setNews([&news](const Page<TestRow> &) { ++news; });
        f.status = 500;
        f.refresh();
        QTRY_COMPARE(f.feed.state(), Feed::State::Failing);
        QCOMPARE(news, 0);
        QCOMPARE(f.model.itemAt(3)->value, 3);
    }
};

FALCONER_TEST(tst_windowwatch)
#include "tst_windowwatch.moc"

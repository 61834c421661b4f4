// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/oneselected.h"
#include "services/hawkbit/softwaremodules.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

SoftwareModule module(qint64 id, const QString &vendor)
{
    SoftwareModule module;
    module.id = id;
    module.name = u"os"_s;
    module.version = u"1"_s;
    module.type = u"os"_s;
    module.vendor = vendor;
    return module;
}

QString keyOf(const SoftwareModule &module)
{
    return QString::number(module.id);
}

// A list of modules, of which a filter leaves the second one.
struct Fixture {
    Fixture() { model.reload(); }

    QByteArray answer() const
    {
        if (isBroken)
            return httpAnswer(500);
        return isGone
            ? httpAnswer(404)
            : httpAnswer(200,
                R"({"id":1,"name":"os","version":"1","type":"os","vendor":"read","deleted":)"
                    + QByteArray(isDeleted ? "true}" : "false}"));
    }
    Call list(const ListQuery &query, const std::function<void(Result<Page<SoftwareModule>>)> &done)
    {
        asked = [isAll = query.filter.isEmpty(), done] {
            Page<SoftwareModule> page;
            if (isAll)
                page.content << module(1, u"listed"_s);
            page.content << module(2, u"other"_s);
            page.total = page.content.size();
            done(page);
        };
        return {};
    }
    // As a view would: it hears of it, and is answered.
    void search(const QString &filter)
    {
        model.setFilter(filter);
        asked();
    }
    QString vendor() const { return one.value() ? one.value()->vendor : u"-"_s; }

    static constexpr int never = 3'600'000;

    bool isGone = false;
    bool isBroken = false;
    bool isDeleted = false; // only hidden, since a set holds it
    int changes = 0;
    std::function<void()> asked;
    ScriptedServer server{ [this](const HeardRequest &) { return answer(); } };
    Client client{ { .server = server.url(), .retryDelays = {}, .useSystemProxy = false } };
    Feed feed{ client, { .busy = never, .idle = never, .slow = never } };
    PagedModel<SoftwareModule> model{
        [this](const ListQuery &query, auto done) { return list(query, done); }, { {} }, &keyOf
    };
    SelectionByKey selection{ &model };
    OneSelected<SoftwareModule> one{ model, selection, feed, &getSoftwareModule,
        [this] { ++changes; } };
};

} // namespace

class tst_oneselected : public Test {
    Q_OBJECT

private slots:
    void isOfTheModelWhileItsRowIsThere()
    {
        Fixture f;
        f.asked();
        QCOMPARE(f.vendor(), u"-"_s);
        f.selection.selectKeys({ u"1"_s });
        QCOMPARE(f.vendor(), u"listed"_s);
        f.selection.selectKeys({ u"1"_s, u"2"_s });
        QCOMPARE(f.vendor(), u"-"_s); // not the only one
        f.selection.selectKeys({ u"2"_s });
        QCOMPARE(f.vendor(), u"other"_s);
        f.feed.refresh();
        QCOMPARE(f.client.sentCount(), 0);
        QCOMPARE(f.changes, 0);
    }

    void isReadByItsIdWhileASearchHidesIt()
    {
        Fixture f;
        f.asked();
        f.selection.selectKeys({ u"1"_s });
        f.search(u"version==2"_s);
        QCOMPARE(f.model.rowCount(), 1);
        QCOMPARE(f.vendor(), u"listed"_s); // as it was, until the server says more
        QCOMPARE(f.one.picked().items.size(), 1);
        QTRY_COMPARE(f.vendor(), u"read"_s);
        QCOMPARE(f.changes, 1);
        QCOMPARE(f.server.lines(), QByteArrayList{ "GET /rest/v1/softwaremodules/1" });
        f.search({});
        QCOMPARE(f.vendor(), u"listed"_s);
        f.feed.refresh(); // nobody reads it by its id any more
        QCOMPARE(f.client.sentCount(), 1);
    }

    // Nothing is selected then: no command counts what is nowhere.
    void isSelectedNoLongerOnceItIsGone_data()
    {
        QTest::addColumn<bool>("isOnlyHidden");
        QTest::newRow("gone") << false;
        QTest::newRow("only hidden") << true;
    }
    void isSelectedNoLongerOnceItIsGone()
    {
        QFETCH(const bool, isOnlyHidden);
        Fixture f;
        f.asked();
        f.selection.selectKeys({ u"1"_s });
        f.isGone = !isOnlyHidden;
        f.isDeleted = isOnlyHidden;
        int chosen = 0;
        connect(&f.selection, &SelectionByKey::keysChanged, &f.selection,
            [&] { chosen += !f.selection.isFollowing(); });
        f.search(u"version==2"_s);
        QTRY_COMPARE(f.selection.count(), 0);
        QCOMPARE(f.vendor(), u"-"_s);
        QVERIFY(f.one.picked().ids.isEmpty());
        QCOMPARE(chosen, 0); // by nobody
        f.feed.refresh();    // nobody reads it by its id any more
        QCOMPARE(f.client.sentCount(), 1);
        f.selection.selectKeys({ u"2"_s });
        QCOMPARE(f.vendor(), u"other"_s);
    }

    // What only cannot be read now stays.
    void staysSelectedWhileItCannotBeRead()
    {
        Fixture f;
        f.asked();
        f.selection.selectKeys({ u"1"_s });
        f.isBroken = true;
        f.search(u"version==2"_s);
        QTRY_COMPARE(f.changes, 1);
        QCOMPARE(f.vendor(), u"listed"_s);
        QCOMPARE(f.selection.count(), 1);
    }
};

FALCONER_TEST(tst_oneselected)
#include "tst_oneselected.moc"

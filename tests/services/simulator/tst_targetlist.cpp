// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/routes.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// Rows "t-0000000" onwards, every tenth in error, named like their ids.
class NumberedTargets final : public TargetSource {
public:
    explicit NumberedTargets(quint32 count)
        : m_count(count)
    {
    }
    quint32 count() const override { return m_count; }
    SimTarget at(quint32 row) const override
    {
        SimTarget target;
        target.controllerId = u"t-"_s + QString::number(row).rightJustified(7, u'0');
        target.name = target.controllerId;
        target.updateStatus = row % 10 == 0 ? u"error"_s : u"in_sync"_s;
        return target;
    }
    std::optional<quint32> find(const QString &controllerId) const override
    {
        bool isNumber = false;
        const quint32 row = controllerId.mid(2).toUInt(&isNumber);
        return isNumber && row < m_count && at(row).controllerId == controllerId
            ? std::optional(row)
            : std::nullopt;
    }

private:
    quint32 m_count;
};

struct Box {
    explicit Box(quint32 rows, bool shuffles = false)
        : fleet({ .shuffleEquals = shuffles })
    {
        fleet.targets.setSource(std::make_unique<NumberedTargets>(rows));
    }
    QJsonObject get(const QByteArray &query)
    {
        const SimRequest request{ .method = "GET",
            .target = "/rest/v1/targets?" + query,
            .headers = { { "Authorization", "Basic YWRtaW46YWRtaW4=" } },
            .baseUrl = "http://box" };
        return QJsonDocument::fromJson(dispatcher.handle(fleet, request).body).object();
    }
    QStringList ids(const QByteArray &query)
    {
        QStringList result;
        const QJsonArray targets = get(query)["content"_L1].toArray();
        for (const QJsonValue &target : targets)
            result << target["controllerId"_L1].toString();
        return result;
    }
    Fleet fleet;
    Dispatcher dispatcher;
};

} // namespace

class tst_targetlist : public Test {
    Q_OBJECT

private slots:
    void mergesWhatWasMadeAndTouched()
    {
        Box box(5);
        SimTarget made;
        made.controllerId = u"t-0000002x"_s;
        made.name = u"a first name"_s;
        box.fleet.targets.insert(made);
        box.fleet.targets.edit(u"t-0000001"_s)->name = u"zz"_s;
        box.fleet.targets.remove(u"t-0000003"_s);
        QCOMPARE(box.ids("sort=controllerid:ASC"),
            QStringList({ u"t-0000000"_s, u"t-0000001"_s, u"t-0000002"_s, u"t-0000002x"_s,
                u"t-0000004"_s }));
        QCOMPARE(box.ids("sort=name:DESC"),
            QStringList({ u"t-0000001"_s, u"t-0000004"_s, u"t-0000002"_s, u"t-0000000"_s,
                u"t-0000002x"_s }));
        QCOMPARE(box.get("limit=1")["total"_L1].toInt(), 5);
        QCOMPARE(box.ids("q=name%3D%3Dt-*&limit=2&offset=1"),
            QStringList({ u"t-0000002"_s, u"t-0000004"_s }));
    }

    void showsAChangeInWhatWasComputedBefore()
    {
        Box box(30);
        QCOMPARE(box.get("q=updatestatus%3D%3Derror")["total"_L1].toInt(), 3);
        box.fleet.targets.edit(u"t-0000010"_s)->updateStatus = u"pending"_s;
        QCOMPARE(
            box.ids("q=updatestatus%3D%3Derror"), QStringList({ u"t-0000000"_s, u"t-0000020"_s }));
        QCOMPARE(box.ids("sort=updatestatus:DESC,id:ASC&limit=1"), QStringList{ u"t-0000010"_s });
        box.fleet.targets.edit(u"t-0000010"_s)->updateStatus = u"error"_s;
        QCOMPARE(box.get("q=updatestatus%3D%3Derror")["total"_L1].toInt(), 3);
    }

    // A real data base loses and repeats rows between pages unless the sort ends with the id.
    void shufflesEqualsUnlessTheSortEndsWithTheId()
    {
        Box box(0, true);
        for (int i = 0; i < 200; ++i) {
            SimTarget target;
            target.controllerId = QString::number(i);
            box.fleet.targets.insert(target);
        }
        const auto walk = [&](const QByteArray &sort) {
            QSet<QString> seen;
            for (int offset = 0; offset < 200; offset += 50) {
                for (const QString &id :
                    box.ids("limit=50&offset=" + QByteArray::number(offset) + "&sort=" + sort))
                    seen << id;
            }
            return seen.size();
        };
        QVERIFY(walk("updatestatus:ASC") < 200);
        QCOMPARE(walk("updatestatus:ASC,id:ASC"), 200);
    }

    void answersDeepInAMillionRows()
    {
        Box box(1'000'000);
        QCOMPARE(box.ids("offset=900000&limit=1"), QStringList{ u"t-0900000"_s });
        QCOMPARE(box.ids("offset=900000&limit=50&sort=name:DESC").constFirst(), u"t-0099999"_s);
        QCOMPARE(box.get("offset=900000&limit=50")["total"_L1].toInt(), 1'000'000);
    }
};

FALCONER_TEST(tst_targetlist)

#include "tst_targetlist.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pagedmodelbase.h"
#include "models/uploadlist.h"
#include "services/uploads/uploadqueue.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QList<Column<Upload>> columns()
{
    return { { .id = u"file"_s,
                 .title = u"File"_s,
                 .text = [](const Upload &upload) { return upload.filename; } },
        { .id = u"module"_s, .title = u"Module"_s, .text = [](const Upload &upload) {
             return upload.moduleTitle;
         } } };
}

// A queue whose server nobody signed in to: nothing is sent.
struct Bench {
    QTemporaryDir folder;
    UploadQueue queue{ folder.filePath(u"q.sqlite"_s) };
    UploadList list{ queue, columns() };
    QAbstractItemModelTester tester{ &list, QAbstractItemModelTester::FailureReportingMode::Fatal };

    qint64 add(const QString &name)
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write("x") != 1)
            qFatal("cannot write");
        file.close();
        const auto added = queue.add({ .profileId = u"p"_s,
            .softwareModuleId = 1,
            .moduleTitle = u"gateway 1.0"_s,
            .path = file.fileName() });
        if (!added)
            qFatal("not queued");
        return *added;
    }
    void addAll(const QStringList &names)
    {
        for (const QString &name : names)
            add(name);
    }
    QString rows() const
    {
        QStringList names;
        for (int row = 0; row < list.rowCount(); ++row)
            names << list.index(row, 0).data().toString();
        return names.join(u' ');
    }
    QMimeData *drag(const QList<int> &rows)
    {
        QModelIndexList indexes;
        for (const int row : rows) {
            for (int column = 0; column < list.columnCount(); ++column)
                indexes << list.index(row, column);
        }
        return list.mimeData(indexes);
    }
};

} // namespace

class tst_uploadlist : public Test {
    Q_OBJECT

private slots:
    void followsTheQueue()
    {
        Bench bench;
        QCOMPARE(bench.list.rowCount(), 0);
        const qint64 a = bench.add(u"a"_s);
        bench.addAll({ u"b"_s, u"c"_s });
        QCOMPARE(bench.rows(), u"a b c"_s);
        QCOMPARE(bench.list.index(0, 1).data().toString(), u"gateway 1.0"_s);
        QCOMPARE(
            bench.list.index(0, 0).data(PagedModelBase::KeyRole).toString(), QString::number(a));
        QCOMPARE(
            bench.list.index(1, 0).data(UploadList::UploadRole).value<Upload>().filename, u"b"_s);
        QCOMPARE(bench.list.headerData(0, Qt::Horizontal).toString(), u"File"_s);
        bench.queue.cancel({ bench.list.uploadAt(1)->id });
        QCOMPARE(bench.rows(), u"a c"_s);
        QVERIFY(bench.list.uploadAt(2) == nullptr);
        QVERIFY(bench.list.uploadAt(-1) == nullptr);
        QCOMPARE(bench.list.rowOf(a), 0);
        QCOMPARE(bench.list.rowOf(999), -1);
    }

    void changesAreTold()
    {
        Bench bench;
        bench.addAll({ u"a"_s, u"b"_s });
        const QSignalSpy changed(&bench.list, &QAbstractItemModel::dataChanged);
        bench.queue.pause({ bench.list.uploadAt(1)->id });
        QVERIFY(!changed.isEmpty());
        for (const QList<QVariant> &signal : changed)
            QCOMPARE(signal[0].toModelIndex().row(), 1);
        QCOMPARE(bench.list.uploadAt(1)->state, UploadState::Paused);
    }

    void rowsAreMoved()
    {
        Bench bench;
        bench.addAll({ u"a"_s, u"b"_s, u"c"_s, u"d"_s });
        QVERIFY(bench.list.moveRows({}, 0, 1, {}, 3));
        QCOMPARE(bench.rows(), u"b c a d"_s);
        QVERIFY(bench.list.moveRows({}, 2, 2, {}, 0));
        QCOMPARE(bench.rows(), u"a d b c"_s);
        // Nothing to do, or nonsense.
        for (const auto &[from, count, to] :
            { std::tuple(1, 1, 1), std::tuple(1, 1, 2), std::tuple(0, 0, 2), std::tuple(3, 2, 0),
                std::tuple(-1, 1, 2), std::tuple(0, 1, 5) })
            QVERIFY(!bench.list.moveRows({}, from, count, {}, to));
        QCOMPARE(bench.rows(), u"a d b c"_s);
    }

    void identitiesFollowTheirRows()
    {
        Bench bench;
        bench.addAll({ u"a"_s, u"b"_s, u"c"_s });
        const QPersistentModelIndex a = bench.list.index(0, 1);
        const QPersistentModelIndex c = bench.list.index(2, 0);
        bench.queue.moveTo({ bench.list.uploadAt(2)->id }, 0);
        QCOMPARE(bench.rows(), u"c a b"_s);
        QCOMPARE(a.row(), 1);
        QCOMPARE(a.column(), 1);
        QCOMPARE(c.row(), 0);
        bench.queue.cancel({ bench.list.uploadAt(0)->id });
        QVERIFY(!c.isValid());
        QCOMPARE(a.row(), 0);
    }

    void rowsAreDraggedToOtherPlaces()
    {
        Bench bench;
        bench.addAll({ u"a"_s, u"b"_s, u"c"_s, u"d"_s });
        const std::unique_ptr<QMimeData> two(bench.drag({ 3, 1 }));
        QVERIFY(bench.list.canDropMimeData(two.get(), Qt::MoveAction, 0, 0, {}));
        QVERIFY(bench.list.dropMimeData(two.get(), Qt::MoveAction, 0, 0, {}));
        QCOMPARE(bench.rows(), u"b d a c"_s); // in the order that they had
        const std::unique_ptr<QMimeData> first(bench.drag({ 0 }));
        QVERIFY(bench.list.dropMimeData(first.get(), Qt::MoveAction, -1, -1, {})); // below all
        QCOMPARE(bench.rows(), u"d a c b"_s);
        QVERIFY(
            bench.list.dropMimeData(first.get(), Qt::MoveAction, -1, -1, bench.list.index(1, 0)));
        QCOMPARE(bench.rows(), u"d b a c"_s);
    }

    void foreignDragsAreRefused()
    {
        Bench bench, other;
        bench.addAll({ u"a"_s, u"b"_s });
        other.addAll({ u"x"_s, u"y"_s });
        const std::unique_ptr<QMimeData> foreign(other.drag({ 0 }));
        QVERIFY(!bench.list.canDropMimeData(foreign.get(), Qt::MoveAction, 0, 0, {}));
        QVERIFY(!bench.list.dropMimeData(foreign.get(), Qt::MoveAction, 2, 0, {}));
        const std::unique_ptr<QMimeData> own(bench.drag({ 0 }));
        QVERIFY(!bench.list.canDropMimeData(own.get(), Qt::CopyAction, 2, 0, {}));
        QMimeData broken;
        broken.setData(bench.list.mimeTypes().constFirst(), "nonsense");
        QVERIFY(!bench.list.canDropMimeData(&broken, Qt::MoveAction, 0, 0, {}));
        // Ended while it was dragged.
        bench.queue.cancel({ bench.list.uploadAt(0)->id });
        QVERIFY(!bench.list.dropMimeData(own.get(), Qt::MoveAction, 1, 0, {}));
        QCOMPARE(bench.rows(), u"b"_s);
    }
};

FALCONER_TEST(tst_uploadlist)
#include "tst_uploadlist.moc"

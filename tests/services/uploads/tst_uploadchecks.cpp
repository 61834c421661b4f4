// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/uploads/uploadstage.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebi = 1024LL * 1024;

// A queue before a simulator whose requests are counted.
struct Line {
    UploadStage stage;
    FaultProxy proxy{ quint16(stage.bench().url().port()) };
    UploadQueue queue{ stage.queuePath() };

    explicit Line(const FleetOptions &options = {})
        : stage(options)
    {
    }

    void connectProfile(const QStringList &permissions = {})
    {
        queue.connectProfile(u"p"_s, options(), permissions);
    }
    ClientOptions options() { return UploadStage::optionsOf(proxy.instead(stage.bench().url())); }
    qint64 add(const QString &name, qint64 size, quint32 seed = 1)
    {
        return *queue.add(stage.newUpload(stage.makeFile(name, size, seed)));
    }
    // Something is in the module before.
    void putThere(const QString &name, qint64 size, quint32 seed)
    {
        UploadQueue other(stage.filePath(u"other"_s));
        NewUpload upload = stage.newUpload(stage.makeFile(u"other.swu"_s, size, seed));
        upload.filename = name;
        const qint64 id = *other.add(upload);
        other.connectProfile(u"p"_s, stage.options());
        QTRY_COMPARE(stateOf(other, id), UploadState::Done);
    }
    bool asks(qint64 id, UploadProblem problem) const
    {
        return stateOf(queue, id) == UploadState::Asking && problemOf(queue, id) == problem;
    }
    bool failed(qint64 id, UploadProblem problem) const
    {
        return stateOf(queue, id) == UploadState::Failed && problemOf(queue, id) == problem;
    }
    int posts() const { return proxy.connectionsOf("POST"); }
};

void append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write(bytes);
}

} // namespace

// What is found before the first byte goes out, and what becomes of a person's answer.
class tst_uploadchecks : public Test {
    Q_OBJECT

private slots:
    void whatIsThereIsNotSent()
    {
        Line line;
        line.putThere(u"a.swu"_s, mebi, 1);
        line.stage.setLocked(true); // that does not matter then
        const qint64 id = line.add(u"a.swu"_s, mebi, 1);
        line.connectProfile();
        QTRY_COMPARE(stateOf(line.queue, id), UploadState::Done);
        const Upload upload = *line.queue.find(id);
        QVERIFY(upload.wasThere);
        QCOMPARE(upload.tries, 0);
        QCOMPARE(upload.artifactId, line.stage.artifacts().constFirst().id);
        QCOMPARE(upload.sha256.size(), 64);
        QCOMPARE(line.posts(), 0);
    }

    void aTakenNameAsks_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<bool>("isHashed");
        QTest::newRow("other size") << mebi + 1 << false;
        QTest::newRow("same size") << mebi << true;
    }

    void aTakenNameAsks()
    {
        QFETCH(qint64, size);
        QFETCH(bool, isHashed);
        Line line;
        line.putThere(u"a.swu"_s, mebi, 1);
        const qint64 replaced = line.add(u"a.swu"_s, size, 2);
        line.connectProfile();
        QTRY_VERIFY(line.asks(replaced, UploadProblem::NameTaken));
        QCOMPARE(!line.queue.find(replaced)->sha256.isEmpty(), isHashed);
        QCOMPARE(line.posts(), 0);
        line.queue.sendAs(replaced, QString());
        QVERIFY(line.asks(replaced, UploadProblem::NameTaken));

        const QByteArray before = line.stage.artifacts().constFirst().sha256;
        line.queue.replaceExisting(replaced);
        QTRY_COMPARE(stateOf(line.queue, replaced), UploadState::Done);
        QCOMPARE(line.stage.artifactNames(), QStringList{ u"a.swu"_s });
        QVERIFY(line.stage.artifacts().constFirst().sha256 != before);
        QCOMPARE(line.posts(), 1);
    }

    // Somebody else replaced it meanwhile: nobody agreed to remove that one.
    void onlyTheOneThatWasAgreedToIsReplaced()
    {
        Line line;
        line.putThere(u"a.swu"_s, mebi, 1);
        const qint64 id = line.add(u"a.swu"_s, mebi, 2);
        line.connectProfile();
        QTRY_VERIFY(line.asks(id, UploadProblem::NameTaken));
        QCOMPARE(line.queue.find(id)->artifactId, line.stage.artifacts().constFirst().id);
        line.stage.bench().change([&line](Fleet &fleet) {
            fleet.modules.find(line.stage.module())->artifacts.first().id = 4'711;
        });
        line.queue.replaceExisting(id);
        QTRY_COMPARE(line.queue.find(id)->artifactId, 4'711);
        QVERIFY(line.asks(id, UploadProblem::NameTaken));
        QCOMPARE(line.stage.artifacts().constFirst().id, 4'711);
        QCOMPARE(line.posts(), 0);
        line.queue.replaceExisting(id);
        QTRY_COMPARE(stateOf(line.queue, id), UploadState::Done);
        QCOMPARE(line.stage.artifactNames(), QStringList{ u"a.swu"_s });
    }

    void anotherNameIsSent()
    {
        Line line;
        line.putThere(u"a.swu"_s, mebi, 1);
        const qint64 id = line.add(u"a.swu"_s, mebi, 2);
        line.connectProfile();
        QTRY_VERIFY(line.asks(id, UploadProblem::NameTaken));
        line.queue.sendAs(id, u"b.swu"_s);
        QTRY_COMPARE(stateOf(line.queue, id), UploadState::Done);
        QCOMPARE(line.stage.artifactNames(), QStringList({ u"a.swu"_s, u"b.swu"_s }));
    }

    // Side by side the server loses one of them, and both would find the name free.
    void intoOneModuleOneIsSentAfterTheOther()
    {
        Line line;
        line.queue.setLimits({ .atOnce = 4 });
        NewUpload first = line.stage.newUpload(line.stage.makeFile(u"1"_s, mebi, 1));
        NewUpload second = line.stage.newUpload(line.stage.makeFile(u"2"_s, mebi + 1, 2));
        first.filename = second.filename = u"a.swu"_s;
        NewUpload ofAnother = line.stage.newUpload(line.stage.makeFile(u"b.swu"_s, mebi, 3));
        ofAnother.profileId = u"q"_s; // of the same server
        const QList<qint64> ids{ *line.queue.add(first), *line.queue.add(second),
            *line.queue.add(ofAnother) };
        NewUpload elsewhere = first;
        elsewhere.softwareModuleId = line.stage.makeModule(u"other"_s);
        elsewhere.moduleTitle = u"other 1.0"_s;
        const qint64 other = *line.queue.add(elsewhere);
        int mostOfOneModule = 0;
        int mostAtOnce = 0;
        connect(&line.queue, &UploadQueue::changed, this, [&] {
            const auto isOnItsWay = [&](qint64 id) {
                const UploadState state = stateOf(line.queue, id);
                return state == UploadState::Checking || state == UploadState::Sending
                    || state == UploadState::Verifying;
            };
            const int ofOneModule = int(std::count_if(ids.begin(), ids.end(), isOnItsWay));
            mostOfOneModule = std::max(mostOfOneModule, ofOneModule);
            mostAtOnce = std::max(mostAtOnce, ofOneModule + int(isOnItsWay(other)));
        });
        // The first to be looked at is the first to be sent.
        QTRY_VERIFY(std::ranges::all_of(
            line.queue.uploads(), [](const Upload &upload) { return upload.size > 0; }));
        line.connectProfile();
        line.queue.connectProfile(u"q"_s, line.options());
        QTRY_COMPARE(line.queue.totals().done, 3);
        QTRY_VERIFY(line.asks(ids[1], UploadProblem::NameTaken));
        QCOMPARE(mostOfOneModule, 1);
        QCOMPARE(mostAtOnce, 2); // another module is not in its way
        QCOMPARE(line.posts(), 3);
        QCOMPARE(line.stage.artifactNames(), QStringList({ u"a.swu"_s, u"b.swu"_s }));
        QCOMPARE(line.stage.artifacts().constFirst().size, mebi);
    }

    void aLockedModuleAsks()
    {
        Line line;
        line.stage.setLocked(true);
        const qint64 id = line.add(u"a.swu"_s, mebi);
        line.connectProfile();
        QTRY_VERIFY(line.asks(id, UploadProblem::ModuleLocked));
        QCOMPARE(line.posts(), 0);
        line.queue.retry({ id });
        QTRY_COMPARE(stateOf(line.queue, id), UploadState::Checking);
        QTRY_VERIFY(line.asks(id, UploadProblem::ModuleLocked));
        line.queue.unlockModule(id);
        QTRY_COMPARE(stateOf(line.queue, id), UploadState::Done);
        QCOMPARE(line.stage.artifactNames(), QStringList{ u"a.swu"_s });
    }

    // Who may add files need not have the right to delete or unlock: another way stays open.
    void whoMayNotUnlockOrReplaceIsAskedOn()
    {
        Line line;
        line.putThere(u"a.swu"_s, mebi, 2);
        const QStringList permissions{ u"READ_SOFTWARE_MODULE"_s, u"CREATE_SOFTWARE_MODULE"_s };
        const qint64 id = line.add(u"a.swu"_s, mebi);
        line.connectProfile(permissions);
        QTRY_VERIFY(line.asks(id, UploadProblem::NameTaken));
        QVERIFY(!line.queue.find(id)->error);
        line.queue.replaceExisting(id);
        QTRY_VERIFY(line.asks(id, UploadProblem::NameTaken) && line.queue.find(id)->error);
        QCOMPARE(line.queue.find(id)->error->kind, ErrorKind::Forbidden);
        QCOMPARE(line.stage.artifacts().size(), 1);
        line.stage.setLocked(true);
        line.queue.sendAs(id, u"b.swu"_s);
        QTRY_VERIFY(line.asks(id, UploadProblem::ModuleLocked));
        line.queue.unlockModule(id);
        QTRY_VERIFY(line.asks(id, UploadProblem::ModuleLocked) && line.queue.find(id)->error);
        QCOMPARE(line.queue.find(id)->error->kind, ErrorKind::Forbidden);
        QCOMPARE(line.posts(), 0);
        line.stage.setLocked(false);
        line.queue.retry({ id });
        QTRY_COMPARE(stateOf(line.queue, id), UploadState::Done);
        QCOMPARE(line.stage.artifactNames(), QStringList({ u"a.swu"_s, u"b.swu"_s }));
    }

    void aGoneModuleIsSaid()
    {
        Line line;
        const qint64 deleted = line.add(u"a.swu"_s, mebi);
        NewUpload nowhere = line.stage.newUpload(line.stage.filePath(u"a.swu"_s));
        nowhere.softwareModuleId = 99'999;
        const qint64 unknown = *line.queue.add(nowhere);
        line.stage.bench().change(
            [&line](Fleet &fleet) { fleet.modules.find(line.stage.module())->deleted = true; });
        line.connectProfile();
        QTRY_VERIFY(line.failed(deleted, UploadProblem::ModuleGone));
        QTRY_VERIFY(line.failed(unknown, UploadProblem::ModuleGone));
        QCOMPARE(line.posts(), 0);
    }

    // A server that began anew gives its ids once more.
    void anotherModuleOfThatIdIsNotTheOne()
    {
        Line line;
        const qint64 id = line.add(u"a.swu"_s, mebi);
        line.stage.bench().change(
            [&line](Fleet &fleet) { fleet.modules.find(line.stage.module())->version = u"2.0"_s; });
        line.connectProfile();
        QTRY_VERIFY(line.failed(id, UploadProblem::ModuleGone));
        QCOMPARE(line.posts(), 0);
    }

    void aMissingRightIsSaidWithoutARequest()
    {
        Line line;
        const qint64 id = line.add(u"a.swu"_s, mebi);
        line.connectProfile({ u"READ_REPOSITORY"_s });
        QTRY_VERIFY(line.failed(id, UploadProblem::NotAllowed));
        QCOMPARE(line.proxy.connections(), 0);
        line.connectProfile({ u"READ_REPOSITORY"_s, u"CREATE_REPOSITORY"_s });
        line.queue.retry({ id });
        QTRY_COMPARE(stateOf(line.queue, id), UploadState::Done);
    }

    void aFileThatIsNotAsItWasIsNotSent()
    {
        Line line;
        const qint64 gone = line.add(u"gone"_s, mebi);
        const qint64 changed = line.add(u"changed"_s, mebi);
        QTRY_VERIFY(isLookedAt(line.queue, gone) && isLookedAt(line.queue, changed));
        QVERIFY(QFile::rename(line.stage.filePath(u"gone"_s), line.stage.filePath(u"moved"_s)));
        append(line.stage.filePath(u"changed"_s), "more");
        line.connectProfile();
        QTRY_VERIFY(line.asks(gone, UploadProblem::FileGone));
        QTRY_VERIFY(line.asks(changed, UploadProblem::FileChanged));
        QCOMPARE(line.proxy.connections(), 0);
        line.queue.takeFile(gone, line.stage.filePath(u"none"_s)); // is no answer
        QTRY_VERIFY(line.asks(gone, UploadProblem::FileGone));
        QCOMPARE(line.queue.find(gone)->path, line.stage.filePath(u"none"_s));

        line.queue.takeFile(gone, line.stage.filePath(u"moved"_s));
        line.queue.takeChangedFile(changed);
        QTRY_COMPARE(line.queue.totals().done, 2);
        QCOMPARE(line.queue.find(gone)->filename, u"gone"_s);
        QCOMPARE(line.queue.find(changed)->size, mebi + 4);
        QStringList names = line.stage.artifactNames();
        names.sort();
        QCOMPARE(names, QStringList({ u"changed"_s, u"gone"_s }));
    }

    void whatBecomesOfAFileIsSaidWheneverItIsTaken()
    {
        Line line;
        const qint64 id = line.add(u"a"_s, mebi);
        QTRY_VERIFY(isLookedAt(line.queue, id));
        line.stage.makeFile(u"a"_s, 0);
        line.connectProfile();
        QTRY_VERIFY(line.asks(id, UploadProblem::FileEmpty));
        line.stage.makeFile(u"a"_s, 10);
        line.queue.retry({ id });
        QTRY_VERIFY(line.asks(id, UploadProblem::FileChanged));
        line.stage.makeFile(u"a"_s, 0);
        line.queue.takeChangedFile(id);
        QTRY_VERIFY(line.asks(id, UploadProblem::FileEmpty));
        QVERIFY(QFile::remove(line.stage.filePath(u"a"_s)));
        line.queue.retry({ id });
        QTRY_VERIFY(line.asks(id, UploadProblem::FileGone));
        QCOMPARE(line.proxy.connections(), 0);
        line.stage.makeFile(u"a"_s, 11);
        line.queue.retry({ id }); // nothing is known of any other content by now
        QTRY_COMPARE(stateOf(line.queue, id), UploadState::Done);
        QCOMPARE(line.stage.artifacts().constFirst().size, 11);
    }

    void aFileThatChangesOnItsWayIsNotStored_data()
    {
        QTest::addColumn<bool>("vanishes");
        QTest::newRow("changes") << false;
        QTest::newRow("vanishes") << true;
    }

    void aFileThatChangesOnItsWayIsNotStored()
    {
        QFETCH(bool, vanishes);
        Line line;
        line.queue.setLimits({ .bytesPerSecond = 2 * mebi });
        const qint64 id = line.add(u"a"_s, 2 * mebi);
        line.connectProfile();
        QTRY_VERIFY(line.queue.find(id)->sentBytes > 0);
        if (vanishes)
            QVERIFY(QFile::remove(line.stage.filePath(u"a"_s)));
        else
            append(line.stage.filePath(u"a"_s), "more");
        line.queue.setLimits({});
        QTRY_VERIFY(line.asks(id, vanishes ? UploadProblem::FileGone : UploadProblem::FileChanged));
        QVERIFY(line.stage.artifacts().isEmpty());
    }

    void quotasAreSaid_data()
    {
        QTest::addColumn<Wire>("wire");
        QTest::newRow("1.0.4") << Wire::V1_0_4;
        QTest::newRow("0.9.0") << Wire::V0_9_0;
    }

    void quotasAreSaid()
    {
        QFETCH(Wire, wire);
        FleetOptions options{ .wire = wire };
        options.quotas.artifactsPerModule = 2;
        options.quotas.artifactSize = mebi;
        Line line(options);
        const qint64 large = line.add(u"large"_s, mebi + 1, 7);
        line.queue.setLimits({ .atOnce = 1 });
        const QList<qint64> ids{ line.add(u"a"_s, 10, 1), line.add(u"b"_s, 10, 2),
            line.add(u"c"_s, 10, 3) };
        line.connectProfile();
        QTRY_VERIFY(line.failed(large, UploadProblem::TooLarge));
        QTRY_VERIFY(line.failed(ids[2], UploadProblem::Quota)); // and the others went on
        QCOMPARE(line.queue.totals().done, 2);
        QVERIFY(line.queue.find(ids[2])->error->kind == ErrorKind::Quota);
        QCOMPARE(line.posts(), 4);

        // What is known by now is not sent in vain.
        const qint64 larger = line.add(u"larger"_s, mebi + 2, 8);
        QTRY_VERIFY(line.failed(larger, UploadProblem::TooLarge));
        QCOMPARE(line.posts(), 4);
        line.queue.retry({ larger }); // but a person may know better
        QTRY_COMPARE(line.posts(), 5);
    }

    void fullStorageIsSaid()
    {
        FleetOptions options;
        options.quotas.artifactStorage = mebi;
        Line line(options);
        const qint64 id = line.add(u"a"_s, mebi + 1);
        line.connectProfile();
        QTRY_VERIFY(line.failed(id, UploadProblem::Quota));
        QCOMPARE(line.queue.find(id)->error->code, u"quota.storageExceeded"_s);
    }
};

FALCONER_TEST(tst_uploadchecks)
#include "tst_uploadchecks.moc"

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/session/profilestore.h"
#include "services/time/utc.h"
#include "tests/support/recordings.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QDateTime noon()
{
    return QDateTime(QDate(2026, 11, 24), QTime(12, 0), inUtc);
}

Profile plant()
{
    return { .id = newProfileId(),
        .name = u"Plant \u00e4"_s,
        .server = QUrl(u"https://hawkbit.example/fleet/"_s),
        .scheme = Credentials::Scheme::Bearer,
        .user = u"TENANT\\anna"_s,
        .colour = u"#aa0000"_s,
        .notes = u"two\nlines; \"quoted\""_s,
        .isProduction = true,
        .trustedCertificate = QByteArray::fromHex("00ff10"),
        .hasSecret = true,
        .lastUsedAt = noon() };
}

QStringList namesOf(const QList<Profile> &profiles)
{
    QStringList names;
    for (const Profile &profile : profiles)
        names << profile.name;
    return names;
}

} // namespace

class tst_profilestore : public Test {
    Q_OBJECT

private slots:
    void initTestCase() { startAfresh(); }
    void cleanup() { startAfresh(); }

    void keepsAllOfAProfile()
    {
        const Profile profile = plant();
        {
            QSettings settings(m_file, QSettings::IniFormat);
            QVERIFY(ProfileStore(settings).save(profile));
        }
        QSettings settings(m_file, QSettings::IniFormat);
        const ProfileStore store(settings);
        QVERIFY(store.profiles() == QList<Profile>{ profile });
        QVERIFY(store.find(profile.id) == profile);
        QVERIFY(!store.find(u"other"_s));
        QVERIFY(!store.find(QString()));
    }

    void changesOneById()
    {
        QSettings settings(m_file, QSettings::IniFormat);
        ProfileStore store(settings);
        Profile profile = plant();
        QVERIFY(store.save(profile));
        profile.name = u"Other"_s;
        profile.trustedCertificate.clear();
        QVERIFY(store.save(profile));
        QVERIFY(store.profiles() == QList<Profile>{ profile });
    }

    void lastUsedComesFirst()
    {
        QSettings settings(m_file, QSettings::IniFormat);
        ProfileStore store(settings);
        for (const QString &name : { u"b"_s, u"c"_s, u"a"_s })
            QVERIFY(store.save({ .id = name, .name = name, .server = QUrl(u"http://h"_s) }));
        QCOMPARE(namesOf(store.profiles()), QStringList({ u"a"_s, u"b"_s, u"c"_s }));
        QVERIFY(store.markUsed(u"b"_s, noon()));
        QVERIFY(store.markUsed(u"c"_s, noon().addSecs(1)));
        QCOMPARE(namesOf(store.profiles()), QStringList({ u"c"_s, u"b"_s, u"a"_s }));
        QCOMPARE(store.last()->id, u"c"_s);
    }

    void lastIsForgotten()
    {
        QSettings settings(m_file, QSettings::IniFormat);
        ProfileStore store(settings);
        const Profile profile = plant();
        QVERIFY(!store.last());
        QVERIFY(store.save(profile));
        QVERIFY(!store.last());
        QVERIFY(store.markUsed(profile.id, noon()));
        QVERIFY(store.last());
        QVERIFY(store.forgetLast());
        QVERIFY(!store.last());
        QVERIFY(store.markUsed(profile.id, noon()));
        QVERIFY(store.remove(profile.id));
        QVERIFY(!store.last());
        QVERIFY(store.profiles().isEmpty());
        QVERIFY(store.markUsed(profile.id, noon())); // gone: not brought back
        QVERIFY(store.profiles().isEmpty());
    }

    void noPasswordReachesTheFile()
    {
        QSettings settings(m_file, QSettings::IniFormat);
        Profile profile = plant();
        profile.server = QUrl(u"https://anna:geheim@hawkbit.example"_s);
        QVERIFY(ProfileStore(settings).save(profile));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("hawkbit.example"));
        QVERIFY(!bytes.contains("geheim"));
    }

    void oldFileIsBroughtUpToDate()
    {
        writeFile(testData(u"settings/profiles-1.ini"_s));
        QStringList ids;
        for (int start = 0; start < 2; ++start) {
            QSettings settings(m_file, QSettings::IniFormat);
            const ProfileStore store(settings);
            const QList<Profile> profiles = store.profiles();
            QCOMPARE(namesOf(profiles), QStringList({ u"Lab"_s, u"Plant"_s }));
            QCOMPARE(profiles.at(0).server, QUrl(u"http://127.0.0.1:8080"_s));
            QCOMPARE(profiles.at(0).user, u"admin"_s);
            QCOMPARE(profiles.at(1).scheme, Credentials::Scheme::Bearer);
            QVERIFY(profiles.at(1).isProduction);
            QCOMPARE(settings.value(u"window/width"_s).toInt(), 1200);
            QVERIFY(!settings.contains(u"profiles/1/url"_s));
            ids << profiles.at(0).id;
        }
        QVERIFY(!ids.first().isEmpty());
        QCOMPARE(ids.first(), ids.last());
    }

    void newerFileIsOnlyRead()
    {
        const QByteArray newer = "[General]\nprofileSchemaVersion=99\n\n"
                                 "[profiles]\nx\\name=N\nx\\server=http://h\n";
        writeFile(newer);
        QSettings settings(m_file, QSettings::IniFormat);
        ProfileStore store(settings);
        QCOMPARE(namesOf(store.profiles()), QStringList({ u"N"_s }));
        const Result<void> saved = store.save(plant());
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Io);
        QCOMPARE(namesOf(store.profiles()), QStringList({ u"N"_s }));
        QVERIFY(!store.remove(u"x"_s));
    }

    void aFileThatCannotBeWrittenIsTold()
    {
        QSettings settings(m_folder->filePath(u"falconer.ini/below"_s), QSettings::IniFormat);
        writeFile("a file where a folder should be");
        const Result<void> saved = ProfileStore(settings).save(plant());
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Io);
        QCOMPARE(saved.error().where, settings.fileName());
    }

private:
    void startAfresh()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"falconer.ini"_s);
    }

    void writeFile(const QByteArray &bytes)
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

FALCONER_TEST(tst_profilestore)
#include "tst_profilestore.moc"

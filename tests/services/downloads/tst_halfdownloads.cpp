// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/downloads/halfdownloads.h"
#include "tests/support/testregistry.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_halfdownloads : public Test {
    Q_OBJECT

    static DownloadOrder order(const QString &path, qint64 artifact)
    {
        return { .softwareModuleId = 7,
            .artifact = { .id = artifact,
                .providedFilename = u"image.bin"_s,
                .size = 5'000'000'000,
                .sha1 = u"da39a3ee"_s,
                .sha256 = u"e3b0c442"_s },
            .path = path };
    }

private slots:
    void areThereAtTheNextStart()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"s.ini"_s);
        const DownloadOrder first = order(u"/home/me/Bilder/größer.bin"_s, 1);
        const DownloadOrder second = order(u"/home/me/image.bin"_s, 2);
        {
            QSettings settings(file, QSettings::IniFormat);
            HalfDownloads half(settings, u"one"_s);
            half.add(first);
            half.add(order(second.path, 3));
            half.add(second); // to the same place
            HalfDownloads(settings, u"two"_s).add(first);
        }
        QSettings settings(file, QSettings::IniFormat);
        HalfDownloads half(settings, u"one"_s);
        QCOMPARE(half.orders(), QList<DownloadOrder>({ first, second }));
        half.remove(first.path);
        half.remove(u"/not/there"_s);
        QCOMPARE(half.orders(), QList<DownloadOrder>({ second }));
        half.remove(second.path);
        QCOMPARE(settings.allKeys(), QStringList(u"downloads/two"_s));
    }

    void areForgottenWithTheirProfile()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        const QString path = folder.filePath(u"image.bin"_s);
        HalfDownloads half(settings, u"one"_s);
        half.add(order(path, 1));
        half.add(order(folder.filePath(u"other.bin"_s), 2));
        HalfDownloads other(settings, u"two"_s);
        other.add(order(path, 1));
        half.forget();
        QVERIFY(half.orders().isEmpty());
        QCOMPARE(settings.allKeys(), QStringList(u"downloads/two"_s));
        QCOMPARE(other.orders().size(), 1);
    }

    void whatCannotBeReadIsNothing()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        settings.setValue(u"downloads/one"_s, u"[{\"module\": 3}, 7, "_s);
        QVERIFY(HalfDownloads(settings, u"one"_s).orders().isEmpty());
    }
};

FALCONER_TEST(tst_halfdownloads)
#include "tst_halfdownloads.moc"

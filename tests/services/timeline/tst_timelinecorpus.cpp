// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/statusinput.h"
#include "tests/fuzz/timelinerules.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

// What "./dev fuzz" began with and what it found: no device may send anything that breaks a rule.
class tst_timelinecorpus : public Test {
    Q_OBJECT

private slots:
    void breaksNoRule_data()
    {
        QTest::addColumn<QString>("path");
        const QDir corpus(QStringLiteral(FALCONER_TEST_DATA "/fuzz/timeline"));
        const QStringList files = corpus.entryList(QDir::Files);
        QVERIFY(files.size() > 10);
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << corpus.filePath(file);
    }

    void breaksNoRule()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(brokenRule(statusesOf(file.readAll())), QString());
    }
};

FALCONER_TEST(tst_timelinecorpus)
#include "tst_timelinecorpus.moc"

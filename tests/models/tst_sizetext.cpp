// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sizetext.h"
#include "tests/support/testregistry.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_sizetext : public Test {
    Q_OBJECT

private slots:
    void saysASizeInFewDigits_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        const auto row = [](qint64 bytes, const QString &text) {
            QTest::addRow("%lld", static_cast<long long>(bytes)) << bytes << text;
        };
        row(0, u"0 bytes"_s);
        row(1, u"1 byte"_s);
        row(2, u"2 bytes"_s);
        row(1023, u"1,023 bytes"_s);
        row(1024, u"1.0 KiB"_s);
        row(10'188, u"9.9 KiB"_s);
        row(10'190, u"10 KiB"_s);
        row(1'047'552, u"1,023 KiB"_s);
        row(1'048'576, u"1.0 MiB"_s);
        row(268'435'456, u"256 MiB"_s);
        row(5LL * 1024 * 1024 * 1024, u"5.0 GiB"_s);
    }

    void saysASizeInFewDigits()
    {
        QFETCH(qint64, bytes);
        QTEST(sizeText(bytes), "text");
    }

    // Kilobytes beside kibibytes cannot be compared.
    void nobodyElseDoes()
    {
        for (const QString &layer : { u"/models"_s, u"/ui"_s }) {
            QDirIterator it(QStringLiteral(FALCONER_SOURCE_DIR) + layer, { u"*.cpp"_s },
                QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY2(!file.readAll().contains("formattedDataSize")
                        || file.fileName().endsWith("/sizetext.cpp"_L1),
                    qPrintable(file.fileName()));
            }
        }
    }
};

FALCONER_TEST(tst_sizetext)
#include "tst_sizetext.moc"

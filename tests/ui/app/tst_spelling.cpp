// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QString contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

// What is said to people: literals of a translation.
QStringList sentencesIn(const QString &source)
{
    static const QRegularExpression said(
        u"\\b(?:tr|QT_TR_NOOP|translate)\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"[\\s,]*)+)"_s);
    QStringList sentences;
    for (auto it = said.globalMatch(source); it.hasNext();)
        sentences << it.next().captured(1);
    return sentences;
}

QStringList misspelt(const QStringList &sentences)
{
    static const QRegularExpression withOneL(
        u"cancel(?:ed|ing|ation)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    return sentences.filter(withOneL);
}

} // namespace

// "canceled" is hawkBit's word, on the wire and in filters; people read "cancelled" everywhere.
class tst_spelling : public QObject {
    Q_OBJECT

private slots:
    void theRuleSees()
    {
        const QStringList said = sentencesIn(
            u"tr(\"%n canceled\", nullptr, n); QT_TR_NOOP(\"Canceling\"); status == \"canceled\";"_s);
        QCOMPARE(said.size(), 2);
        QCOMPARE(misspelt(said).size(), 2);
        QVERIFY(misspelt({ u"was cancelled"_s, u"cancellation"_s, u"Cancel..."_s }).isEmpty());
    }

    void cancelledHasTwoLs()
    {
        int files = 0;
        for (const QString &layer : { u"app"_s, u"ui"_s, u"models"_s }) {
            QDirIterator it(QStringLiteral(FALCONER_SOURCE_DIR "/") + layer,
                { u"*.cpp"_s, u"*.h"_s }, QDir::Files, QDirIterator::Subdirectories);
            for (; it.hasNext(); ++files) {
                const QString path = it.next();
                const QStringList wrong = misspelt(sentencesIn(contentOf(path)));
                QVERIFY2(wrong.isEmpty(), qPrintable(QString(path + u": "_s + wrong.join(u'\n'))));
            }
        }
        QVERIFY(files > 200);
        const QString forms
            = contentOf(QStringLiteral(FALCONER_SOURCE_DIR "/translations/falconer_en.ts"));
        QVERIFY(misspelt(forms.split(u'\n')).isEmpty());
    }
};

FALCONER_TEST(tst_spelling)
#include "tst_spelling.moc"

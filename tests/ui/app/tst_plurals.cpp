// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QString projectFile(const QString &path)
{
    QFile file(QStringLiteral(FALCONER_SOURCE_DIR "/") + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

QStringList captured(const QString &text, const QRegularExpression &expression)
{
    QStringList result;
    for (auto it = expression.globalMatch(text); it.hasNext();)
        result << it.next().captured(1);
    return result;
}

// "a " "b" of a source becomes: a b
QString joinedLiterals(const QString &literals)
{
    static const QRegularExpression literal(u"\"((?:[^\"\\\\]|\\\\.)*)\""_s);
    return captured(literals, literal)
        .join(QString())
        .replace("\\\""_L1, "\""_L1)
        .replace("\\\\"_L1, "\\"_L1);
}

// A text with a plural, where a source file uses it.
struct Use {
    QString file;
    QString text;
    QSet<QString> contexts; // that the file may mean
};

QSet<QString> contextsOf(const QString &source)
{
    static const QRegularExpression declared(u"Q_DECLARE_TR_FUNCTIONS\\(([\\w:]+)\\)"_s);
    static const QRegularExpression member(u"\\b([A-Z]\\w+)::\\w+\\("_s);
    QSet<QString> contexts;
    for (const QString &name : captured(source, declared))
        contexts << name;
    for (const QString &name : captured(source, member))
        contexts << "falconer::"_L1 + name;
    return contexts;
}

QList<Use> usesOfPlurals()
{
    static const QRegularExpression plural(
        u"tr\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+),\\s*(?:nullptr|\"\"),"_s);
    QList<Use> uses;
    for (const QString &layer : { u"app"_s, u"ui"_s, u"models"_s, u"services"_s }) {
        QDirIterator it(QStringLiteral(FALCONER_SOURCE_DIR "/") + layer, { u"*.cpp"_s, u"*.h"_s },
            QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next().mid(int(qstrlen(FALCONER_SOURCE_DIR "/")));
            const QString source = projectFile(path);
            for (const QString &literals : captured(source, plural))
                uses << Use{ path, joinedLiterals(literals), contextsOf(source) };
        }
    }
    return uses;
}

struct Translated {
    QString context;
    QString text;
    QStringList forms;
};

QList<Translated> translatedPlurals()
{
    QList<Translated> result;
    QXmlStreamReader xml(projectFile(u"translations/falconer_en.ts"_s));
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "source"_L1)
            result << Translated{ context, xml.readElementText(), {} };
        else if (xml.name() == "numerusform"_L1)
            result.last().forms << xml.readElementText();
    }
    return result;
}

} // namespace

// The sources and translations/falconer_en.ts say the same: no text without its plurals, no plurals
// of a text that is gone.
class tst_plurals : public QObject {
    Q_OBJECT

private slots:
    void everyTextHasItsForms()
    {
        const QList<Translated> translated = translatedPlurals();
        const QList<Use> uses = usesOfPlurals();
        QVERIFY(uses.size() > 20);
        for (const Use &use : uses) {
            QStringList contexts;
            for (const Translated &each : translated) {
                if (each.text == use.text && each.forms.size() == 2)
                    contexts << each.context;
            }
            const bool isThere = use.contexts.intersects({ contexts.begin(), contexts.end() });
            QVERIFY2(isThere,
                qPrintable(QString(use.file + ": \""_L1 + use.text + "\" has forms in ["_L1
                    + contexts.join(u' ') + "], the file speaks as ["_L1
                    + QStringList(use.contexts.begin(), use.contexts.end()).join(u' ') + ']'_L1)));
        }
    }

    void everyFormIsUsed()
    {
        QSet<QString> used;
        for (const Use &use : usesOfPlurals())
            used << use.text;
        for (const Translated &each : translatedPlurals())
            QVERIFY2(used.contains(each.text), qPrintable(each.text));
    }

    void theFormsSayANumber()
    {
        for (const Translated &each : translatedPlurals()) {
            QVERIFY2(!each.forms.value(0).contains("(s)"_L1), qPrintable(each.forms.value(0)));
            QVERIFY2(each.forms.value(1).contains("%n"_L1) == each.text.contains("%n"_L1),
                qPrintable(each.text));
        }
    }
};

FALCONER_TEST(tst_plurals)
#include "tst_plurals.moc"

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

QStringList layers()
{
    return { u"services"_s, u"models"_s, u"ui"_s, u"app"_s };
}

// Which folders of services/ each of them may see beside itself. The simulator does not see
// hawkbit/: what judges our decoders must not be built on them.
QMap<QString, QStringList> servicesBelow()
{
    return {
        { u"time"_s, {} },
        { u"http"_s, { u"time"_s } },
        { u"hawkbit"_s, { u"http"_s, u"time"_s } },
        { u"gateway"_s, { u"http"_s, u"hawkbit"_s } },
        { u"ddi"_s, { u"http"_s } },
        { u"simulator"_s, { u"http"_s, u"ddi"_s, u"schedule"_s, u"time"_s } },
        { u"timeline"_s, { u"http"_s, u"hawkbit"_s } },
        { u"analysis"_s, { u"hawkbit"_s, u"timeline"_s } },
        { u"schedule"_s, { u"time"_s } },
        { u"live"_s, { u"http"_s } },
        { u"storage"_s, {} },
        { u"threads"_s, {} },
        { u"desktop"_s, { u"threads"_s } },
        { u"history"_s, { u"http"_s, u"hawkbit"_s, u"storage"_s, u"threads"_s, u"time"_s } },
        { u"deployment"_s,
            { u"http"_s, u"hawkbit"_s, u"schedule"_s, u"storage"_s, u"threads"_s, u"time"_s } },
        { u"repository"_s, { u"http"_s, u"hawkbit"_s, u"uploads"_s } },
        { u"uploads"_s, { u"http"_s, u"hawkbit"_s, u"storage"_s, u"threads"_s, u"time"_s } },
        { u"downloads"_s, { u"http"_s, u"hawkbit"_s, u"threads"_s } },
        { u"session"_s, { u"http"_s, u"hawkbit"_s } },
    };
}

QStringList topFolders()
{
    return { u"app"_s, u"ui"_s, u"models"_s, u"services"_s, u"resources"_s, u"translations"_s,
        u"tests"_s, u"packaging"_s };
}

struct Source {
    QString path; // below the project
    QStringList lines;

    QStringList folders() const { return path.split(u'/'); }
    QStringList includes() const
    {
        static const QRegularExpression include(u"^\\s*#include [\"<]([^\">]+)[\">]"_s);
        QStringList result;
        for (const QString &line : lines) {
            if (const auto match = include.match(line); match.hasMatch())
                result << match.captured(1);
        }
        return result;
    }
};

QList<Source> sourcesOf(const QStringList &folders)
{
    const QDir root(QStringLiteral(FALCONER_SOURCE_DIR));
    QList<Source> result;
    for (const QString &folder : folders) {
        QDirIterator it(root.filePath(folder), { u"*.h"_s, u"*.cpp"_s }, QDir::Files,
            QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("cannot read %s", qPrintable(file.fileName()));
            result << Source{ root.relativeFilePath(file.fileName()),
                QString::fromUtf8(file.readAll()).split(u'\n') };
        }
    }
    return result;
}

// What is wrong with one include of one file, empty when nothing is.
QString complaint(const Source &source, const QString &include)
{
    const QStringList from = source.folders();
    const QStringList to = include.split(u'/');
    const auto says = [&](const QString &why) {
        return QString(source.path + u" includes "_s + include + u": "_s + why);
    };
    if (to.size() < 2 || !topFolders().contains(to.first()))
        return {};
    if (to.first() == "tests"_L1)
        return says(u"the product does not know its tests"_s);
    if (layers().indexOf(to.first()) > layers().indexOf(from.first()))
        return says(u"the arrow points up"_s);
    if (include.endsWith("_p.h"_L1) && to.mid(0, to.size() - 1) != from.mid(0, from.size() - 1))
        return says(u"another folder's private header"_s);
    if (from.first() == "services"_L1 && to.at(1) != from.at(1)
        && !servicesBelow().value(from.at(1)).contains(to.at(1)))
        return says(u"this service does not stand on that one"_s);
    return {};
}

} // namespace

// The house of CONTRIBUTING.md, read from the #include lines.
class tst_layers : public Test {
    Q_OBJECT

private slots:
    void arrowsPointDown()
    {
        QStringList complaints;
        const QList<Source> sources = sourcesOf(layers());
        QVERIFY(sources.size() > 20);
        for (const Source &source : sources) {
            for (const QString &include : source.includes()) {
                if (const QString text = complaint(source, include); !text.isEmpty())
                    complaints << text;
            }
        }
        QCOMPARE(complaints.join(u'\n'), QString());
    }

    void servicesKnowNoWidgets()
    {
        static const QRegularExpression gui(
            u"^(QtGui|QtWidgets|QWidget|QColor|QFont|QIcon|QPixmap|QImage|QPainter|QPalette|QGuiApplication|QApplication|QMessageBox)\\b"_s);
        QStringList complaints;
        for (const Source &source : sourcesOf({ u"services"_s })) {
            for (const QString &include : source.includes().filter(gui))
                complaints << source.path + u": "_s + include;
        }
        QCOMPARE(complaints.join(u'\n'), QString());
    }

    void everyServiceHasItsPlace()
    {
        const QDir services(QStringLiteral(FALCONER_SOURCE_DIR "/services"));
        const QStringList folders = services.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &folder : folders)
            QVERIFY2(servicesBelow().contains(folder), qPrintable(folder));
    }

    void topLevelHasNoOtherSourceFolder()
    {
        QStringList strangers;
        const QDir root(QStringLiteral(FALCONER_SOURCE_DIR));
        for (const QString &folder : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (!topFolders().contains(folder) && folder != "docs"_L1 && folder != "build"_L1)
                strangers << folder;
        }
        QCOMPARE(strangers, QStringList());
    }

    // The files that grow into monsters are split before they do.
    void filesStaySmall()
    {
        QStringList large;
        for (const Source &source : sourcesOf(layers() + QStringList{ u"tests"_s })) {
            if (source.lines.size() > 500)
                large << source.path + u": "_s + QString::number(source.lines.size());
        }
        QCOMPARE(large, QStringList());
    }

    void everyFileNamesItsLicence()
    {
        QStringList without;
        for (const Source &source : sourcesOf(layers() + QStringList{ u"tests"_s })) {
            if (!source.lines.value(0).contains("SPDX-FileCopyrightText"_L1)
                || !source.lines.value(1).contains("SPDX-License-Identifier: GPL-3.0-or-later"_L1))
                without << source.path;
        }
        QCOMPARE(without, QStringList());
    }
};

FALCONER_TEST(tst_layers)
#include "tst_layers.moc"

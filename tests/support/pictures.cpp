// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pictures.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QTest>
#include <QWidget>

namespace falconer {

using namespace Qt::StringLiterals;

void addLooks(const QSize &usual, const QSize &small)
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light-1440") << false << usual;
    QTest::newRow("dark-1440") << true << usual;
    QTest::newRow("light-1024") << false << small;
}

QString pictureName(const QString &subject)
{
    return subject + u'-' + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-');
}

void keepPicture(QWidget &widget, const QString &name)
{
    QCoreApplication::sendPostedEvents(); // layouts
    QCoreApplication::processEvents();
    keepPicture(widget.grab().toImage(), name);
}

void keepPicture(const QImage &image, const QString &name)
{
    QByteArray png;
    QBuffer buffer(&png);
    image.save(&buffer, "PNG");
    keepPicture(png, name + u".png"_s);
}

void keepPicture(const QByteArray &bytes, const QString &fileName)
{
    const QString folder = qEnvironmentVariable("FALCONER_PICTURES");
    if (folder.isEmpty())
        return;
    QFile file(QDir(folder).filePath(fileName));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace falconer

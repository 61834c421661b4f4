// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/shared/icons.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>
#include <QToolButton>

using namespace falconer;

namespace {

// The colours of the pixels that are drawn fully.
QSet<QRgb> coloursOf(const QImage &image)
{
    QSet<QRgb> found;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() == 255)
                found << image.pixel(x, y);
        }
    }
    return found;
}

} // namespace

class tst_icons : public Test {
    Q_OBJECT

private slots:
    void everyPictureIsThere()
    {
        for (int id = 0; id <= int(Icon::Empty); ++id) {
            QVERIFY2(QFile::exists(iconFile(Icon(id))), qPrintable(iconFile(Icon(id))));
            const QImage image = iconPixmap(Icon(id), Qt::red, 32, 1).toImage();
            QCOMPARE(coloursOf(image), QSet<QRgb>{ qRgb(255, 0, 0) });
        }
    }

    void sharpOnADenseScreen()
    {
        const QPixmap pixmap = iconPixmap(Icon::InSync, Qt::green, 14, 2);
        QCOMPARE(pixmap.size(), QSize(28, 28));
        QCOMPARE(pixmap.deviceIndependentSize(), QSizeF(14, 14));
    }

    void drawnInTheMiddle()
    {
        QImage image(40, 20, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintIcon(painter, image.rect(), Icon::Error, Qt::blue);
        painter.end();
        QVERIFY(coloursOf(image.copy(0, 0, 10, 20)).isEmpty());
        QVERIFY(coloursOf(image.copy(30, 0, 10, 20)).isEmpty());
        QVERIFY(!coloursOf(image).isEmpty());
    }

    // Qt's styles leave 2 px between a button's icon and its text.
    void keepsRoomBeforeTheTextOfAButton()
    {
        QToolButton button;
        setIconBeside(button, Icon::Pause);
        QCOMPARE(button.toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
        const QImage image = button.icon().pixmap(button.iconSize()).toImage();
        QCOMPARE(image.width(), image.height() + 4);
        QVERIFY(!coloursOf(image.copy(0, 0, image.height(), image.height())).isEmpty());
        QVERIFY(coloursOf(image.copy(image.height(), 0, 4, image.height())).isEmpty());
    }

    void takesTheColourOfItsTone()
    {
        const QColor expected = toneColour(QGuiApplication::palette(), Tone::Failure);
        const QImage image = icon(Icon::Error, Tone::Failure).pixmap(32, 32).toImage();
        QVERIFY(coloursOf(image).contains(expected.rgb()));
    }
};

FALCONER_TEST(tst_icons)
#include "tst_icons.moc"

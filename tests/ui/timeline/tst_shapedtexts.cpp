// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/shared/theme.h"
#include "ui/timeline/shapedtexts.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QImage drawn(double ratio, const std::function<void(QPainter &)> &draw)
{
    QImage image((QSizeF(260, 40) * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::darkBlue);
    draw(painter);
    return image;
}

} // namespace

class tst_shapedtexts : public Test {
    Q_OBJECT

private slots:
    void drawsAsThePainterDoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("latin") << u"Copying image to rootfs.1  3 min 12 s"_s;
        QTest::newRow("ligature and kerning") << u"office AVAWA"_s;
        QTest::newRow("combining") << u"e\u0301te\u0301 \u00fcber"_s;
        QTest::newRow("chinese") << u"\u4e0b\u8f7d\u955c\u50cf 40 %"_s;
        QTest::newRow("hebrew") << u"\u05e9\u05dc\u05d5\u05dd abc"_s;
        QTest::newRow("outside of the first plane") << u"done \U0001F680 now"_s;
    }

    // Pixel by pixel, the second time as the first, wherever it stands and on any screen.
    void drawsAsThePainterDoes()
    {
        QFETCH(QString, text);
        ShapedTexts texts(themeFont(TextSize::Small));
        for (const double ratio : { 1.0, 2.0, 1.5, 1.0 }) {
            for (const double x : { 3.0, 7.3, 8.77 }) {
                for (const int height : { 11, 16, 22 }) {
                    const QRectF rect(x, 4.5, 250, height);
                    const Qt::Alignment side = height == 16 ? Qt::AlignRight : Qt::AlignLeft;
                    const QImage expected = drawn(ratio, [&](QPainter &painter) {
                        painter.setFont(texts.font());
                        painter.drawText(
                            rect, int(side | Qt::AlignVCenter) | Qt::TextDontClip, text);
                    });
                    const QImage image = drawn(
                        ratio, [&](QPainter &painter) { texts.draw(painter, rect, text, side); });
                    QVERIFY(image == expected);
                }
            }
        }
        QCOMPARE(texts.width(text), QFontMetricsF(texts.font()).horizontalAdvance(text));
    }

    void cutsWhatHasNoRoom_data() { drawsAsThePainterDoes_data(); }

    void cutsWhatHasNoRoom()
    {
        QFETCH(QString, text);
        ShapedTexts texts(themeFont(TextSize::Small));
        const QFontMetricsF metrics(texts.font());
        for (const Qt::TextElideMode mode : { Qt::ElideRight, Qt::ElideMiddle }) {
            for (double room = 20; room < texts.width(text) + 9; room += 3.7) {
                const QString cut = texts.elided(text, room, mode);
                QCOMPARE(texts.elided(text, room, mode), cut);
                QCOMPARE(cut == text, texts.width(text) <= room);
                QVERIFY(cut == text || cut.contains(QChar(0x2026)));
                QVERIFY2(metrics.horizontalAdvance(cut) <= room, qPrintable(cut));
                // As much as Qt shows, give or take what kerning is worth.
                const qsizetype least = metrics.elidedText(text, mode, std::floor(room)).size();
                const qsizetype most = metrics.elidedText(text, mode, room).size();
                QVERIFY2(cut.size() >= least - 1 && cut.size() <= most + 1, qPrintable(cut));
            }
        }
    }

    void takesTheColourOfTheMoment()
    {
        ShapedTexts texts(themeFont(TextSize::Small));
        const auto inColour = [&texts](const QColor &colour) {
            return drawn(1, [&](QPainter &painter) {
                painter.setPen(colour);
                texts.draw(painter, QRectF(0, 0, 200, 20), u"finished"_s);
            });
        };
        const QImage red = inColour(Qt::red);
        QVERIFY(inColour(Qt::green) != red);
        QVERIFY(inColour(Qt::red) == red);
    }

    void forgetsNothingThatIsNeeded()
    {
        TextCache cache;
        ShapedTexts &texts = cache.of(themeFont(TextSize::Small));
        const QFontMetricsF metrics(texts.font());
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < 2'500; ++i) // more than it holds
                QCOMPARE(
                    texts.width(QString::number(i)), metrics.horizontalAdvance(QString::number(i)));
        }
        QVERIFY(&cache.of(themeFont(TextSize::Body)) != &texts);
        QCOMPARE(&cache.of(themeFont(TextSize::Small)), &texts);
        QCOMPARE(texts.width({}), 0);
        QCOMPARE(texts.elided({}, 10), QString());
    }
};

FALCONER_TEST(tst_shapedtexts)
#include "tst_shapedtexts.moc"

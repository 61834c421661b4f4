// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/types/colourfield.h"

#include "ui/shared/theme.h"
#include "ui/shared/typecolour.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int swatchSize = 16;

struct Offer {
    const char *colour;
    QString name;
};

QList<Offer> offers()
{
    return { { "#3584e4", ColourField::tr("Blue") }, { "#2190a4", ColourField::tr("Teal") },
        { "#26a269", ColourField::tr("Green") }, { "#e5a50a", ColourField::tr("Yellow") },
        { "#e66100", ColourField::tr("Orange") }, { "#e01b24", ColourField::tr("Red") },
        { "#9141ac", ColourField::tr("Purple") }, { "#77767b", ColourField::tr("Grey") } };
}

} // namespace

ColourField::ColourField(const QString &colour, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(colour, this))
    , m_swatch(new QLabel(this))
{
    m_text->setPlaceholderText(u"#rrggbb"_s);
    m_text->setAccessibleName(tr("Colour"));
    m_swatch->setFixedSize(swatchSize, swatchSize);
    m_swatch->setObjectName(u"swatch"_s);
    setFocusProxy(m_text);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addWidget(m_swatch);
    layout->addWidget(m_text, 1);
    layout->addWidget(newPalette());
    connect(m_text, &QLineEdit::textChanged, this, &ColourField::drawSwatch);
    connect(m_text, &QLineEdit::textChanged, this, &ColourField::edited);
    drawSwatch();
}

QWidget *ColourField::newPalette()
{
    auto *const palette = new QWidget(this);
    auto *const layout = new QHBoxLayout(palette);
    layout->setContentsMargins({});
    layout->setSpacing(1);
    for (const Offer &offer : offers()) {
        auto *const button = new QToolButton(palette);
        const QString colour = QLatin1StringView(offer.colour);
        button->setObjectName(colour);
        button->setIcon(colourSwatch(
            QColor(colour), colours(this->palette()).line, swatchSize, devicePixelRatioF()));
        button->setIconSize({ swatchSize, swatchSize });
        button->setAutoRaise(true);
        button->setToolTip(tr("%1 (%2)").arg(offer.name, colour));
        button->setAccessibleName(offer.name);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, [this, colour] { m_text->setText(colour); });
        layout->addWidget(button);
    }
    return palette;
}

QString ColourField::colour() const
{
    return m_text->text().trimmed();
}

void ColourField::setColour(const QString &colour)
{
    m_text->setText(colour);
}

bool ColourField::isValid() const
{
    return colour().isEmpty() || typeColour(colour()).isValid();
}

void ColourField::drawSwatch()
{
    const QColor drawn = typeColour(colour());
    m_swatch->setVisible(drawn.isValid());
    m_swatch->setPixmap(
        colourSwatch(drawn, colours(palette()).line, swatchSize, devicePixelRatioF()));
}

void ColourField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawSwatch();
}

} // namespace falconer

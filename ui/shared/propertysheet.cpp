// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/propertysheet.h"

#include "ui/shared/theme.h"
#include "ui/shared/typecolour.h"
#include "ui/shared/valuetext.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace falconer {

namespace {

QLabel *makeLabel(const QString &text, const char *look, QWidget *parent)
{
    auto *const label = new QLabel(text, parent);
    label->setProperty("look", QString::fromLatin1(look));
    label->setTextFormat(Qt::PlainText);
    return label;
}

constexpr int swatchSize = 10;

// Longer words than a panel is wide: hashes, tokens, addresses.
constexpr int longWord = 24;

bool hasLongWord(const QString &text)
{
    const QStringList words = text.split(QLatin1Char(' '));
    return std::any_of(
        words.begin(), words.end(), [](const QString &word) { return word.size() > longWord; });
}

QWidget *makeValue(const QString &text, QWidget *parent)
{
    if (hasLongWord(text))
        return new ValueText(text, parent);
    QLabel *const value = makeLabel(text, "value", parent);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return value;
}

QLabel *makeRowLabel(const QString &text, int width, QWidget *parent)
{
    QLabel *const label = makeLabel(text, "quiet", parent);
    label->setFixedWidth(width);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

QPushButton *makeLink(const QString &text, const QString &name, QWidget *parent)
{
    auto *const link = new QPushButton(text, parent);
    link->setProperty("look", QStringLiteral("link"));
    link->setAccessibleName(name);
    return link;
}

} // namespace

PropertySheet::PropertySheet(QWidget *parent)
    : QScrollArea(parent)
    , m_page(new QWidget)
    , m_layout(new QVBoxLayout(m_page))
{
    setWidget(m_page);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_layout->setContentsMargins(12, 4, 12, 12);
    m_layout->setSpacing(2);
    m_layout->addStretch();
}

void PropertySheet::clear()
{
    for (const Section &section : m_sections)
        delete section.body;
    m_sections.clear();
}

int PropertySheet::addSection(const QString &title)
{
    Section section{ new QWidget(m_page), nullptr };
    auto *const outer = new QVBoxLayout(section.body);
    outer->setContentsMargins(0, 8, 0, 0);
    outer->setSpacing(4);
    QLabel *const head = makeLabel(title, "section", section.body);
    head->setFont(themeFont(TextSize::Body, QFont::DemiBold));
    outer->addWidget(head);
    section.layout = new QVBoxLayout;
    section.layout->setSpacing(3);
    outer->addLayout(section.layout);
    m_layout->insertWidget(m_layout->count() - 1, section.body);
    m_sections.push_back(section);
    const int number = int(m_sections.size()) - 1;
    setMessage(number, tr("loading..."));
    return number;
}

void PropertySheet::empty(const Section &section)
{
    while (QLayoutItem *const item = section.layout->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
}

void PropertySheet::setRows(int section, const QList<PropertyRow> &rows, const QString &whenEmpty)
{
    if (rows.isEmpty()) {
        setMessage(section, whenEmpty);
        return;
    }
    const Section &place = m_sections.at(size_t(section));
    empty(place);
    for (const PropertyRow &row : rows)
        place.layout->addWidget(makeRow(row));
}

void PropertySheet::setMessage(int section, const QString &message, const QString &details)
{
    const Section &place = m_sections.at(size_t(section));
    empty(place);
    QLabel *const label = makeLabel(message, "quiet", place.body);
    label->setWordWrap(true);
    label->setToolTip(details);
    place.layout->addWidget(label);
}

QWidget *PropertySheet::makeRow(const PropertyRow &row)
{
    auto *const widget = new QWidget(m_page);
    auto *const layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    if (!row.label.isEmpty())
        layout->addWidget(makeRowLabel(row.label, m_labelWidth, widget));
    QWidget *const value = row.hidden ? makeSecret(row) : makeValue(row.value, widget);
    value->setToolTip(row.toolTip);
    value->setAccessibleName(row.label);
    const QColor colour = typeColour(row.colour);
    layout->addWidget(value, colour.isValid() ? 0 : 1);
    if (colour.isValid()) {
        value->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        auto *const swatch = new QLabel(widget);
        swatch->setObjectName("swatch");
        swatch->setPixmap(
            colourSwatch(colour, colours(palette()).line, swatchSize, devicePixelRatioF()));
        layout->addWidget(swatch);
        layout->addStretch(1);
    }
    return widget;
}

// Shown by a click only, so that it does not stand in every screen share; copied without that.
QWidget *PropertySheet::makeSecret(const PropertyRow &row)
{
    auto *const widget = new QWidget(m_page);
    auto *const layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    QWidget *const value = makeValue(row.value, widget);
    value->hide();
    auto *const show = makeLink(tr("Show"), tr("Show %1").arg(row.label), widget);
    auto *const copy = makeLink(tr("Copy"), tr("Copy %1").arg(row.label), widget);
    auto *const line = new QHBoxLayout;
    line->setSpacing(10);
    line->addWidget(show);
    line->addWidget(copy);
    line->addStretch(1);
    layout->addWidget(value);
    layout->addLayout(line);
    connect(show, &QPushButton::clicked, value, [value, show] {
        value->setVisible(value->isHidden());
        show->setText(value->isHidden() ? tr("Show") : tr("Hide"));
    });
    connect(copy, &QPushButton::clicked, copy,
        [secret = row.value] { QApplication::clipboard()->setText(secret); });
    return widget;
}

} // namespace falconer

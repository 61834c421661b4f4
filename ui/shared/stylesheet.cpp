// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/stylesheet.h"

#include "ui/shared/theme.h"

#include <QFile>
#include <QList>

#include <algorithm>
#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// In points, since pixels are whole numbers in a style sheet.
QString points(TextSize size)
{
    return QString::number(themeFont(size).pointSizeF()) + u"pt"_s;
}

} // namespace

QString styleSheet(const Colours &colours)
{
    QFile file(u":/style.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(file.readAll());

    text.replace(u"@scheme"_s, colours.plain.text.lightness() > 127 ? u"dark"_s : u"light"_s);
    text.replace(u"@titleSize"_s, points(TextSize::Title));
    text.replace(u"@secondarySize"_s, points(TextSize::Secondary));
    QList<std::pair<QString, QColor>> names = { { u"@ground"_s, colours.ground },
        { u"@panel"_s, colours.panel }, { u"@line"_s, colours.line },
        { u"@fineLine"_s, colours.fineLine }, { u"@field"_s, colours.field },
        { u"@hover"_s, colours.hover }, { u"@selectedRow"_s, colours.selectedRow },
        { u"@selectedText"_s, colours.plain.onSelected }, { u"@text"_s, colours.plain.text },
        { u"@quietText"_s, colours.quiet.text }, { u"@accent"_s, colours.accent },
        { u"@onAccent"_s, colours.onAccent }, { u"@accentText"_s, colours.accentText },
        { u"@failure"_s, colours.failure.text } };
    // A longer name first: @accentText before @accent.
    std::sort(names.begin(), names.end(),
        [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
    for (const auto &[name, colour] : std::as_const(names))
        text.replace(name, colour.name());
    return text;
}

} // namespace falconer

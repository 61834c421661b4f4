// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/wrappedtooltip.h"

#include <QStringList>
#include <QTextDocument>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int longLine = 90; // characters

} // namespace

QString wrappedToolTip(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    const bool isWide
        = std::ranges::any_of(lines, [](const QString &line) { return line.size() > longLine; });
    if (!isWide && !Qt::mightBeRichText(text))
        return text;
    return u"<p>"_s + text.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</p>"_s;
}

} // namespace falconer

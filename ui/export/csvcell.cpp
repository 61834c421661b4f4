// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/csvcell.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// The wide forms are formulas to a spreadsheet for Chinese and Japanese; a tab or a line break
// before the sign is skipped by some.
bool isFormula(const QString &text)
{
    return !text.isEmpty() && u"=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"_s.contains(text.front());
}

} // namespace

QString csvCell(QString text)
{
    if (isFormula(text))
        text.prepend(u'\'');
    static const QString special = u"\",;\r\n\t"_s;
    const bool quoted = std::any_of(
        text.begin(), text.end(), [](QChar character) { return special.contains(character); });
    return quoted ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text;
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sizetext.h"

#include <QLocale>

namespace falconer {

using namespace Qt::StringLiterals;

QString sizeText(qint64 bytes)
{
    double figure = double(bytes);
    while (figure >= 1023.5)
        figure /= 1024;
    const int decimals = figure < 9.95 && bytes >= 1024 ? 1 : 0;
    QString text = QLocale().formattedDataSize(bytes, decimals);
    if (bytes == 1 && text.endsWith("bytes"_L1)) // Qt has one word for all of them
        text.chop(1);
    return text;
}

} // namespace falconer

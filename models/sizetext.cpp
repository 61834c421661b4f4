// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sizetext.h"

#include <QLocale>

namespace falconer {

QString sizeText(qint64 bytes)
{
    double figure = double(bytes);
    while (figure >= 1023.5)
        figure /= 1024;
    const int decimals = figure < 9.95 && bytes >= 1024 ? 1 : 0;
    return QLocale().formattedDataSize(bytes, decimals);
}

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/meaning.h"

#include <QString>
#include <Qt>

#include <functional>

namespace falconer {

// One column of a table of T, said once: models, headers, menus and settings read it from here.
template <typename T> struct Column {
    QString id; // stable: settings remember columns by it
    QString title;
    std::function<QString(const T &)> text;
    QString sortKey; // the query field (hawkbit-api 2.4); empty: the server cannot sort by it
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    int width = 120; // device independent pixels, before the user chose one
    std::function<QString(const T &)> toolTip;
    std::function<CellLook(const T &)> look;
    bool hiddenByDefault = false;
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/icons.h"

#include <QPixmap>
#include <QString>

class QWidget;

namespace falconer {

struct DragWords {
    Icon icon = Icon::Device;
    QString title;
    QString badge; // empty: none
};

// What the pointer carries.
QPixmap dragPicture(const DragWords &words, const QWidget &like);

} // namespace falconer

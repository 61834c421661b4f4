// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/keepbutton.h"

#include <QPointer>
#include <QPushButton>
#include <QVariant>

namespace falconer {

namespace {

constexpr char deedProperty[] = "deedBeside";

} // namespace

void setDeedBeside(QPushButton *keep, QPushButton *deed)
{
    keep->setProperty(deedProperty, QVariant::fromValue(QPointer<QObject>(deed)));
}

QPushButton *deedBeside(const QPushButton *keep)
{
    return qobject_cast<QPushButton *>(
        keep->property(deedProperty).value<QPointer<QObject>>().data());
}

} // namespace falconer

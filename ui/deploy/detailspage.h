// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/propertysheet.h"

#include <QWidget>

class QPushButton;

namespace falconer {

class PaneHead;
struct DropVerdict;

// What the details of a target and of a set have in common: a head that closes them and compares
// what is installed with a set, and sections below it.
class DetailsPage : public QWidget {
    Q_OBJECT

public:
    explicit DetailsPage(const QString &title, QWidget *parent);

    void setComparable(const DropVerdict &verdict);

signals:
    void closeRequested();
    void compareRequested();

protected:
    PaneHead &head() { return *m_head; }
    PropertySheet &sheet() { return *m_sheet; }

private:
    PaneHead *m_head;
    QPushButton *m_compare;
    PropertySheet *m_sheet;
};

} // namespace falconer

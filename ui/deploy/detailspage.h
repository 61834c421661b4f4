// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/propertysheet.h"

#include <QWidget>

namespace falconer {

class PaneHead;

// What the details of a target and of a set have in common: a head that closes them, and sections
// below it.
class DetailsPage : public QWidget {
    Q_OBJECT

public:
    explicit DetailsPage(const QString &title, QWidget *parent);

signals:
    void closeRequested();

protected:
    PaneHead &head() { return *m_head; }
    PropertySheet &sheet() { return *m_sheet; }

private:
    PaneHead *m_head;
    PropertySheet *m_sheet;
};

} // namespace falconer

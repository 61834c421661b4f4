// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace falconer {

// The doors at the left edge, 52 px. Only Deploy opens today; the others say that they do not yet.
class Rail final : public QFrame {
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);
};

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/sheet.h"

namespace falconer {

struct UntrustedServer;

// Asks in mid-session whether a certificate that was refused is to be trusted: shows it, and
// whether another one was trusted before. Return and Esc leave it for later.
class TrustSheet final : public Sheet {
    Q_OBJECT

public:
    // server: as people name it.
    TrustSheet(const QString &server, const UntrustedServer &untrusted, QWidget *window);

signals:
    void trusted(const QByteArray &sha256);
};

} // namespace falconer

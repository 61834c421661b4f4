// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QString>

namespace falconer {

// How a server shows itself with a certificate of data/tls, such as "selfsigned".
QSslConfiguration tlsIdentity(const QString &name);

} // namespace falconer

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QNetworkAccessManager;

namespace falconer {

// Sends what this manager sends through the proxy that the system names for it, or through none. A
// loopback address is always reached directly. The application's own proxy stays as it is.
void useProxy(QNetworkAccessManager &network, bool useSystemProxy);

} // namespace falconer

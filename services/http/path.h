// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <initializer_list>

namespace falconer {

// One segment of a path, percent-encoded once: '+', '#', '?', '&' and non-ASCII text arrive as they
// are.
QByteArray encodeSegment(const QString &segment);

// Whether a real hawkBit lets this id be addressed. It lets ids be created that hold / \ ; % or are
// "." or "..", and refuses every request that names them (hawkbit-api 1.1): such a request is never
// sent.
bool isAddressable(const QString &id);

// The "/rest/v1" of the Management API followed by the segments, encoded.
QByteArray managementPath(std::initializer_list<QString> segments);

} // namespace falconer

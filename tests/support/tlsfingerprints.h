// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

// Of the certificates of data/tls, as openssl x509 -fingerprint -sha256 prints them.
namespace falconer::tlsfingerprints {

inline QByteArray selfSigned()
{
    return QByteArray::fromHex("E19208868C78A2AC7C80A8AD6BB9CE0D6859A821E2E07F59B69EBD7FAECA661F");
}

inline QByteArray other()
{
    return QByteArray::fromHex("DBA4B0F9C3D26E33BA61B74E9E3EAA52CCC3890D3BB1EFD5FC6E020625EEA9E3");
}

inline QByteArray expired()
{
    return QByteArray::fromHex("8019AA418E810A1C96ADC8571C513CB6BCE2421FF803CA0F4C8A917D3F8ABF69");
}

} // namespace falconer::tlsfingerprints

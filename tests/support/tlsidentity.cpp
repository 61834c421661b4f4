// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tlsidentity.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString &fileName)
{
    QFile file(QStringLiteral(FALCONER_TEST_DATA "/tls/") + fileName);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

} // namespace

QSslConfiguration tlsIdentity(const QString &name)
{
    QSslConfiguration result = QSslConfiguration::defaultConfiguration();
    result.setLocalCertificate(QSslCertificate(contents(name + u".pem"_s)));
    result.setPrivateKey(QSslKey(contents(name + u".key"_s), QSsl::Rsa));
    return result;
}

} // namespace falconer

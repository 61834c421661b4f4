// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/error.h"

#include <QFrame>

class QGridLayout;
class QPushButton;

namespace falconer {

// A certificate that was not accepted: what it says of itself, its SHA-256, and the way to trust
// exactly this one for this profile.
class CertificateView final : public QFrame {
    Q_OBJECT

public:
    explicit CertificateView(QWidget *parent = nullptr);

    // trustedBefore: the SHA-256 of another one that was, shown beside its own; empty: none was.
    void setCertificate(const PeerCertificate &certificate, const QByteArray &trustedBefore = {});
    const PeerCertificate &certificate() const { return m_certificate; }

signals:
    void trusted(const QByteArray &sha256);

private:
    void addRow(const QString &label, const QString &value);

    PeerCertificate m_certificate;
    QGridLayout *m_rows;
    QPushButton *m_trust;
};

// "AB:CD:...", as other programs show it.
QString fingerprintText(const QByteArray &sha256);

} // namespace falconer

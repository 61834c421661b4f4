// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace falconer {

class Banner;
class CertificateView;
struct Error;
struct Profile;

// Tells how an attempt to connect goes, and what came of a command on a profile. A certificate that
// is not trusted is shown with its question.
class AttemptView final : public QWidget {
    Q_OBJECT

public:
    explicit AttemptView(QWidget *parent = nullptr);

    void showConnecting(const Profile &profile);
    void showStopped();
    void showFailure(const Profile &profile, const Error &error);
    void showSecretMissing(const Profile &profile);
    void showDeleted(const QString &profileName);
    void showError(const Error &error); // what is kept here could not be written
    void clear();
    void hideCertificate();

signals:
    void told(); // there is something to be read
    void trusted(const QByteArray &sha256);

private:
    void updateVisible();

    Banner *m_banner;
    CertificateView *m_certificate;
};

} // namespace falconer
